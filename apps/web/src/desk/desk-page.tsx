import { type ActingRole, may } from '@ieum/desk'
import { sayRole } from '@ieum/wording'
import { Link, useLocation } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSits } from '../council/councils/use-sits.ts'
import { FollowPlace } from '../council/follow/follow-place.tsx'
import { useAgencyName } from '../parts/use-agency-name.ts'
import { Page } from '../shell/page.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { SignOutButton } from '../sign-in/sign-out-button.tsx'
import { useLanguage, useSaid } from '../words/use-language.ts'
import { Refused } from './client/ask.ts'
import { ofPost } from './client/paths.ts'
import type { Me, PostCapacity } from './client/shapes.ts'
import { useUnread } from './notices/use-unread.ts'
import { RefusedText } from './refused-text.tsx'
import { askWho, useWho } from './who.ts'
import './desk.css'

interface DeskPageProps {
  post: string
  title: string
  lead?: ReactNode
  children: (capacity: PostCapacity) => ReactNode
}

/** A page of a post: for whoever holds it, with the ways to its other pages. */
export function DeskPage({ post, title, lead, children }: DeskPageProps) {
  const { t } = useTranslation()
  const who = useWho()
  if (who.is === 'not asked') return <Waiting />
  if (who.is === 'nobody') return <SignInFirst title={title} />
  if (who.is === 'no records')
    return (
      <Page title={t('desk.noRecords.title')}>
        <p>{t('desk.noRecords.text')}</p>
      </Page>
    )
  if (who.is === 'not answered')
    return (
      <Page title={title}>
        <RefusedText refused={who.refused} again={() => void askWho()} />
      </Page>
    )
  const capacity = who.me.posts.find(one => one.post === post)
  if (!capacity)
    return (
      <Page title={t('desk.notYours.title')}>
        <p>{t('desk.notYours.text')}</p>
        <p className="row">
          <Link to="/desk" className="button">
            {t('desk.notYours.toDesk')}
          </Link>
        </p>
      </Page>
    )
  if (!who.me.person.secondFactor)
    return (
      <Page title={title}>
        <SecondFactorFirst person={who.me.person} />
      </Page>
    )
  return (
    <Page title={title} lead={lead} className="desk">
      <DeskNav capacity={capacity} isDemonstration={who.me.demonstration} />
      {children(capacity)}
    </Page>
  )
}

function SignInFirst({ title }: { title: string }) {
  const { t } = useTranslation()
  const { pathname, searchStr } = useLocation()
  return (
    <Page title={title}>
      <p>{t('desk.signInFirst')}</p>
      <p className="row">
        <Link to="/sign-in" search={{ to: pathname + searchStr }} className="button">
          {t('signIn.title')}
        </Link>
      </p>
    </Page>
  )
}

/** Who has no authenticator is led to enrol one, and back here; who has one signs in anew. */
function SecondFactorFirst({ person: { hasSecondFactor } }: Pick<Me, 'person'>) {
  const { t } = useTranslation()
  const { pathname, searchStr } = useLocation()
  return (
    <RefusedText refused={new Refused({ status: 403, title: '', code: 'second-factor-needed' })}>
      <p>{t(hasSecondFactor ? 'desk.signInAnew' : 'desk.enrolFirst')}</p>
      {hasSecondFactor ? (
        <SignOutButton />
      ) : (
        <Link to="/me/second-factor" search={{ to: pathname + searchStr }} className="button">
          {t('desk.enrol')}
        </Link>
      )}
    </RefusedText>
  )
}

const places = [
  { to: '/desk/$post', name: 'desk.nav.cases', shows: (role: ActingRole) => may(role, 'read referral', 'own') },
  { to: '/desk/$post/new', name: 'desk.nav.draft', shows: (role: ActingRole) => may(role, 'draft referral', 'own') },
  {
    to: '/desk/$post/batches',
    name: 'desk.nav.batches',
    shows: (role: ActingRole) => may(role, 'read batches', 'none'),
  },
  { to: '/desk/$post/links', name: 'desk.nav.links', shows: (role: ActingRole) => may(role, 'read links', 'none') },
  // For others once their agency sits somewhere; who may set one up begins here.
  {
    to: '/desk/$post/councils',
    name: 'desk.nav.councils',
    shows: (role: ActingRole) => may(role, 'found council', 'none'),
  },
  {
    to: '/desk/$post/figures',
    name: 'desk.nav.figures',
    shows: (role: ActingRole) => may(role, 'read figures', 'none'),
  },
  {
    to: '/desk/$post/sheet',
    name: 'desk.nav.sheet',
    shows: (role: ActingRole) => may(role, 'answer referral', 'consent-active'),
  },
  { to: '/desk/$post/notices', name: 'desk.nav.notices', shows: () => true },
  {
    to: '/desk/$post/people',
    name: 'desk.nav.people',
    shows: (role: ActingRole) => may(role, 'manage posts', 'none'),
  },
  {
    to: '/desk/$post/trail',
    name: 'desk.nav.trail',
    shows: (role: ActingRole) => may(role, 'read trails', 'none'),
  },
  {
    to: '/desk/$post/contact',
    name: 'desk.nav.contact',
    shows: (role: ActingRole) => may(role, 'manage contact', 'none'),
  },
  {
    to: '/desk/$post/installations',
    name: 'desk.nav.installations',
    shows: (role: ActingRole) => may(role, 'see installations', 'none'),
  },
] as const

/** One case belongs to the boxes; one link to the links. */
const isAt = (to: (typeof places)[number]['to'], pathname: string): boolean => {
  const [, , , section = 'cases'] = pathname.split('/')
  // What is under a council has a short address of its own.
  const place = section === 'tasks' || section === 'sessions' ? 'councils' : section
  return place === (to.split('/')[3] ?? 'cases')
}

function DeskNav({ capacity, isDemonstration }: { capacity: PostCapacity; isDemonstration: boolean }) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const { pathname } = useLocation()
  const { post, agency, role, name } = capacity
  const sits = useSits(post)
  const unread = useUnread(ofPost(post).notices)
  return (
    <div className="desk-head">
      <p className="desk-capacity">
        <strong>{agencyName(agency)}</strong>
        <span>{[...new Set([said(name), sayRole(role, language)])].join(' · ')}</span>
        {isDemonstration ? <span className="desk-demonstration">{t('desk.demonstration')}</span> : null}
      </p>
      <nav aria-label={t('desk.nav.title')} className="no-print">
        <ul className="desk-nav">
          {places
            .filter(({ to, shows }) => shows(role) || (to === '/desk/$post/councils' && sits))
            .map(({ to, name }) => (
              <Fragment key={to}>
                <li>
                  <Link
                    to={to}
                    params={{ post }}
                    activeOptions={{ exact: true, includeSearch: false }}
                    aria-current={isAt(to, pathname) ? 'page' : undefined}
                  >
                    {t(name)}
                    {to === '/desk/$post/notices' && unread > 0 ? (
                      <span className="desk-nav-count">
                        {' '}
                        <span aria-hidden="true">{unread}</span>
                        <span className="only-heard">{t('desk.nav.unread', { count: unread })}</span>
                      </span>
                    ) : null}
                  </Link>
                </li>
                {to === '/desk/$post/councils' ? <FollowPlace post={post} /> : null}
              </Fragment>
            ))}
        </ul>
      </nav>
    </div>
  )
}
