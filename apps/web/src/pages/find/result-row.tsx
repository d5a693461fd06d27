import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { NextWindow } from '../../parts/next-window.tsx'
import { OldNoticeWarning } from '../../parts/old-notice-warning.tsx'
import { Proof } from '../../parts/proof/proof.tsx'
import { SupportText } from '../../parts/support-text.tsx'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { changesNeeded, type Row } from './grouped.ts'

/** One programme: name, agency, what one gets, window, verdict; opened, it shows the proof. */
export function ResultRow({ row, onAsk }: { row: Row; onAsk: (fact: string) => void }) {
  const { t } = useTranslation()
  const said = useSaid()
  const on = useOn()
  const { agency, ministryOf } = useDirectory()
  const [isOpen, setIsOpen] = useState(false)
  const { programme, edition, result, standing } = row

  return (
    <li className="result">
      <details open={isOpen} onToggle={event => setIsOpen(event.currentTarget.open)}>
        <summary>
          <span className="result-name">{said(programme.name)}</span>
          <span className="result-verdict">
            <VerdictMark standing={standing} />
            <Why row={row} />
          </span>
          <span className="result-whose">
            <AgencyLine agency={agency(programme.agency)} ministry={ministryOf(programme.agency)} />
          </span>
          <span className="result-support">
            <SupportText support={result.support} />
          </span>
          <span className="result-window">
            <NextWindow window={result.window} next={row.next} />
          </span>
          <OldNoticeWarning edition={edition} on={on} />
        </summary>
        {isOpen ? (
          <div className="result-proof">
            {standing === 'not' && result.verdict !== 'not-eligible' ? <p>{t('find.proof.closed')}</p> : null}
            <Proof result={result} edition={edition} onAsk={onAsk} />
            <p className="row">
              <Link to="/programmes/$id" params={{ id: programme.id }}>
                {t('find.results.page')}
              </Link>
            </p>
          </div>
        ) : null}
      </details>
    </li>
  )
}

/** The verdict in one more word: judged, how much is missing, how much would have to change. */
function Why({ row }: { row: Row }) {
  const { t } = useTranslation()
  const { result, standing } = row
  const why = (() => {
    switch (standing) {
      case 'now':
      case 'soon':
        return result.verdict === 'judgement' ? t('find.results.judged') : null
      case 'to-check':
        return t('find.results.toAsk', { count: result.missing.length })
      case 'after-change':
        return t('find.results.changesNeeded', { count: changesNeeded(row) })
      case 'not':
        return result.verdict === 'not-eligible' ? null : t('find.results.closedForGood')
    }
  })()
  return why ? <small>{why}</small> : null
}
