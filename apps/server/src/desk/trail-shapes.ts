/** The auditor's part of the API: what its log, its months and its files look like. */
import { z } from '@hono/zod-openapi'
import { states } from '@ieum/desk'
import { shortestReason, trails } from '@ieum/services'
import { DayShape, orNull, WordsShape } from '../schemas.ts'
import { PersonId } from './described.ts'
import { Id } from './referral-shapes.ts'

export const TrailName = z
  .enum(trails)
  .openapi({ description: '`access_entry`: who looked at whom; `audit_entry`: what was changed, and refused' })

export const MonthParam = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .openapi({ description: 'A month', example: '2026-05' })

const Page = {
  from: DayShape,
  to: DayShape,
  person: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .optional()
    .openapi({ description: 'An id, a mail address or a part of a name' }),
  operation: z.string().min(1).max(60).optional(),
  after: z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .openapi({ description: '`next` of the page before' }),
  most: z.coerce.number().int().min(1).max(200).default(50),
}

export const AccessesQuery = z.strictObject({
  ...Page,
  firm: z.string().trim().min(1).max(40).optional().openapi({ description: 'The id or the number of a firm' }),
})
export const ChangesQuery = z.strictObject({
  ...Page,
  subject: z.string().min(1).max(200).optional().openapi({ description: 'The id of what was changed' }),
})

const Person = z.object({
  id: PersonId.openapi({ description: '식별자' }),
  name: z.string().nullable(),
  email: z.string().nullable(),
})
const Firm = z.object({ id: Id, number: z.string(), name: z.string() })
const Next = z.int().nullable().openapi({ description: 'Asked for as `after` it gives what is older' })

const AccessShape = z
  .object({
    seq: z.int(),
    at: z.iso.datetime().openapi({ description: '접속일시' }),
    person: Person,
    post: orNull(WordsShape),
    place: z.string().openapi({ description: '접속지: the network address' }),
    firms: z.array(Firm).openapi({ description: '처리한 정보주체; a long list only begins here' }),
    firmCount: z.int(),
    operation: z.string().openapi({ description: '수행업무' }),
    basis: z.string(),
    reason: z.string().nullable(),
  })
  .openapi('Access')

export const AccessesShape = z.object({ accesses: z.array(AccessShape), next: Next }).openapi('Accesses')

export const ChangesShape = z
  .object({
    changes: z.array(
      z
        .object({
          seq: z.int(),
          at: z.iso.datetime(),
          person: Person.nullable().openapi({ description: 'Null: the clock, or whoever keeps the installation' }),
          post: orNull(WordsShape),
          operation: z.string(),
          subject: z.string(),
          detail: z.record(z.string(), z.unknown()),
        })
        .openapi('ChangeMade'),
    ),
    next: Next,
  })
  .openapi('ChangesMade')

export const TrailExportShape = z
  .strictObject({
    trail: TrailName,
    format: z.enum(['lines', 'csv']).openapi({ description: '`lines`: JSON, as `ieum trail verify` reads it' }),
    from: DayShape,
    to: DayShape,
    reason: z.string().trim().min(shortestReason).max(500).openapi({ description: 'Kept with the log' }),
  })
  .openapi('TrailExport')

export const TrailToVerifyShape = z.strictObject({ trail: TrailName }).openapi('TrailToVerify')

const Head = z.object({ lane: z.string(), seq: z.int(), hash: z.string() })

export const VerifiedShape = z
  .discriminatedUnion('is', [
    z.object({
      is: z.literal('whole'),
      entries: z.int(),
      heads: z.array(Head),
      after: z.array(Head).optional().openapi({ description: 'What was before these was destroyed when due' }),
    }),
    z.object({
      is: z.literal('tampered'),
      line: z.int(),
      lane: z.string(),
      seq: z.int().openapi({ description: 'The first bad number' }),
      why: z.string(),
    }),
  ])
  .openapi('TrailVerified')

export const CheckpointShape = z
  .object({
    taken: DayShape,
    checkpoints: z.array(z.object({ trail: TrailName, heads: z.array(Head) })),
  })
  .openapi('Checkpoint')

export const MonthsShape = z
  .object({
    months: z.array(
      z.object({ month: z.string(), looks: z.int(), over: z.boolean(), reviewedAt: z.iso.datetime().nullable() }),
    ),
  })
  .openapi('TrailMonths')

const counted = { count: z.int(), entries: z.array(AccessShape) }

const ReviewShape = z
  .object({
    id: Id,
    at: z.iso.datetime(),
    person: Person,
    remark: z.string(),
    figures: z.object({
      looks: z.int(),
      firms: z.int(),
      people: z.int(),
      outOfHours: z.int(),
      withoutReferral: z.int(),
      downloads: z.int(),
      downloadsWithoutReason: z.int(),
      neverSent: z.int(),
    }),
    seq: z.int().openapi({ description: 'How far the chain of looks went' }),
  })
  .openapi('TrailReview')

export const MonthShape = z
  .object({
    month: z.string(),
    over: z.boolean().openapi({ description: 'Only then can it be marked as reviewed' }),
    figures: z.object({
      looks: z.int(),
      firms: z.int(),
      people: z.array(
        z.object({
          person: Person,
          looks: z.int(),
          firms: z.int(),
          outOfHours: z.int(),
          withoutReferral: z.int(),
          downloads: z.int(),
        }),
      ),
      outOfHours: z
        .object({
          ...counted,
          opens: z.string().nullable(),
          closes: z.string().nullable(),
          approximate: z.boolean().openapi({ description: 'Not every holiday of the month is known' }),
        })
        .openapi({ description: 'On closed days, or before and after the hours of the catalogue' }),
      withoutReferral: z
        .object(counted)
        .openapi({ description: 'One firm’s record, while no referral between it and the agency was under way' }),
      downloads: z.object({ ...counted, withoutReason: z.int() }),
      neverSent: z
        .object({
          count: z.int(),
          referrals: z.array(
            z.object({
              id: Id,
              number: z.string(),
              firm: Firm.nullable(),
              state: z.enum(states),
              draftedOn: DayShape,
              draftedBy: Person.nullable(),
              looks: z.int(),
            }),
          ),
        })
        .openapi({ description: 'Drafted in the month, the firm’s record opened since, and not sent to this day' }),
    }),
    reviews: z.array(ReviewShape),
  })
  .openapi('TrailMonth')

export const ReviewToWriteShape = z
  .strictObject({ remark: z.string().trim().min(2).max(2000).openapi({ description: 'What was found' }) })
  .openapi('TrailReviewToWrite')

export const ReviewedShape = z.object({ review: ReviewShape }).openapi('TrailReviewed')
