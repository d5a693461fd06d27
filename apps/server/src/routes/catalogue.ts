import { gzipSync } from 'node:zlib'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isDayToAskAbout } from '@ieum/catalogue/days'
import { editionOnDay, windowOnDay } from '@ieum/matching'
import type { Rulebook } from '@ieum/rules'
import type { OpenCatalogue } from '@ieum/services'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape, WindowShape, WordsShape } from '../schemas.ts'
import { etagOf, unchanged } from '../unchanged.ts'

const ProgrammeRow = z
  .object({
    id: z.string(),
    name: WordsShape,
    agency: z.string(),
    stages: z.array(z.string()),
    kind: z.string(),
    edition: z.string(),
    window: WindowShape,
  })
  .openapi('ProgrammeRow')

const programmes = createRoute({
  method: 'get',
  path: '/api/programmes',
  tags: ['catalogue'],
  summary: 'Every programme, with the edition that counts on a day',
  request: { query: z.object({ on: DayShape.optional() }) },
  responses: {
    200: {
      description: 'The programmes in the order of the catalogue',
      content: {
        'application/json': {
          schema: z.object({ on: DayShape, programmes: z.array(ProgrammeRow) }).openapi('Programmes'),
        },
      },
    },
    ...problems(400),
  },
})

const programme = createRoute({
  method: 'get',
  path: '/api/programmes/{id}',
  tags: ['catalogue'],
  summary: 'One programme with all its editions, criteria, money and sources',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description:
        'The record of the programme; what its exclusions share with other programmes stands in `commonRules`',
      content: { 'application/json': { schema: z.looseObject({ id: z.string() }).openapi('Programme') } },
    },
    ...problems(404),
  },
})

const rulebook = createRoute({
  method: 'get',
  path: '/api/rulebook',
  tags: ['catalogue'],
  summary: 'The whole catalogue with its sentences compiled',
  description: 'What a page needs to judge a firm without sending it anywhere.',
  responses: {
    200: {
      description: 'The rulebook',
      content: { 'application/json': { schema: z.looseObject({ id: z.string() }).openapi('Rulebook') } },
    },
    304: { description: 'Unchanged since the ETag that was sent' },
  },
})

export function catalogueRoutes(app: OpenAPIHono, { catalogue, today, demonstration }: Needs): void {
  app.openAPIRegistry.registerPath(programmes)
  app.get(programmes.path, c => {
    const on = c.req.query('on') ?? today()
    if (!isDayToAskAbout(on))
      return problem(c, {
        status: 400,
        title: 'on is not a day that one can ask about',
        detail: 'Write it as 2026-06-01; years 1900 to 2199.',
      })
    const rows = catalogue.rulebook.programmes.map(({ id, name, agency, stages, kind, editions }) => {
      const edition = editionOnDay(editions, on)
      return { id, name, agency, stages, kind, edition: edition.edition, window: windowOnDay(edition, on) }
    })
    return c.json({ on, programmes: rows })
  })
  app.openAPIRegistry.registerPath(programme)
  app.get('/api/programmes/:id', c => {
    const book = catalogue.rulebook
    const found = book.programmes.find(({ id }) => id === c.req.param('id'))
    if (!found)
      return problem(c, {
        status: 404,
        title: `There is no programme "${c.req.param('id')}"`,
        detail: '/api/programmes lists them.',
      })
    return c.json({ ...found, commonRules: book.commonRules.filter(({ programmes }) => programmes.includes(found.id)) })
  })
  app.openAPIRegistry.registerPath(rulebook)
  const shownBook = onceABook(catalogue, demonstration !== undefined)
  app.get(rulebook.path, c => {
    const shown = shownBook()
    c.header('vary', 'Accept-Encoding')
    const same = unchanged(c, shown.etag)
    if (same) return same
    c.header('content-type', 'application/json')
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(shown.text)
    c.header('content-encoding', 'gzip')
    return c.body(shown.packed())
  })
}

interface ShownBook {
  readonly text: string
  readonly etag: string
  readonly packed: () => Uint8Array<ArrayBuffer>
}

/** A megabyte that is the same for everyone until its links change: written and packed when it is first asked for. */
function onceABook(catalogue: OpenCatalogue, isDemonstration: boolean): () => ShownBook {
  let of: Rulebook | undefined
  let shown: ShownBook | undefined
  return () => {
    const book = catalogue.rulebook
    if (shown && of === book) return shown
    const text = JSON.stringify({
      ...book,
      ...(isDemonstration && { demonstration: true }),
      // They have routes of their own, and no firm is matched with them.
      closingDays: undefined,
      programmes: book.programmes.map(({ examples: _, ...kept }) => kept),
    })
    let packed: Uint8Array<ArrayBuffer> | undefined
    of = book
    shown = {
      text,
      etag: etagOf(text),
      packed() {
        packed ??= new Uint8Array(gzipSync(text))
        return packed
      },
    }
    return shown
  }
}
