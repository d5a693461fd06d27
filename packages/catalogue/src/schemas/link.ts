import { z } from 'zod'
import { day, id, name, record, source, whole, words } from './common.ts'

export const link = record({
  id,
  from: record({ programme: id, outcome: z.enum(['selected', 'completed']).exactOptional() }),
  to: id,
  kind: z.enum(['required', 'preferred', 'relaxes', 'follow-on', 'raises']),
  agreed: record({
    by: z.array(id).exactOptional().meta({ description: 'Ministries.' }),
    in: name.exactOptional().meta({ description: 'Task of the council.' }),
    source: source.exactOptional(),
  }).exactOptional(),
  days_to_answer: whole.exactOptional(),
  waives: z.array(id).exactOptional().meta({ description: 'Criteria of the programme linked to that need not hold.' }),
  valid: record({ from: day.exactOptional(), to: day.exactOptional() }).exactOptional(),
  places: whole.exactOptional(),
  label: words.exactOptional(),
  source: source.exactOptional(),
}).meta({ title: 'Link', description: 'What having used one programme does for another (links/<id>.yaml).' })

export const linksFile = record({ links: z.array(link) }).meta({
  title: 'Links',
  description: 'Several links in one file.',
})
