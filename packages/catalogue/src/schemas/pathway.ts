import { z } from 'zod'
import { id, record, source, text, words } from './common.ts'

export const pathwayFile = record({
  id,
  name: words,
  waypoints: z.array(text).min(1).meta({ description: 'Each a stage, a programme id, or fact: and a FEEL sentence.' }),
  summary: words.exactOptional(),
  source: z.union([source, text]).exactOptional(),
}).meta({ title: 'Pathway', description: 'A named way through the programmes (pathways/<id>.yaml).' })
