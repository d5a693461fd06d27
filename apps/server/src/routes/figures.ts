/** Figures of links, and lists to be taken away. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  csvOf,
  exportReferral,
  exportReferrals,
  figuresTable,
  linkFigures,
  parquetOf,
  proofTable,
  referralsSheet,
  referralsTable,
  type Table,
} from '@ieum/services'
import type { Context } from 'hono'
import {
  CaseExportShape,
  ExportedReferralShape,
  ExportShape,
  FiguresFileQuery,
  FiguresShape,
  SpanQuery,
} from '../desk/agreement-shapes.ts'
import { attachment } from '../desk/attachment.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { CaseShape, Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape } from '../schemas.ts'
import { faulty, notForThisPost } from './agreements.ts'

const tags = ['figures']
const ofPost = z.object({ post: Id })

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
} as const
type Format = keyof typeof mediaTypes

const file = (description: string) => ({
  description,
  content: {
    'text/csv': { schema: z.string() },
    'application/vnd.apache.parquet': { schema: z.string().openapi({ format: 'binary' }) },
  },
})

const withJson = <C extends object, T extends z.ZodType>(
  { content, ...of }: { description: string; content: C },
  schema: T,
) => ({
  ...of,
  content: { ...content, 'application/json': { schema } },
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
    'CSV has words in the language asked for with the codes beside them, Parquet and JSON have codes. Asks what for; each firm on the list sees who took it. What was withdrawn or recalled is not in it, nor what rests on a consent that no longer stands.',
  request: { params: ofPost, body: { required: true, content: { 'application/json': { schema: ExportShape } } } },
  responses: {
    200: withJson(file('A row a referral'), z.object({ referrals: z.array(ExportedReferralShape) })),
    ...problems(401, 403, 404, 409, 422),
  },
})

const one = createRoute({
  method: 'post',
  path: '/api/posts/{post}/referrals/{referral}/export',
  tags,
  summary: 'Take one case away as a file',
  description:
    'Asks what for; the firm sees who took it. As JSON all that the post may see of the case now; as CSV its proof, a row a criterion.',
  request: {
    params: ofPost.extend({ referral: Id }),
    body: { required: true, content: { 'application/json': { schema: CaseExportShape } } },
  },
  responses: {
    200: {
      description: 'The case',
      content: {
        'application/json': {
          schema: z.object({ takenOn: DayShape, purpose: z.string(), case: CaseShape }).openapi('TakenCase'),
        },
        'text/csv': { schema: z.string() },
      },
    },
    ...problems(401, 403, 404, 422),
  },
})

export function figureRoutes(app: DeskApp, needs: DeskNeeds): void {
  const counted = async (c: Context, span: { from: string; to: string }, format?: 'csv' | 'parquet') => {
    const outcome = await linkFigures(needs, c.get('post'), span)
    switch (outcome.is) {
      case 'figures':
        return format
          ? given(c, `links-${span.from}-${span.to}`, format, { table: figuresTable(outcome.figures) })
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
    const { format, language, ...asked } = c.req.valid('json')
    const outcome = await exportReferrals(needs, c.get('post'), asked)
    switch (outcome.is) {
      case 'exported':
        return given(c, `referrals-${asked.from}-${asked.to}`, format, {
          // Who opens a spreadsheet reads words; Parquet and JSON go to programs.
          table:
            format === 'csv'
              ? referralsSheet(outcome.referrals, needs.catalogue.rulebook, language)
              : referralsTable(outcome.referrals),
          json: { referrals: outcome.referrals },
        })
      case 'not for this post':
        return notForThisPost(c)
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'too many':
        return problem(c, {
          status: 409,
          code: 'too-many',
          title: `More than ${outcome.most.toLocaleString('en-US')} referrals`,
          detail: 'Choose a shorter time.',
        })
    }
  })
  answers(app, one, async c => {
    const { format, purpose } = c.req.valid('json')
    const outcome = await exportReferral(needs, c.get('post'), c.req.valid('param').referral, { purpose })
    switch (outcome.is) {
      case 'exported':
        return given(c, `referral-${outcome.case.number}`, format, {
          table: proofTable(outcome.case, needs.catalogue),
          json: { takenOn: needs.today(), purpose, case: outcome.case },
        })
      case 'no such referral':
        return nothingHere(c)
      case 'faulty':
        return faulty(c, outcome.fields)
    }
  })
}

/** To be saved, in the form that was asked for. */
async function given(
  c: Context,
  name: string,
  format: Format,
  { table, json }: { readonly table: Table; readonly json?: unknown },
): Promise<Response> {
  const contents = {
    csv: () => csvOf(table),
    parquet: () => parquetOf(table),
    json: () => JSON.stringify(json, undefined, 2),
  }
  return attachment(c, {
    name: `${name}.${format}`,
    mediaType: mediaTypes[format],
    content: await contents[format](),
  })
}
