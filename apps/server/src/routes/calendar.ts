import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { windowDays } from '@ieum/catalogue/windows'
import { windowsCalendar } from '@ieum/documents'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const calendar = createRoute({
  method: 'get',
  path: '/calendar/{file}',
  tags: ['catalogue'],
  summary: 'Openings and deadlines of one programme, to subscribe to',
  request: {
    params: z.object({
      file: z
        .string()
        .openapi({ example: 'mss-autonomous-factory.ics', description: 'Id of the programme and `.ics`' }),
    }),
    query: z.object({ lang: z.enum(['ko', 'en']).optional() }),
  },
  responses: {
    200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: z.string() } } },
    ...problems(400, 404),
  },
})

export function calendarRoutes(app: OpenAPIHono, { catalogue, today }: Needs): void {
  app.openAPIRegistry.registerPath(calendar)
  app.get('/calendar/:file', c => {
    const { rulebook } = catalogue
    const file = c.req.param('file')
    const programme = rulebook.programmes.find(({ id }) => `${id}.ics` === file)
    if (!programme)
      return problem(c, {
        status: 404,
        title: `There is no calendar "${file}"`,
        detail: 'A calendar is named after its programme, such as mss-autonomous-factory.ics.',
      })
    const language = c.req.query('lang') ?? 'ko'
    if (language !== 'ko' && language !== 'en')
      return problem(c, { status: 400, title: `There is no calendar in "${language}"`, detail: 'lang is ko or en.' })
    const text = windowsCalendar({
      programme: programme.id,
      name: programme.name[language],
      agency: rulebook.agencies.find(({ id }) => id === programme.agency)?.name[language] ?? programme.agency,
      windows: programme.editions.flatMap(edition =>
        edition.windows.map(window => ({ edition: edition.edition, window: windowDays(window, edition) })),
      ),
      language,
      made: today(),
    })
    return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })
}
