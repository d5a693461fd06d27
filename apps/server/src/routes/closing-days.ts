/** Days on which large marts close, per municipality, for everyone: as JSON, as a table, and as calendars to subscribe to. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { addDays, addMonths, firstOfMonth, isDayToAskAbout } from '@ieum/catalogue/days'
import { closingCalendar } from '@ieum/documents'
import { closingCalendarOf, closingTable, csvOf, listClosingDays, readClosingDays } from '@ieum/services'
import type { Context } from 'hono'
import {
  ClosingDayShape,
  ClosingLawShape,
  ClosingLineShape,
  ClosingTermsShape,
  MunicipalityCode,
} from '../desk/closing-shapes.ts'
import { answer } from '../desk/described.ts'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape } from '../schemas.ts'

const tags = ['closing days']
const onDay = z.object({ on: DayShape.optional() })
const inLanguage = z.object({ lang: z.enum(['ko', 'en']).optional() })

const list = createRoute({
  method: 'get',
  path: '/api/closing-days',
  tags,
  summary: 'Every municipality with what is known of its closing days, and the next four',
  request: { query: onDay },
  responses: {
    200: answer(
      'In the order of their codes',
      z
        .object({ on: DayShape, law: ClosingLawShape, municipalities: z.array(ClosingLineShape) })
        .openapi('ClosingList'),
    ),
    ...problems(400),
  },
})
const table = createRoute({
  method: 'get',
  path: '/api/closing-days.csv',
  tags,
  summary: 'The same as a table',
  request: { query: onDay },
  responses: {
    200: { description: 'UTF-8 with a byte order mark', content: { 'text/csv': { schema: z.string() } } },
    ...problems(400),
  },
})
const one = createRoute({
  method: 'get',
  path: '/api/closing-days/{code}',
  tags,
  summary: 'One municipality: terms with their sources, and its closing days in a span of at most two years',
  request: {
    params: z.object({ code: MunicipalityCode }),
    query: onDay.extend({ from: DayShape.optional(), to: DayShape.optional() }),
  },
  responses: {
    200: answer(
      'What holds on the day, what is agreed to follow, and the days within the span',
      z
        .object({
          on: DayShape,
          from: DayShape,
          to: DayShape,
          municipality: ClosingLineShape,
          law: ClosingLawShape,
          now: ClosingTermsShape.nullable(),
          coming: ClosingTermsShape.nullable(),
          days: z.array(ClosingDayShape),
        })
        .openapi('ClosingDaysOfMunicipality'),
    ),
    ...problems(400, 404),
  },
})
const calendar = createRoute({
  method: 'get',
  path: '/api/closing-days/{code}.ics',
  tags,
  summary: 'Closing days of one municipality, to subscribe to',
  request: { params: z.object({ code: MunicipalityCode }), query: inLanguage },
  responses: {
    200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: z.string() } } },
    ...problems(400, 404),
  },
})

/** From any day that one may ask about, a page wants a year; more than two is a programme's mistake. */
const longest = 731

export function closingDayRoutes(app: OpenAPIHono, needs: Needs): void {
  const { catalogue, today } = needs
  const closing = () => ({
    catalogue,
    database: needs.desk?.database,
    today: today(),
    madeUp: needs.desk?.demonstration,
  })
  const wrongDay = (c: Context, name: string) =>
    problem(c, {
      status: 400,
      title: `${name} is not a day that one can ask about`,
      detail: 'Write it as 2026-06-01; years 1900 to 2199.',
    })
  const noMunicipality = (c: Context, code: string) =>
    problem(c, {
      status: 404,
      title: `There is no municipality "${code}"`,
      detail: '/api/closing-days lists them with their codes.',
    })

  app.openAPIRegistry.registerPath(list)
  app.get(list.path, async c => {
    const on = c.req.query('on') ?? today()
    return isDayToAskAbout(on) ? c.json({ on, ...(await listClosingDays(closing(), on)) }) : wrongDay(c, 'on')
  })

  app.openAPIRegistry.registerPath(table)
  app.get(table.path, async c => {
    const on = c.req.query('on') ?? today()
    if (!isDayToAskAbout(on)) return wrongDay(c, 'on')
    return c.body(csvOf(closingTable(await listClosingDays(closing(), on))), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="closing-days.csv"',
    })
  })

  // Before the municipality itself, whose code would take the ending for its own.
  app.openAPIRegistry.registerPath(calendar)
  app.get('/api/closing-days/:code{[^/]+\\.ics}', async c => {
    const code = c.req.param('code').slice(0, -'.ics'.length)
    const language = c.req.query('lang') ?? 'ko'
    if (language !== 'ko' && language !== 'en')
      return problem(c, { status: 400, title: `There is no calendar in "${language}"`, detail: 'lang is ko or en.' })
    const url = new URL(`/closing-days/${encodeURIComponent(code)}`, needs.publicUrl ?? c.req.url).href
    const outcome = await closingCalendarOf(closing(), { code, on: today(), language, url })
    switch (outcome.is) {
      case 'found':
        return c.body(closingCalendar(outcome.calendar), 200, {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': `inline; filename="closing-days-${code}.ics"`,
        })
      case 'no such municipality':
        return noMunicipality(c, code)
      case 'no days known':
        return problem(c, {
          status: 404,
          code: 'no-days-known',
          title: 'Which days they are is not known',
          detail: 'No source that was seen says it, or no closing day is set there.',
        })
    }
  })

  app.openAPIRegistry.registerPath(one)
  app.get('/api/closing-days/:code', async c => {
    const on = c.req.query('on') ?? today()
    if (!isDayToAskAbout(on)) return wrongDay(c, 'on')
    const from = c.req.query('from') ?? firstOfMonth(on)
    if (!isDayToAskAbout(from)) return wrongDay(c, 'from')
    const to = c.req.query('to') ?? addDays(addMonths(firstOfMonth(from), 12), -1)
    if (!isDayToAskAbout(to)) return wrongDay(c, 'to')
    if (to < from || to > addDays(from, longest))
      return problem(c, { status: 400, title: 'to lies before from, or more than two years behind it' })
    const outcome = await readClosingDays(closing(), c.req.param('code'), on, { from, to })
    switch (outcome.is) {
      case 'found': {
        const { line, law, now, coming, days } = outcome
        return c.json({ on, from, to, municipality: line, law, now, coming, days })
      }
      case 'no such municipality':
        return noMunicipality(c, c.req.param('code'))
    }
  })
}
