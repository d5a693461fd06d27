/**
 * The part of the HTTP face where somebody acts: `/api/posts/{post}/…` for an agency, `/api/firms/{firm}/…` for a firm, `/api/me` for oneself.
 * The address says in which capacity; whoever does not have it gets the same answer as for one that does not exist.
 */
import { OpenAPIHono, type RouteConfig, type RouteHandler } from '@hono/zod-openapi'
import {
  type Acting,
  type ActingAs,
  actForFirm,
  actForPost,
  type FirmCapacity,
  type Person,
  type PostCapacity,
  readsBy,
} from '@ieum/services'
import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { tokenBuckets, tooOften, usualCrowd } from '../crowd.ts'
import type { DeskNeeds } from '../needs.ts'
import { invalid, problem, problems } from '../problem.ts'
import { placeOf, proxies } from '../sign-in/address.ts'
import { notToBeKept } from './not-to-be-kept.ts'
import { onceOf, rightKey } from './once.ts'
import { underWay } from './reads-under-way.ts'

export type DeskEnv = {
  Variables: { person: Person; post: Acting<PostCapacity>; firm: Acting<FirmCapacity> }
}

export type DeskApp = OpenAPIHono<DeskEnv>

export function deskApp(needs: DeskNeeds): DeskApp {
  const app: DeskApp = new OpenAPIHono<DeskEnv>({
    defaultHook: (read, c) => {
      // Pages say of such an address that nothing is found at it, whatever was wrong with it.
      if (!read.success) return invalid(c, read.error, read.target === 'param' ? 'not-here' : undefined)
      const issues = notToBeKept(read.data)
      return issues.length > 0 ? invalid(c, { issues }) : undefined
    },
  })
  const buckets = tokenBuckets((needs.crowd ?? usualCrowd).ofOnePerson)
  for (const path of ['/api/me', '/api/me/*', '/api/posts/*', '/api/firms/*']) {
    app.use(path, csrf(needs.origins && { origin: [...needs.origins] }))
    app.use(path, async (c, next) => {
      c.header('cache-control', 'no-store')
      const person = await needs.personOf(c.req.raw.headers)
      if (!person) return notSignedIn(c)
      const seconds = buckets.take(person.id)
      if (seconds > 0) return tooOften(c, seconds)
      c.set('person', person)
      return next()
    })
  }
  app.use('/api/posts/:capacity/*', takeUp(needs, actForPost, 'post'))
  app.use(
    '/api/posts/:capacity/*',
    underWay<DeskEnv>(needs, c => c.get('post').capacity.agency),
  )
  app.use(
    '/api/one-time',
    underWay<DeskEnv>(needs, () => readsBy.link),
  )
  app.use(
    '/api/exchange/referrals/:referral/papers/:paper/content',
    underWay<DeskEnv>(needs, () => readsBy.exchange),
  )
  app.use('/api/firms/:capacity/*', takeUp(needs, actForFirm, 'firm'))
  return app
}

/**
 * Adds a described route: what is sent is read by its shapes first. Answers are held to theirs by tests, since outcomes are read-only and
 * problems are plain responses. What may be answered before a route is come to is described with each.
 */
export function answers<R extends RouteConfig>(
  app: DeskApp,
  route: R,
  answer: (c: Parameters<RouteHandler<R, DeskEnv>>[0]) => Response | Promise<Response>,
): void {
  app.openapi({ ...route, responses: { ...problems(...answeredBefore(route)), ...route.responses } }, answer as never)
}

function answeredBefore({ method, path, request }: RouteConfig): readonly number[] {
  const isOfSomebody = /^\/api\/(me|posts|firms)\b/.test(path)
  const mayBeOnce = /^\/api\/(posts|firms)\b/.test(path) && method !== 'get'
  return [
    ...(request?.body ? [400, 413, 415] : []),
    ...(isOfSomebody ? [401, 429] : []),
    ...(isOfSomebody && method !== 'get' ? [403] : []),
    ...(mayBeOnce ? [409, 422] : []),
    ...(request?.params || request?.query ? [422] : []),
    503,
    // Whoever reads is written down as well.
    507,
  ]
}

type TakeUp<C extends PostCapacity | FirmCapacity> = (
  place: Parameters<typeof actForPost>[0],
  id: string,
) => Promise<ActingAs<C>>

function takeUp<C extends PostCapacity | FirmCapacity>(
  { database, today, trustedProxies = [] }: DeskNeeds,
  act: TakeUp<C>,
  kind: 'post' | 'firm',
): MiddlewareHandler<DeskEnv> {
  const trusted = proxies(trustedProxies)
  return async (c, next) => {
    const taken = await act(
      { database, person: c.get('person'), on: today(), place: placeOf(c, trusted) },
      c.req.param('capacity') ?? '',
    )
    if (taken.is === 'no such capacity') return nothingHere(c)
    if (taken.is === 'second factor needed')
      return problem(c, {
        status: 403,
        code: 'second-factor-needed',
        title: 'A second factor is needed',
        detail: 'Posts of an agency are taken up by who signed in with a second factor or through the agency.',
      })
    const asked = await onceOf(c)
    if (asked.is === 'no key') return invalid(c, { issues: [{ path: ['idempotency-key'], message: rightKey }] })
    c.set(kind, { ...taken.acting, ...(asked.is === 'once' && { once: asked.once }) } as never)
    return next()
  }
}

const notSignedIn = (c: Context): Response =>
  problem(c, { status: 401, code: 'not-signed-in', title: 'Nobody is signed in', detail: 'Sign in and ask again.' })

/** What is hidden from who asks, and what is not there: the two read the same. */
export const nothingHere = (c: Context): Response =>
  problem(c, {
    status: 404,
    code: 'not-here',
    title: 'There is no such thing',
    detail: 'It may be gone, or not be yours to see.',
  })
