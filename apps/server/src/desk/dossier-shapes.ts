/** The shapes of a dossier as OpenAPI describes them; unknown fields are refused in what is sent. */
import { z } from '@hono/zod-openapi'
import { operations } from '@ieum/desk'
import { factLimits, kindsOfFile, refusals } from '@ieum/services'
import { DayShape, orNull, WordsShape } from '../schemas.ts'
import { Id } from './referral-shapes.ts'

const Instant = z.iso.datetime().openapi({ example: '2026-06-01T09:00:00.000Z' })
const Name = z.string().min(1).max(100)
const Value = z.unknown().openapi({ description: 'A text, number, boolean, null, list or record' })
/** zod passes over a field that is called `__proto__`: it is refused like any other that cannot be meant. */
const ValuesByName = z
  .unknown()
  .superRefine((given, c) => {
    if (typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__'))
      c.addIssue({
        code: 'unrecognized_keys',
        keys: ['__proto__'],
        input: given as Record<string, unknown>,
        message: 'Unrecognized key: "__proto__"',
      })
  })
  .pipe(z.record(Name, Value))
  .openapi({ type: 'object', additionalProperties: {} })
const Source = z.enum(['entered', 'registry', 'decision'])
const ByAgency = z.enum(['registry', 'decision'])
const AgencyId = z.string().max(100)

const StatedShape = z
  .object({
    id: Id,
    value: Value,
    source: Source,
    sourceName: z.string(),
    agency: AgencyId.nullable(),
    asOf: DayShape,
    recordedAt: Instant,
    own: z.boolean().openapi({ description: 'Who asks recorded it, and may take it back' }),
  })
  .openapi('StatedValue')

const FirmNamedShape = z.object({
  id: Id,
  number: z.string(),
  name: z.object({ ko: z.string(), en: z.string().nullable() }),
})

const ParticipationShape = z
  .object({
    id: Id,
    programme: z.string(),
    edition: z.string(),
    outcome: z.enum(['applied', 'selected', 'completed', 'failed']),
    role: z.enum(['lead', 'member']),
    on: DayShape,
    amount: z.int().nullable().openapi({ description: 'KRW' }),
    details: z.record(z.string(), Value),
    source: Source,
    agency: AgencyId.nullable(),
    recordedAt: Instant,
    own: z.boolean(),
  })
  .openapi('DossierParticipation')

export const PaperShape = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.string(),
    file: z.enum(Object.keys(kindsOfFile) as [keyof typeof kindsOfFile]),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    state: z.enum(['waiting', 'clean', 'refused']),
    checkedBy: z
      .enum(['structure', 'clamav'])
      .nullable()
      .openapi({ description: 'structure: by its form alone, for this installation has no virus scanner' }),
    refusedBecause: z.enum(refusals).nullable(),
    uploadedAt: Instant,
  })
  .openapi('Paper')

export const DossierShape = z
  .object({
    firm: FirmNamedShape,
    seen: z.enum(['all', 'consented', 'own record']),
    consents: z.array(Id),
    facts: z.array(
      StatedShape.extend({
        name: z.string(),
        others: z.array(StatedShape).openapi({ description: 'What else stands of it, the newest first' }),
        contradicted: z.boolean().openapi({ description: 'The newest of another source says otherwise' }),
      }).openapi('DossierFact'),
    ),
    participations: z.array(ParticipationShape),
    papers: z.array(PaperShape),
  })
  .openapi('Dossier')

const FactStatedShape = z.strictObject({
  name: Name,
  value: Value,
  asOf: DayShape.openapi({ description: 'The day whose state it tells; today at the latest' }),
})

export const FactsToEnterShape = z
  .strictObject({
    facts: z.array(FactStatedShape).max(factLimits.facts),
    declares: z
      .strictObject({ standard: DayShape })
      .optional()
      .openapi({ description: 'None of the standing exclusions applies on that day: each becomes a fact' }),
  })
  .openapi('FactsToEnter')

export const FactsToRecordShape = z
  .strictObject({
    source: ByAgency,
    sourceName: z.string().trim().min(1).max(200),
    facts: z.array(FactStatedShape).min(1).max(factLimits.facts),
  })
  .openapi('FactsToRecord')

export const FactsEnteredShape = z
  .object({ facts: z.array(z.object({ id: Id, name: z.string() })) })
  .openapi('FactsEntered')

export const ParticipationToEnterShape = z
  .strictObject({
    programme: Name,
    edition: z.string().trim().min(1).max(40),
    outcome: z.enum(['applied', 'selected', 'completed', 'failed']),
    role: z.enum(['lead', 'member']).default('lead'),
    on: DayShape,
    amount: z.int().min(0).max(1e15).optional().openapi({ description: 'KRW' }),
    details: ValuesByName.optional().openapi({
      description: 'Further fields that the catalogue declares for participations',
    }),
  })
  .openapi('ParticipationToEnter')

export const ParticipationToRecordShape = z
  .strictObject({ ...ParticipationToEnterShape.shape, source: ByAgency })
  .openapi('ParticipationToRecord')

export const ParticipationAddedShape = z.object({ participation: Id }).openapi('ParticipationAdded')

const ConsentNamedShape = z.object({
  id: Id,
  referral: Id,
  kind: z.enum(['hand-off', 'papers', 'outcome']),
  purpose: z.string(),
  until: DayShape,
  withdrawnAt: Instant.nullable(),
})

const LookShape = z
  .object({
    at: Instant,
    agency: AgencyId,
    post: orNull(WordsShape),
    elsewhere: z
      .string()
      .nullable()
      .openapi({ description: 'The other installation where it was taken, as it is called here; null for this one' }),
    operation: z.enum(operations as [(typeof operations)[number]]),
    reason: z.string().nullable(),
    basis: z.union([
      z.object({ is: z.literal('consent'), consents: z.array(ConsentNamedShape) }),
      z.object({ is: z.literal('other'), says: z.string() }),
    ]),
  })
  .openapi('LookTaken')

export const LooksShape = z
  .object({
    looks: z.array(LookShape),
    next: z.string().nullable().openapi({ description: 'Goes into `after` for the page that follows' }),
  })
  .openapi('LooksTaken')

export const DossierTakenShape = z
  .object({
    format: z.literal('ieum-dossier'),
    version: z.literal(1),
    takenOn: DayShape,
    firm: FirmNamedShape.extend({ registeredAt: Instant }),
    members: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['member', 'adviser']),
        since: Instant,
        until: Instant.nullable(),
      }),
    ),
    facts: z.array(StatedShape.extend({ name: z.string(), takenBackAt: Instant.nullable() })),
    participations: z.array(ParticipationShape.extend({ takenBackAt: Instant.nullable() })),
    papers: z.array(
      PaperShape.extend({
        removedAt: Instant.nullable(),
        content: z.string().nullable().openapi({ description: 'Path of its bytes in this API' }),
      }),
    ),
    decisions: z.array(
      z.object({
        id: Id,
        agency: AgencyId,
        programme: z.string(),
        criterion: z.string(),
        verdict: z.enum(['met', 'unmet']),
        on: DayShape,
        until: DayShape.nullable(),
        reason: z.string().nullable(),
        signature: z.string(),
        revokedAt: Instant.nullable(),
      }),
    ),
    consents: z.array(
      ConsentNamedShape.extend({
        recipient: AgencyId,
        facts: z.array(z.string()),
        participations: z.boolean(),
        papers: z.array(Id),
        refusal: z.string(),
        text: z.object({ id: z.string(), version: z.int(), language: z.enum(['ko', 'en']), body: z.string() }),
        givenAt: Instant,
      }),
    ),
    referrals: z.array(
      z.object({
        id: Id,
        number: z.string(),
        state: z.string(),
        from: z.object({ agency: AgencyId, programme: z.string() }),
        to: z.object({ agency: AgencyId, programme: z.string() }),
        reason: z.string().nullable(),
        due: DayShape.nullable(),
        draftedOn: DayShape,
        sentOn: DayShape.nullable(),
        answeredOn: DayShape.nullable(),
        closedOn: DayShape.nullable(),
        proof: Value,
        history: z.array(
          z.object({
            move: z.string(),
            to: z.string(),
            on: DayShape,
            at: Instant,
            by: z.enum(['sender', 'receiver', 'firm', 'clock']),
            reason: z.string().nullable(),
            note: z.string().nullable(),
          }),
        ),
      }),
    ),
    notices: z.array(
      z.object({
        at: Instant,
        kind: z.string(),
        referral: Id.nullable(),
        detail: z.record(z.string(), Value),
        readAt: Instant.nullable(),
      }),
    ),
    looks: z.array(LookShape),
  })
  .openapi('DossierTaken', { description: 'Everything that is kept of a firm; bytes of papers are fetched one by one' })

const TriedFacts = ValuesByName.optional().openapi({
  description: 'Tried out this time, before what the dossier says; nothing of it is kept',
})

export const MatchOfDossierShape = z
  .strictObject({ on: DayShape.optional(), editions: z.literal('all').optional(), facts: TriedFacts })
  .openapi('MatchOfDossier')

export const PlanOfDossierShape = z
  .strictObject({
    on: DayShape.optional(),
    via: z.union([z.string().max(2_000), z.array(z.string().max(500)).max(20)]).optional(),
    pathway: z.string().max(100).optional(),
    horizon: z.string().max(20).optional(),
    max_legs: z.int().min(1).max(12).optional(),
    after: ValuesByName.optional(),
    event: z.string().max(200).optional(),
    alongside: z.boolean().optional(),
    facts: TriedFacts,
  })
  .openapi('PlanOfDossier')
