import { z } from 'zod'
import {
  day,
  dayOrMonth,
  factName,
  feel,
  id,
  name,
  printed,
  record,
  share,
  source,
  text,
  value,
  whole,
  won,
  words,
} from './common.ts'

const window = record({
  rolling: z.boolean().exactOptional().meta({ description: 'Applications are decided as they come.' }),
  opens: printed.exactOptional(),
  closes: printed.exactOptional(),
  until: z
    .enum(['budget', 'places'])
    .exactOptional()
    .meta({ description: 'Open until the money, or the places, are used up.' }),
  note: words.exactOptional(),
})

const criterion = record({
  id,
  when: feel.exactOptional(),
  judgement: z.boolean().exactOptional().meta({ description: 'An official must judge it.' }),
  label: words.exactOptional(),
  source: name.exactOptional().meta({ description: 'Heading or place in the notice.' }),
})

const preference = record({ ...criterion.shape, points: z.number().exactOptional() })

const band = { when: feel.exactOptional(), label: words.exactOptional() }

/** One figure, or bands of it. */
const banded = <Amount extends z.ZodType, Band extends z.ZodType>(amount: Amount, one: Band) =>
  z.union([
    amount,
    z.array(one).min(1).meta({
      description: 'Bands, read in order: the first whose sentence holds counts; one without a sentence always holds.',
    }),
  ])

const support = record({
  max: banded(won, record({ ...band, max: won }))
    .exactOptional()
    .meta({ description: 'At most, in whole KRW.' }),
  rate: banded(share, record({ ...band, rate: share }))
    .exactOptional()
    .meta({ description: 'Share of the cost that is paid, 0 to 1.' }),
  per: z.enum(['firm', 'project', 'consortium']).exactOptional(),
  interest: z.number().exactOptional().meta({ description: 'Loans: yearly interest, percent.' }),
  note: words.exactOptional(),
})

const effect = record({ on: z.enum(['selected', 'completed']), fact: factName, value })

const decision = record({
  days: whole.exactOptional().meta({ description: 'Days from closing, or from applying when the window is rolling.' }),
  by: dayOrMonth.exactOptional(),
})

const competition = record({
  applied: whole.exactOptional().meta({ description: 'How many applied in the last call of which it is known.' }),
  chosen: whole.exactOptional().meta({ description: 'How many of them were chosen.' }),
  ratio: z
    .number()
    .min(1)
    .exactOptional()
    .meta({ description: 'Applicants for each place, where only that was told.' }),
  year: z.number().int().meta({ description: 'The year of that call.' }),
  source,
})

const edition = record({
  edition: name.meta({ description: 'The year, with a number or a name where there are several: 2026-2.' }),
  source: source.exactOptional(),
  windows: z.array(window).default([]),
  decision: decision.exactOptional(),
  months: z.number().min(0).exactOptional().meta({ description: 'How long the project takes.' }),
  support: support.exactOptional(),
  budget: won.exactOptional(),
  places: whole.exactOptional(),
  competition: competition.exactOptional(),
  criteria: z.array(criterion).default([]).meta({ description: 'All must hold.' }),
  exclusions: z.array(criterion).default([]).meta({ description: 'None may hold.' }),
  preferences: z.array(preference).exactOptional().meta({ description: 'Bring points or a reserved track.' }),
  effects: z.array(effect).exactOptional().meta({ description: 'What a firm has gained once selected or completed.' }),
  excludes: z.array(id).exactOptional().meta({ description: 'Programmes that may not be held at the same time.' }),
  documents: z.array(text).exactOptional(),
  contact: name.exactOptional(),
  note: words.exactOptional(),
  unseen: z.array(text).exactOptional().meta({ description: 'What was looked for in the notice and not found.' }),
})

const example = record({
  name: text,
  firm: z.record(factName, value).meta({ description: 'Facts of the example.' }),
  on: day,
  edition: name.exactOptional(),
  expect: z.enum(['eligible', 'not-eligible', 'unknown', 'judgement']),
})

export const programmeFile = record({
  id,
  name: words,
  agency: id.meta({ description: 'The agency that carries it out.' }),
  stages: z.array(text).min(1).meta({ description: 'Stages of the value chain that it serves.' }),
  chains: z.array(text).exactOptional(),
  kind: text.meta({ description: 'grant, loan, guarantee, …' }),
  recurs: z.literal('yearly').exactOptional().meta({ description: 'Lets a planner forecast the next window.' }),
  repeatable: z.boolean().exactOptional().meta({ description: 'A firm may use it more than once.' }),
  summary: words.exactOptional(),
  editions: z.array(edition).min(1),
  examples: z.array(example).exactOptional().meta({ description: 'Firms with the verdict that must come out.' }),
}).meta({ title: 'Programme', description: 'A support programme with its editions (programmes/<agency>/<id>.yaml).' })
