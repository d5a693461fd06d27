import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../parts/with-korean.tsx'
import { KindMark } from './kind-mark.tsx'
import { type ClosingLine, nameOf, shownAs } from './shapes.ts'
import { useClosingWords } from './use-closing-words.ts'

/** What the map shows, as a table. */
export function ClosingTable({ municipalities }: { municipalities: readonly ClosingLine[] }) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const [everywhere, setEverywhere] = useState(false)
  const rows = everywhere ? municipalities : municipalities.filter(({ kind }) => kind !== 'unknown')
  return (
    <div className="closing-table">
      <div className="row">
        <label className="choice">
          <input type="checkbox" checked={everywhere} onChange={() => setEverywhere(!everywhere)} />
          {t('closing.everywhere')}
        </label>
        <a href="/api/closing-days.csv" download>
          {t('closing.csv')}
        </a>
      </div>
      <section className="closing-scroll" aria-label={t('closing.table')}>
        <table aria-label={t('closing.table')}>
          <thead>
            <tr>
              {(['municipality', 'day', 'next', 'from', 'rests'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`closing.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(line => (
              <tr key={line.code}>
                <th scope="row">
                  <Link to="/closing-days/$code" params={{ code: line.code }}>
                    <WithKorean text={nameOf(line)} />
                  </Link>
                  {line.madeUp ? <small className="closing-made-up">{t('closing.madeUpShort')}</small> : null}
                </th>
                <td>
                  <KindMark kind={shownAs(line)} />
                  {line.rule !== null || line.weekday !== null ? (
                    <span className="closing-rule">{words.rule(line)}</span>
                  ) : null}
                </td>
                <td>
                  {line.next.slice(0, 2).map(({ day }, at) => (
                    <Fragment key={day}>
                      {at > 0 ? ' · ' : null}
                      <span className="closing-day">{words.short(day)}</span>
                    </Fragment>
                  ))}
                </td>
                <td>{line.from === null ? null : words.dayOrMonth(line.from)}</td>
                <td>
                  {line.origin === null ? null : t(`closing.origin.${line.origin}`)}
                  {line.confidence ? <small> {t(`parts.source.confidence.${line.confidence}`)}</small> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
