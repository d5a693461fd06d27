/** Papers of a firm: brought as they are, one a request, and handed out to be saved. */
import { createRoute, z } from '@hono/zod-openapi'
import { bringPaper, type PaperBrought, type PaperRead, paperLimits, readPaper, removePaper } from '@ieum/services'
import type { Context } from 'hono'
import { attachment } from '../desk/attachment.ts'
import { bodyUpTo } from '../desk/body-up-to.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { PaperShape } from '../desk/dossier-shapes.ts'
import { withPaper } from '../desk/once.ts'
import { Id } from '../desk/referral-shapes.ts'
import { TooBusy } from '../firm-work.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

/** Each is held in memory while it is looked through. */
const broughtAtOnce = 4

const ofPaper = z.object({ firm: Id, paper: Id })
const answer = (description: string) => ({ description, content: { 'application/json': { schema: PaperShape } } })
const bytes = {
  description: 'Its bytes, to be saved',
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
}

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
    headers: z.object({
      'content-disposition': z.string().max(2_000).openapi({
        example: "attachment; filename*=UTF-8''%EC%82%AC%EC%97%85%EC%9E%90%EB%93%B1%EB%A1%9D%EC%A6%9D.pdf",
      }),
    }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.any().openapi({ format: 'binary' }) } },
    },
  },
  responses: {
    200: answer('The same was brought before'),
    201: answer('It is kept'),
    ...problems(401, 404, 409, 413, 422, 503),
  },
})

const fetchOwn = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/papers/{paper}/content',
  tags: ['firm'],
  summary: 'Fetch a paper',
  request: { params: ofPaper },
  responses: { 200: bytes, ...problems(401, 404, 409, 422) },
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
  responses: { 200: bytes, ...problems(401, 403, 404, 409, 422) },
})

export function paperRoutes(app: DeskApp, needs: DeskNeeds): void {
  let inHand = 0
  answers(app, bring, async c => {
    if (inHand >= broughtAtOnce) throw new TooBusy()
    inHand += 1
    try {
      const name = nameGiven(c.req.valid('header')['content-disposition'])
      if (name === null) return noName(c)
      const content = await bodyUpTo(c.req.raw, paperLimits.bytes)
      if (!content) return tooLarge(c, paperLimits.bytes)
      const { kind } = c.req.valid('query')
      return brought(c, await bringPaper(needs, withPaper(c.get('firm'), content), { kind, name, content }))
    } finally {
      inHand -= 1
    }
  })
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

/** `filename*` before `filename`; null when there is neither, or it cannot be read. */
function nameGiven(disposition: string): string | null {
  const extended = /;\s*filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1]
  if (extended === undefined) return /;\s*filename\s*=\s*"([^"\\]*)"/i.exec(disposition)?.[1] ?? null
  try {
    return decodeURIComponent(extended)
  } catch {
    return null
  }
}

function brought(c: Context, outcome: PaperBrought): Response {
  switch (outcome.is) {
    case 'brought':
      return c.json(outcome.paper, 201)
    case 'there already':
      return c.json(outcome.paper, 200)
    case 'refused':
      return problem(c, {
        status: 422,
        title: 'This file is not taken',
        fields: [{ field: '/body', wrong: `${outcome.because}: ${whatWouldBeRight[outcome.because]}` }],
      })
    case 'empty':
      return problem(c, { status: 422, title: 'The file is empty', fields: [{ field: '/body', wrong: 'a file' }] })
    case 'too large':
      return tooLarge(c, outcome.most)
    case 'no room':
      return problem(c, {
        status: 409,
        title: 'There is no room for it',
        detail: `Left are ${outcome.bytesLeft.toLocaleString('en-US')} bytes and ${outcome.papersLeft} papers: remove what is no longer needed.`,
      })
    case 'no name':
      return noName(c)
    case 'no such firm':
      return nothingHere(c)
  }
}

const whatWouldBeRight: Readonly<Record<Extract<PaperBrought, { is: 'refused' }>['because'], string>> = {
  kind: 'send a pdf, png, jpeg, docx, xlsx, hwpx, hwp, or a text or table in UTF-8',
  broken: 'it is damaged or cut off; save it anew',
  'two-kinds': 'it is two kinds of file at once; save it anew',
  program: 'it holds a macro, script or action; save it without',
  outside: 'it fetches something from outside when opened; save it without',
  'packed-file': 'another file is packed in it; send that by itself',
  locked: 'it is locked with a password or restricted; save it without',
  bomb: 'it grows too large when unpacked',
  'not-utf-8': 'save the text as UTF-8',
  virus: 'it is known as harmful',
}

const noName = (c: Context): Response =>
  problem(c, {
    status: 422,
    title: 'The file has no name',
    fields: [
      { field: '/content-disposition', wrong: "attachment; filename*=UTF-8'' and the name, with codes of percent" },
    ],
  })

const tooLarge = (c: Context, most: number): Response =>
  problem(c, {
    status: 413,
    title: 'The body is too large',
    detail: `At most ${most.toLocaleString('en-US')} bytes are read.`,
  })

function handed(c: Context, outcome: PaperRead): Response {
  switch (outcome.is) {
    case 'read':
      return attachment(c, { ...outcome.paper, content: outcome.content })
    case 'not clean':
      return problem(c, {
        status: 409,
        title: outcome.state === 'waiting' ? 'It is still being looked through' : 'It was refused',
        detail: 'Nothing is handed out before it is found clean.',
      })
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
