/** The open record of councils: for everyone, as the day opens it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  csvOf,
  listOpenRecords,
  type OpenRecord,
  openFeed,
  openTable,
  openTableNames,
  readOpenRecord,
} from '@ieum/services'
import type { Context } from 'hono'
import { nothingHere } from '../desk/desk-app.ts'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { etagOf, unchanged } from '../unchanged.ts'
import { councilAnswer, decisionAnswer, listedCouncil, sessionAnswer, taskAnswer } from './open-record-answers.ts'
import {
  OpenCouncilShape,
  OpenCouncilsShape,
  OpenDecisionShape,
  OpenSessionShape,
  OpenTaskShape,
} from './open-record-shapes.ts'

const tags = ['open record']
const Council = z.string().openapi({ example: 'mss-motie' })
const json = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
  304: { description: 'Unchanged since the ETag that was sent' },
})

const list = createRoute({
  method: 'get',
  path: '/api/councils',
  tags,
  summary: 'Councils, as they are open to everyone',
  responses: { ...json('Those that only sources report first, then as they were founded', OpenCouncilsShape) },
})
const one = createRoute({
  method: 'get',
  path: '/api/councils/{council}',
  tags,
  summary: 'Seats, sessions, tasks, decisions and actions of a council, as they are open to everyone',
  request: { params: z.object({ council: Council }) },
  responses: { ...json('The council', OpenCouncilShape), ...problems(404) },
})
const session = createRoute({
  method: 'get',
  path: '/api/councils/{council}/sessions/{number}',
  tags,
  summary: 'One session: its agenda as far as it is open, and its minutes once they are signed',
  request: { params: z.object({ council: Council, number: z.string().openapi({ example: '1' }) }) },
  responses: { ...json('The session', OpenSessionShape), ...problems(404) },
})
const task = createRoute({
  method: 'get',
  path: '/api/councils/{council}/tasks/{code}',
  tags,
  summary: 'One collaboration task: answers, decisions, counted indicators, and what sources report since',
  request: { params: z.object({ council: Council, code: z.string().openapi({ example: 'T7' }) }) },
  responses: { ...json('The task', OpenTaskShape), ...problems(404) },
})
const decision = createRoute({
  method: 'get',
  path: '/api/councils/{council}/decisions/{number}',
  tags,
  summary: 'One decision; a superseded one stays at its address and says which took its place',
  request: { params: z.object({ council: Council, number: z.string().openapi({ example: '2026-2-1' }) }) },
  responses: { ...json('The decision', OpenDecisionShape), ...problems(404) },
})
const feed = createRoute({
  method: 'get',
  path: '/api/councils/{council}/feed.atom',
  tags,
  summary: 'Sessions, minutes and decisions as they become open',
  request: { params: z.object({ council: Council }), query: z.object({ lang: z.enum(['ko', 'en']).optional() }) },
  responses: {
    200: { description: 'Atom (RFC 4287)', content: { 'application/atom+xml': { schema: z.string() } } },
    304: { description: 'Unchanged since the ETag that was sent' },
    ...problems(400, 404),
  },
})
const tables = openTableNames.map(name =>
  createRoute({
    method: 'get',
    path: `/api/councils/{council}/${name}.csv`,
    tags,
    summary: `The open record as a table: ${name}`,
    request: { params: z.object({ council: Council }) },
    responses: {
      200: { description: 'CSV (RFC 4180), UTF-8 with a mark', content: { 'text/csv': { schema: z.string() } } },
      304: { description: 'Unchanged since the ETag that was sent' },
      ...problems(404),
    },
  }),
)

export function openRecordRoutes(app: OpenAPIHono, needs: Needs): void {
  const { catalogue, today, desk } = needs
  const records = {
    catalogue,
    database: desk?.database,
    timeZone: desk?.timeZone ?? 'UTC',
    madeUp: desk?.demonstration,
  }
  const read = (c: Context) => readOpenRecord(records, c.req.param('council') ?? '', today())
  /** What is hidden and what is not there get one and the same answer. */
  const shows = async (
    c: Context,
    answer: (record: OpenRecord) => Promise<object | undefined> | object | undefined,
  ) => {
    const record = await read(c)
    const shown = record && (await answer(record))
    return shown ? forEveryone(c, JSON.stringify(shown)) : nothingHere(c)
  }

  app.openAPIRegistry.registerPath(list)
  app.get('/api/councils', async c => {
    const councils = (await listOpenRecords(records, today())).map(listedCouncil)
    return forEveryone(c, JSON.stringify({ councils }))
  })

  app.openAPIRegistry.registerPath(one)
  app.get('/api/councils/:council', c => shows(c, record => councilAnswer(record, catalogue)))

  app.openAPIRegistry.registerPath(session)
  app.get('/api/councils/:council/sessions/:number', c =>
    shows(c, record => sessionAnswer(record, c.req.param('number'), catalogue)),
  )

  app.openAPIRegistry.registerPath(task)
  app.get('/api/councils/:council/tasks/:code', c =>
    shows(c, record => taskAnswer(record, c.req.param('code'), records, today())),
  )

  app.openAPIRegistry.registerPath(decision)
  app.get('/api/councils/:council/decisions/:number', c =>
    shows(c, record => decisionAnswer(record, c.req.param('number'), catalogue)),
  )

  app.openAPIRegistry.registerPath(feed)
  app.get('/api/councils/:council/feed.atom', async c => {
    const record = await read(c)
    if (!record) return nothingHere(c)
    const language = c.req.query('lang') ?? 'ko'
    if (language !== 'ko' && language !== 'en')
      return problem(c, { status: 400, title: 'There is no feed in this language', detail: 'lang is ko or en.' })
    const text = openFeed(record, {
      base: needs.publicUrl ?? new URL(c.req.url).origin,
      language,
      timeZone: records.timeZone,
    })
    return forEveryone(c, text, 'application/atom+xml; charset=utf-8')
  })

  for (const [index, name] of openTableNames.entries()) {
    app.openAPIRegistry.registerPath(tables[index]!)
    app.get(`/api/councils/:council/${name}.csv`, async c => {
      const record = await read(c)
      if (!record) return nothingHere(c)
      c.header('content-disposition', `attachment; filename="${record.id}-${name}.csv"`)
      c.header('x-content-type-options', 'nosniff')
      return forEveryone(c, csvOf(openTable(record, name)), 'text/csv; charset=utf-8')
    })
  }
}

/** Any site may read it: it is the same for everyone, signed in or not. */
export function forEveryone(c: Context, text: string, type = 'application/json'): Response {
  c.header('access-control-allow-origin', '*')
  const same = unchanged(c, etagOf(text))
  if (same) return same
  c.header('content-type', type)
  return c.body(text)
}
