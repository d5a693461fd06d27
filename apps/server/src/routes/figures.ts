/** Figures of links, and lists to be taken away. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  csvOf,
  exportReferrals,
  figuresTable,
  linkFigures,
  parquetOf,
  referralsTable,
  type Table,
} from '@ieum/services'
import type { Context } from 'hono'
import { ExportShape, FiguresFileQuery, FiguresShape, SpanQuery } from '../desk/agreement-shapes.ts'
import { answers, type DeskApp } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { faulty, notForThisPost } from './agreements.ts'

const tags = ['figures']
const ofPost = z.object({ post: Id })

const mediaTypes = { csv: 'text/csv; charset=utf-8', parquet: 'application/vnd.apache.parquet' } as const
type Format = keyof typeof mediaTypes

const file = (description: string) => ({
  description,
  content: {
    'text/csv': { schema: z.string() },
    'application/vnd.apache.parquet': { schema: z.string().openapi({ format: 'binary' }) },
  },
})

const figures = createRoute({
  method: 'get',
  path: '/api/posts/{post}/figures',
  tags,
  summary: 'What came of each link: sent, answered, in time, accepted, declined and why, completed',
  description:
    'Of referrals sent in the span. A secretary sees those of every link in force, small counts of others hidden.',
  request: { params: ofPost, query: SpanQuery },
  responses: {
    200: { description: 'A row a link', content: { 'application/json': { schema: FiguresShape } } },
    ...problems(401, 403, 404, 422),
  },
})

const figuresFile = createRoute({
  method: 'get',
  path: '/api/posts/{post}/figures/file',
  tags,
  summary: 'The same figures as CSV or Parquet',
  request: { params: ofPost, query: FiguresFileQuery },
  responses: { 200: file('A row a link'), ...problems(401, 403, 404, 422) },
})

const list = createRoute({
  method: 'post',
  path: '/api/posts/{post}/referrals/export',
  tags,
  summary: 'Take the agency’s own list of referrals away',
  description:
    'Asks what for; each firm on the list sees who took it. What was withdrawn or recalled is not in it, nor what rests on a consent that no longer stands.',
  request: { params: ofPost, body: { required: true, content: { 'application/json': { schema: ExportShape } } } },
  responses: { 200: file('A row a referral'), ...problems(401, 403, 404, 409, 422) },
})

export function figureRoutes(app: DeskApp, needs: DeskNeeds): void {
  const counted = async (c: Context, span: { from: string; to: string }, format?: Format) => {
    const outcome = await linkFigures(needs, c.get('post'), span)
    switch (outcome.is) {
      case 'figures':
        return format
          ? attachment(c, figuresTable(outcome.figures), `links-${span.from}-${span.to}`, format)
          : c.json({ figures: outcome.figures }, 200)
      case 'not for this post':
        return notForThisPost(c)
      case 'faulty':
        return faulty(c, outcome.fields)
    }
  }
  answers(app, figures, c => counted(c, c.req.valid('query')))
  answers(app, figuresFile, c => {
    const { format, ...span } = c.req.valid('query')
    return counted(c, span, format)
  })
  answers(app, list, async c => {
    const { format, ...asked } = c.req.valid('json')
    const outcome = await exportReferrals(needs, c.get('post'), asked)
    switch (outcome.is) {
      case 'exported':
        return attachment(c, referralsTable(outcome.referrals), `referrals-${asked.from}-${asked.to}`, format)
      case 'not for this post':
        return notForThisPost(c)
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'too many':
        return problem(c, {
          status: 409,
          title: `More than ${outcome.most.toLocaleString('en-US')} referrals`,
          detail: 'Choose a shorter time.',
        })
    }
  })
}

/** Served to be saved, never to be shown by a browser as something else. */
async function attachment(c: Context, table: Table, name: string, format: Format): Promise<Response> {
  c.header('content-type', mediaTypes[format])
  c.header('content-disposition', `attachment; filename="${name}.${format}"`)
  c.header('x-content-type-options', 'nosniff')
  return format === 'csv' ? c.body(csvOf(table)) : c.body(new Uint8Array(await parquetOf(table)))
}
