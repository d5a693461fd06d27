import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { toDo, useFollowCounts } from './use-follow-counts.ts'

/** The way to what is to be followed up, among the ways of a desk; none where the agency sits in no council. */
export function FollowPlace({ post }: { post: string }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const counts = useFollowCounts(post)
  if (!counts) return null
  return (
    <li>
      <Link
        to="/desk/$post/actions"
        params={{ post }}
        aria-current={pathname.split('/')[3] === 'actions' ? 'page' : undefined}
      >
        {t('desk.nav.actions')}
        <Waiting count={toDo(counts)} />
      </Link>
    </li>
  )
}

/** Beside a post on the first page of the desks. */
export function FollowCount({ post }: { post: string }) {
  const { t } = useTranslation()
  const counts = useFollowCounts(post)
  if (!counts || toDo(counts) === 0) return null
  return (
    <Link to="/desk/$post/actions" params={{ post }}>
      {t('desk.nav.actions')}
      <Waiting count={toDo(counts)} />
    </Link>
  )
}

function Waiting({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <span className="desk-nav-count">
      {' '}
      <span aria-hidden="true">{count}</span>
      <span className="only-heard">{t('desk.nav.actionsWait', { count })}</span>
    </span>
  )
}
