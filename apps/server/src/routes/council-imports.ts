/** The paper of a session is read into a draft, and what a person accepts of it becomes the session. The paper itself is kept nowhere. */
import { createRoute, z } from '@hono/zod-openapi'
import { type PaperForCouncil, readablePaperLimits, readPaperForCouncil, takeUpDraft } from '@ieum/services'
import { sayPaperNotRead } from '@ieum/wording/papers/doubts'
import type { Context } from 'hono'
import { DraftToTakeUpShape, PaperReadShape, TakenUpShape } from '../desk/council-paper-shapes.ts'
import { CouncilId } from '../desk/council-shapes.ts'
import { answer, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { paperBody, tooLarge } from '../desk/paper-sent.ts'
import { papersInHand } from '../desk/papers-in-hand.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { faulty, notForThisPost } from './agreements.ts'

/** Each has a thread of its own for as long as it is read; four of the largest may lie in memory. */
const { take: readInTurn } = papersInHand({ atOnce: 2, ofOnePerson: 2, bytes: 4 * readablePaperLimits.bytes })

const ofCouncil = z.object({ post: Id, council: CouncilId })

const read = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils/{council}/papers/read',
  tags: ['council'],
  summary: 'Read the agenda or notice of a session into a draft; nothing is saved',
  description:
    'The body is the file as it is, at most 20 MB: HWPX, HWP, DOCX, PDF, or text in UTF-8, UTF-16 or CP949, by what the file is and not by what it is said to be. Each field says which line it comes from. Names of persons, telephones and addresses are left out, and the paper is not kept.',
  request: {
    params: ofCouncil,
    body: paperBody,
  },
  responses: { 200: answer('What could be read', PaperReadShape), ...problems(401, 403, 404, 413, 422, 503) },
})

const takeUp = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils/{council}/papers/take-up',
  tags: ['council'],
  summary: 'Plan the session that was read, with its agenda and tasks: all of it or nothing',
  description: 'Tasks are drafts in the name of who proposes them, and theirs to propose.',
  request: { params: ofCouncil, body: json(DraftToTakeUpShape) },
  responses: { 201: answer('It is planned', TakenUpShape), ...problems(401, 403, 404, 409, 422) },
})

export function councilImportRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, read, async c => {
    const sent = { person: c.get('person').id, most: readablePaperLimits.bytes }
    const outcome = await readInTurn(c.req.raw.body, sent, content =>
      readPaperForCouncil(needs, c.get('post'), c.req.valid('param').council, content),
    )
    return outcome ? readOrNot(c, outcome) : tooLarge(c, sent.most)
  })
  answers(app, takeUp, async c => {
    const outcome = await takeUpDraft(needs, c.get('post'), c.req.valid('param').council, c.req.valid('json'))
    switch (outcome.is) {
      case 'taken up': {
        const { session, number, items, tasks } = outcome
        return c.json({ session, number, items, tasks: [...tasks] }, 201)
      }
      case 'no such council':
        return nothingHere(c)
      case 'not for this post':
        return notForThisPost(c)
      case 'faulty':
        return faulty(c, outcome.fields)
    }
  })
}

function readOrNot(c: Context, outcome: PaperForCouncil): Response {
  switch (outcome.is) {
    case 'drafted':
      return c.json({ draft: outcome.draft, seated: outcome.seated, there: outcome.there }, 200)
    case 'no such council':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'empty':
      return notRead(c, 'empty')
    case 'too large':
      return tooLarge(c, outcome.most)
    case 'refused':
      return notRead(c, outcome.because)
  }
}

const notRead = (c: Context, why: Parameters<typeof sayPaperNotRead>[0]): Response =>
  problem(c, {
    status: 422,
    title: 'This file is not read',
    fields: [{ field: '/body', wrong: `${why}: ${sayPaperNotRead(why, 'en')}` }],
  })
