import { z } from 'zod'
import { day, factName, feel, id, record, source, text, value, whole, words } from './common.ts'

const applies = record({
  programmes: z.array(id).min(1).exactOptional().meta({ description: 'The programmes, one by one.' }),
  listed_in: factName
    .exactOptional()
    .meta({ description: 'Or the list parameter in which they stand; sentences can name it too.' }),
})

const cap = record({
  most: feel.meta({ description: 'FEEL: what the programmes give together at most, in KRW. No cap where it is null.' }),
  used: z
    .array(feel)
    .min(1)
    .meta({ description: 'FEEL: what of it is used up already, in KRW, added. What is null uses nothing up.' }),
})

const example = record({
  name: text,
  firm: z.record(factName, value).meta({ description: 'Facts of the example.' }),
  on: day,
  expect: z.enum(['met', 'unmet', 'unknown']).meta({ description: 'Of a cap, met means that nothing is left.' }),
  leaves: whole.exactOptional().meta({ description: 'What a cap leaves, in KRW.' }),
})

export const commonRuleFile = record({
  id,
  label: words.meta({ description: 'What it says of a firm that is shut out by it.' }),
  source,
  applies,
  valid: record({ from: day.exactOptional(), to: day.exactOptional() }).exactOptional(),
  exclusion: record({ when: feel }).exactOptional(),
  cap: cap.exactOptional(),
  unseen: z.array(text).exactOptional().meta({ description: 'What was looked for in the sources and not found.' }),
  examples: z.array(example).exactOptional().meta({ description: 'Firms with the answer that must come out.' }),
}).meta({
  title: 'Common rule',
  description: 'A rule that several programmes share, an exclusion or a cap (common-rules/<id>.yaml).',
})
