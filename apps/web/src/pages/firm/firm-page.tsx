import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FirmCapacity } from '../../desk/client/shapes.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from './signed-in.tsx'
import './firm.css'

interface FirmPageProps {
  firm: string
  /** Without the name of the firm: titles stay in the history of a browser. */
  title: string
  lead?: ReactNode
  children: (capacity: FirmCapacity) => ReactNode
}

/** A page of a firm: for who acts for it, with the ways to its other pages. */
export function FirmPage({ firm, title, lead, children }: FirmPageProps) {
  const { t } = useTranslation()
  return (
    <SignedIn title={title}>
      {me => {
        const capacity = me.firms.find(one => one.firm === firm)
        if (!capacity)
          return (
            <Page title={t('firm.notYours.title')}>
              <p>{t('firm.notYours.text')}</p>
              <p className="row">
                <Link to="/me/firms/new" className="button">
                  {t('firm.ask.title')}
                </Link>
              </p>
            </Page>
          )
        return (
          <Page title={title} lead={lead} className="firm">
            <FirmNav capacity={capacity} isDemonstration={me.demonstration} />
            {children(capacity)}
          </Page>
        )
      }}
    </SignedIn>
  )
}

const places = [
  { to: '/firm/$firm', name: 'firm.nav.front' },
  { to: '/firm/$firm/dossier', name: 'firm.nav.dossier' },
  { to: '/firm/$firm/who-looked', name: 'firm.nav.looks' },
  { to: '/firm/$firm/members', name: 'firm.nav.members' },
] as const

/** One referral belongs to the front. */
const isAt = (to: (typeof places)[number]['to'], pathname: string): boolean => {
  const [, , , section = ''] = pathname.split('/')
  return (section === 'referrals' ? '' : section) === (to.split('/')[3] ?? '')
}

function FirmNav({ capacity, isDemonstration }: { capacity: FirmCapacity; isDemonstration: boolean }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { firm, name, role } = capacity
  return (
    <div className="firm-head">
      <p className="firm-capacity">
        <strong>
          <WithKorean text={name} />
        </strong>
        <span>{t(role === 'adviser' ? 'firm.asAdviser' : 'firm.asMember')}</span>
        {isDemonstration ? <span className="firm-demonstration">{t('firm.demonstration')}</span> : null}
      </p>
      <nav aria-label={t('firm.nav.title')} className="no-print">
        <ul className="firm-nav">
          {places
            .filter(({ to }) => to !== '/firm/$firm/members' || role === 'firm-member')
            .map(({ to, name }) => (
              <li key={to}>
                <Link
                  to={to}
                  params={{ firm }}
                  activeOptions={{ exact: true, includeSearch: false }}
                  aria-current={isAt(to, pathname) ? 'page' : undefined}
                >
                  {t(name)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </div>
  )
}
