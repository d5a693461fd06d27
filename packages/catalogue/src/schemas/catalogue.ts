import { z } from 'zod'
import { id, record, source, text, whole, words } from './common.ts'

const numberScheme = record({
  name: words,
  digits: z.int().min(2).max(40),
  written: text.meta({ description: 'A picture of it, a 0 for each digit: 000-00-00000.' }),
  check: record({
    weights: z
      .array(whole)
      .min(1)
      .meta({ description: 'One for each digit but the last, which makes the sum end in 0.' }),
    add_tens_of_last: z.boolean().exactOptional().meta({ description: 'Add the tens of the last product once more.' }),
  }).exactOptional(),
  source: source.exactOptional(),
})

export const catalogueFile = record({
  id,
  name: words.exactOptional(),
  source: z.union([source, text]).exactOptional(),
  identifiers: record({ firm: numberScheme.exactOptional() })
    .exactOptional()
    .meta({ description: 'How public numbers are built.' }),
  note: z.union([words, text]).exactOptional(),
}).meta({ title: 'Catalogue', description: 'What the catalogue of a country is called (catalogue.yaml).' })
