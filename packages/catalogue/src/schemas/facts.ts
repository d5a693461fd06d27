import { z } from 'zod'
import { factName, feel, field, items, record, source, text, words } from './common.ts'

/** Nothing that repeats without an end: a pattern of a catalogue is tried on what anyone sends. */
const isPlainPattern = (pattern: string): boolean =>
  /^\^(?:(?:\[[^\]\\]+\]|\\d|[A-Za-z0-9 -])(?:\{\d{1,2}\})?)+\$$/.test(pattern)

const fact = record({
  type: z.enum(['number', 'text', 'date', 'boolean', 'enum', 'list', 'records']),
  unit: text.exactOptional().meta({ description: 'Unit of a number, such as persons or KRW.' }),
  values: z
    .array(text)
    .min(1)
    .exactOptional()
    .meta({ description: 'Allowed values of an enum, or of the items of a list.' }),
  labels: z.record(z.string(), words).exactOptional().meta({ description: 'Words for the values, by value.' }),
  items,
  fields: z.record(factName, field).exactOptional().meta({ description: 'Fields of a records fact.' }),
  label: words.exactOptional().meta({ description: 'Short name for proofs and tables.' }),
  question: words.exactOptional(),
  help: words.exactOptional(),
  about: z
    .enum(['firm', 'application'])
    .meta({ description: 'Whom it is about; application: a choice that the applicant makes in an application.' }),
  ask: z
    .enum(['question', 'declaration'])
    .exactOptional()
    .meta({ description: 'declaration: a standing exclusion which a firm answers in one go.' }),
  changes: z.enum(['never', 'with-time', 'by-firm', 'by-agency']).meta({ description: 'How the value changes.' }),
  reachable: z
    .union([z.enum(['up', 'down']), z.array(text)])
    .exactOptional()
    .meta({
      description:
        'What a firm can sensibly be advised to come to: up (more), down (less) or one of these values; nothing when empty.',
    }),
  group: text.exactOptional().meta({ description: 'Subject under which the fact is asked.' }),
  pattern: z
    .string()
    .refine(isPlainPattern, {
      error: 'not a pattern that can be used',
      params: { right: 'signs, classes and counts between ^ and $, such as ^[A-U]\\d{5}$' },
    })
    .exactOptional()
    .meta({ description: 'How a text is written: signs, classes and counts, such as ^[A-U]\\d{5}$.' }),
  example: text.exactOptional().meta({ description: 'A text that is written so.' }),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  derived: feel.exactOptional().meta({ description: 'FEEL: the value when the firm does not state it.' }),
  readFrom: words.exactOptional().meta({ description: 'Where the value can be read from.' }),
  source: source.exactOptional(),
})

export const factsFile = record({
  facts: z.record(factName, fact).meta({ description: 'Every fact, by its name.' }),
}).meta({ title: 'Facts', description: 'Everything that may be known of a firm or an application (facts.yaml).' })
