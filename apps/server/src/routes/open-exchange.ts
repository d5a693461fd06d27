/** The open record in formats that others read: OParl 1.1 and Popolo. What `ieum:` stands for is listed in docs/open-record.md. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  listOpenRecords,
  type OparlList,
  type OparlObject,
  type OpenRecord,
  oparlLists,
  oparlOf,
  oparlPage,
  oparlPath,
  oparlSystem,
  popoloOf,
  readOpenRecord,
} from '@ieum/services'
import type { Context } from 'hono'
import { nothingHere } from '../desk/desk-app.ts'
import type { Needs } from '../needs.ts'
import { invalid, problems } from '../problem.ts'
import { forEveryone } from './open-record.ts'

const tags = ['open record']
const Council = z.string().openapi({ example: 'mss-motie' })
const Moment = z.string().optional().openapi({ example: '2026-06-01T00:00:00+09:00' })
const query = z.object({
  created_since: Moment,
  created_until: Moment,
  modified_since: Moment,
  modified_until: Moment,
  page: z.string().optional(),
  limit: z.string().optional().openapi({ description: 'At most 100 on a page' }),
})
const Thing = z.looseObject({ id: z.string(), type: z.string() }).openapi('OparlObject', {
  description: 'As https://schema.oparl.org/1.1/ has it; what is ours begins with `ieum:`',
})
const Page = z
  .object({ data: z.array(Thing), pagination: z.looseObject({}), links: z.looseObject({}) })
  .openapi('OparlPage')
const Document = z
  .object({
    organizations: z.array(z.looseObject({})),
    posts: z.array(z.looseObject({})),
    memberships: z.array(z.looseObject({})),
    events: z.array(z.looseObject({})),
    motions: z.array(z.looseObject({})),
    vote_events: z.array(z.looseObject({})),
  })
  .openapi('Popolo')

const route = (path: string, summary: string, schema: z.ZodType, isList = false) => {
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
    name,
    name === 'council' ? Council : z.string(),
  ])
  return createRoute({
    method: 'get',
    path,
    tags,
    summary,
    request: {
      ...(params.length > 0 && { params: z.object(Object.fromEntries(params)) }),
      ...(isList && { query }),
    },
    responses: {
      200: { description: 'As it is open to everyone', content: { 'application/json': { schema } } },
      304: { description: 'Unchanged since the ETag that was sent' },
      ...(isList ? problems(404, 422) : problems(404)),
    },
  })
}

/** Address of an object, and the list of its body in which it stands. */
const objects: readonly (readonly [path: string, of: OparlList, summary: string])[] = [
  ['organization/{council}', 'organization', 'A council as an organization'],
  ['organization/{council}/{agency}', 'organization', 'An agency of a council'],
  ['meeting/{council}/{number}', 'meeting', 'A session as a meeting, with its agenda'],
  ['agendaItem/{council}/{number}/{item}', 'agendaItem', 'An item of an agenda'],
  ['paper/{council}/{code}', 'paper', 'A task as a paper'],
  ['consultation/{council}/{number}/{item}', 'consultation', 'Where a task was talked about'],
]

export function openExchangeRoutes(app: OpenAPIHono, { catalogue, today, desk, publicUrl }: Needs): void {
  const records = {
    catalogue,
    database: desk?.database,
    timeZone: desk?.timeZone ?? 'UTC',
    madeUp: desk?.demonstration,
  }
  const placeOf = (c: Context) => ({
    base: publicUrl ?? new URL(c.req.url).origin,
    timeZone: records.timeZone,
    agencies: catalogue.rulebook.agencies,
  })
  const read = (c: Context) => readOpenRecord(records, c.req.param('council') ?? '', today())
  const answer = (c: Context, thing: unknown) => forEveryone(c, JSON.stringify(thing))
  const pageOf = (c: Context, found: readonly OparlObject[]) => {
    const at = `${placeOf(c).base}${new URL(c.req.url).pathname}`
    const outcome = oparlPage(found, { at, query: c.req.query() })
    if (outcome.is === 'page') return answer(c, outcome.page)
    return invalid(c, { issues: [{ path: ['query', outcome.field.slice(1)], message: outcome.wrong }] })
  }
  const add = (
    path: string,
    described: ReturnType<typeof route>,
    work: (c: Context) => Response | Promise<Response>,
  ) => {
    app.openAPIRegistry.registerPath(described)
    app.get(path.replaceAll(/\{(\w+)\}/g, ':$1'), work)
  }
  const withRecord =
    (work: (c: Context, record: OpenRecord) => Response | Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const record = await read(c)
      return record ? work(c, record) : nothingHere(c)
    }

  const system = `${oparlPath}/system`
  add(system, route(system, 'OParl: where to begin', Thing), c => answer(c, oparlSystem(placeOf(c).base)))
  const bodies = `${oparlPath}/body`
  add(bodies, route(bodies, 'OParl: a body for each council', Page, true), async c => {
    const all = await listOpenRecords(records, today())
    return pageOf(
      c,
      all.map(record => oparlOf(record, placeOf(c)).body),
    )
  })
  const body = `${bodies}/{council}`
  add(
    body,
    route(body, 'OParl: a council as a body', Thing),
    withRecord((c, record) => answer(c, oparlOf(record, placeOf(c)).body)),
  )
  for (const list of oparlLists) {
    const path = `${body}/${list}`
    add(
      path,
      route(path, `OParl: list of ${list} of a council`, Page, true),
      withRecord((c, record) => pageOf(c, oparlOf(record, placeOf(c)).list(list))),
    )
  }
  for (const [part, list, summary] of objects) {
    const path = `${oparlPath}/${part}`
    add(
      path,
      route(path, `OParl: ${summary}`, Thing),
      withRecord((c, record) => {
        const place = placeOf(c)
        const id = `${place.base}${new URL(c.req.url).pathname}`
        const found = oparlOf(record, place)
          .list(list)
          .find(one => one.id === id)
        return found ? answer(c, found) : nothingHere(c)
      }),
    )
  }
  const popolo = '/api/open/popolo/{council}'
  add(
    popolo,
    route(popolo, 'Popolo: organizations, posts, events, motions and votes of a council', Document),
    withRecord((c, record) => answer(c, popoloOf(record, placeOf(c)))),
  )
}
