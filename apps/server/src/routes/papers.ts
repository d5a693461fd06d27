/** Papers of a firm: brought as they are, one a request, and handed out to be saved. */
import { createRoute, z } from '@hono/zod-openapi'
import { bringPaper, type PaperBrought, type PaperRead, paperLimits, readPaper, removePaper } from '@ieum/services'
import type { Context } from 'hono'
import { attachment } from '../desk/attachment.ts'
import { answer } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { PaperShape } from '../desk/dossier-shapes.ts'
import { withPaper } from '../desk/once.ts'
import { broughtOrNot, notClean, paperBody, paperBytes, paperSentHeaders, withPaperSent } from '../desk/paper-sent.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const ofPaper = z.object({ firm: Id, paper: Id })

const bring = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/papers',
  tags: ['firm'],
  summary: 'Bring a paper',
  description:
    "The body is the file as it is, at most 20 MB; its name stands in `content-disposition: attachment; filename*=UTF-8''…` (RFC 5987). Taken are pdf, png, jpeg, docx, xlsx, hwpx, hwp, and txt or csv in UTF-8: by what the file is, not by what it is called or said to be. It is handed out once it is `clean`.",
  request: {
    params: z.object({ firm: Id }),
    query: z.strictObject({
      kind: z
        .string()
        .regex(/^[a-z][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens, such as business-registration')
        .openapi({ description: 'What it proves', example: 'business-registration' }),
    }),
    headers: paperSentHeaders,
    body: paperBody,
  },
  responses: {
    200: answer('The same was brought before', PaperShape),
    201: answer('It is kept', PaperShape),
    ...problems(401, 404, 409, 413, 422, 503),
  },
})

const fetchOwn = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/papers/{paper}/content',
  tags: ['firm'],
  summary: 'Fetch a paper',
  request: { params: ofPaper },
  responses: { 200: paperBytes, ...problems(401, 404, 409, 422) },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/firms/{firm}/papers/{paper}',
  tags: ['firm'],
  summary: 'Remove a paper: nobody sees it any longer',
  request: { params: ofPaper },
  responses: { 204: { description: 'It is removed' }, ...problems(401, 404, 422) },
})

const fetchAsAgency = createRoute({
  method: 'get',
  path: '/api/posts/{post}/firms/{firm}/papers/{paper}/content',
  tags: ['desk'],
  summary: 'Fetch a paper that a consent names, while it stands',
  description:
    'The firm sees who fetched it and why. Leave is asked anew each time: an address from before opens nothing.',
  request: {
    params: ofPaper.extend({ post: Id }),
    query: z.strictObject({ reason: z.string().trim().min(2).max(200) }),
  },
  responses: { 200: paperBytes, ...problems(401, 403, 404, 409, 422) },
})

export function paperRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, bring, c =>
    withPaperSent(c, { named: c.req.valid('header')['content-disposition'], most: paperLimits.bytes }, async paper => {
      const { kind } = c.req.valid('query')
      return brought(c, await bringPaper(needs, withPaper(c.get('firm'), paper.content), { kind, ...paper }))
    }),
  )
  answers(app, fetchOwn, async c => handed(c, await readPaper(needs, c.get('firm'), c.req.valid('param'))))
  answers(app, remove, async c => {
    const outcome = await removePaper(needs, c.get('firm'), c.req.valid('param').paper)
    return outcome.is === 'removed' ? c.body(null, 204) : nothingHere(c)
  })
  answers(app, fetchAsAgency, async c => {
    const { firm, paper } = c.req.valid('param')
    return handed(c, await readPaper(needs, c.get('post'), { firm, paper, ...c.req.valid('query') }))
  })
}

function brought(c: Context, outcome: PaperBrought): Response {
  switch (outcome.is) {
    case 'no such firm':
      return nothingHere(c)
    default:
      return broughtOrNot(c, outcome)
  }
}

function handed(c: Context, outcome: PaperRead): Response {
  switch (outcome.is) {
    case 'read':
      return attachment(c, { ...outcome.paper, content: outcome.content })
    case 'not clean':
      return notClean(c, outcome.state)
    case 'reason needed':
      return problem(c, {
        status: 422,
        title: 'A reason is needed',
        fields: [{ field: '/reason', wrong: 'what the paper is fetched for' }],
      })
    case 'no such paper':
      return nothingHere(c)
  }
}
