/** The HTTP face of Ieum: routes, their description, and what holds for all of them. It opens nothing itself. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { paperLimits } from '@ieum/services'
import { StillRead } from '@ieum/storage'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { isAway, isCutOff } from './away.ts'
import { crowdOf, usualCrowd } from './crowd.ts'
import { withSecurity } from './described-security.ts'
import { attachmentsAreInert } from './desk/attachment.ts'
import { bringsPaper } from './desk/brings-paper.ts'
import { deskRoutes } from './desk/mount.ts'
import { TooBusy } from './firm-work.ts'
import { isFull } from './full.ts'
import type { Needs } from './needs.ts'
import { pages } from './pages.ts'
import { problem } from './problem.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { closingDayRoutes } from './routes/closing-days.ts'
import { demonstrationRoutes } from './routes/demonstration.ts'
import { exchangeBytes } from './routes/exchange.ts'
import { healthRoutes } from './routes/health.ts'
import { keeperRoutes } from './routes/keeper.ts'
import { matchRoutes } from './routes/match.ts'
import { openExchangeRoutes } from './routes/open-exchange.ts'
import { openRecordRoutes } from './routes/open-record.ts'
import { planRoutes } from './routes/plan.ts'
import { signInRoutes } from './routes/sign-in/sign-in.ts'

export type App = OpenAPIHono

/** What a firm file may weigh: far more than any real one, little enough to be read at once. */
const bodyBytes = 256_000

export const description = {
  openapi: '3.1.0',
  info: {
    title: 'Ieum',
    version: '0.1.0',
    description:
      'Public support programmes of several agencies for one firm: what it can use and why, what it cannot and what would change that, and dated ways through them. What is sent to `/api/match` and `/api/plan` is computed on and not kept. What is done signed in is kept: a firm’s dossier, papers, consents, referrals, and who looked at them.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
}

/** Of every route, with what it asks of who calls it. */
export const documentOf = (app: App) => withSecurity(app.getOpenAPI31Document(description))

export function createApp(needs: Needs): App {
  const app = new OpenAPIHono()
  // Outside of the headers for pages, so that these stand.
  app.use(attachmentsAreInert)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: 'no-referrer',
      // The embedded server speaks plain HTTP; whoever puts TLS in front of it sets this header there.
      strictTransportSecurity: false,
    }),
  )
  const crowd = crowdOf(needs.crowd ?? usualCrowd)
  app.use('/api/*', crowd.turnAway)
  app.use(compress())
  // What is answered about a firm is kept nowhere, not in a cache on the way either.
  app.use('/api/*', async (c, next) => {
    await next()
    if (c.req.method === 'POST') c.header('cache-control', 'no-store')
  })
  const limits = {
    firm: limitedTo(bodyBytes),
    paper: saidToBeAtMost(paperLimits.bytes),
    exchange: limitedTo(exchangeBytes),
  }
  app.use('/api/*', (c, next) => {
    const isExchange = c.req.path.startsWith('/api/exchange/')
    return limits[isExchange ? 'exchange' : bringsPaper(c) ? 'paper' : 'firm'](c, next)
  })
  // Whoever sends a body byte by byte waits for himself: only what has come in whole counts as under way.
  app.use('/api/*', async (c, next) => {
    if (c.req.raw.body && !bringsPaper(c)) await c.req.arrayBuffer()
    return next()
  })
  app.use('/api/*', crowd.letIn)
  healthRoutes(app, needs)
  matchRoutes(app, needs)
  planRoutes(app, needs)
  catalogueRoutes(app, needs)
  calendarRoutes(app, needs)
  openRecordRoutes(app, needs)
  openExchangeRoutes(app, needs)
  closingDayRoutes(app, needs)
  if (needs.desk) app.route('/', deskRoutes(needs.desk))
  signInRoutes(app, needs)
  demonstrationRoutes(app, needs)
  keeperRoutes(app, needs)
  app.get('/api/openapi.json', c => c.json(documentOf(app)))
  const methodsAt = methodsByPath(app)
  app.all('/api/*', c => refuseRoute(c, methodsAt(c.req.path)))
  app.all('/calendar/*', c => refuseRoute(c, methodsAt(c.req.path)))
  if (needs.pages) pages(app, needs.pages)
  app.notFound(c => refuseRoute(c, []))
  app.onError((error, c) => {
    if (error instanceof TooBusy) {
      c.header('retry-after', '2')
      return problem(c, { status: 503, title: 'Too many ask at once', detail: 'Please ask again in a few seconds.' })
    }
    if (error instanceof StillRead) {
      needs.report(error)
      c.header('retry-after', '2')
      return problem(c, {
        status: 503,
        title: 'It is taken back, and somebody still reads',
        detail:
          'Nobody begins to read it any more; a server that had begun does not answer. Ask again to hear that it ended.',
      })
    }
    if (error instanceof HTTPException)
      return problem(c, {
        status: error.status,
        title: error.status === 403 ? 'Another site asked for this' : 'What was sent cannot be read',
        ...(error.message !== '' && { detail: error.message }),
      })
    if (isCutOff(error)) return problem(c, { status: 400, title: 'The body did not come in whole' })
    needs.report(error)
    if (isFull(error))
      return problem(c, {
        status: 507,
        code: 'disk-full',
        title: 'There is no room left to keep it',
        detail: 'Nothing was changed. Send it again once whoever runs this server has made room.',
      })
    if (isAway(error)) {
      c.header('retry-after', '5')
      return problem(c, {
        status: 503,
        title: 'The records cannot be asked just now',
        detail: 'Please ask again in a few seconds.',
      })
    }
    return problem(c, {
      status: 500,
      title: 'Something went wrong here',
      detail: 'It has been written down. Nothing was changed.',
    })
  })
  return app
}

const limitedTo = (maxSize: number) => bodyLimit({ maxSize, onError: c => tooLarge(c, maxSize) })

/** Nothing is read yet, however long it is in truth: the route that reads a paper counts for itself, and reads few at a time. */
const saidToBeAtMost =
  (most: number): MiddlewareHandler =>
  async (c, next) =>
    Number(c.req.header('content-length') ?? 0) > most ? tooLarge(c, most) : next()

const tooLarge = (c: Context, most: number): Response =>
  problem(c, {
    status: 413,
    title: 'The body is too large',
    detail: `At most ${most.toLocaleString('en-US')} bytes are read.`,
  })

/** The methods that a path answers, by the description of the routes; that is written when somebody first goes astray. */
function methodsByPath(app: App): (path: string) => readonly string[] {
  let described: readonly { readonly pattern: RegExp; readonly methods: readonly string[] }[] | undefined
  return path => {
    described ??= [
      ...Object.entries(app.getOpenAPI31Document(description).paths ?? {}).map(([path, operations]) => ({
        pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^{}]+\}/g, '[^/]+')}$`),
        methods: Object.keys(operations).map(method => method.toUpperCase()),
      })),
      { pattern: /^\/api\/openapi\.json$/, methods: ['GET'] },
    ]
    return described.find(({ pattern }) => pattern.test(path))?.methods ?? []
  }
}

function refuseRoute(c: Context, methods: readonly string[]): Response {
  if (methods.length === 0)
    return problem(c, {
      status: 404,
      title: 'There is nothing at this address',
      detail: 'The routes are described at /api/openapi.json.',
    })
  c.header('allow', methods.includes('GET') ? [...methods, 'HEAD'].join(', ') : methods.join(', '))
  return problem(c, {
    status: 405,
    title: `${c.req.method} is not answered here`,
    detail: `Use ${methods.join(' or ')}.`,
  })
}
