/** Answers by a table: the sheet to fill in, what it would do, and then all of it or none. */
import { createRoute, z } from '@hono/zod-openapi'
import { reasonsOf, states } from '@ieum/desk'
import {
  answerSheet,
  checkAnswers,
  csvOf,
  faultCodes,
  importAnswers,
  type RowFault,
  sheetAnswers,
  sheetColumns,
} from '@ieum/services'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const tags = ['agency']
const ofPost = z.object({ post: Id })
const described =
  '`answer` is receive, accept, decline or return; decline and return need a `reason`. Columns, answers and reasons may be written in Korean or English words too; firm, programme and due are read past. UTF-8 with or without its mark, UTF-16 with its mark, CP949 and EUC-KR are understood.'
const table = { required: true, content: { 'text/csv': { schema: z.string().max(200_000) } } }

const sheet = createRoute({
  method: 'post',
  path: '/api/posts/{post}/answers/sheet',
  tags,
  summary: 'The cases that await an answer, as a sheet to fill in',
  description: 'Asks what for; each firm on it sees who took it. The columns are headed in the language asked for.',
  request: {
    params: ofPost,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              purpose: z.string().trim().min(5).max(500).openapi({ description: 'Kept, and shown to each firm on it' }),
              language: z.enum(['ko', 'en']),
            })
            .openapi('AnswerSheetAsked'),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'At most 1,000 rows, what is due first before the rest',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...problems(401, 403, 404, 422),
  },
})

const check = createRoute({
  method: 'post',
  path: '/api/posts/{post}/answers/check',
  tags,
  summary: 'What a table of answers would do, line by line; nothing is changed',
  description: described,
  request: { params: ofPost, body: table },
  responses: {
    200: {
      description: 'Lines that can be carried out, and what is wrong in the others',
      content: {
        'application/json': {
          schema: z
            .object({
              lines: z.array(
                z.object({
                  line: z.int(),
                  number: z.string(),
                  referral: Id,
                  firm: z.string().nullable(),
                  answer: z.enum(sheetAnswers),
                  reason: z.enum([...reasonsOf.decline, ...reasonsOf.return]).nullable(),
                  note: z.string().nullable(),
                  from: z.enum(states),
                  to: z.enum(states),
                }),
              ),
              faults: z.array(
                z.object({
                  line: z.int().openapi({ description: 'As a spreadsheet counts, with the header as row 1' }),
                  column: z.enum(sheetColumns).nullable(),
                  code: z.enum(faultCodes),
                  wrong: z.string(),
                  right: z.array(z.string()).optional(),
                  given: z.string().optional(),
                }),
              ),
              left: z.int().openapi({ description: 'Rows of a case without an answer: they are left as they are' }),
            })
            .openapi('AnswersChecked'),
        },
      },
    },
    ...problems(401, 403, 404, 413, 422),
  },
})

const bring = createRoute({
  method: 'post',
  path: '/api/posts/{post}/answers.csv',
  tags,
  summary: 'Answer referrals by a table with the columns number, answer, reason, note',
  description: `${described} Every row is checked before one is carried out; when one is wrong none is, and each is named by its line.`,
  request: { params: ofPost, body: table },
  responses: {
    200: {
      description: 'Where each case stands now',
      content: {
        'application/json': {
          schema: z.object({ answered: z.array(z.object({ number: z.string(), state: z.string() })) }),
        },
      },
    },
    ...problems(401, 403, 404, 409, 413, 422),
  },
})

export function answerRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, sheet, async c => {
    const outcome = await answerSheet(needs, c.get('post'), c.req.valid('json'))
    switch (outcome.is) {
      case 'sheet':
        c.header('content-type', 'text/csv; charset=utf-8')
        c.header('content-disposition', `attachment; filename="answers-${needs.today()}.csv"`)
        c.header('x-content-type-options', 'nosniff')
        return c.body(csvOf(outcome.table))
      case 'not allowed':
        return nothingHere(c)
    }
  })
  answers(app, check, async c => {
    const outcome = await checkAnswers(needs, c.get('post'), new Uint8Array(await c.req.arrayBuffer()))
    switch (outcome.is) {
      case 'checked':
        return c.json({ lines: [...outcome.lines], faults: [...outcome.faults], left: outcome.left }, 200)
      case 'not allowed':
        return nothingHere(c)
    }
  })
  answers(app, bring, async c => {
    const outcome = await importAnswers(needs, c.get('post'), new Uint8Array(await c.req.arrayBuffer()))
    switch (outcome.is) {
      case 'imported':
        return c.json({ answered: [...outcome.answered] }, 200)
      case 'not allowed':
        return nothingHere(c)
      case 'faulty':
        return problem(c, {
          status: 422,
          code: 'answers-faulty',
          title: 'Something in the table is not right; nothing was changed',
          fields: outcome.faults.map(inFields),
        })
    }
  })
}

const inFields = ({ line, column, wrong }: RowFault) => ({
  field: column === null ? `line ${line}` : `line ${line}, ${column}`,
  wrong,
})
