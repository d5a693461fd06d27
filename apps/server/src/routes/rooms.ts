/**
 * The room of a sitting, followed by asking again and again. Each ask passes through sign-in, post and wall anew and sees what any process
 * wrote; a stream would hold all that open from its first moment on, and count as a read under way that a recall waits for.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { changeSession, readRoom, readScreen } from '@ieum/services'
import { SessionChangeShape } from '../desk/council-shapes.ts'
import { answer, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import { RoomShape, ScreenShape, SeenShape } from '../desk/room-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problems } from '../problem.ts'
import { refused } from './councils.ts'

const tags = ['council']
const ofSession = z.object({ post: Id, session: Id })

const room = createRoute({
  method: 'get',
  path: '/api/posts/{post}/sessions/{session}/room',
  tags,
  summary: 'All that who keeps the minutes needs in the sitting; short when nothing has changed since',
  request: { params: ofSession, query: SeenShape },
  responses: { 200: answer('The room', RoomShape), ...problems(401, 403, 404, 422) },
})
const screen = createRoute({
  method: 'get',
  path: '/api/posts/{post}/sessions/{session}/screen',
  tags,
  summary: 'What everyone in the room may see: the item that is on, its answers, decisions and figures',
  request: { params: ofSession, query: SeenShape },
  responses: { 200: answer('The screen', ScreenShape), ...problems(401, 403, 404, 422) },
})
const change = createRoute({
  method: 'patch',
  path: '/api/posts/{post}/sessions/{session}',
  tags,
  summary: 'Put it off or move it before it begins; say from when everyone may know of it',
  request: { params: ofSession, body: json(SessionChangeShape) },
  responses: { 200: answer('It is changed', z.object({ changed: z.int() })), ...problems(401, 403, 404, 409, 422) },
})

export function roomRoutes(app: DeskApp, needs: DeskNeeds): void {
  const now = () => (needs.now?.() ?? new Date()).toISOString()
  const timed = { ...needs, timeZone: needs.timeZone ?? 'UTC' }

  answers(app, room, async c => {
    const asked = { session: c.req.valid('param').session, seen: c.req.valid('query').seen }
    const outcome = await readRoom(timed, c.get('post'), asked)
    return outcome.is === 'found' ? c.json({ mark: outcome.mark, now: now(), room: outcome.room }, 200) : nothingHere(c)
  })
  answers(app, screen, async c => {
    const asked = { session: c.req.valid('param').session, seen: c.req.valid('query').seen }
    const outcome = await readScreen(timed, c.get('post'), asked)
    return outcome.is === 'found'
      ? c.json({ mark: outcome.mark, now: now(), screen: outcome.screen }, 200)
      : nothingHere(c)
  })
  answers(app, change, async c => {
    const asked = { session: c.req.valid('param').session, ...c.req.valid('json') }
    const outcome = await changeSession(needs, c.get('post'), asked)
    return outcome.is === 'changed' ? c.json({ changed: outcome.changed }, 200) : refused(c, outcome)
  })
}
