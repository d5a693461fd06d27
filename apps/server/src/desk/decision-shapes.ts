/** The shapes of signed decisions as OpenAPI describes them. */
import { z } from '@hono/zod-openapi'
import { DayShape } from '../schemas.ts'
import { Id } from './id-shape.ts'

export const DecisionToSignShape = z
  .strictObject({
    firm: Id,
    programme: z.string().max(200),
    criterion: z.string().max(200),
    verdict: z
      .enum(['met', 'unmet'])
      .openapi({ description: 'Of an exclusion, `met` means that it shuts the firm out' }),
    on: DayShape,
    until: DayShape.nullable(),
    reason: z.string().trim().min(2).max(500).optional().openapi({
      description: 'Part of what is signed; the firm sees it, and the agency that takes the decision over',
    }),
  })
  .openapi('DecisionToSign')

export const RevocationShape = z.strictObject({ reason: z.string().trim().min(2).max(2_000) }).openapi('Revocation')

export const DecisionShape = z
  .object({
    id: Id,
    agency: z.string(),
    programme: z.string(),
    criterion: z.string(),
    verdict: z.enum(['met', 'unmet']),
    on: DayShape,
    until: DayShape.nullable(),
    reason: z.string().nullable(),
    signature: z.string().openapi({ description: 'Compact JWS (RFC 7515), by the key at /api/keys' }),
    revoked: z.boolean(),
  })
  .openapi('Decision')

export const CheckedDecisionShape = DecisionShape.extend({
  signatureHolds: z.boolean().openapi({
    description: 'Checked at this reading: the signature is by the key of this installation, over every word of it',
  }),
}).openapi('CheckedDecision')

export const DecisionsShape = z.object({ decisions: z.array(CheckedDecisionShape) }).openapi('Decisions')
