/** The shapes of closing days of large marts, as OpenAPI describes them. */
import { z } from '@hono/zod-openapi'
import { closingKinds } from '@ieum/services'
import { DayShape, orNull, WordsShape } from '../schemas.ts'

export const MunicipalityCode = z
  .string()
  .max(20)
  .regex(/^[0-9A-Za-z-]+$/, 'a code such as 11650')
  .openapi({ example: '11650' })

const Said = z
  .object({ ko: z.string(), en: z.string().nullable() })
  .openapi('Said', { description: 'English where somebody wrote it' })

const Source = z
  .object({
    title: z.string().optional(),
    notice: z.string().optional(),
    url: z.string().optional(),
    dated: DayShape.optional(),
    where: z.string().optional(),
    confidence: z.enum(['high', 'medium', 'low']).optional(),
  })
  .openapi('Source')

export const ClosingDayShape = z
  .object({
    day: DayShape,
    is: z.enum(['regular', 'added', 'moved']),
    for: DayShape.optional().openapi({ description: 'The day in place of which it is' }),
    approximate: z.literal(true).optional().openapi({ description: 'A holiday that is not known yet could change it' }),
  })
  .openapi('ClosingDay')

const MadeUp = z.boolean().openapi({ description: 'Agreed in a demonstration: nothing of it has happened' })

const Rule = z
  .string()
  .nullable()
  .openapi({ example: 'FREQ=MONTHLY;BYDAY=2WE,4WE', description: 'RRULE (RFC 5545); null where none is known or set' })

export const ClosingLineShape = z
  .object({
    code: MunicipalityCode,
    name: z.string(),
    region: z.string().nullable(),
    kind: z
      .enum(closingKinds)
      .openapi({ description: 'unknown: no source that was seen says; none: no closing day is set' }),
    status: z.enum(['switched', 'weekday', 'kept', 'abolished', 'planned', 'agreed']).nullable(),
    rule: Rule,
    weekday: z.string().nullable().openapi({ description: 'Where only the day of the week is known' }),
    from: z.string().nullable().openapi({ description: 'As printed: a day or a month' }),
    origin: z.enum(['source', 'agreement']).nullable(),
    confidence: z.enum(['high', 'medium', 'low']).nullable(),
    madeUp: MadeUp,
    next: z.array(ClosingDayShape),
  })
  .openapi('ClosingLine')

export const ClosingLawShape = z
  .object({ name: WordsShape, says: z.array(WordsShape), source: Source, unseen: z.array(WordsShape).optional() })
  .nullable()
  .openapi('ClosingLaw', { description: 'What holds where nothing else was agreed' })

export const ClosingTermsShape = z
  .object({
    id: z.string(),
    origin: z.enum(['source', 'agreement']),
    status: z.enum(['switched', 'weekday', 'kept', 'abolished', 'planned', 'agreed']),
    rule: Rule,
    weekday: z.string().nullable(),
    onHoliday: z.enum(['closed', 'open', 'next-day']),
    from: z.string().nullable(),
    fromIs: z.enum(['first-closing', 'first-open-sunday', 'notice', 'in-force', 'seen']).nullable(),
    until: DayShape.nullable(),
    exceptions: z.array(z.object({ drop: DayShape.optional(), add: DayShape.optional(), why: Said.optional() })),
    stores: z.object({
      large: z.int().nullable(),
      nearLarge: z.int().nullable(),
      said: orNull(Said),
      otherwise: z.array(z.object({ store: Said, says: Said, rule: Rule })),
    }),
    agreed: orNull(Said),
    gets: z.array(Said).openapi({ description: 'What the small side gets' }),
    notes: z.array(Said),
    unseen: z.array(Said).openapi({ description: 'What was looked for in the sources and not found' }),
    sources: z.array(Source),
    decision: z.object({ council: z.string(), name: Said, number: z.string() }).nullable(),
    dated: DayShape.nullable(),
    madeUp: MadeUp,
  })
  .openapi('ClosingTerms')
