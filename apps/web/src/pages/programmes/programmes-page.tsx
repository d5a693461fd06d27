import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { isBlank } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { matchOf } from '../../firm/use-match.ts'
import { DateWords } from '../../parts/date-words.tsx'
import { KeptEntry } from '../../parts/kept-entry.tsx'
import { dateWordsOf, shownWindow } from '../../parts/shown-window.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { Page } from '../../shell/page.tsx'
import { FilterSelect } from './filter-select.tsx'
import { NearestProgrammes } from './nearest-programmes.tsx'
import { countsOf, entriesOf, listed } from './programme-list.ts'
import { ProgrammeRow } from './programme-row.tsx'
import { filters, type ProgrammesAsked } from './programmes-asked.ts'
import { useNearest, useSearch } from './use-search.ts'
import './programmes.css'

const route = getRouteApi('/programmes')
const rowsAtFirst = 30

/** Every programme, searched and filtered; what was asked for stands in the address. */
export function ProgrammesPage() {
  const { t } = useTranslation()
  const on = useOn()
  const { programmes } = useRulebook()
  const directory = useDirectory()
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const { ids, readAs } = useSearch(asked.q)
  const nearest = useNearest(asked.q)
  const entries = useMemo(() => entriesOf(programmes, directory, on), [programmes, directory, on])
  const shown = useMemo(() => listed(entries, asked, ids), [entries, asked, ids])
  const [rows, setRows] = useState(rowsAtFirst)
  const seen = shown.slice(0, rows)
  const resultOf = useResults()

  const ask = (change: ProgrammesAsked) => {
    setRows(rowsAtFirst)
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false })
  }
  const isFiltered = asked.q !== undefined || filters.some(filter => asked[filter] !== undefined)
  const lifted = Object.fromEntries(['q', ...filters].map(key => [key, undefined]))

  return (
    <Page
      title={t('programmes.title')}
      className="programmes"
      lead={
        <p>
          <WithKorean text={t('programmes.lead')} />
        </p>
      }
    >
      <search className="programmes-asked">
        <div className="field programmes-query">
          <label htmlFor="query">{t('programmes.search')}</label>
          <KeptEntry
            id="query"
            type="search"
            className="entry"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="query-help"
            kept={asked.q ?? ''}
            onTyped={text => ask({ q: text || undefined })}
          />
          <p id="query-help" className="field-help">
            <WithKorean text={t('programmes.searchHelp')} />
          </p>
        </div>
        <fieldset className="programmes-filters">
          <legend className="only-heard">{t('programmes.filters')}</legend>
          {filters.map(filter => (
            <FilterSelect
              key={filter}
              filter={filter}
              value={asked[filter]}
              counts={countsOf(entries, filter, asked, ids)}
              onChange={value => ask({ [filter]: value })}
            />
          ))}
        </fieldset>
      </search>
      <div className="programmes-counted">
        <p role="status">
          <strong>{t('programmes.counted', { count: shown.length })}</strong>{' '}
          {readAs ? t('programmes.readAs', { query: readAs }) : null}
          {shown.length === 0 ? t('programmes.nothing') : null}
        </p>
        {isFiltered ? (
          <button type="button" className="plain-button" onClick={() => ask(lifted)}>
            {t('programmes.clear')}
          </button>
        ) : null}
      </div>
      <NearestProgrammes ids={nearest} />
      <DateWords {...dateWordsOf(seen.map(({ window, next }) => shownWindow(window, next)))} />
      <ul className="programme-rows">
        {seen.map(entry => (
          <ProgrammeRow key={entry.programme.id} entry={entry} result={resultOf(entry.programme.id)} />
        ))}
      </ul>
      {shown.length > rows ? (
        <button type="button" className="button quiet" onClick={() => setRows(rows + 100)}>
          {t('programmes.more', { count: shown.length - rows })}
        </button>
      ) : null}
    </Page>
  )
}

/** How the firm stands to each programme; nothing while there is no firm. */
function useResults() {
  const rulebook = useRulebook()
  const firm = useFirm()
  const on = useOn()
  return useMemo(() => {
    const results = isBlank(firm) ? [] : matchOf(firm, rulebook, on).results
    const byProgramme = new Map(results.map(result => [result.programme, result]))
    return (id: string) => byProgramme.get(id)
  }, [firm, rulebook, on])
}
