import { sayRole } from '@ieum/wording'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FollowCount } from '../council/follow/follow-place.tsx'
import { useAgencyName } from '../parts/use-agency-name.ts'
import { WithKorean } from '../parts/with-korean.tsx'
import { Page } from '../shell/page.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useLanguage, useSaid } from '../words/use-language.ts'
import { firstPlaceOf } from './first-place.ts'
import { RefusedText } from './refused-text.tsx'
import { askWho, useWho } from './who.ts'
import './desk.css'

/** The posts that one holds and the firms that one acts for; who has one capacity only is led to it. */
export function DeskHomePage() {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const who = useWho()
  if (who.is === 'not asked') return <Waiting />
  if (who.is === 'nobody') return <Navigate to="/sign-in" search={{ to: '/desk' }} replace />
  const { posts, firms } = who.is === 'signed in' ? who.me : { posts: [], firms: [] }
  if (posts.length + firms.length === 1) {
    const [post] = posts
    return post ? (
      <Navigate to={firstPlaceOf(post.role)} params={{ post: post.post }} replace />
    ) : (
      <Navigate to="/firm/$firm" params={{ firm: firms[0]!.firm }} replace />
    )
  }
  // Invitations, and the way to register a firm, stand there.
  if (who.is === 'signed in' && posts.length + firms.length === 0) return <Navigate to="/me" replace />
  return (
    <Page title={t('desk.home.title')} className="desk">
      {who.is === 'not answered' ? <RefusedText refused={who.refused} again={() => void askWho()} /> : null}
      {who.is === 'no records' ? <p>{t('desk.noRecords.text')}</p> : null}
      {who.is === 'signed in' ? (
        <ul className="desk-posts">
          {posts.map(({ post, agency, role, name }) => (
            <li key={post}>
              <Link to={firstPlaceOf(role)} params={{ post }}>
                {agencyName(agency)} · {said(name)}
              </Link>{' '}
              <small>{sayRole(role, language)}</small> <FollowCount post={post} />
            </li>
          ))}
          {firms.map(({ firm, role, name }) => (
            <li key={firm}>
              <Link to="/firm/$firm" params={{ firm }}>
                <WithKorean text={name} />
              </Link>{' '}
              <small>{sayRole(role, language)}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  )
}
