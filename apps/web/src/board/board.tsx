import { type Departure, nextToClose, nextToOpen } from '@ieum/matching'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../day/use-on.ts'
import { DateWords } from '../parts/date-words.tsx'
import { dateWordsOf } from '../parts/shown-window.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { useLanguage } from '../words/use-language.ts'
import { DepartureRow } from './departure-row.tsx'

const rowsShown = 6

/** The departures board: what closes and what opens next, over all ministries. */
export function Board() {
  const { t } = useTranslation()
  const on = useOn()
  const language = useLanguage()
  const { programmes } = useRulebook()
  const closing = useMemo(() => nextToClose(programmes, on).slice(0, rowsShown), [programmes, on])
  const opening = useMemo(
    () =>
      nextToOpen(programmes, on)
        .filter(({ window }) => window.opens > on)
        .slice(0, rowsShown),
    [programmes, on],
  )

  return (
    <section className="board" aria-labelledby="board-title">
      <header className="board-head">
        <h2 id="board-title">{t('front.board')}</h2>
        <p>{t('front.boardDay', { day: sayDay(on, language) })}</p>
      </header>
      <div className="board-halves">
        <div>
          <h3>{t('front.closing')}</h3>
          <Rows departures={closing} event="closes" on={on} empty={t('front.noClosing')} />
          <Link to="/programmes" search={{ window: 'open' }} className="board-all">
            {t('front.allClosing')}
          </Link>
        </div>
        <div>
          <h3>{t('front.opening')}</h3>
          <Rows departures={opening} event="opens" on={on} empty={t('front.noOpening')} />
          <Link to="/programmes" search={{ window: 'upcoming' }} className="board-all">
            {t('front.allOpening')}
          </Link>
        </div>
      </div>
      <DateWords {...dateWordsOf([...closing, ...opening])} />
    </section>
  )
}

function Rows(props: { departures: readonly Departure[]; event: 'opens' | 'closes'; on: string; empty: string }) {
  const { departures, event, on, empty } = props
  if (departures.length === 0) return <p className="board-empty">{empty}</p>
  return (
    <ol>
      {departures.map(departure => (
        <DepartureRow
          key={`${departure.programme.id} ${departure.window.opens}`}
          departure={departure}
          event={event}
          on={on}
        />
      ))}
    </ol>
  )
}
