import { z } from 'zod'
import { id, record, source, text, words } from './common.ts'

export const catalogueFile = record({
  id,
  name: words.exactOptional(),
  source: z.union([source, text]).exactOptional(),
  note: z.union([words, text]).exactOptional(),
}).meta({ title: 'Catalogue', description: 'What the catalogue of a country is called (catalogue.yaml).' })
