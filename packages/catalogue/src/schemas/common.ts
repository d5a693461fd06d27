/** What the schemas of several kinds of file share. */
import { z } from 'zod'
import { isDay, isMonth } from '../days.ts'
import type { Value } from '../records.ts'

/** A record with exactly these fields, all of which editors explain; an unknown key is a fault. */
export const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape)

export const text = z.string().min(1)

/** A text that YAML may take for a number, such as `edition: 2026`. */
export const name = z.union([text, z.int()]).transform(String)

export const id = z
  .string()
  .refine(value => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value), { error: 'not an id', params: { right: 'kebab-case' } })
  .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'Kebab-case; never changes.' })

export const factName = z
  .string()
  .refine(value => /^[a-z][a-z0-9_]*$/.test(value), { error: 'not a name', params: { right: 'snake_case' } })
  .meta({ pattern: '^[a-z][a-z0-9_]*$', description: 'Snake_case, as in sentences.' })

export const day = z
  .string()
  .refine(isDay, { error: 'not a day of the calendar', params: { right: 'a day such as 2026-11-25' } })
  .meta({ format: 'date', description: 'ISO day.' })

const isPrinted = (value: string) => {
  const [date = '', time] = value.split('T')
  return time === undefined
    ? isDay(date) || isMonth(date)
    : isDay(date) && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)
}

export const printed = z
  .string()
  .refine(isPrinted, {
    error: 'neither a day nor a month of the calendar',
    params: { right: '2026-06-12, 2026-06 or 2026-06-12T16:00' },
  })
  .meta({
    pattern: '^\\d{4}-\\d{2}(-\\d{2}(T\\d{2}:\\d{2})?)?$',
    description: 'As printed: a day, a month, or a day with a time.',
  })

export const dayOrMonth = z
  .string()
  .refine(value => isDay(value) || isMonth(value), {
    error: 'neither a day nor a month of the calendar',
    params: { right: '2026-06-12 or 2026-06' },
  })
  .meta({ pattern: '^\\d{4}-\\d{2}(-\\d{2})?$', description: 'A day, or a month as printed (its last day counts).' })

export const words = record({ ko: text, en: text }).meta({ description: 'A text in Korean and English.' })

export const feel = text.meta({ description: 'A sentence in FEEL over facts and parameters.' })

export const whole = z.int().min(0)
export const won = whole.meta({ description: 'Whole KRW.' })
export const share = z.number().min(0).max(1).meta({ description: 'A share, 0 to 1.' })

/** An address that may stand behind a link. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'not a web address' }).meta({ description: 'https://…' })

export const source = record({
  title: text.exactOptional(),
  notice: name.exactOptional().meta({ description: 'Number of the announcement.' }),
  url: webAddress.exactOptional(),
  dated: day.exactOptional(),
  where: name.exactOptional().meta({ description: 'Heading or place in the source.' }),
  confidence: z.enum(['high', 'medium', 'low']).exactOptional(),
}).meta({ description: 'Where a figure or sentence was read, and how far it can be trusted.' })

/** Anything that YAML can say: `readYaml` gives nothing else. What it must be is checked against the facts. */
export const value = z.unknown() as z.ZodType<Value>

/** Type of the items of a list; text when left out. */
export const items = z.enum(['number', 'text', 'date']).exactOptional()

export const field = record({
  type: z.enum(['number', 'text', 'date', 'boolean', 'enum', 'list']),
  values: z.array(text).min(1).exactOptional(),
  items,
  label: words.exactOptional(),
})
