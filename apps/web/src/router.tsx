import { isDay } from '@ieum/catalogue/days'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { inboxAsked } from './desk/inbox/inbox-asked.ts'
import { newLinkAsked } from './desk/links/new-link-asked.ts'
import { trailAsked } from './desk/trail/trail-asked.ts'
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

/** A page that needs words with it which the first page does without. */
const withAsideWords =
  <Module,>(load: () => Promise<Module>) =>
  async (): Promise<Module> =>
    (await Promise.all([load(), import('./words/aside-words.ts').then(words => words.speakAside())]))[0]

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
  component: lazyRouteComponent(
    withAsideWords(() => import('./pages/network/network-page.tsx')),
    'NetworkPage',
  ),
})
const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(
    withAsideWords(() => import('./pages/about/about-page.tsx')),
    'AboutPage',
  ),
})

/** A page that needs the words of the desk with it. */
const withDeskWords =
  <Module,>(load: () => Promise<Module>) =>
  async (): Promise<Module> =>
    (await Promise.all([load(), import('./words/desk-words.ts').then(words => words.speakDesk())]))[0]

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
/** A page of ours to come to, never another site's. */
const ownPage = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : undefined

const ownPages = () => import('./pages/me/own-pages.ts')
const linkPages = () => import('./desk/link-pages.ts')

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(
    withDeskWords(() => import('./sign-in/sign-in-page.tsx')),
    'SignInPage',
  ),
  validateSearch: (search: Record<string, unknown>): { to?: string | undefined; error?: string | undefined } => ({
    to: ownPage(search.to),
    error: text(search.error),
  }),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/join',
  component: lazyRouteComponent(ownPages, 'JoinPage'),
})
const confirm = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/confirm',
  component: lazyRouteComponent(ownPages, 'ConfirmPage'),
})
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/forgot',
  component: lazyRouteComponent(ownPages, 'ForgotPage'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/reset',
  component: lazyRouteComponent(ownPages, 'ResetPage'),
})
const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(ownPages, 'MePage'),
})
const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/me/second-factor',
  component: lazyRouteComponent(ownPages, 'SecondFactorPage'),
  validateSearch: (search: Record<string, unknown>): { to?: string | undefined } => ({ to: ownPage(search.to) }),
})
const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  component: lazyRouteComponent(
    withDeskWords(() => import('./desk/desk-home-page.tsx')),
    'DeskHomePage',
  ),
})
const deskInbox = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post',
  component: lazyRouteComponent(
    withDeskWords(() => import('./desk/inbox/desk-inbox-page.tsx')),
    'DeskInboxPage',
  ),
  validateSearch: inboxAsked,
})
const deskCase = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/cases/$referral',
  component: lazyRouteComponent(
    withDeskWords(() => import('./desk/case/case-page.tsx')),
    'CasePage',
  ),
})
const deskDraft = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/new',
  component: lazyRouteComponent(withDeskWords(linkPages), 'DraftPage'),
})
const deskBatches = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/batches',
  component: lazyRouteComponent(withDeskWords(linkPages), 'BatchesPage'),
})
const deskLinks = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/links',
  component: lazyRouteComponent(withDeskWords(linkPages), 'LinksPage'),
})
const deskNewLink = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/links/new',
  component: lazyRouteComponent(withDeskWords(linkPages), 'NewLinkPage'),
  validateSearch: newLinkAsked,
})
const deskTerms = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/links/$agreement/terms',
  component: lazyRouteComponent(withDeskWords(linkPages), 'TermsPage'),
})
const deskAgreement = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/links/$agreement',
  component: lazyRouteComponent(withDeskWords(linkPages), 'AgreementPage'),
})
const deskFigures = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/figures',
  component: lazyRouteComponent(withDeskWords(linkPages), 'FiguresPage'),
  validateSearch: (search: Record<string, unknown>): { from?: string | undefined; to?: string | undefined } => ({
    from: text(search.from),
    to: text(search.to),
  }),
})

const councilImport = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/councils/$council/import',
  component: lazyRouteComponent(
    withDeskWords(() => import('./council/import/import-page.tsx')),
    'ImportPage',
  ),
})
const deskDrawUpCouncil = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/councils/new',
  component: lazyRouteComponent(
    withDeskWords(() => import('./council/draw-up/draw-up-page.tsx')),
    'DrawUpPage',
  ),
})
const deskChangeCouncil = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/councils/$council/change',
  component: lazyRouteComponent(
    withDeskWords(() => import('./council/draw-up/change-page.tsx')),
    'ChangeCouncilPage',
  ),
})
const councilPages = () => import('./council/desk-pages.ts')
const deskCouncils = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/councils',
  component: lazyRouteComponent(withDeskWords(councilPages), 'CouncilsPage'),
})
const deskCouncil = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/councils/$council',
  component: lazyRouteComponent(withDeskWords(councilPages), 'CouncilPage'),
})
const deskDraftTask = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/councils/$council/new-task',
  component: lazyRouteComponent(withDeskWords(councilPages), 'DraftTaskPage'),
})
const deskTask = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/tasks/$task',
  component: lazyRouteComponent(withDeskWords(councilPages), 'TaskPage'),
})

/** They come together, with their words: each chunk by itself would have to be named in the first page's script. */
const firmPages = () => import('./pages/firm/firm-pages.ts')
const agencyPages = () => import('./desk/agency-pages.ts')

const sessionPages = () => import('./council/session-pages.ts')
const councilSession = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/sessions/$session',
  component: lazyRouteComponent(sessionPages, 'SessionPage'),
})
const councilSessionRoom = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/sessions/$session/room',
  component: lazyRouteComponent(sessionPages, 'RoomPage'),
})
const councilSessionScreen = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/sessions/$session/screen',
  component: lazyRouteComponent(sessionPages, 'ScreenPage'),
})

const firmFront = createRoute({
  getParentRoute: () => root,
  path: '/firm/$firm',
  component: lazyRouteComponent(firmPages, 'FirmFrontPage'),
})
const firmDossier = createRoute({
  getParentRoute: () => root,
  path: '/firm/$firm/dossier',
  component: lazyRouteComponent(firmPages, 'DossierPage'),
})
const firmReferral = createRoute({
  getParentRoute: () => root,
  path: '/firm/$firm/referrals/$referral',
  component: lazyRouteComponent(firmPages, 'FirmReferralPage'),
})
const firmLooks = createRoute({
  getParentRoute: () => root,
  path: '/firm/$firm/who-looked',
  component: lazyRouteComponent(firmPages, 'WhoLookedPage'),
})
const firmMembers = createRoute({
  getParentRoute: () => root,
  path: '/firm/$firm/members',
  component: lazyRouteComponent(firmPages, 'MembersPage'),
})
const askFirm = createRoute({
  getParentRoute: () => root,
  path: '/me/firms/new',
  component: lazyRouteComponent(firmPages, 'AskFirmPage'),
})
const myNotices = createRoute({
  getParentRoute: () => root,
  path: '/me/notices',
  component: lazyRouteComponent(firmPages, 'MyNoticesPage'),
})

const openPages = () => import('./council/open/open-pages.ts')

const openCouncils = createRoute({
  getParentRoute: () => root,
  path: '/councils',
  component: lazyRouteComponent(openPages, 'CouncilsPage'),
})
const openCouncil = createRoute({
  getParentRoute: () => root,
  path: '/councils/$council',
  component: lazyRouteComponent(openPages, 'OpenCouncilPage'),
})
const openSession = createRoute({
  getParentRoute: () => root,
  path: '/councils/$council/sessions/$number',
  component: lazyRouteComponent(openPages, 'OpenSessionPage'),
})
const openTask = createRoute({
  getParentRoute: () => root,
  path: '/councils/$council/tasks/$code',
  component: lazyRouteComponent(openPages, 'OpenTaskPage'),
})
const openDecision = createRoute({
  getParentRoute: () => root,
  path: '/councils/$council/decisions/$number',
  component: lazyRouteComponent(openPages, 'OpenDecisionPage'),
})

const deskPeople = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/people',
  component: lazyRouteComponent(agencyPages, 'PeoplePage'),
})
const deskContact = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/contact',
  component: lazyRouteComponent(agencyPages, 'ContactPage'),
})
const deskInstallations = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/installations',
  component: lazyRouteComponent(agencyPages, 'InstallationsPage'),
})
const deskNotices = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/notices',
  component: lazyRouteComponent(agencyPages, 'PostNoticesPage'),
})
const deskCalendars = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/calendars',
  component: lazyRouteComponent(agencyPages, 'CalendarsPage'),
  // The task of which a calendar is wanted.
  validateSearch: (search: Record<string, unknown>): { task?: string | undefined } => ({ task: text(search.task) }),
})
const deskTrail = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/trail',
  component: lazyRouteComponent(agencyPages, 'TrailPage'),
  validateSearch: trailAsked,
})
const deskSheet = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/sheet',
  component: lazyRouteComponent(agencyPages, 'SheetPage'),
})
const answerByLink = createRoute({
  getParentRoute: () => root,
  path: '/answer',
  component: lazyRouteComponent(agencyPages, 'AnswerPage'),
})

const deskActions = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/actions',
  component: lazyRouteComponent(withDeskWords(councilPages), 'ActionsPage'),
})
const closingPages = () => import('./closing-days/closing-pages.ts')
const closingDays = createRoute({
  getParentRoute: () => root,
  path: '/closing-days',
  component: lazyRouteComponent(closingPages, 'ClosingDaysPage'),
})
const closingDaysOfOne = createRoute({
  getParentRoute: () => root,
  path: '/closing-days/$code',
  component: lazyRouteComponent(closingPages, 'MunicipalityPage'),
})
const closingDesk = createRoute({
  getParentRoute: () => root,
  path: '/desk/$post/councils/$council/closing-days',
  component: lazyRouteComponent(withDeskWords(councilPages), 'ClosingDeskPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    front,
    find,
    path,
    programmes,
    programme,
    network,
    about,
    signIn,
    join,
    confirm,
    forgot,
    reset,
    me,
    secondFactor,
    desk,
    deskInbox,
    deskCase,
    deskDraft,
    deskBatches,
    deskLinks,
    deskNewLink,
    deskTerms,
    deskAgreement,
    deskFigures,
    councilImport,
    deskCouncils,
    deskCouncil,
    deskDrawUpCouncil,
    deskChangeCouncil,
    deskDraftTask,
    deskTask,
    firmFront,
    firmDossier,
    firmReferral,
    firmLooks,
    firmMembers,
    askFirm,
    myNotices,
    councilSession,
    councilSessionRoom,
    councilSessionScreen,
    deskPeople,
    deskContact,
    deskInstallations,
    deskNotices,
    deskCalendars,
    deskTrail,
    deskSheet,
    answerByLink,
    deskActions,
    openCouncils,
    openCouncil,
    openSession,
    openTask,
    openDecision,
    closingDays,
    closingDaysOfOne,
    closingDesk,
  ]),
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
