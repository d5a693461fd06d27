/** Councils: seats, sessions and their agenda, tasks, decisions, and what comes of them. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  type changeCouncil,
  changeItem,
  type dissolveCouncil,
  draftTask,
  drawUpCouncil,
  foundCouncil,
  type holdSeats,
  listCouncils,
  markAttendance,
  moveAction,
  moveSession,
  moveTask,
  orderAgenda,
  planSession,
  putFinding,
  putOnAgenda,
  readCouncil,
  readSession,
  readTask,
  takeDecision,
  takeOffAgenda,
  turnToItem,
} from '@ieum/services'
import type { Context } from 'hono'
import {
  ActionMoveShape,
  AttendanceShape,
  CouncilId,
  CouncilShape,
  CouncilsShape,
  CouncilToDrawUpShape,
  CouncilToFoundShape,
  DecisionToTakeShape,
  ItemChangeShape,
  ItemToPutShape,
  MovedShape,
  OrderShape,
  SessionMoveShape,
  SessionShape,
  SessionToPlanShape,
  TaskMoveShape,
  TaskShape,
  TaskToDraftShape,
  TurnShape,
} from '../desk/council-shapes.ts'
import { answer, done, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { faulty, notForThisPost } from './agreements.ts'

const tags = ['council']
const ofPost = z.object({ post: Id })
const ofCouncil = ofPost.extend({ council: CouncilId })
const ofSession = ofPost.extend({ session: Id })
const ofItem = ofPost.extend({ item: Id })
const ofTask = ofPost.extend({ task: Id })
const refusals = problems(401, 403, 404, 409, 422)

const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/councils',
  tags,
  summary: 'Councils in which the agency has a seat',
  request: { params: ofPost },
  responses: { 200: answer('Oldest first', CouncilsShape), ...problems(401, 403, 404, 422) },
})
const found = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils',
  tags,
  summary: 'Set up a council of the catalogue; its secretary keeps it from then on',
  request: { params: ofPost, body: json(CouncilToFoundShape) },
  responses: { 201: answer('It is set up', z.object({ council: CouncilId })), ...refusals },
})
const drawUp = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils/draw-up',
  tags,
  summary: 'Set up a council that the catalogue does not know; the agency becomes its secretariat',
  request: { params: ofPost, body: json(CouncilToDrawUpShape) },
  responses: {
    201: answer('It is set up; nobody outside knows of it yet', z.object({ council: CouncilId })),
    ...refusals,
  },
})
const read = createRoute({
  method: 'get',
  path: '/api/posts/{post}/councils/{council}',
  tags,
  summary: 'Seats, sessions, tasks, and actions with what is late',
  request: { params: ofCouncil },
  responses: { 200: answer('The council', CouncilShape), ...problems(401, 403, 404, 422) },
})
const plan = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils/{council}/sessions',
  tags,
  summary: 'Plan the next session',
  request: { params: ofCouncil, body: json(SessionToPlanShape) },
  responses: {
    201: answer('It is planned', z.object({ session: Id, number: z.int(), host: z.string().nullable() })),
    ...refusals,
  },
})
const readOne = createRoute({
  method: 'get',
  path: '/api/posts/{post}/sessions/{session}',
  tags,
  summary: 'One session: agenda with times, attendance, decisions, and what its minutes still lack',
  request: { params: ofSession },
  responses: { 200: answer('The session', SessionShape), ...problems(401, 403, 404, 422) },
})
const moveOne = createRoute({
  method: 'post',
  path: '/api/posts/{post}/sessions/{session}/moves',
  tags,
  summary: 'Call, open, end, close or cancel it; it is closed once its minutes hold all nine items',
  request: { params: ofSession, body: json(SessionMoveShape) },
  responses: { 200: answer('Where it stands now', MovedShape), ...refusals },
})
const put = createRoute({
  method: 'post',
  path: '/api/posts/{post}/sessions/{session}/items',
  tags,
  summary: 'Put something on the agenda, in the name of the agency',
  request: { params: ofSession, body: json(ItemToPutShape) },
  responses: { 201: answer('It stands there', z.object({ item: Id, position: z.int() })), ...refusals },
})
const order = createRoute({
  method: 'put',
  path: '/api/posts/{post}/sessions/{session}/order',
  tags,
  summary: 'Put the agenda in order',
  request: { params: ofSession, body: json(OrderShape) },
  responses: { 200: answer('It is in that order', done('ordered')), ...refusals },
})
const change = createRoute({
  method: 'patch',
  path: '/api/posts/{post}/agenda-items/{item}',
  tags,
  summary: 'Word an item anew, minute what was said, or say from when it is open',
  request: { params: ofItem, body: json(ItemChangeShape) },
  responses: { 200: answer('It is changed', z.object({ changed: z.int() })), ...refusals },
})
const takeOff = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/agenda-items/{item}',
  tags,
  summary: 'Take an item off the agenda',
  request: { params: ofItem },
  responses: { 200: answer('It is gone', done('taken off')), ...refusals },
})
const turn = createRoute({
  method: 'post',
  path: '/api/posts/{post}/agenda-items/{item}/turn',
  tags,
  summary: 'Go on to this item; its clock starts',
  request: { params: ofItem, body: { required: false, content: { 'application/json': { schema: TurnShape } } } },
  responses: { 200: answer('Since when', z.object({ began: z.iso.datetime() })), ...refusals },
})
const attend = createRoute({
  method: 'put',
  path: '/api/posts/{post}/sessions/{session}/seats/{seat}',
  tags,
  summary: 'Say who comes, or who is there',
  request: { params: ofSession.extend({ seat: Id }), body: json(AttendanceShape) },
  responses: { 200: answer('It is marked', done('marked')), ...refusals },
})
const decide = createRoute({
  method: 'post',
  path: '/api/posts/{post}/decisions-of-councils',
  tags,
  summary: 'Take a decision on an item, with the actions it gives and what becomes of the task',
  request: { params: ofPost, body: json(DecisionToTakeShape) },
  responses: {
    201: answer('It is taken', z.object({ decision: Id, number: z.string(), actions: z.array(Id) })),
    ...refusals,
  },
})
const draft = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils/{council}/tasks',
  tags,
  summary: 'Draw up a collaboration task',
  request: { params: ofCouncil, body: json(TaskToDraftShape) },
  responses: { 201: answer('It is drawn up', z.object({ task: Id, changed: z.int() })), ...refusals },
})
const readTaskRoute = createRoute({
  method: 'get',
  path: '/api/posts/{post}/tasks/{task}',
  tags,
  summary: 'A task with its answers, decisions, actions, counted indicators and related later facts',
  request: { params: ofTask },
  responses: { 200: answer('The task', TaskShape), ...problems(401, 403, 404, 422) },
})
const moveTaskRoute = createRoute({
  method: 'post',
  path: '/api/posts/{post}/tasks/{task}/moves',
  tags,
  summary: 'Propose, answer, withdraw or begin a task',
  request: { params: ofTask, body: json(TaskMoveShape) },
  responses: { 200: answer('Where it stands now', MovedShape), ...refusals },
})
const moveActionRoute = createRoute({
  method: 'post',
  path: '/api/posts/{post}/actions/{action}/moves',
  tags,
  summary: 'Report an action done, nod at it, or send it back',
  request: { params: ofPost.extend({ action: Id }), body: json(ActionMoveShape) },
  responses: { 200: answer('Where it stands now', MovedShape), ...refusals },
})

export function councilRoutes(app: DeskApp, needs: DeskNeeds): void {
  const now = () => needs.now?.() ?? new Date()
  const timed = { ...needs, timeZone: needs.timeZone ?? 'UTC' }

  answers(app, list, async c => {
    const acting = c.get('post')
    const councils = await listCouncils(needs, acting)
    const isThere = new Set(councils.map(({ id }) => id))
    const known = needs.catalogue.rulebook.councils ?? []
    const catalogue = known
      .filter(({ id, seats }) => !isThere.has(id) && seats.some(({ agency }) => agency === acting.capacity.agency))
      .map(({ id, name, seats, tasks, sessions = [] }) => ({
        id,
        name,
        seats: seats.length,
        tasks: tasks.length,
        sessions: sessions.length,
      }))
    return c.json({ councils: [...councils], catalogue }, 200)
  })
  answers(app, found, async c => {
    const outcome = await foundCouncil(needs, c.get('post'), c.req.valid('json').council)
    if (outcome.is === 'founded') return c.json({ council: outcome.council }, 201)
    return refused(c, outcome)
  })
  answers(app, drawUp, async c => {
    const outcome = await drawUpCouncil(needs, c.get('post'), c.req.valid('json'))
    return outcome.is === 'drawn up' ? c.json({ council: outcome.council }, 201) : refused(c, outcome)
  })
  answers(app, read, async c => {
    const outcome = await readCouncil(needs, c.get('post'), c.req.valid('param').council)
    return outcome.is === 'found' ? c.json(outcome.council, 200) : nothingHere(c)
  })
  answers(app, plan, async c => {
    const outcome = await planSession(needs, c.get('post'), c.req.valid('param').council, c.req.valid('json'))
    if (outcome.is !== 'planned') return refused(c, outcome)
    return c.json({ session: outcome.session, number: outcome.number, host: outcome.host }, 201)
  })
  answers(app, readOne, async c => {
    const outcome = await readSession(timed, c.get('post'), c.req.valid('param').session)
    return outcome.is === 'found' ? c.json(outcome.session, 200) : nothingHere(c)
  })
  answers(app, moveOne, async c => {
    const asked = { session: c.req.valid('param').session, ...c.req.valid('json') }
    const outcome = await moveSession(timed, c.get('post'), asked)
    if (outcome.is !== 'moved') return refused(c, outcome)
    return c.json({ state: outcome.state, changed: outcome.changed }, 200)
  })
  answers(app, put, async c => {
    const { finding, ...asked } = c.req.valid('json')
    const { session } = c.req.valid('param')
    const outcome =
      finding?.is === 'step'
        ? await putFinding(needs, c.get('post'), session, { ...asked, finding })
        : await putOnAgenda(needs, c.get('post'), session, asked)
    return outcome.is === 'put' ? c.json({ item: outcome.item, position: outcome.position }, 201) : refused(c, outcome)
  })
  answers(app, order, async c => {
    const outcome = await orderAgenda(needs, c.get('post'), c.req.valid('param').session, c.req.valid('json').order)
    return outcome.is === 'ordered' ? c.json(outcome, 200) : refused(c, outcome)
  })
  answers(app, change, async c => {
    const outcome = await changeItem(needs, c.get('post'), { item: c.req.valid('param').item, ...c.req.valid('json') })
    return outcome.is === 'changed' ? c.json({ changed: outcome.changed }, 200) : refused(c, outcome)
  })
  answers(app, takeOff, async c => {
    const outcome = await takeOffAgenda(needs, c.get('post'), c.req.valid('param').item)
    return outcome.is === 'taken off' ? c.json(outcome, 200) : refused(c, outcome)
  })
  answers(app, turn, async c => {
    const { at } = c.req.valid('json') ?? {}
    const outcome = await turnToItem({ ...needs, now: now() }, c.get('post'), c.req.valid('param').item, at)
    return outcome.is === 'turned' ? c.json({ began: outcome.began }, 200) : refused(c, outcome)
  })
  answers(app, attend, async c => {
    const { session, seat } = c.req.valid('param')
    const outcome = await markAttendance(needs, c.get('post'), { session, seat, ...c.req.valid('json') })
    return outcome.is === 'marked' ? c.json(outcome, 200) : refused(c, outcome)
  })
  answers(app, decide, async c => {
    const outcome = await takeDecision(needs, c.get('post'), c.req.valid('json'))
    if (outcome.is !== 'taken') return refused(c, outcome)
    return c.json({ decision: outcome.decision, number: outcome.number, actions: [...outcome.actions] }, 201)
  })
  answers(app, draft, async c => {
    const outcome = await draftTask(needs, c.get('post'), c.req.valid('param').council, c.req.valid('json'))
    return outcome.is === 'drafted'
      ? c.json({ task: outcome.task, changed: outcome.changed }, 201)
      : refused(c, outcome)
  })
  answers(app, readTaskRoute, async c => {
    const outcome = await readTask(needs, c.get('post'), c.req.valid('param').task)
    return outcome.is === 'found' ? c.json(outcome.task, 200) : nothingHere(c)
  })
  answers(app, moveTaskRoute, async c => {
    const outcome = await moveTask(needs, c.get('post'), { task: c.req.valid('param').task, ...c.req.valid('json') })
    return outcome.is === 'moved'
      ? c.json({ state: outcome.state, changed: outcome.changed }, 200)
      : refused(c, outcome)
  })
  answers(app, moveActionRoute, async c => {
    const outcome = await moveAction(needs, c.get('post'), {
      action: c.req.valid('param').action,
      ...c.req.valid('json'),
    })
    return outcome.is === 'moved'
      ? c.json({ state: outcome.state, changed: outcome.changed }, 200)
      : refused(c, outcome)
  })
}

type Outcome = Awaited<
  ReturnType<
    | typeof foundCouncil
    | typeof drawUpCouncil
    | typeof changeCouncil
    | typeof holdSeats
    | typeof dissolveCouncil
    | typeof planSession
    | typeof moveSession
    | typeof putOnAgenda
    | typeof putFinding
    | typeof orderAgenda
    | typeof changeItem
    | typeof takeOffAgenda
    | typeof turnToItem
    | typeof markAttendance
    | typeof takeDecision
    | typeof draftTask
    | typeof moveTask
    | typeof moveAction
  >
>

type Good =
  | 'founded'
  | 'drawn up'
  | 'held'
  | 'dissolved'
  | 'planned'
  | 'moved'
  | 'put'
  | 'ordered'
  | 'changed'
  | 'taken off'
  | 'turned'
  | 'marked'
  | 'taken'
  | 'drafted'

/** Every way in which a council's use cases say no. */
export function refused(c: Context, outcome: Exclude<Outcome, { readonly is: Good }>): Response {
  const conflict = (code: string, title: string, detail?: string) =>
    problem(c, { status: 409, code, title, ...(detail && { detail }) })
  switch (outcome.is) {
    case 'no such council':
    case 'no such session':
    case 'no such item':
    case 'no such seat':
    case 'no such task':
    case 'no such action':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'faulty':
      return faulty(c, outcome.fields)
    case 'text needed':
      return faulty(c, [{ field: '/text', wrong: 'say what was done, or what is missing' }])
    case 'paper needed':
      return faulty(c, [{ field: '/papers', wrong: 'a study is reported with its answer attached' }])
    case 'paper still waits':
      return conflict(
        'paper-still-waits',
        'The answer of the study is still being looked through',
        'It is reported once its paper is found clean.',
      )
    case 'set up already':
      return conflict('set-up-already', 'This council has been set up already')
    case 'codes taken':
      return conflict('codes-taken', 'Tasks here have the codes of its own', `Taken: ${outcome.codes.join(', ')}.`)
    case 'session under way':
      return conflict(
        'session-under-way',
        'A session is under way',
        `Session ${outcome.number}: sign its minutes first.`,
      )
    case 'unfinished': {
      const { sessions, actions, tasks, closings } = outcome.unfinished
      return conflict(
        'unfinished',
        'Not all of it has come to its end',
        `${sessions} sessions, ${actions} actions, ${tasks} tasks and ${closings} proposals of closing days are still open.`,
      )
    }
    case 'not allowed now':
      return conflict('not-allowed-now', 'It cannot be done now', `It is ${outcome.state}.`)
    case 'changed meanwhile':
      return conflict('changed-meanwhile', 'Somebody was faster', 'Look at how it stands now, and try again.')
    case 'there already':
      return conflict('there-already', 'It stands on this agenda already')
    case 'nothing on the agenda':
      return conflict('nothing-on-the-agenda', 'Nothing stands on the agenda yet')
    case 'no quorum':
      return conflict(
        'no-quorum',
        'Too few are there',
        `${outcome.present} of ${outcome.needed} seats${outcome.absent.length > 0 ? `; nobody of ${outcome.absent.join(', ')}` : ''}.`,
      )
    case 'minutes incomplete':
      return problem(c, {
        status: 409,
        code: 'minutes-incomplete',
        title: 'The minutes are not whole',
        fields: outcome.missing.map(({ item, of }) => ({
          field: of === undefined ? `/${item}` : `/${of}/${item}`,
          wrong: 'missing',
        })),
      })
    case 'not moved':
    case 'task not moved':
      return notMoved(c, outcome.why)
  }
}

function notMoved(
  c: Context,
  why: Extract<Awaited<ReturnType<typeof moveTask>>, { readonly is: 'not moved' }>['why'],
): Response {
  const conflict = (code: string, title: string, detail?: string) =>
    problem(c, { status: 409, code, title, ...(detail && { detail }) })
  switch (why.is) {
    case 'not allowed now':
      return conflict('not-allowed-now', 'It cannot be done now', `The task is ${why.state}.`)
    case 'not yours':
      return conflict('not-yours', 'This is for others to do', `It is done by: ${why.mover}.`)
    case 'position needed':
      return faulty(c, [{ field: '/position', wrong: `one of ${why.positions.join(', ')}` }])
    case 'reason needed':
      return faulty(c, [{ field: '/reason', wrong: 'say why' }])
    case 'not answered':
      return conflict('not-answered', 'Not every side has answered', `Still to answer: ${why.by.join(', ')}.`)
    case 'answered no':
      return conflict('answered-no', 'A side has answered that it cannot', `It was: ${why.by.join(', ')}.`)
  }
}
