/** Answers from a table, all of them or none. */
import { createRoute, z } from '@hono/zod-openapi'
import { importAnswers } from '@ieum/services'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const bring = createRoute({
  method: 'post',
  path: '/api/posts/{post}/answers.csv',
  tags: ['agency'],
  summary: 'Answer referrals by a table with the columns number, answer, reason, note',
  description:
    '`answer` is receive, accept, decline or return. Every row is checked before one is carried out; when one is wrong none is, and each is named by its line.',
  request: {
    params: z.object({ post: Id }),
    body: { required: true, content: { 'text/csv': { schema: z.string().max(200_000) } } },
  },
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
  answers(app, bring, async c => {
    const outcome = await importAnswers(needs, c.get('post'), await c.req.text())
    switch (outcome.is) {
      case 'imported':
        return c.json({ answered: [...outcome.answered] }, 200)
      case 'not allowed':
        return nothingHere(c)
      case 'faulty':
        return problem(c, {
          status: 422,
          title: 'Something in the table is not right; nothing was changed',
          fields: outcome.faults.map(({ line, column, wrong }) => ({
            field: column === null ? `line ${line}` : `line ${line}, ${column}`,
            wrong,
          })),
        })
    }
  })
}
