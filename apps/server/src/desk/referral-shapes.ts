/** The shapes of referrals, consents and batches as OpenAPI describes them; unknown fields are refused in what is sent. */
import { z } from '@hono/zod-openapi'
import { reasonsOf, states } from '@ieum/desk'
import { DayShape, orNull, ResultShape, WordsShape, wholeInQuery } from '../schemas.ts'
import { CheckedDecisionShape } from './decision-shapes.ts'
import { Id } from './id-shape.ts'

export { Id }

const Slug = z.string().max(200)
const StateShape = z.enum(states).openapi('ReferralState')
const PartyShape = z.enum(['sender', 'receiver', 'firm', 'clock']).openapi('Party')
const Changed = z
  .int()
  .min(1)
  .max(1_000_000)
  .openapi({ description: 'The count of changes that was seen: whoever comes second is told' })
const Reason = z.enum([...new Set(Object.values(reasonsOf).flat())]).openapi('Reason')
const Note = z.string().max(2_000)
const Purpose = z.string().trim().min(2).max(500).openapi({ description: 'What it is for; kept with the case' })

const ReferralLineShape = z
  .object({
    id: Id,
    number: z.string(),
    state: StateShape,
    changed: Changed,
    firm: z.object({ id: Id, name: z.string() }).nullable(),
    fromAgency: Slug,
    toAgency: Slug,
    fromProgramme: Slug,
    toProgramme: Slug,
    post: Id.nullable(),
    due: DayShape.nullable(),
    daysLeft: z.int().nullable().openapi({ description: 'Working days; negative when it is late' }),
    sentOn: DayShape.nullable(),
    reason: z.string().nullable(),
  })
  .openapi('ReferralLine')

export const ReferralsShape = z
  .object({
    lines: z.array(ReferralLineShape),
    total: z.int(),
    counts: z.partialRecord(StateShape, z.int()),
  })
  .openapi('Referrals')

export const ReferralsQuery = z.object({
  box: z.enum(['in', 'out']).default('in'),
  states: z
    .string()
    .max(300)
    .transform(text => text.split(','))
    .pipe(z.array(StateShape))
    .optional()
    .openapi({ description: 'States, by commas', type: 'string' }),
  mine: z.enum(['true', 'false']).optional(),
  dueBy: DayShape.optional(),
  dueWithin: wholeInQuery(0, 250).optional().openapi({ description: 'Working days, as daysLeft counts them' }),
  programme: Slug.optional(),
  search: z.string().max(100).optional(),
  skip: wholeInQuery(0, 1_000_000).optional(),
  most: wholeInQuery(1, 200).optional(),
})

const PassedFactShape = z
  .object({
    value: z.unknown(),
    source: z.enum(['entered', 'registry', 'decision']),
    sourceName: z.string(),
    asOf: DayShape,
  })
  .openapi('PassedFact')

const CriterionShape = ResultShape.shape.criteria.element

const ProvenCriterionShape = z
  .object({
    ...CriterionShape.shape,
    because: z.union([
      CriterionShape.shape.because,
      z.array(z.object({ decision: z.object({ agency: Slug, on: DayShape, id: Id }) })),
    ]),
  })
  .openapi('ProvenCriterion', { description: 'What stands for a verdict: facts, or a decision of another agency' })

const ProofShape = z
  .object({
    on: DayShape,
    programme: Slug,
    edition: z.string().optional(),
    verdict: ResultShape.shape.verdict.optional(),
    criteria: z.array(ProvenCriterionShape),
    missing: z.array(z.string()),
    facts: z.record(z.string(), PassedFactShape),
    rules: z
      .record(z.string(), z.string())
      .optional()
      .openapi({ description: 'A digest of what each rule said that day, by `criteria/…` and `exclusions/…`' }),
  })
  .openapi('ReferralProof')

const SideShape = z.object({ agency: Slug, programme: Slug, post: Id.nullable() })

export const CaseShape = z
  .object({
    id: Id,
    number: z.string(),
    side: PartyShape,
    state: StateShape,
    changed: Changed,
    firm: z.object({ id: Id, name: z.string(), number: z.string() }).nullable(),
    from: SideShape,
    to: SideShape,
    link: z.object({
      agreement: Id,
      link: Slug,
      version: z.int(),
      daysToAnswer: z.int(),
      waives: z.array(z.string()),
      accepts: z.array(z.string()),
    }),
    due: DayShape.nullable(),
    daysLeft: z.int().nullable(),
    reason: z.string().nullable(),
    reroutedFrom: Id.nullable(),
    sentOn: DayShape.nullable(),
    answeredOn: DayShape.nullable(),
    moves: z.array(z.object({ move: z.string(), reasons: z.array(z.string()) })),
    history: z.array(
      z
        .object({
          seq: z.int(),
          move: z.string(),
          to: StateShape,
          on: DayShape,
          at: z.iso.datetime(),
          by: PartyShape,
          post: orNull(WordsShape),
          reason: z.string().nullable(),
          note: z.string().nullable(),
        })
        .openapi('ReferralEvent'),
    ),
    filledIn: z.array(z.object({ seq: z.int(), at: z.iso.datetime() })).openapi({
      description: 'When the firm said that what it was asked back for is there, by the event of the round’s return',
    }),
    mails: z
      .object({ from: z.string().nullable(), to: z.string().nullable() })
      .openapi({ description: 'Where the two agencies can be written to' }),
    consents: z.array(
      z
        .object({
          id: Id,
          kind: z.enum(['hand-off', 'papers', 'outcome']),
          recipient: Slug,
          purpose: z.string(),
          facts: z.array(z.string()),
          participations: z.boolean(),
          papers: z.array(Id),
          until: DayShape,
          givenAt: z.iso.datetime(),
          withdrawnAt: z.iso.datetime().nullable(),
          body: z.string().nullable(),
        })
        .openapi('Consent'),
    ),
    proof: ProofShape.nullable(),
    decisions: z.array(CheckedDecisionShape).openapi({
      description: 'On the firm, as far as the desk may see them: its own agency’s, and those that the link takes over',
    }),
    papers: z.array(
      z.object({
        id: Id,
        kind: z.string(),
        name: z.string(),
        mediaType: z.string(),
        bytes: z.int(),
        state: z.string(),
      }),
    ),
    access: z.enum(['stands', 'expired', 'withdrawn', 'recalled', 'closed', 'not yours']),
  })
  .openapi('Case')

export const ReferralToDraftShape = z
  .strictObject({ agreement: Id, firm: Id, reason: Purpose })
  .openapi('ReferralToDraft')

export const DraftedShape = z.object({ referral: Id, number: z.string() }).openapi('DraftedReferral')

export const MoveShape = z
  .strictObject({
    move: z.enum([
      'send',
      'resend',
      'recall',
      'receive',
      'review',
      'return',
      'accept',
      'decline',
      'enrol',
      'complete',
      'fail',
      'withdraw',
    ]),
    changed: Changed,
    reason: Reason.optional(),
    note: Note.optional(),
  })
  .openapi('ReferralMove')

export const MovedShape = z
  .object({ state: StateShape, changed: Changed, due: DayShape.nullable() })
  .openapi('MovedReferral')

export const RerouteShape = z.strictObject({ agreement: Id, changed: Changed, reason: Purpose }).openapi('Reroute')

export const BatchFilterShape = z.object({ agreement: Id, from: DayShape, to: DayShape })

export const CandidatesShape = z
  .object({
    candidates: z.array(
      z.object({
        firm: Id,
        name: z.string(),
        on: DayShape,
        verdict: ResultShape.shape.verdict,
        missing: z.array(z.string()),
        before: z
          .object({ state: z.enum(['declined', 'withdrawn', 'expired', 'recalled']), on: DayShape })
          .optional()
          .openapi({ description: 'How the last referral of the firm to that programme ended without a place' }),
      }),
    ),
    underWay: z.int(),
  })
  .openapi('BatchCandidates')

export const BatchToProposeShape = z
  .strictObject({
    agreement: Id,
    from: DayShape,
    to: DayShape,
    name: z.string().trim().min(1).max(200),
    reason: Purpose,
    firms: z.array(Id).min(1).max(500),
  })
  .openapi('BatchToPropose')

export const BatchesShape = z
  .object({
    batches: z.array(
      z.object({
        id: Id,
        name: z.string(),
        reason: z.string(),
        agreement: Id,
        state: z.enum(['proposed', 'approved', 'refused']),
        firms: z.int(),
        proposedAt: z.iso.datetime(),
        own: z.boolean(),
      }),
    ),
  })
  .openapi('Batches')

export const BatchDecisionShape = z.strictObject({ decision: z.enum(['approve', 'refuse']) }).openapi('BatchDecision')

export const ConsentsAskedShape = z
  .object({
    referral: Id,
    state: StateShape,
    consents: z.array(
      z.object({
        text: z.object({
          kind: z.enum(['hand-off', 'papers', 'outcome']),
          id: z.string(),
          version: z.int(),
          required: z.boolean(),
          language: z.enum(['ko', 'en']),
          law: z.string(),
          recipient: z.string(),
          purpose: z.string(),
          items: z.string(),
          until: z.string(),
          refusal: z.string(),
          body: z.string(),
        }),
        facts: z.array(z.string()),
        participations: z.boolean(),
        papers: z.array(z.object({ id: Id, name: z.string() })),
      }),
    ),
  })
  .openapi('ConsentsAsked')

export const ConsentToGiveShape = z
  .strictObject({
    language: z.enum(['ko', 'en']),
    until: DayShape,
    facts: z.array(z.string().max(100)).max(500),
    participations: z.boolean(),
    papers: z.array(Id).max(200).optional(),
    outcome: z.boolean(),
    changed: Changed,
  })
  .openapi('ConsentToGive')
