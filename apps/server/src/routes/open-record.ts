/** The open record of councils: for everyone, as the day opens it. What is hidden and what is not there get one and the same answer. */
import { createHash } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Words } from '@ieum/catalogue/records'
import {
  countIndicators,
  csvOf,
  listOpenRecords,
  type OpenCatalogue,
  type OpenDecision,
  type OpenRecord,
  openAddresses,
  openFeed,
  openIndicators,
  openTable,
  openTableNames,
  readOpenRecord,
} from '@ieum/services'
import type { Context } from 'hono'
import { nothingHere } from '../desk/desk-app.ts'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'
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

  app.openAPIRegistry.registerPath(list)
  app.get('/api/councils', async c => {
    const councils = (await listOpenRecords(records, today())).map(record => ({
      ...lineOf(record),
      sessions: record.sessions.length,
      tasks: record.tasks.length,
      codes: record.tasks.map(({ code }) => code),
      decisions: record.decisions.length,
    }))
    return forEveryone(c, JSON.stringify({ councils }))
  })

  app.openAPIRegistry.registerPath(one)
  app.get('/api/councils/:council', async c => {
    const record = await read(c)
    if (!record) return nothingHere(c)
    const to = openAddresses(record.id)
    return forEveryone(
      c,
      JSON.stringify({
        ...lineOf(record),
        source: record.source,
        secretariat: record.secretariat,
        foundedOn: record.foundedOn,
        dissolvedOn: record.dissolvedOn,
        opened: record.opened,
        seats: record.seats,
        sessions: record.sessions.map(({ number, on, state, reported, minutesFrom }) => ({
          number,
          on,
          state,
          reported,
          minutesFrom,
          page: to.session(number),
        })),
        tasks: record.tasks.map(({ code, title, proposedBy, state, reported }) => ({
          code,
          title,
          proposedBy,
          state,
          reported,
          page: to.task(code),
        })),
        decisions: record.decisions.map(withPage(record)),
        actions: record.actions,
        names: namesIn(catalogue, {
          agencies: [
            record.secretariat,
            ...record.seats.map(({ agency }) => agency),
            ...record.tasks.flatMap(({ proposedBy }) => proposedBy),
            ...record.actions.map(({ owner }) => owner),
          ],
        }),
      }),
    )
  })

  app.openAPIRegistry.registerPath(session)
  app.get('/api/councils/:council/sessions/:number', async c => {
    const record = await read(c)
    const found = record?.sessions.find(({ number }) => String(number) === c.req.param('number'))
    if (!record || !found) return nothingHere(c)
    return forEveryone(
      c,
      JSON.stringify({
        council: councilOf(record),
        page: openAddresses(record.id).session(found.number),
        ...found,
        decisions: record.decisions.filter(({ session }) => session === found.number).map(withPage(record)),
        names: namesIn(catalogue, {
          agencies: [
            found.host,
            ...(found.present ?? []).map(({ agency }) => agency),
            ...found.items.flatMap(item => (item.is === 'open' ? item.proposedBy : [])),
          ],
        }),
      }),
    )
  })

  app.openAPIRegistry.registerPath(task)
  app.get('/api/councils/:council/tasks/:code', async c => {
    const record = await read(c)
    const found = record?.tasks.find(({ code }) => code === c.req.param('code'))
    if (!record || !found) return nothingHere(c)
    const links = linksOf(catalogue, found.code)
    const { database } = records
    const counts =
      record.from === 'records' && database && (await countIndicators({ database, catalogue }, found, today()))
    return forEveryone(
      c,
      JSON.stringify({
        council: councilOf(record),
        page: openAddresses(record.id).task(found.code),
        ...found,
        indicators: counts ? openIndicators(counts) : null,
        links: links.map(({ id, from, to, valid }) => ({
          id,
          from: from.programme,
          to,
          validFrom: valid?.from ?? null,
        })),
        decisions: record.decisions.filter(one => one.task === found.code).map(withPage(record)),
        actions: record.actions.filter(one => one.task === found.code),
        names: namesIn(catalogue, {
          agencies: [
            ...found.proposedBy,
            ...found.posts.map(({ agency }) => agency),
            ...found.answers.map(({ agency }) => agency),
            ...record.actions.map(({ task, owner }) => (task === found.code ? owner : null)),
          ],
          programmes: [...found.programmes, ...links.flatMap(({ from, to }) => [from.programme, to])],
          pathways: found.pathways,
        }),
      }),
    )
  })

  app.openAPIRegistry.registerPath(decision)
  app.get('/api/councils/:council/decisions/:number', async c => {
    const record = await read(c)
    const found = record?.decisions.find(({ number }) => number === c.req.param('number'))
    if (!record || !found) return nothingHere(c)
    const items = record.sessions.find(({ number }) => number === found.session)?.items ?? []
    const actions = record.actions.filter(one => one.decision === found.number)
    const item = items.flatMap(line => (line.is === 'open' && line.decisions.includes(found.number) ? [line] : []))[0]
    return forEveryone(
      c,
      JSON.stringify({
        council: councilOf(record),
        page: openAddresses(record.id).decision(found.number),
        decision: withPage(record)(found),
        item: item ? { number: item.number, title: item.title } : null,
        actions,
        updated: found.opened,
        names: namesIn(catalogue, { agencies: actions.map(({ owner }) => owner) }),
      }),
    )
  })

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

/** Each join once: what was agreed here stands before what a notice says of the same two programmes. */
function linksOf({ rulebook: { links } }: OpenCatalogue, code: string) {
  const joins = Map.groupBy(
    links.filter(({ agreed }) => agreed?.in === code),
    ({ from, to }) => `${from.programme} ${to}`,
  )
  return [...joins.values()].flatMap(([first]) => (first ? [first] : []))
}

/** What the ids in an answer are called, so that who reads it need not have the whole catalogue. */
function namesIn(
  { rulebook: { agencies, programmes, pathways } }: OpenCatalogue,
  ids: { readonly [of in 'agencies' | 'programmes' | 'pathways']?: readonly (string | null)[] },
) {
  const pick = (all: readonly { readonly id: string; readonly name: Words }[], wanted: readonly unknown[] = []) =>
    Object.fromEntries(all.flatMap(({ id, name }) => (wanted.includes(id) ? [[id, name]] : [])))
  return {
    agencies: pick(agencies, ids.agencies),
    programmes: pick(programmes, ids.programmes),
    pathways: pick(pathways, ids.pathways),
  }
}

const councilOf = ({ id, name, madeUp }: OpenRecord) => ({ id, name, madeUp, page: openAddresses(id).council })

const lineOf = (record: OpenRecord) => ({
  ...councilOf(record),
  kind: record.kind,
  from: record.from,
  updated: record.updated,
})

const withPage = (record: OpenRecord) => (found: OpenDecision) => ({
  ...found,
  page: openAddresses(record.id).decision(found.number),
})

/**
 * Asked for again each time, so that what opens or ends is seen at once; not sent again while it is the same. Any site may read it: it is the
 * same for everyone, signed in or not.
 */
export function forEveryone(c: Context, text: string, type = 'application/json'): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  c.header('etag', etag)
  c.header('cache-control', 'no-cache')
  c.header('access-control-allow-origin', '*')
  if (c.req.header('if-none-match')?.replace(/^W\//, '') === etag) return c.body(null, 304)
  c.header('content-type', type)
  return c.body(text)
}
