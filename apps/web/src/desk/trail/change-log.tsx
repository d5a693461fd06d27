import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import { RefusedText } from '../refused-text.tsx'
import { sayMoment } from '../say-moment.ts'
import { Person } from './access-table.tsx'
import { Older } from './older.tsx'
import type { Change, Changes } from './shapes.ts'
import { TakeAway } from './take-away.tsx'
import { TrailFilters, useSpan } from './trail-filters.tsx'
import { useSayChange } from './trail-words.ts'
import { useOlder } from './use-older.ts'

const route = getRouteApi('/desk/$post/trail')

/** What was changed at the agency, and what somebody tried and was refused. */
export function ChangeLog({ post }: { post: string }) {
  const { t } = useTranslation()
  const { from, to, isSpan } = useSpan()
  const { person } = route.useSearch()
  const asked = { from, to, person }
  const list = useOlder<Changes>(isSpan ? ofPost(post).changes(asked) : undefined, after =>
    ofPost(post).changes({ ...asked, after }),
  )
  const changes = list.pages.flatMap(page => page.changes)
  return (
    <>
      <TrailFilters texts={['person']} />
      {list.refused ? <RefusedText refused={list.refused} again={list.again} /> : null}
      {isSpan && list.pages.length === 0 && !list.refused ? <p role="status">{t('shell.waiting')}</p> : null}
      {list.pages.length > 0 && changes.length === 0 ? (
        <p className="desk-nothing" role="status">
          {t('agency.trail.noChanges')}
        </p>
      ) : null}
      {changes.length > 0 ? <ChangeTable changes={changes} isAsking={list.isAsking} /> : null}
      <Older list={list} />
      {isSpan ? <TakeAway post={post} trail="audit_entry" from={from} to={to} /> : null}
    </>
  )
}

const columns = ['seq', 'at', 'who', 'done', 'subject'] as const

function ChangeTable({ changes, isAsking }: { changes: readonly Change[]; isAsking: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const sayChange = useSayChange()
  return (
    <table className="trail-table" aria-busy={isAsking}>
      <caption className="only-heard">{t('agency.trail.part.changes')}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {t(`agency.trail.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ seq, at, person, post, operation, subject, detail }) => (
          <tr key={seq}>
            <td data-label={t('agency.trail.column.seq')} className="number">
              {seq}
            </td>
            <td data-label={t('agency.trail.column.at')}>
              <time dateTime={at}>{sayMoment(at, language)}</time>
            </td>
            <td data-label={t('agency.trail.column.who')}>
              {person ? <Person person={person} /> : <span>{t('agency.trail.nobody')}</span>}
              {post ? (
                <span className="trail-post">
                  <WithKorean text={said(post)} />
                </span>
              ) : null}
            </td>
            <td data-label={t('agency.trail.column.done')}>{sayChange(operation)}</td>
            <td data-label={t('agency.trail.column.subject')}>
              <span>
                <code>{subject}</code>
                {Object.keys(detail).length > 0 ? (
                  <details>
                    <summary>{t('agency.trail.detail')}</summary>
                    <code>{JSON.stringify(detail)}</code>
                  </details>
                ) : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
