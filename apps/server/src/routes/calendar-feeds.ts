/** Calendars of what is due to officers: made and ended at the desk, read by calendar programmes at an address that is their leave. */
import { createRoute, z } from '@hono/zod-openapi'
import { dutiesCalendar } from '@ieum/documents'
import { endFeed, type FeedDuty, type FeedRead, listFeeds, makeFeed, readFeed } from '@ieum/services'
import { feedWords } from '@ieum/wording'
import { fewOfOneAddress } from '../crowd.ts'
import { answer, done, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/id-shape.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { placeOf, proxies } from '../sign-in/address.ts'

const tags = ['calendars']
const Language = z.enum(['ko', 'en'])
const About = z.enum(['mine', 'agency', 'task']).openapi('CalendarFeedAbout', {
  description: 'What is due to the post, to all of its agency, or in one collaboration task',
})
const ofPost = z.object({ post: Id })

const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/calendar-feeds',
  tags,
  summary: 'Calendar addresses that the person made at this post and has not ended',
  request: { params: ofPost },
  responses: {
    200: answer(
      'Newest first',
      z.object({
        feeds: z.array(
          z
            .object({ id: Id, about: About, task: Id.nullable(), language: Language, madeAt: z.iso.datetime() })
            .openapi('CalendarFeed'),
        ),
      }),
    ),
    ...problems(401, 403, 404),
  },
})
const make = createRoute({
  method: 'post',
  path: '/api/posts/{post}/calendar-feeds',
  tags,
  summary: 'Make a calendar address; it is told this once, and a person has at most 20 at a post',
  request: {
    params: ofPost,
    body: json(
      z
        .discriminatedUnion('about', [
          z.strictObject({ about: z.literal('mine'), language: Language }),
          z.strictObject({ about: z.literal('agency'), language: Language }),
          z.strictObject({ about: z.literal('task'), task: Id, language: Language }),
        ])
        .openapi('CalendarFeedToMake'),
    ),
  },
  responses: {
    201: answer('Its path', z.object({ feed: Id, path: z.string() })),
    ...problems(401, 403, 404, 409, 422),
  },
})
const end = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/calendar-feeds/{feed}',
  tags,
  summary: 'End a calendar address: from now on nothing is at it',
  request: { params: ofPost.extend({ feed: Id }) },
  responses: { 200: answer('It is ended', done('ended')), ...problems(401, 403, 404) },
})
const read = createRoute({
  method: 'get',
  path: '/calendar-feeds/{file}',
  tags,
  summary: 'Sittings and due days, for a calendar programme',
  request: {
    params: z.object({
      file: z
        .string()
        .max(100)
        .regex(/^[A-Za-z0-9_-]{43}\.ics$/)
        .openapi({ description: 'The token of the address, and `.ics`' }),
    }),
  },
  responses: {
    200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: z.string() } } },
    ...problems(404, 429),
  },
})

export function calendarFeedRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c => c.json({ feeds: [...(await listFeeds(needs, c.get('post')))] }, 200))
  answers(app, make, async c => {
    const outcome = await makeFeed(needs, c.get('post'), c.req.valid('json'))
    switch (outcome.is) {
      case 'made':
        return c.json({ feed: outcome.feed, path: `/calendar-feeds/${outcome.token}.ics` }, 201)
      case 'no such task':
        return nothingHere(c)
      case 'too many':
        return problem(c, {
          status: 409,
          code: 'too-many-feeds',
          title: `You have made ${outcome.most} calendar addresses at this post already`,
          detail: 'End one that is no longer used.',
        })
    }
  })
  answers(app, end, async c => {
    const outcome = await endFeed(needs, c.get('post'), c.req.valid('param').feed)
    return outcome.is === 'ended' ? c.json(outcome, 200) : nothingHere(c)
  })

  app.use('/calendar-feeds/*', fewOfOneAddress(needs, 'messages'))
  const trusted = proxies(needs.trustedProxies ?? [])
  answers(app, read, async c => {
    const { file } = c.req.valid('param')
    const asked = { token: file.replace(/\.ics$/, ''), on: needs.today(), place: placeOf(c, trusted) }
    const outcome = await readFeed({ ...needs, timeZone: needs.timeZone ?? 'UTC' }, asked)
    if (outcome.is !== 'found') return nothingHere(c)
    const site = needs.origins?.[0] ?? new URL(c.req.url).origin
    c.header('cache-control', 'no-store')
    return c.body(writeFeed(outcome, { needs, site }), 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })
}

function writeFeed(
  { about, language, post, agency, sittings, duties, windows }: FeedRead,
  { needs, site }: { readonly needs: DeskNeeds; readonly site: string },
): string {
  const words = feedWords(language)
  const { agencies, programmes } = needs.catalogue.rulebook
  const agencyName = agencies.find(({ id }) => id === agency)?.name[language] ?? agency
  const pathOf = ({ kind, id, task }: FeedDuty) =>
    kind === 'referral' ? `cases/${id}` : task === null ? 'councils' : `tasks/${task}`
  return dutiesCalendar({
    title: words.title[about](agencyName),
    language,
    made: needs.now?.() ?? new Date(),
    sittings: sittings.map(sitting => ({ ...sitting, url: `${site}/desk/${post}/sessions/${sitting.id}` })),
    duties: duties.map(duty => ({
      id: duty.id,
      title: words.duty[duty.kind](duty.title),
      due: duty.due,
      isDone: duty.isDone,
      changed: duty.changed,
      url: `${site}/desk/${post}/${pathOf(duty)}`,
    })),
    windows: windows.map(({ id, programme, moment, on }) => ({
      id,
      title: words.window[moment](programmes.find(one => one.id === programme)?.name[language] ?? programme),
      on,
    })),
  })
}
