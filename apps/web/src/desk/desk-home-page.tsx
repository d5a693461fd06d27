import { sayRole } from '@ieum/wording'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../parts/use-agency-name.ts'
import { Page } from '../shell/page.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useLanguage, useSaid } from '../words/use-language.ts'
import { RefusedText } from './refused-text.tsx'
import { askWho, useWho } from './who.ts'
import './desk.css'

/** The posts that one holds; who holds one only, or acts for a firm alone, is led there. */
export function DeskHomePage() {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const who = useWho()
  if (who.is === 'not asked') return <Waiting />
  if (who.is === 'nobody') return <Navigate to="/sign-in" search={{ to: '/desk' }} replace />
  if (who.is === 'signed in' && who.me.posts.length === 1)
    return <Navigate to="/desk/$post" params={{ post: who.me.posts[0]!.post }} replace />
  // Who only acts for a firm is led to it.
  if (who.is === 'signed in' && who.me.posts.length === 0 && who.me.firms[0])
    return <Navigate to="/firm/$firm" params={{ firm: who.me.firms[0].firm }} replace />
  return (
    <Page title={t('desk.home.title')} className="desk">
      {who.is === 'not answered' ? <RefusedText refused={who.refused} again={() => void askWho()} /> : null}
      {who.is === 'no records' ? <p>{t('desk.noRecords.text')}</p> : null}
      {who.is === 'signed in' ? (
        who.me.posts.length === 0 ? (
          <p className="desk-nothing">{t('desk.home.none')}</p>
        ) : (
          <ul className="desk-posts">
            {who.me.posts.map(({ post, agency, role, name }) => (
              <li key={post}>
                <Link to="/desk/$post" params={{ post }}>
                  {agencyName(agency)} · {said(name)}
                </Link>{' '}
                <small>{sayRole(role, language)}</small>
              </li>
            ))}
          </ul>
        )
      ) : null}
    </Page>
  )
}
