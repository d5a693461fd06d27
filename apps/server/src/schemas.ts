/** The shapes of requests and answers, as OpenAPI describes them. They mirror the types of the core; a test holds them to it. */
import { z } from '@hono/zod-openapi'

export const DayShape = z.iso.date().openapi({ example: '2026-06-01' })
/** A whole number in an address: digits, where JavaScript would take an empty text for 0 and 1e3 for 1000. */
export const wholeInQuery = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .openapi({ type: 'integer', minimum: min, maximum: max })
const Won = z.number().openapi({ description: 'KRW' })
const Value: z.ZodType = z.unknown().openapi({ description: 'A text, number, boolean, null, list or record' })

/** A named shape, or nothing. Said as a union: `nullable()` would be described as both at once, which no value is. */
export const orNull = <T extends z.ZodType>(shape: T) => z.union([shape, z.null()])

export const WordsShape = z.object({ ko: z.string(), en: z.string() }).openapi('Words')

export const FirmShape = z.object({
  id: z.string(),
  name: WordsShape.optional(),
  declares: z.array(z.literal('standard')).optional(),
  facts: z.record(z.string(), Value),
})

/** As it is sent: it need not say what it is called, and says nothing that is not known. */
const firmGiven = { ...FirmShape.shape, id: z.union([z.string(), z.int()]).optional() }

export const FirmGivenShape = z.strictObject(firmGiven).openapi('Firm', {
  description: 'Fact names to values. A fact that is absent is unknown; null means known to have no value.',
  example: {
    id: 'example-foundry',
    facts: { size: 'small', industry: 'C24311', employees: 32, region: '경상북도', founded: '2009-04-01' },
  },
})

const ReadingShape = z.object({ fact: z.string(), value: Value.optional() }).openapi('Reading')
const ChoiceShape = z.object({ fact: z.string(), values: z.array(Value) }).openapi('Choice')

export const WindowShape = z
  .object({
    state: z.enum(['open', 'upcoming', 'rolling', 'closed', 'unannounced']),
    opens: DayShape.optional(),
    closes: DayShape.optional(),
    opensAt: z.string().optional(),
    closesAt: z.string().optional(),
    approximate: z.literal(true).optional(),
    exact: z.enum(['opens', 'closes']).optional(),
    until: z.enum(['budget', 'places']).optional(),
  })
  .openapi('Window')

const SupportShape = z
  .object({
    max: Won.optional(),
    rate: z.number().optional(),
    per: z.enum(['firm', 'project', 'consortium']).optional(),
    interest: z.number().optional(),
    cappedBy: z.string().optional(),
    depends: z.array(z.string()).optional(),
  })
  .openapi('Support')

const ChangeShape = z
  .object({
    fact: z.string(),
    from: Value.optional(),
    to: Value,
    how: z.enum(['by-firm', 'with-time', 'by-agency']),
    on: DayShape.optional(),
  })
  .openapi('Change')

export const ResultShape = z
  .object({
    programme: z.string(),
    edition: z.string(),
    agency: z.string(),
    verdict: z.enum(['not-eligible', 'unknown', 'judgement', 'eligible']),
    window: WindowShape,
    support: SupportShape,
    criteria: z.array(
      z
        .object({
          id: z.string(),
          verdict: z.enum(['met', 'unmet', 'unknown', 'judgement', 'condition']),
          exclusion: z.literal(true).optional(),
          waived: z.string().optional().openapi({ description: 'The link that waives it for what this firm holds' }),
          because: z.array(ReadingShape),
          choices: z.array(z.array(ChoiceShape)).optional(),
        })
        .openapi('CriterionResult'),
    ),
    missing: z.array(z.string()),
    changes: z.array(z.array(ChangeShape)),
  })
  .openapi('Result')

export const MatchShape = z
  .object({
    on: DayShape,
    firm: z.string(),
    results: z.array(ResultShape),
    nextQuestion: z.object({ fact: z.string(), decides: z.number() }).optional(),
  })
  .openapi('Match')

const AssumptionShape = z
  .object({
    id: z.string(),
    verdict: z.enum(['unknown', 'judgement', 'condition']),
    exclusion: z.literal(true).optional(),
    facts: z.array(z.string()),
  })
  .openapi('Assumption')

const LegShape = z
  .object({
    programme: z.string(),
    edition: z.string(),
    agency: z.string(),
    ministry: z.string(),
    forecast: z.boolean(),
    apply: DayShape,
    decided: DayShape,
    ends: DayShape,
    support: Won,
    ownCost: Won,
    link: z.string().nullable(),
    assumes: z.array(AssumptionShape),
    reaches: z
      .number()
      .nullable()
      .openapi({ description: 'The waypoint that it reaches, from 0; null when it only makes another leg possible' }),
    window: z
      .object({
        opens: DayShape,
        closes: DayShape,
        opensAt: z.string().optional(),
        closesAt: z.string().optional(),
        rolling: z.literal(true).optional(),
        approximate: z.literal(true).optional(),
        exact: z.enum(['opens', 'closes']).optional(),
      })
      .openapi('LegWindow'),
  })
  .openapi('Leg')

const HindranceShape = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('beyond') }),
    z.object({ is: z.literal('too late'), closes: DayShape, ready: DayShape, days: z.number() }),
    z.object({ is: z.literal('excluded'), by: z.string() }),
    z.object({
      is: z.literal('shut'),
      on: DayShape,
      criteria: z.array(z.string()),
      exclusions: z.array(z.string()),
    }),
    z.object({ is: z.literal('used before') }),
    z.object({ is: z.literal('barred') }),
    z.object({ is: z.literal('no window'), lastClosed: DayShape.optional() }),
  ])
  .openapi('Hindrance')

const opened = { arrives: DayShape, opensAll: z.boolean().optional() }

const RemedyShape = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('firm'), changes: z.array(ChangeShape), ...opened }),
    z.object({
      is: z.literal('window'),
      programme: z.string(),
      edition: z.string(),
      opens: DayShape,
      closes: DayShape,
      ...opened,
    }),
    z.object({ is: z.literal('link'), from: z.string(), to: z.string(), ...opened }),
    z.object({ is: z.literal('legs'), maxLegs: z.number(), ...opened }),
    z.object({ is: z.literal('horizon'), horizon: z.string(), ...opened }),
  ])
  .openapi('Remedy', {
    description: 'One change with which a way is found to the waypoint, and perhaps to all behind it',
  })

const ItineraryShape = z
  .object({
    arrives: DayShape,
    support: Won,
    ownCost: Won,
    unknowns: z.number(),
    transfers: z.number(),
    reached: z.array(DayShape).openapi({ description: 'The day on which each waypoint is reached' }),
    odds: z
      .object({ legs: z.array(z.number().nullable()), all: z.number().nullable(), expected: DayShape.nullable() })
      .openapi('Odds', {
        description: 'Chances of being chosen, 0 to 1, where it is known how many applied; else null',
      }),
    legs: z.array(LegShape),
  })
  .openapi('Itinerary')

const WhyNotShape = z
  .object({
    waypoint: z.number().openapi({ description: 'The first waypoint that cannot be reached, from 0' }),
    before: orNull(ItineraryShape),
    hindered: z.array(
      z.object({ programme: z.string(), edition: z.string(), hindrances: z.array(HindranceShape) }).openapi('Hindered'),
    ),
    programmes: z.number().openapi({ description: 'How many programmes there are at the waypoint' }),
    remedies: z.array(RemedyShape),
  })
  .openapi('WhyNot')

const CompanionShape = LegShape.pick({
  programme: true,
  edition: true,
  forecast: true,
  apply: true,
  decided: true,
  ends: true,
  support: true,
  ownCost: true,
  assumes: true,
}).openapi('Companion')

/** A firm with what is asked of its way; `after` is an itinerary that was given before. */
export const PlanAskedShape = z
  .strictObject({
    ...firmGiven,
    on: DayShape.optional(),
    via: z.union([z.string(), z.array(z.string())]).optional(),
    pathway: z.string().optional(),
    horizon: z.string().optional(),
    max_legs: z.union([z.number(), z.string()]).optional(),
    after: ItineraryShape.partial().optional(),
    event: z.string().optional().openapi({ example: 'refused 2' }),
    alongside: z.boolean().optional(),
  })
  .openapi('PlanAsked')

const AfterShape = z
  .object({
    event: z.string(),
    known: DayShape,
    standing: z.array(LegShape),
    changes: z
      .object({
        stays: z.array(LegShape),
        moved: z.array(z.object({ from: LegShape, to: LegShape })),
        dropped: z.array(LegShape),
        added: z.array(LegShape),
      })
      .openapi('LegChanges')
      .optional(),
  })
  .openapi('After', { description: 'What became of an itinerary planned before' })

export const PlanShape = z
  .object({
    on: DayShape,
    firm: z.string(),
    via: z.array(z.string()),
    complete: z.boolean(),
    itineraries: z.array(ItineraryShape),
    questions: z
      .array(
        z
          .object({
            fact: z.string(),
            itineraries: z.number(),
            answer: z.unknown(),
            arrives: DayShape.nullable(),
            later: z.number().nullable(),
          })
          .openapi('PlanQuestion'),
      )
      .optional()
      .openapi({ description: 'The assumed facts that would change it most if they turned out badly' }),
    alongside: z
      .array(z.object({ itinerary: z.number(), companions: z.array(CompanionShape) }).openapi('Alongside'))
      .optional()
      .openapi({ description: 'Only when asked: what else could be used on the way, for the first itineraries' }),
    after: AfterShape.optional().openapi({ description: 'Only when `after` was asked' }),
    whyNot: WhyNotShape.optional().openapi({ description: 'Only when there is no itinerary' }),
  })
  .openapi('Plan')
