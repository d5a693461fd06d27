/** The shapes of agreements, decisions and figures as OpenAPI describes them; unknown fields are refused in what is sent. */
import { z } from '@hono/zod-openapi'
import { agreementMovers, agreementStates, roles, signedMoves } from '@ieum/desk'
import { agreementWritings, whyNot } from '@ieum/services'
import { DayShape, orNull, WordsShape, wholeInQuery } from '../schemas.ts'
import { Id } from './referral-shapes.ts'

const Slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'kebab-case')
const Slugs = z.array(Slug).max(100)
const Changed = z
  .int()
  .min(1)
  .max(1_000_000)
  .openapi({ description: 'The count of changes that was seen: whoever comes second is told' })
const State = z.enum(agreementStates).openapi('AgreementState')
const moves = Object.keys(agreementMovers) as (keyof typeof agreementMovers)[]
const Move = z.enum(moves).openapi('AgreementMove')
const Writing = z.enum(agreementWritings).openapi('AgreementWriting')
const Sentence = z.string().trim().max(2_000)

const terms = {
  fromProgramme: Slug,
  outcome: z.enum(['selected', 'completed']),
  toProgramme: Slug,
  kind: z.enum(['required', 'preferred', 'relaxes', 'follow-on', 'raises']),
  daysToAnswer: z.int().min(1).max(250).openapi({ description: 'Working days from the day after sending' }),
  remindBefore: z.int().min(0).max(250).openapi({ description: 'Working days' }),
  expireAfter: z.int().min(1).max(250).openapi({ description: 'Working days' }),
  places: z.int().min(1).max(1_000_000).nullable(),
  waives: Slugs.openapi({ description: 'Criteria and exclusions of the receiving programme that need not hold' }),
  accepts: Slugs.openapi({ description: 'Those on which the receiving agency takes the decision of the sending one' }),
  legalBasis: Sentence,
  purpose: z.strictObject({ ko: Sentence, en: Sentence }),
  councilTask: z.string().trim().max(100).nullable(),
  validFrom: DayShape,
  validTo: DayShape.nullable(),
}

const TermsShape = z.strictObject(terms).openapi('LinkTerms')

export const AgreementToDraftShape = z
  .strictObject({ terms: TermsShape, fromLink: Slug.optional() })
  .openapi('AgreementToDraft', { description: '`fromLink`: the link of the catalogue that it started from' })

export const DraftToChangeShape = z.strictObject({ changed: Changed, terms: TermsShape }).openapi('DraftToChange')
export const NextVersionShape = z.strictObject({ terms: TermsShape }).openapi('NextVersion')

export const AgreementMoveShape = z
  .strictObject({ move: Move, changed: Changed, reason: Sentence.optional() })
  .openapi('AgreementMoveAsked', { description: 'To refuse or to end one says why' })

export const AgreementDraftedShape = z
  .object({ agreement: Id, link: z.string(), version: z.int(), changed: Changed })
  .openapi('AgreementDrafted')

export const ChangedShape = z.object({ changed: Changed }).openapi('DraftChanged')
export const AgreementMovedShape = z.object({ state: State, changed: Changed }).openapi('AgreementMoved')
export const StartOfDraftShape = z.object({ terms: TermsShape }).openapi('StartOfDraft')

const agreement = {
  id: Id,
  link: z.string(),
  version: z.int(),
  state: State,
  changed: Changed,
  ...terms,
  purpose: WordsShape,
  fromAgency: z.string(),
  toAgency: z.string(),
  proposedBy: z.string(),
  reason: z.string().nullable(),
  endedOn: DayShape.nullable(),
  supersededBy: Id.nullable(),
  inForce: z.boolean(),
}
const AgreementShape = z.object(agreement).openapi('Agreement')

export const AgreementsShape = z
  .object({ agreements: z.array(AgreementShape), more: z.boolean() })
  .openapi('Agreements')

export const AgreementInFullShape = z
  .object({
    ...agreement,
    signatures: z.array(
      z
        .object({
          step: z.enum(signedMoves),
          agency: z.string(),
          post: WordsShape,
          person: orNull(z.string()).openapi({ description: 'For the two agencies whose agreement it is' }),
          at: z.iso.datetime(),
        })
        .openapi('LinkSignature'),
    ),
    versions: z.array(
      AgreementShape.pick({
        id: true,
        version: true,
        state: true,
        validFrom: true,
        validTo: true,
        supersededBy: true,
      }).openapi('AgreementVersion'),
    ),
    differences: z
      .array(z.object({ term: z.string(), before: z.unknown(), now: z.unknown() }).openapi('TermDifference'))
      .nullable()
      .openapi({ description: 'Against the version agreed before; null when there is none' }),
    moves: z.array(Move).openapi({ description: 'What who asks may do with it now' }),
    writings: z.array(Writing).openapi({ description: 'What who asks may do with its terms now' }),
    others: z
      .array(
        z
          .object({
            act: z.enum([...agreementWritings, ...moves]),
            agencies: z.array(z.string()),
            roles: z.array(z.enum(roles)),
            because: z.enum(whyNot).openapi({ description: 'Why who asks does not do it' }),
          })
          .openapi('OthersAct'),
      )
      .openapi({ description: 'What can be done with it now, but by others' }),
  })
  .openapi('AgreementInFull')

export const AgreementsQuery = z.strictObject({
  side: z.enum(['from', 'to']).optional(),
  state: State.optional(),
  inForceOn: DayShape.optional(),
  skip: wholeInQuery(0, 1_000_000).optional(),
})

export const LinkId = Slug

export const KeysShape = z
  .object({
    keys: z.array(
      z
        .object({
          kty: z.literal('OKP'),
          crv: z.literal('Ed25519'),
          x: z.string(),
          kid: z.string(),
          alg: z.string(),
          use: z.literal('sig'),
        })
        .openapi('Key'),
    ),
  })
  .openapi('Keys', { description: 'A JWK set (RFC 7517)' })

const Format = z.enum(['csv', 'parquet'])

export const SpanQuery = z.strictObject({ from: DayShape, to: DayShape })
export const FiguresFileQuery = z.strictObject({ from: DayShape, to: DayShape, format: Format })

const Count = z.int().nullable()

export const FiguresShape = z
  .object({
    figures: z.array(
      z
        .object({
          link: z.string(),
          fromAgency: z.string(),
          fromProgramme: z.string(),
          toAgency: z.string(),
          toProgramme: z.string(),
          sent: Count,
          answered: Count,
          answeredInTime: Count,
          accepted: Count,
          declined: Count,
          declinedFor: z.record(z.string(), Count).openapi({ description: 'By the code of the reason' }),
          completed: Count,
          medianDays: z.number().nullable().openapi({ description: 'Calendar days from sending to the answer' }),
          underWay: Count,
          expired: Count,
        })
        .openapi('LinkFigures', { description: 'Null: hidden, because so few firms are meant' }),
    ),
  })
  .openapi('Figures')

export const ExportShape = z
  .strictObject({
    side: z.enum(['sent', 'received']),
    purpose: z.string().trim().min(5).max(500).openapi({ description: 'Kept, and shown to each firm on the list' }),
    from: DayShape,
    to: DayShape,
    format: z.enum([...Format.options, 'json']),
    language: z.enum(['ko', 'en']).default('ko').openapi({ description: 'Of the words in CSV' }),
  })
  .openapi('ReferralExport')

export const ExportedReferralShape = z
  .object({
    number: z.string(),
    firmNumber: z.string(),
    firmName: z.string(),
    link: z.string(),
    fromAgency: z.string(),
    fromProgramme: z.string(),
    toAgency: z.string(),
    toProgramme: z.string(),
    state: z.string(),
    reason: z.string().nullable(),
    draftedOn: DayShape,
    sentOn: DayShape.nullable(),
    due: DayShape.nullable(),
    answeredOn: DayShape.nullable(),
    closedOn: DayShape.nullable(),
  })
  .openapi('ExportedReferral')

export const CaseExportShape = z
  .strictObject({
    purpose: z.string().trim().min(5).max(500).openapi({ description: 'Kept, and shown to the firm' }),
    format: z.enum(['json', 'csv']),
  })
  .openapi('CaseExport')
