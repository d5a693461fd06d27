/** The shapes of what decisions asked for: actions, how they are followed, and the links that are drawn up for them. */
import { z } from '@hono/zod-openapi'
import { actionStates } from '@ieum/council'
import { agreementStates } from '@ieum/desk'
import { DayShape, WordsShape } from '../schemas.ts'
import { AgreementToDraftShape } from './agreement-shapes.ts'
import { CouncilPaperShape, ProgrammeChangeShape } from './follow-up-shapes.ts'
import { Id } from './referral-shapes.ts'
import { Changed, Said, Slug, Text } from './said-shapes.ts'

const ActionState = z.enum(actionStates).openapi('ActionState')

export const Asks = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('link'), fromProgramme: Slug, toProgramme: Slug }),
    z.strictObject({
      is: z.literal('programme change'),
      programme: Slug,
      change: Text,
      to: ProgrammeChangeShape.optional(),
    }),
    z.strictObject({ is: z.literal('study') }),
  ])
  .openapi('ActionAsks', { description: 'What it asks for beyond a report' })

const LinkOfActionShape = z
  .object({ agreement: Id.nullable(), state: z.enum([...agreementStates, 'in force', 'not shown']) })
  .nullable()
  .openapi({ description: 'How far the link has come that was drawn up for it' })

export const ActionShape = z
  .object({
    id: Id,
    title: Said,
    decision: z.string(),
    task: Id.nullable(),
    ownerAgency: Slug,
    ownerPost: Id,
    ownerName: Said,
    due: DayShape,
    lastDay: DayShape.openapi({ description: 'The next working day where it is due on a day off' }),
    daysLeft: z.int().openapi({ description: 'Working days' }),
    state: ActionState,
    late: z.boolean(),
    proofWanted: z.string(),
    asks: Asks.nullable(),
    report: z.string().nullable(),
    proof: z.string().nullable(),
    reason: z.string().nullable(),
    supersededBy: z
      .string()
      .nullable()
      .openapi({ description: 'Number of the decision that took the place of its own' }),
    link: LinkOfActionShape,
    changed: Changed,
  })
  .openapi('CouncilAction')

export const FollowedActionShape = ActionShape.extend({
  council: z.object({ id: z.string(), name: Said }),
  session: z.object({ id: Id, number: z.int() }),
  decisionText: Said,
  taskCode: z.string().nullable(),
  whose: z.enum(['mine', 'agency', 'others']),
  moves: z.array(z.enum(['report', 'nod', 'return'])).openapi({ description: 'What who asks may do with it now' }),
  mayDraftLink: z.boolean(),
  papers: z.array(CouncilPaperShape).openapi({ description: 'What proves it' }),
}).openapi('FollowedAction')

export const FollowUpCountsShape = z
  .object({ councils: z.int(), mine: z.int(), agency: z.int(), late: z.int(), awaitsNod: z.int() })
  .openapi('FollowUpCounts')

export const FollowUpShape = z
  .object({ counts: FollowUpCountsShape, actions: z.array(FollowedActionShape) })
  .openapi('FollowUp')

export const LinkStartShape = z
  .object({
    council: WordsShape,
    decision: z.string(),
    title: WordsShape,
    terms: AgreementToDraftShape.shape.terms,
    drafted: LinkOfActionShape,
    mayDraft: z.boolean(),
  })
  .openapi('LinkForAction', { description: 'What the link begins as that a decision asks for' })
