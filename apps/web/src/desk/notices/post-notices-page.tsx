import { pageOfNews } from '@ieum/council'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Inbox } from '../../pages/notices/inbox.tsx'
import { ofPost } from '../client/paths.ts'
import { DeskPage } from '../desk-page.tsx'

const route = getRouteApi('/desk/$post/notices')

/** What the post was told, whoever held it then. */
export function PostNoticesPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage
      post={post}
      title={t('notices.ofPost')}
      lead={
        <p>
          {t('notices.ofPostLead')}{' '}
          <Link to="/desk/$post/calendars" params={{ post }}>
            {t('agency.calendars.title')}
          </Link>
        </p>
      }
    >
      {() => (
        <Inbox
          key={post}
          at={ofPost(post).notices}
          linkOf={({ kind, referral, agreement, detail }) =>
            referral ? (
              <p>
                <Link to="/desk/$post/cases/$referral" params={{ post, referral: referral.id }}>
                  {t('notices.open')}
                </Link>
              </p>
            ) : agreement ? (
              <p>
                <Link to="/desk/$post/links/$agreement" params={{ post, agreement }}>
                  {t('agency.openLink')}
                </Link>
              </p>
            ) : kind.startsWith('batch.') ? (
              <p>
                <Link to="/desk/$post/batches" params={{ post }}>
                  {t('desk.nav.batches')}
                </Link>
              </p>
            ) : (
              <NewsLink post={post} page={pageOfNews(kind, detail)} />
            )
          }
        />
      )}
    </DeskPage>
  )
}

/** To the page of a council's news; the router wants its parts apart. */
function NewsLink({ post, page }: { post: string; page: string | null }) {
  const { t } = useTranslation()
  if (page === null) return null
  const { pathname, searchParams, hash } = new URL(`/desk/${post}/${page}`, location.origin)
  return (
    <p>
      <Link to={pathname as never} search={Object.fromEntries(searchParams) as never} hash={hash.slice(1)}>
        {t('desk.nav.openNews')}
      </Link>
    </p>
  )
}
