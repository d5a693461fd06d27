/** What the open record answers, as OpenAPI describes it. */
import { z } from '@hono/zod-openapi'
import { actionStates, positions, sessionStates, taskStates } from '@ieum/council'
import { fewestTold, measures } from '@ieum/services'
import { DayShape, orNull, WordsShape } from '../schemas.ts'

const Said = z.object({ ko: z.string(), en: z.string().nullable() })
const Agencies = z.array(z.string())
const Names = z
  .object({
    agencies: z.record(z.string(), WordsShape),
    programmes: z.record(z.string(), WordsShape),
    pathways: z.record(z.string(), WordsShape),
  })
  .openapi('NamesOfIds')
const Page = z.string().openapi({ example: '/councils/mss-motie', description: 'The page of it; it does not change' })
const OpenDay = DayShape.openapi({ description: 'The day from which it is open to everyone' })
const Clock = z.string().openapi({ example: '10:30' })
const Votes = z.union([
  z.object({ is: z.literal('without objection') }),
  z.object({ is: z.literal('counted'), for: z.int(), against: z.int(), abstained: z.int() }),
])
const SourceShape = z.looseObject({}).openapi({ description: 'Where it was read: title, url, dated, confidence' })
const MadeUp = z.boolean().openapi({ description: 'Kept by a demonstration: nothing of it has happened' })
const Seat = z
  .object({
    id: z.string(),
    agency: z.string().nullable(),
    title: Said,
    kind: z.enum(['chair', 'member', 'observer']),
    side: z.string().nullable(),
    since: DayShape.nullable(),
  })
  .openapi('OpenSeat', { description: 'A post, never a person' })
const SessionState = z
  .enum(sessionStates)
  .nullable()
  .openapi({ description: 'Null: a source reports it, and nothing was kept of it here' })
const TaskState = z
  .enum(taskStates)
  .nullable()
  .openapi({ description: 'Null: a source reports it, and says nothing of how it stands' })

const Item = z
  .union([
    z.object({
      is: z.literal('open'),
      id: z.string(),
      number: z.int(),
      kind: z.enum(['opening', 'task', 'report', 'finding', 'other', 'closing']),
      title: Said,
      minutes: z.int(),
      by: orNull(Said),
      task: z.string().nullable(),
      proposedBy: Agencies,
      proposal: z.string().nullable(),
      gist: z.string().nullable(),
      undecided: z.boolean(),
      decisions: z.array(z.string()),
    }),
    z.object({
      is: z.literal('closed'),
      id: z.string(),
      number: z.int(),
      ground: z.string(),
      opensOn: DayShape.nullable(),
    }),
  ])
  .openapi('OpenAgendaItem', { description: 'Of a closed one only that it is there, on which ground, until when' })

const SessionLine = z.object({
  number: z.int(),
  on: DayShape,
  state: SessionState,
  reported: z.boolean(),
  minutesFrom: DayShape.nullable(),
  page: Page,
})
const TaskLine = z.object({
  code: z.string(),
  title: Said,
  proposedBy: Agencies,
  state: TaskState,
  reported: z.boolean(),
  later: z.int().openapi({ description: 'How many later facts sources report beside it; the task itself tells them' }),
  page: Page,
})
const Decision = z
  .object({
    number: z.string(),
    on: DayShape,
    text: Said,
    votes: orNull(Votes),
    status: z.enum(['standing', 'superseded']),
    supersededBy: z.string().nullable(),
    supersedes: z.array(z.string()),
    session: z.int().nullable(),
    task: z.string().nullable(),
    opened: OpenDay,
    page: Page,
  })
  .openapi('OpenDecision', { description: 'Superseded only by a decision that is open too' })
const Action = z
  .object({
    title: Said,
    decision: z.string().nullable(),
    task: z.string().nullable(),
    owner: z.string(),
    due: DayShape,
    state: z.enum(actionStates),
    late: z.boolean(),
    closedOn: DayShape.nullable(),
  })
  .openapi('OpenAction')

const CouncilKind = z.enum(['policy', 'consultative', 'zone'])

const CouncilLine = {
  id: z.string(),
  kind: CouncilKind,
  name: Said,
  madeUp: MadeUp,
  from: z.enum(['records', 'sources']).openapi({ description: 'Kept here, or as sources report it' }),
  updated: DayShape.nullable().openapi({ description: 'The last day on which something that stands here became open' }),
  page: Page,
}

export const OpenCouncilsShape = z
  .object({
    councils: z.array(
      z
        .object({ ...CouncilLine, sessions: z.int(), tasks: z.int(), codes: z.array(z.string()), decisions: z.int() })
        .openapi('OpenCouncilLine'),
    ),
  })
  .openapi('OpenCouncils', { description: 'Counts are of what is open' })

export const OpenCouncilShape = z
  .object({
    ...CouncilLine,
    source: orNull(SourceShape),
    secretariat: z.string().nullable(),
    foundedOn: DayShape.nullable(),
    dissolvedOn: DayShape.nullable(),
    opened: orNull(OpenDay),
    seats: z.array(Seat),
    sessions: z.array(SessionLine),
    tasks: z.array(TaskLine),
    decisions: z.array(Decision),
    actions: z.array(Action),
    names: Names,
  })
  .openapi('OpenCouncil')

const OfCouncil = { council: z.object({ id: z.string(), name: Said, madeUp: MadeUp, page: Page }), page: Page }

export const OpenSessionShape = z
  .object({
    ...OfCouncil,
    number: z.int(),
    on: DayShape,
    begins: Clock.nullable(),
    ends: Clock.nullable(),
    place: orNull(Said),
    host: z.string().nullable(),
    state: SessionState,
    reported: z.boolean(),
    source: orNull(SourceShape),
    opened: OpenDay,
    minutesFrom: DayShape.nullable(),
    updated: DayShape,
    items: z.array(Item),
    present: orNull(z.array(Seat)),
    decisions: z.array(Decision),
    names: Names,
  })
  .openapi('OpenSession')

const CountShape = z
  .union([
    z.object({
      is: z.literal('counted'),
      value: z.number(),
      of: z.number().optional(),
    }),
    z.object({ is: z.literal('not measured') }),
    z.object({ is: z.literal('fewer than'), than: z.literal(fewestTold) }),
    z.object({ is: z.literal('withheld') }),
  ])
  .openapi('OpenCount', { description: 'Fewer than five firms are not told, nor what they could be worked out from' })

export const OpenTaskShape = z
  .object({
    ...OfCouncil,
    code: z.string(),
    title: Said,
    needs: orNull(Said),
    proposedBy: Agencies,
    state: TaskState,
    reported: z.boolean(),
    opened: orNull(OpenDay),
    updated: DayShape.nullable(),
    programmes: z.array(z.string()),
    chains: z.array(z.string()),
    pathways: z.array(z.string()),
    posts: z.array(z.object({ agency: z.string(), title: Said, inferred: z.boolean() })),
    answers: z.array(
      z.object({ agency: z.string(), position: z.enum(positions), reason: z.string().nullable(), on: DayShape }),
    ),
    milestones: z.array(z.object({ title: Said, due: DayShape, reachedOn: DayShape.nullable() })),
    aims: z.array(
      z.object({
        measure: z.string(),
        target: z.number().nullable(),
        targetBy: DayShape.nullable(),
        baseline: z.number().nullable(),
        baselineSource: z.string().nullable(),
      }),
    ),
    councils: z
      .array(z.object({ id: z.string(), name: Said, kind: CouncilKind }))
      .openapi({ description: 'Other councils that it is about' }),
    indicators: orNull(z.record(z.enum(measures), CountShape)),
    links: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), validFrom: DayShape.nullable() })),
    later: z
      .array(z.looseObject({}))
      .openapi({ description: 'Facts beside it, each with its source; never a result of the council' }),
    decisions: z.array(Decision),
    actions: z.array(Action),
    names: Names,
  })
  .openapi('OpenTask')

export const OpenDecisionShape = z
  .object({
    ...OfCouncil,
    decision: Decision,
    item: orNull(z.object({ number: z.int(), title: Said })),
    actions: z.array(Action),
    updated: DayShape,
    names: Names,
  })
  .openapi('OpenDecisionRead')
