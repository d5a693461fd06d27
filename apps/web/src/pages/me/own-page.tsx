import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { askWho, useWho } from '../../desk/who.ts'
import { Page } from '../../shell/page.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import '../../desk/desk.css'
import './own.css'

interface OwnPageProps {
  title: string
  lead?: ReactNode
  children: (me: Me) => ReactNode
}

/** For who is signed in; everyone else is led to sign in or to join, and comes back with the token that a letter brought. */
export function OwnPage({ title, lead, children }: OwnPageProps) {
  const { t } = useTranslation()
  const { pathname, searchStr, hash } = useLocation()
  const who = useWho()
  switch (who.is) {
    case 'not asked':
      return <Waiting />
    case 'signed in':
      return (
        <Page title={title} lead={lead} className="own">
          {children(who.me)}
        </Page>
      )
    case 'no records':
      return (
        <Page title={title}>
          <p>{t('me.noRecords')}</p>
        </Page>
      )
    case 'not answered':
      return (
        <Page title={title}>
          <RefusedText refused={who.refused} again={() => void askWho()} />
        </Page>
      )
    case 'nobody':
      return (
        <Page title={title}>
          <p>{t('me.signInFirst')}</p>
          <p className="row">
            <Link to="/sign-in" search={{ to: pathname + searchStr }} hash={hash} className="button">
              {t('signIn.title')}
            </Link>
            <Link to="/sign-in/join" className="button quiet">
              {t('me.join')}
            </Link>
          </p>
        </Page>
      )
  }
}
