/** Papers of a council to take away: agenda, minutes, follow-up report, press notice and task sheets, as HWPX, DOCX, PDF or Markdown. */
import { createRoute, z } from '@hono/zod-openapi'
import { mediaTypes, paperFormats, writePaper } from '@ieum/papers'
import { makeSessionPaper, makeTaskPaper, type PaperMade, sessionPapers } from '@ieum/services'
import { type Language, openRecordWords } from '@ieum/wording'
import type { Context } from 'hono'
import { attachment } from '../desk/attachment.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const tags = ['council']
const ofPost = z.object({ post: Id })
const SessionPaperKind = z.enum(sessionPapers).openapi('SessionPaper')
const PaperFormat = z.enum(paperFormats).openapi('PaperFormat')

const PaperQuery = z.strictObject({
  format: PaperFormat.default('hwpx'),
  lang: z.enum(['ko', 'en']).default('ko').openapi({ description: 'What nobody wrote in English stays in Korean' }),
  for: z.enum(['council', 'everyone']).default('council').openapi({
    description:
      'Who will read it: everyone sees what is open on the day, and of what the law keeps closed its number and ground',
  }),
})

const asFile = {
  200: {
    description: 'A file to be saved',
    content: Object.fromEntries(
      Object.values(mediaTypes).map(type => [
        type.split(';')[0]!,
        { schema: z.string().openapi({ format: 'binary' }) },
      ]),
    ),
  },
  ...problems(401, 403, 404, 409, 422, 503),
}

const ofSession = createRoute({
  method: 'get',
  path: '/api/posts/{post}/sessions/{session}/papers/{kind}',
  tags,
  summary: 'A paper of a session, made from its records by the template of the agency that keeps the council',
  description: 'A press notice is always for everyone: it holds what is open on the day from which the session is.',
  request: { params: ofPost.extend({ session: Id, kind: SessionPaperKind }), query: PaperQuery },
  responses: asFile,
})

const ofTask = createRoute({
  method: 'get',
  path: '/api/posts/{post}/tasks/{task}/papers/task',
  tags,
  summary: 'The sheet of a collaboration task',
  request: { params: ofPost.extend({ task: Id }), query: PaperQuery },
  responses: asFile,
})

export function madePaperRoutes(app: DeskApp, needs: DeskNeeds): void {
  const timed = { ...needs, timeZone: needs.timeZone ?? 'UTC' }
  // A paper goes where the pages with their own mark do not.
  const marked = (made: PaperMade, language: Language): PaperMade =>
    made.is === 'made' && needs.demonstration
      ? {
          ...made,
          paper: {
            ...made.paper,
            mark: [openRecordWords.madeUp[language], made.paper.mark].filter(Boolean).join(' · '),
          },
        }
      : made

  answers(app, ofSession, async c => {
    const { session, kind } = c.req.valid('param')
    const { format, lang, for: audience } = c.req.valid('query')
    const made = await makeSessionPaper(timed, c.get('post'), { session, kind, language: lang, for: audience })
    return handedOut(c, marked(made, lang), format)
  })
  answers(app, ofTask, async c => {
    const { format, lang, for: audience } = c.req.valid('query')
    const { task } = c.req.valid('param')
    const made = await makeTaskPaper(timed, c.get('post'), { task, language: lang, for: audience })
    return handedOut(c, marked(made, lang), format)
  })
}

async function handedOut(c: Context, made: PaperMade, format: (typeof paperFormats)[number]): Promise<Response> {
  const conflict = (code: string, title: string, detail: string) => problem(c, { status: 409, code, title, detail })
  switch (made.is) {
    case 'no such session':
    case 'no such task':
      return nothingHere(c)
    case 'not open':
      return conflict('not-open', 'It is not open to everyone', 'Say from which day it is, or wait until that day.')
    case 'no minutes':
      return conflict('no-minutes', 'There are no minutes of it here', 'It was held before this record was kept.')
    case 'cancelled':
      return conflict('session-cancelled', 'The session was cancelled', 'A press notice is of one that is held or was.')
    case 'no template':
      return conflict(
        'no-template',
        'The catalogue has no template of it',
        'Templates stand in papers/ of the catalogue.',
      )
    case 'made': {
      const written = await writePaper(made.paper, format)
      if (written.is === 'written') return attachment(c, written)
      return problem(c, {
        status: 503,
        code: 'too-busy',
        title: 'Too many papers are being made',
        detail: 'Ask again in a moment.',
      })
    }
  }
}
