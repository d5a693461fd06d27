import { sayReason } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { StateMark } from '../state-mark.tsx'
import type { AnswersChecked } from './shapes.ts'

/** Line by line: which case, how it stands, and how it would stand. */
export function WouldDo({ checked: { lines, left }, post }: { checked: AnswersChecked; post: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      {lines.length > 0 ? (
        <>
          <p>{t('agency.sheet.wouldDo', { count: lines.length })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the keyboard too */}
          <section className="desk-table-frame" aria-label={t('agency.sheet.rows')} tabIndex={0}>
            <table className="desk-table">
              <thead>
                <tr>
                  {(['line', 'number', 'firm', 'change', 'reason', 'note'] as const).map(column => (
                    <th key={column} scope="col" className={column === 'line' ? 'number' : undefined}>
                      {t(`agency.sheet.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map(({ line, number, referral, firm, from, to, reason, note }) => (
                  <tr key={line}>
                    <td className="number">{line}</td>
                    <th scope="row">
                      <Link to="/desk/$post/cases/$referral" params={{ post, referral }} className="sheet-number">
                        {number}
                      </Link>
                    </th>
                    <td className="sheet-firm">{firm ? <WithKorean text={firm} /> : t('desk.firmHidden')}</td>
                    <td className="sheet-change">
                      <StateMark state={from} /> <span aria-hidden="true">→</span>
                      <span className="only-heard">{t('agency.sheet.to')}</span> <StateMark state={to} />
                    </td>
                    <td>{reason ? sayReason(reason, language) : '—'}</td>
                    <td>{note ? <WithKorean text={note} /> : '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : null}
      {left > 0 ? <p className="field-help">{t('agency.sheet.left', { count: left })}</p> : null}
    </>
  )
}
