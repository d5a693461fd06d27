import { z } from 'zod'
import { day, dayOrMonth, id, record, source, text, words } from './common.ts'

const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'not a time of day' })
  .meta({ description: 'Time of day: 10:30.' })

const taskId = z
  .string()
  .refine(value => /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(value), { error: 'not an id', params: { right: 'T1' } })
  .meta({ pattern: '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$', description: 'Unique in the catalogue; links name it.' })

const post = record({
  agency: id,
  post: words.meta({ description: 'A post or division, never a person.' }),
  inferred: z.literal(true).exactOptional().meta({ description: 'No source says so; it follows from the names.' }),
})

const seat = record({
  agency: id
    .exactOptional()
    .meta({ description: 'Left out: an organisation that is no agency here; its words name it.' }),
  post: words.meta({ description: 'A post or division, or an organisation; never a person.' }),
  side: z.enum(['large', 'small', 'public']).exactOptional().meta({ description: 'Of a consultative body.' }),
})

const session = record({
  on: day,
  from: clock.exactOptional(),
  to: clock.exactOptional(),
  place: words.exactOptional(),
  host: id.exactOptional(),
  schedule: z
    .array(record({ title: words, minutes: z.int().min(1).max(600), by: words.exactOptional() }))
    .exactOptional(),
  source,
})

const laterFact = record({
  fact: words,
  dated: dayOrMonth.exactOptional(),
  source,
})

const event = record({
  name: words,
  from: day,
  to: day,
  by: z.array(id).exactOptional().meta({ description: 'Agencies that hold it.' }),
  source,
})

const zone = record({
  name: words,
  kind: z.enum(['special', 'economic']).meta({ description: 'Where rules are lifted, or a free economic zone.' }),
  designated: z
    .union([dayOrMonth, z.string().regex(/^\d{4}$/)])
    .exactOptional()
    .meta({ description: 'Day, month or year.' }),
  source,
})

const task = record({
  id: taskId,
  title: words,
  proposed_by: z.array(id).min(1).meta({ description: 'Agencies; several: proposed together.' }),
  needs: words.exactOptional().meta({ description: 'What each side brings or is asked for.' }),
  posts: z.array(post).exactOptional(),
  pathways: z.array(id).exactOptional(),
  chains: z.array(text).exactOptional().meta({ description: 'Chains of programmes that it is about.' }),
  events: z.array(event).exactOptional().meta({ description: 'Fairs and festivals that it is about.' }),
  councils: z.array(id).exactOptional().meta({ description: 'Other councils that it is about.' }),
  zones: z.array(zone).exactOptional().meta({ description: 'Zones that it is about.' }),
  later: z.array(laterFact).exactOptional().meta({
    description: 'What sources report since; never as a result of the council.',
  }),
})

export const councilFile = record({
  id,
  name: words,
  kind: z.enum(['policy', 'consultative', 'zone']),
  seats: z.array(seat).min(1),
  pathways: z.array(id).exactOptional().meta({ description: 'The chains that it named, in its order.' }),
  sessions: z.array(session).exactOptional().meta({ description: 'Those that a source reports, oldest first.' }),
  tasks: z.array(task),
  notes: z.array(words).exactOptional().meta({ description: 'What sources report of it besides.' }),
  source,
}).meta({ title: 'Council', description: 'A body with seats for agencies, and its tasks (councils/<id>.yaml).' })
