import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../client/paths.ts'
import { RefusedText } from '../refused-text.tsx'
import { AccessTable } from './access-table.tsx'
import { Older } from './older.tsx'
import type { Accesses } from './shapes.ts'
import { TakeAway } from './take-away.tsx'
import { TrailFilters, useSpan } from './trail-filters.tsx'
import { useWordAt } from './trail-words.ts'
import { useOlder } from './use-older.ts'

const route = getRouteApi('/desk/$post/trail')

const operations = [
  'list referrals',
  'read referral',
  'read dossier',
  'read own record',
  'read paper',
  'record fact',
  'record participation',
  'draft referral',
  'send referral',
  'answer referral',
  'follow referral through',
  'sign decision',
  'propose batch',
  'approve batch',
  'export referrals',
  'export trails',
]

export function AccessLog({ post }: { post: string }) {
  const { t } = useTranslation()
  const { from, to, isSpan } = useSpan()
  const { person, firm, operation } = route.useSearch()
  const say = useWordAt('agency.trail.looked')
  const asked = { from, to, person, firm, operation }
  const list = useOlder<Accesses>(isSpan ? ofPost(post).accesses(asked) : undefined, after =>
    ofPost(post).accesses({ ...asked, after }),
  )
  const accesses = list.pages.flatMap(page => page.accesses)
  return (
    <>
      <TrailFilters texts={['person', 'firm']} operations={{ all: operations, say }} />
      {list.refused ? <RefusedText refused={list.refused} again={list.again} /> : null}
      {isSpan && list.pages.length === 0 && !list.refused ? <p role="status">{t('shell.waiting')}</p> : null}
      {list.pages.length > 0 && accesses.length === 0 ? (
        <p className="desk-nothing" role="status">
          {t('agency.trail.none')}
        </p>
      ) : null}
      {accesses.length > 0 ? (
        <div aria-busy={list.isAsking}>
          <AccessTable accesses={accesses} caption={t('agency.trail.part.log')} />
        </div>
      ) : null}
      <Older list={list} />
      {isSpan ? <TakeAway post={post} trail="access_entry" from={from} to={to} /> : null}
    </>
  )
}
