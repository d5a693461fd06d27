import { z } from 'zod'
import { factName, name, record, value, words } from './common.ts'

/** For editors; `firm.ts` checks the same by hand, as a browser need not carry zod for it. */
export const firmFile = record({
  id: name.exactOptional(),
  name: words.exactOptional(),
  declares: z
    .array(z.literal('standard'))
    .exactOptional()
    .meta({ description: 'standard: none of the standing exclusions applies.' }),
  facts: z.record(factName, value).meta({ description: 'A fact left out is unknown; null: known to have no value.' }),
}).meta({ title: 'Firm', description: 'What is known of one firm.' })
