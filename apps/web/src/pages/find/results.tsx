import { type Standing, standings } from '@ieum/matching'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateWords } from '../../parts/date-words.tsx'
import { dateWordsOf, shownWindow } from '../../parts/shown-window.ts'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import type { Groups, Row } from './grouped.ts'
import { ResultRow } from './result-row.tsx'

const rowsAtFirst = 12

/** Every programme, in five groups. */
export function Results({ groups, onAsk }: { groups: Groups; onAsk: (fact: string) => void }) {
  const { t } = useTranslation()
  const shown = standings
    .flatMap(standing => groups[standing])
    .map(({ result, next }) => shownWindow(result.window, next))
  return (
    <section className="results" aria-labelledby="results-title">
      <h2 id="results-title" className="only-heard">
        {t('find.results.title')}
      </h2>
      <DateWords {...dateWordsOf(shown)} />
      {standings.map(standing => (
        <Group key={standing} standing={standing} rows={groups[standing]} onAsk={onAsk} />
      ))}
    </section>
  )
}

function Group({ standing, rows, onAsk }: { standing: Standing; rows: readonly Row[]; onAsk: (fact: string) => void }) {
  const { t } = useTranslation()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, rowsAtFirst)
  return (
    <section id={standing} className="result-group" data-standing={standing} aria-labelledby={`${standing}-title`}>
      <h3 id={`${standing}-title`}>
        <VerdictMark standing={standing} /> <span className="result-count">{rows.length}</span>
      </h3>
      <p className="field-help">
        {t(rows.length > 0 ? `find.results.about.${standing}` : `find.results.empty.${standing}`)}
      </p>
      <ul>
        {shown.map(row => (
          <ResultRow key={row.programme.id} row={row} onAsk={onAsk} />
        ))}
      </ul>
      {shown.length < rows.length ? (
        <button type="button" className="plain-button" onClick={() => setIsWhole(true)}>
          {t('find.results.more', { count: rows.length - shown.length })}
        </button>
      ) : null}
    </section>
  )
}
