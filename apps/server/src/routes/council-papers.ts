/** Papers of councils: of a session, of an item of its agenda, or the proof of an action. Brought and handed out as those of firms are. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  bringCouncilPaper,
  type CouncilPaperBrought,
  type CouncilPaperRead,
  type CouncilPaperRemoved,
  councilPaperLimits,
  listSessionPapers,
  type PaperPlace,
  readCouncilPaper,
  removeCouncilPaper,
} from '@ieum/services'
import type { Context } from 'hono'
import { attachment } from '../desk/attachment.ts'
import { answer } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { CouncilPaperShape, CouncilPapersShape } from '../desk/follow-up-shapes.ts'
import { withPaper } from '../desk/once.ts'
import {
  broughtOrNot,
  notClean,
  type PaperSent,
  paperBody,
  paperBytes,
  paperSentHeaders,
  withPaperSent,
} from '../desk/paper-sent.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { notForThisPost } from './agreements.ts'

const tags = ['council']
const ofPost = z.object({ post: Id })
const description =
  "The body is the file as it is, at most 20 MB; its name stands in `content-disposition: attachment; filename*=UTF-8''…` (RFC 5987). It is taken by what it is, and handed out once it is `clean`: to who sits in the council, also where the item that it belongs to is open to everyone."
const brings = {
  tags,
  description,
  responses: {
    200: answer('The same was brought before', CouncilPaperShape),
    201: answer('It is kept', CouncilPaperShape),
    ...problems(401, 403, 404, 409, 413, 422, 503),
  },
} as const

const ofSession = createRoute({
  ...brings,
  method: 'post',
  path: '/api/posts/{post}/sessions/{session}/papers',
  summary: 'Bring a paper to a session',
  request: { params: ofPost.extend({ session: Id }), headers: paperSentHeaders, body: paperBody },
})
const ofItem = createRoute({
  ...brings,
  method: 'post',
  path: '/api/posts/{post}/agenda-items/{item}/papers',
  summary: 'Bring a paper to an item of an agenda',
  request: { params: ofPost.extend({ item: Id }), headers: paperSentHeaders, body: paperBody },
})
const ofAction = createRoute({
  ...brings,
  method: 'post',
  path: '/api/posts/{post}/actions/{action}/papers',
  summary: 'Attach a proof to an action',
  request: { params: ofPost.extend({ action: Id }), headers: paperSentHeaders, body: paperBody },
})
const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/sessions/{session}/papers',
  tags,
  summary: 'Papers of a session and of its agenda',
  request: { params: ofPost.extend({ session: Id }) },
  responses: { 200: answer('The oldest first', CouncilPapersShape), ...problems(401, 403, 404, 422) },
})
const read = createRoute({
  method: 'get',
  path: '/api/posts/{post}/council-papers/{paper}/content',
  tags,
  summary: 'Fetch a paper of a council',
  request: { params: ofPost.extend({ paper: Id }) },
  responses: {
    200: paperBytes,
    ...problems(401, 403, 404, 409, 422),
  },
})
const remove = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/council-papers/{paper}',
  tags,
  summary: 'Remove a paper of a council, before the minutes are signed or the action is reported',
  request: { params: ofPost.extend({ paper: Id }) },
  responses: { 204: { description: 'It is removed' }, ...problems(401, 403, 404, 409, 422) },
})

export function councilPaperRoutes(app: DeskApp, needs: DeskNeeds): void {
  const bring = (c: Context, named: string, place: PaperPlace) =>
    withPaperSent(c, { named, most: councilPaperLimits.bytes }, async (paper: PaperSent) =>
      brought(c, await bringCouncilPaper(needs, withPaper(c.get('post'), paper.content), place, paper)),
    )
  answers(app, ofSession, c =>
    bring(c, c.req.valid('header')['content-disposition'], { is: 'session', session: c.req.valid('param').session }),
  )
  answers(app, ofItem, c =>
    bring(c, c.req.valid('header')['content-disposition'], { is: 'item', item: c.req.valid('param').item }),
  )
  answers(app, ofAction, c =>
    bring(c, c.req.valid('header')['content-disposition'], { is: 'action', action: c.req.valid('param').action }),
  )
  answers(app, list, async c => {
    const outcome = await listSessionPapers(needs, c.get('post'), c.req.valid('param').session)
    return outcome.is === 'found' ? c.json({ papers: [...outcome.papers] }, 200) : nothingHere(c)
  })
  answers(app, read, async c => handed(c, await readCouncilPaper(needs, c.get('post'), c.req.valid('param').paper)))
  answers(app, remove, async c =>
    removed(c, await removeCouncilPaper(needs, c.get('post'), c.req.valid('param').paper)),
  )
}

function brought(c: Context, outcome: CouncilPaperBrought): Response {
  switch (outcome.is) {
    case 'no such place':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'not allowed now':
      return notNow(c, outcome.state)
    default:
      return broughtOrNot(c, outcome)
  }
}

function handed(c: Context, outcome: CouncilPaperRead): Response {
  switch (outcome.is) {
    case 'read':
      return attachment(c, { ...outcome.paper, content: outcome.content })
    case 'not clean':
      return notClean(c, outcome.state)
    case 'no such paper':
      return nothingHere(c)
  }
}

function removed(c: Context, outcome: CouncilPaperRemoved): Response {
  switch (outcome.is) {
    case 'removed':
      return c.body(null, 204)
    case 'no such paper':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'not allowed now':
      return notNow(c, outcome.state)
  }
}

const notNow = (c: Context, state: string): Response =>
  problem(c, { status: 409, code: 'not-allowed-now', title: 'It cannot be done now', detail: `It is ${state}.` })
