import { z } from 'zod'
import { weekdays } from '../days.ts'
import { day, record, source, words } from './common.ts'

const year = z.int().min(1900).max(2199)

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
  complete_from: year.meta({ description: 'The first year of which every holiday is known.' }),
  complete_through: year.meta({ description: 'The last year of which every holiday is known.' }),
  years: z.array(record({ year, source, days: z.array(holiday) })),
}).meta({ title: 'Holidays', description: 'Days on which public offices are closed (holidays.yaml).' })
