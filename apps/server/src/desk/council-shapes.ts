/** The shapes of councils, sessions, tasks, decisions and actions as OpenAPI describes them; unknown fields are refused in what is sent. */
import { z } from '@hono/zod-openapi'
import { minutesItems, positions, sessionStates, taskStates } from '@ieum/council'
import { agreementStates } from '@ieum/desk'
import { measures, seatsOfCouncil } from '@ieum/services'
import { DayShape, orNull, WordsShape } from '../schemas.ts'
import { ActionShape, Asks, FollowedActionShape } from './action-shapes.ts'
import { FindingShape } from './follow-up-shapes.ts'
import { Id } from './referral-shapes.ts'
import { Changed, Said, Slug, Text, Title } from './said-shapes.ts'

export const CouncilId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'kebab-case')
const Clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 10:30')
  .openapi({ example: '10:30' })
const Kind = z.enum(['policy', 'consultative', 'zone'])
export const SessionState = z.enum(sessionStates).openapi('SessionState')
export const TaskState = z.enum(taskStates).openapi('TaskState')
const ItemKind = z.enum(['opening', 'task', 'report', 'finding', 'other', 'closing']).openapi('AgendaItemKind')
export const Position = z.enum(positions).openapi('TaskPosition')
const Disclosed = {
  openFrom: DayShape.nullable().openapi({ description: 'Open to everyone from this day; never: null' }),
}
export const Votes = z
  .union([
    z.object({ is: z.literal('without objection') }),
    z.object({ is: z.literal('counted'), for: z.int(), against: z.int(), abstained: z.int() }),
  ])
  .openapi('Votes')
const Hands = z.int().min(0).max(1_000)

// What is sent

export const CouncilToFoundShape = z
  .strictObject({ council: CouncilId })
  .openapi('CouncilToFound', { description: 'A council of the catalogue' })

const QuorumShape = z.strictObject({
  seats: z.number().positive().max(1).openapi({ description: 'Share of the seats that vote' }),
  everyAgency: z.boolean().openapi({ description: 'Nobody may be missing of any agency' }),
})
const RotationShape = z.enum(['fixed', 'in-turn']).openapi({ description: 'Who holds its sessions' })
const SeatToDrawUpShape = z.strictObject({
  agency: Slug.optional(),
  side: z.enum(['large', 'small', 'public']).optional(),
  title: Title,
  titleEn: Title.optional(),
  kind: z.enum(['chair', 'member', 'observer']).default('member'),
})
const seatsOf = <S extends z.ZodType>(seat: S, description: string) =>
  z.array(seat).min(seatsOfCouncil.least).max(seatsOfCouncil.most).openapi({ description })

export const CouncilToDrawUpShape = z
  .strictObject({
    name: Title,
    nameEn: Title.optional(),
    kind: Kind,
    foundedOn: DayShape.optional().openapi({ description: 'Today when left out; no day to come' }),
    quorum: QuorumShape.default({ seats: 0.5, everyAgency: true }),
    rotation: RotationShape.default('in-turn'),
    municipality: z.string().max(20).optional().openapi({ description: 'Code; of a consultative body' }),
    seats: seatsOf(
      SeatToDrawUpShape,
      'Of two agencies or sides at least, of them one seat of the agency that sets it up',
    ),
  })
  .openapi('CouncilToDrawUp', { description: 'A council that the catalogue does not know' })

export const CouncilChangeShape = z
  .strictObject({
    changed: Changed,
    name: Title,
    nameEn: Title.optional(),
    quorum: QuorumShape,
    rotation: RotationShape,
    seats: seatsOf(
      SeatToDrawUpShape.extend({ id: Id.optional().openapi({ description: 'Of a seat that stays' }) }),
      'All seats from today on, in their order; a seat that is not among them ends, and one with other words is another seat',
    ),
  })
  .openapi('CouncilChange')

export const SeatHoldersShape = z
  .strictObject({
    holders: z
      .array(
        z.strictObject({
          seat: Id.openapi({ description: 'Of the own agency; each once' }),
          holder: Id.nullable().openapi({ description: 'An open post of the own agency; null: none' }),
        }),
      )
      .min(1)
      .max(seatsOfCouncil.most),
  })
  .openapi('SeatHolders')

export const DissolutionShape = z.strictObject({ changed: Changed }).openapi('Dissolution')

export const SessionToPlanShape = z
  .strictObject({ on: DayShape, begins: Clock, place: Title, host: Slug.optional(), openFrom: DayShape.optional() })
  .openapi('SessionToPlan')

/** In a room without a network things happen before they are told of. */
const SaidAt = z.iso.datetime().optional().openapi({
  description: 'When it was, if it only comes in now; a moment still to come counts as now',
})

export const SessionMoveShape = z
  .strictObject({ move: z.enum(['call', 'open', 'end', 'close', 'cancel']), changed: Changed, at: SaidAt })
  .openapi('SessionMoveAsked')

export const SessionChangeShape = z
  .strictObject({
    changed: Changed,
    on: DayShape.optional(),
    begins: Clock.optional(),
    place: Title.optional(),
    host: Slug.optional(),
    openFrom: DayShape.nullable().optional(),
  })
  .openapi('SessionChange')

export const TurnShape = z.strictObject({ at: SaidAt }).openapi('TurnToItem')

export const ItemToPutShape = z
  .strictObject({
    kind: ItemKind,
    title: Title,
    titleEn: Title.optional(),
    minutes: z.int().min(1).max(600),
    task: Id.optional(),
    proposal: Text.optional(),
    finding: FindingShape.optional(),
  })
  .openapi('AgendaItemToPut')

export const OrderShape = z.strictObject({ order: z.array(Id).max(200) }).openapi('AgendaOrder')

export const ItemChangeShape = z
  .strictObject({
    changed: Changed,
    title: Title.optional(),
    minutes: z.int().min(1).max(600).optional(),
    proposal: Text.optional(),
    gist: z.string().trim().max(10_000).optional(),
    undecided: z.boolean().optional(),
    openFrom: DayShape.nullable().optional(),
    closedGround: z.string().trim().min(1).max(300).nullable().optional(),
  })
  .openapi('AgendaItemChange')

export const AttendanceShape = z
  .strictObject({
    state: z.enum(['coming', 'not-coming', 'present', 'absent']),
    deputy: Title.nullable().optional().openapi({ description: 'Null: nobody; left out, whoever it was' }),
    seen: z.enum(['invited', 'coming', 'not-coming', 'present', 'absent']).optional().openapi({
      description: 'What was marked when this was said: who comes second is told. Left out, the last is right',
    }),
    seenDeputy: Title.nullable().optional().openapi({ description: 'Who was to sit for the post then; null: nobody' }),
  })
  .openapi('AttendanceTold', { description: 'A deputy is named by title' })

export const DecisionToTakeShape = z
  .strictObject({
    item: Id,
    text: Text,
    textEn: Text.optional(),
    votes: z.strictObject({ for: Hands, against: Hands, abstained: Hands }).optional(),
    supersedes: Id.optional(),
    task: z.strictObject({ move: z.enum(['adopt', 'complete', 'stop']), reason: Text.optional() }).optional(),
    actions: z
      .array(z.strictObject({ title: Title, ownerPost: Id, due: DayShape, proofWanted: Title, asks: Asks.optional() }))
      .max(50)
      .optional(),
    openFrom: DayShape.optional(),
    closedGround: z.string().trim().min(1).max(300).optional(),
  })
  .openapi('DecisionToTake', { description: 'Without objection where no votes are counted' })

export const TaskToDraftShape = z
  .strictObject({
    code: z
      .string()
      .max(20)
      .regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'such as T9'),
    title: Title,
    titleEn: Title.optional(),
    needs: Text,
    proposedBy: z.array(Slug).min(1).max(20),
    programmes: z.array(Slug).max(100).default([]),
    pathways: z.array(Slug).max(100).default([]),
  })
  .openapi('TaskToDraft')

export const TaskMoveShape = z
  .strictObject({
    move: z.enum(['propose', 'answer', 'withdraw', 'begin']),
    changed: Changed,
    position: Position.optional(),
    reason: Text.optional(),
  })
  .openapi('TaskMoveAsked')

export const ActionMoveShape = z
  .strictObject({
    move: z.enum(['report', 'nod', 'return']),
    changed: Changed,
    text: Text.optional(),
    proof: z.string().trim().max(1_000).optional().openapi({ description: 'Of a report: where its proof is' }),
  })
  .openapi('ActionMoveAsked', { description: 'What was done; of a return, what is missing' })

// What is answered

export const CouncilsShape = z
  .object({
    councils: z.array(
      z.object({
        id: CouncilId,
        kind: Kind,
        name: Said,
        secretariat: Slug,
        dissolvedOn: DayShape.nullable(),
        next: DayShape.nullable(),
        lateActions: z.int(),
      }),
    ),
    catalogue: z
      .array(z.object({ id: CouncilId, name: WordsShape, seats: z.int(), tasks: z.int(), sessions: z.int() }))
      .openapi({ description: 'Councils of the catalogue in which the agency has a seat and that nobody has set up' }),
  })
  .openapi('Councils')

export const CouncilShape = z
  .object({
    id: CouncilId,
    kind: Kind,
    name: Said,
    secretariat: Slug,
    foundedOn: DayShape,
    dissolvedOn: DayShape.nullable(),
    ...Disclosed,
    quorum: z.object({ seats: z.number(), everyAgency: z.boolean() }),
    rotation: z.enum(['fixed', 'in-turn']),
    municipality: z.string().nullable(),
    changed: Changed,
    keeps: z.boolean(),
    holdsSeats: z.boolean(),
    unfinished: z
      .object({ sessions: z.int(), actions: z.int(), tasks: z.int(), closings: z.int() })
      .nullable()
      .openapi({ description: 'What must come to its end before it can be dissolved; null for who does not keep it' }),
    seats: z.array(
      z.object({
        id: Id,
        agency: Slug.nullable(),
        holder: z.object({ post: Id, name: Said }).nullable(),
        title: Said,
        kind: z.enum(['chair', 'member', 'observer']),
        side: z.string().nullable(),
      }),
    ),
    sessions: z.array(z.object({ id: Id, number: z.int(), on: DayShape, state: SessionState, reported: z.boolean() })),
    tasks: z.array(z.object({ id: Id, code: z.string(), title: Said, proposedBy: z.array(Slug), state: TaskState })),
    actions: z.array(FollowedActionShape),
  })
  .openapi('Council')

const Missing = z.object({ item: z.enum(minutesItems), of: Id.optional() }).openapi('MissingFromMinutes')

export const SessionShape = z
  .object({
    id: Id,
    council: z.object({ id: CouncilId, name: Said }),
    number: z.int(),
    on: DayShape,
    begins: Clock,
    place: orNull(Said),
    host: Slug.nullable(),
    state: SessionState,
    changed: Changed,
    reported: z.boolean(),
    ...Disclosed,
    keeps: z.boolean(),
    moves: z.array(z.enum(['call', 'open', 'end', 'close', 'cancel'])),
    current: z.object({ item: Id, began: z.iso.datetime() }).nullable(),
    quorum: z.object({
      is: z.enum(['met', 'short']),
      present: z.int(),
      needed: z.int(),
      absent: z.array(z.string()).optional(),
    }),
    attendance: z.array(
      z.object({
        seat: Id,
        agency: Slug.nullable(),
        title: Said,
        state: z.enum(['invited', 'coming', 'not-coming', 'present', 'absent']),
        deputy: z.string().nullable(),
      }),
    ),
    items: z.array(
      z.object({
        id: Id,
        kind: ItemKind,
        title: Said,
        minutes: z.int(),
        from: Clock,
        to: Clock,
        task: Id.nullable(),
        proposedBy: z.array(Slug),
        proposal: z.string().nullable(),
        finding: z.unknown(),
        gist: z.string().nullable(),
        undecided: z.boolean(),
        ...Disclosed,
        closedGround: z.string().nullable(),
        changed: Changed,
        decisions: z.array(
          z.object({
            id: Id,
            number: z.string(),
            text: Said,
            votes: Votes.nullable(),
            supersededBy: Id.nullable(),
            ...Disclosed,
          }),
        ),
      }),
    ),
    actions: z.array(ActionShape),
    missing: z.array(Missing),
  })
  .openapi('CouncilSession')

export const CountShape = z
  .union([
    z.object({ is: z.literal('counted'), value: z.number(), of: z.number().optional() }),
    z.object({ is: z.literal('not measured') }),
  ])
  .openapi('Count')

const SourceShape = z.object({
  title: z.string().optional(),
  dated: z.string().optional(),
  url: z.string().optional(),
  confidence: z.string().optional(),
})

export const TaskShape = z
  .object({
    id: Id,
    council: CouncilId,
    code: z.string(),
    title: Said,
    needs: orNull(Said),
    proposedBy: z.array(Slug),
    state: TaskState,
    changed: Changed,
    reason: z.string().nullable(),
    programmes: z.array(Slug),
    chains: z.array(z.string()),
    pathways: z.array(Slug),
    posts: z.array(z.object({ agency: Slug, post: Id.nullable(), title: Said, inferred: z.boolean() })),
    sides: z.array(Slug).openapi({ description: 'Agencies with a seat in the council' }),
    links: z
      .array(
        z.object({
          id: Id,
          version: z.int(),
          state: z.enum(agreementStates),
          inForce: z.boolean(),
          fromAgency: Slug,
          fromProgramme: Slug,
          toAgency: Slug,
          toProgramme: Slug,
        }),
      )
      .openapi({ description: 'Agreements on links that name the task' }),
    answers: z.array(
      z.object({ agency: Slug, position: Position, reason: z.string().nullable(), at: z.iso.datetime() }),
    ),
    moves: z.array(z.enum(['propose', 'answer', 'withdraw', 'begin', 'adopt', 'complete', 'stop'])),
    keeps: z.boolean().openapi({ description: 'Milestones and figures are for who asks to keep' }),
    namesOwners: z.boolean(),
    milestones: z.array(
      z.object({ id: Id, title: Said, due: DayShape, reachedOn: DayShape.nullable(), changed: Changed }),
    ),
    indicators: z.record(z.enum(measures), CountShape),
    decisions: z.array(
      z.object({
        id: Id,
        number: z.string(),
        text: Said,
        on: DayShape,
        supersededBy: z.string().nullable().openapi({ description: 'Number of the decision that took its place' }),
      }),
    ),
    actions: z.array(FollowedActionShape),
    events: z.array(
      z.object({ name: WordsShape, from: DayShape, to: DayShape, by: z.array(Slug).optional(), source: SourceShape }),
    ),
    zones: z.array(
      z.object({
        name: WordsShape,
        kind: z.enum(['special', 'economic']),
        designated: z.string().optional().openapi({ description: 'Day, month or year' }),
        source: SourceShape,
      }),
    ),
    later: z
      .array(
        z.object({
          fact: WordsShape,
          dated: z.string().optional(),
          source: SourceShape,
        }),
      )
      .openapi({ description: 'What sources report since; never a result of the council' }),
  })
  .openapi('CollaborationTask')

export const MovedShape = z.object({ state: z.string(), changed: Changed }).openapi('Moved')
