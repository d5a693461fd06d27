import { z } from 'zod'
import { weekdays } from '../days.ts'
import { day, dayOrMonth, id, record, source, text, whole, words } from './common.ts'

/** The few recurrences that closing days have: the first to the fourth, or the last, of a weekday in a month. */
const closingRule = z
  .string()
  .refine(value => /^FREQ=MONTHLY;BYDAY=(?:(?:[1-4]|-1)(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?!$)|$)){1,4}$/.test(value), {
    error: 'not a recurrence that is supported',
    params: { right: 'such as FREQ=MONTHLY;BYDAY=2WE,4WE' },
  })
  .meta({ description: 'RRULE (RFC 5545): FREQ=MONTHLY;BYDAY=2WE,4WE is the second and fourth Wednesday.' })

const exception = record({
  drop: day.exactOptional().meta({ description: 'A day of the rule on which they are open.' }),
  add: day.exactOptional().meta({ description: 'A day on which they close besides.' }),
  why: words.exactOptional(),
  source: source.exactOptional().meta({ description: 'Where the source of the entry does not have it.' }),
})

const known = record({
  id,
  municipalities: z.array(text).min(1).meta({ description: 'Codes of the municipalities that it holds for.' }),
  status: z.enum(['switched', 'weekday', 'kept', 'abolished', 'planned']).meta({
    description:
      'switched: moved from Sunday to a weekday; weekday: on a weekday since before; kept: Sunday stays; abolished: no closing day is set; planned: talked of.',
  }),
  rule: closingRule.exactOptional(),
  weekday: z.enum(weekdays).exactOptional().meta({ description: 'Where only the day of the week is known.' }),
  from: dayOrMonth.exactOptional(),
  from_is: z
    .enum(['first-closing', 'first-open-sunday', 'notice', 'in-force', 'seen'])
    .exactOptional()
    .meta({ description: 'What happened on that day; seen: the source of that day finds it so.' }),
  exceptions: z.array(exception).exactOptional(),
  stores: record({
    large: whole.exactOptional().meta({ description: 'Large marts that it holds for.' }),
    near_large: whole.exactOptional().meta({ description: 'Near-large stores (SSM) that it holds for.' }),
    otherwise: z
      .array(record({ store: words, says: words, rule: closingRule.exactOptional() }))
      .exactOptional()
      .meta({ description: 'Stores that close on other days.' }),
  }).exactOptional(),
  agreed: words.exactOptional().meta({ description: 'Who agreed, and before which body.' }),
  gets: z.array(words).exactOptional().meta({ description: 'What the small side gets.' }),
  notes: z.array(words).exactOptional(),
  unseen: z.array(words).exactOptional().meta({ description: 'What was looked for in the sources and not found.' }),
  source,
})

export const closingDaysFile = record({
  municipalities: text.meta({ description: 'The table parameter that holds them, by its column `code`.' }),
  law: record({
    name: words,
    says: z.array(words).min(1),
    source,
    unseen: z.array(words).exactOptional(),
  }).meta({ description: 'What holds where nothing else was agreed.' }),
  known: z.array(known),
}).meta({
  title: 'Closing days',
  description: 'Days on which large marts must close, per municipality, as sources report them (closing-days.yaml).',
})
