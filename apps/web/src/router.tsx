import { isDay } from '@ieum/catalogue/days'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { FrontPage } from './pages/front/front-page.tsx'
import { pathAsked } from './pages/path/path-asked.ts'
import { programmesAsked } from './pages/programmes/programmes-asked.ts'
import { ErrorPage } from './shell/error-page.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'
import { Waiting } from './shell/waiting.tsx'

export interface SiteSearch {
  /** The day asked about instead of today. */
  on?: string | undefined
}

const asDay = (text: unknown): string | undefined => (typeof text === 'string' && isDay(text) ? text : undefined)

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
  // `on` is named even when it is no day: what is left out here would stand in the search as it came.
  validateSearch: (search: Record<string, unknown>): SiteSearch => ({ on: asDay(search.on) }),
  search: { middlewares: [retainSearchParams<SiteSearch>(['on'])] },
})

const front = createRoute({ getParentRoute: () => root, path: '/', component: FrontPage })
const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  component: lazyRouteComponent(() => import('./pages/find/find-page.tsx'), 'FindPage'),
  // The question to put first, for a page that lacks its answer.
  validateSearch: (search: Record<string, unknown>): { ask?: string | undefined } =>
    typeof search.ask === 'string' ? { ask: search.ask } : {},
})
const path = createRoute({
  getParentRoute: () => root,
  path: '/path',
  component: lazyRouteComponent(() => import('./pages/path/path-page.tsx'), 'PathPage'),
  validateSearch: pathAsked,
})
const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  component: lazyRouteComponent(() => import('./pages/programmes/programmes-page.tsx'), 'ProgrammesPage'),
  validateSearch: programmesAsked,
})
const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$id',
  component: lazyRouteComponent(() => import('./pages/programmes/programme-page.tsx'), 'ProgrammePage'),
  validateSearch: (search: Record<string, unknown>): { edition?: string } =>
    typeof search.edition === 'string' ? { edition: search.edition } : {},
})
const network = createRoute({
  getParentRoute: () => root,
  path: '/network',
  component: lazyRouteComponent(() => import('./pages/network/network-page.tsx'), 'NetworkPage'),
})
const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('./pages/about/about-page.tsx'), 'AboutPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([front, find, path, programmes, programme, network, about]),
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
  parseSearch: search => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: search => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
    const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
    return text ? `?${text}` : ''
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
