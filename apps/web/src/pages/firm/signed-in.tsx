import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { askWho, useWho } from '../../desk/who.ts'
import { Page } from '../../shell/page.tsx'
import { Waiting } from '../../shell/waiting.tsx'

/** For who is signed in; everyone else is told what to do instead, under the same title. */
export function SignedIn({ title, children }: { title: string; children: (me: Me) => ReactNode }) {
  const { t } = useTranslation()
  const { pathname, searchStr } = useLocation()
  const who = useWho()
  switch (who.is) {
    case 'not asked':
      return <Waiting />
    case 'signed in':
      return children(who.me)
    case 'no records':
      return (
        <Page title={title}>
          <p>{t('firm.noRecords')}</p>
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
          <p>{t('firm.signInFirst')}</p>
          <p className="row">
            <Link to="/sign-in" search={{ to: pathname + searchStr }} className="button">
              {t('signIn.title')}
            </Link>
          </p>
        </Page>
      )
  }
}
