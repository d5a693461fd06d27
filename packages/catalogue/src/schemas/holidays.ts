import { z } from 'zod'
import { weekdays } from '../days.ts'
import { day, record, source, words } from './common.ts'

const year = z.int().min(1900).max(2199)

const clock = z
  .string()
  .refine(value => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value), {
    error: 'not a time of day',
    params: { right: 'a time such as 09:00' },
  })
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const holiday = record({
  day,
  name: words,
  kind: z
    .enum(['substitute', 'election', 'ad-hoc'])
    .exactOptional()
    .meta({ description: 'How it came to be one; a fixed or lunar day of the law when left out.' }),
  source: source.exactOptional().meta({ description: 'Where the source of its year does not have it.' }),
})

export const holidaysFile = record({
  weekend: z.array(z.enum(weekdays)).max(6).meta({ description: 'Days of the week on which offices are closed.' }),
  office_hours: record({
    opens: clock,
    closes: clock.meta({ description: 'The first minute that is no longer of the working day.' }),
    time_zone: z
      .string()
      .refine(isTimeZone, { error: 'not a time zone', params: { right: 'a name such as Europe/Paris' } })
      .meta({ description: 'Where the clock stands.' }),
    source,
  })
    .exactOptional()
    .meta({ description: 'When public offices work on a working day.' }),
  complete_from: year.meta({ description: 'The first year of which every holiday is known.' }),
  complete_through: year.meta({ description: 'The last year of which every holiday is known.' }),
  years: z.array(record({ year, source, days: z.array(holiday) })),
}).meta({ title: 'Holidays', description: 'Days on which public offices are closed (holidays.yaml).' })
