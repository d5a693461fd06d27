import type { Day } from '@ieum/catalogue/records'
import type { Itinerary, Leg, LegChanges } from '@ieum/planning'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateWords } from '../../parts/date-words.tsx'
import { dateWordsOf } from '../../parts/shown-window.ts'
import { type LegChange, LegItem } from './leg-item.tsx'

interface LegListProps {
  itinerary: Itinerary
  via: readonly string[]
  on: Day
  /** What happened to it since it was planned before. */
  changes?: LegChanges
  /** One may ask what comes of it when a leg does not go as planned. */
  canFail?: boolean
}

/** The way in words, in order: what the picture shows and what it cannot. */
export function LegList({ itinerary, via, on, changes, canFail = false }: LegListProps) {
  const { t } = useTranslation()
  const title = useId()
  return (
    <section className="path-legs" aria-labelledby={title}>
      <h2 id={title}>{t('path.legs.title')}</h2>
      <DateWords {...dateWordsOf(itinerary.legs.map(({ window, forecast }) => ({ window, isForecast: forecast })))} />
      <ol>
        {itinerary.legs.map((leg, at) => (
          <LegItem
            key={`${leg.programme} ${leg.apply}`}
            leg={leg}
            at={at}
            before={itinerary.legs[at - 1]}
            via={via}
            on={on}
            chance={itinerary.odds.legs[at] ?? null}
            change={changes && changeOf(leg, changes)}
            canFail={canFail}
          />
        ))}
      </ol>
    </section>
  )
}

function changeOf(leg: Leg, { stays, moved }: LegChanges): LegChange {
  const isIt = ({ programme, apply }: Leg) => programme === leg.programme && apply === leg.apply
  if (stays.some(isIt)) return 'stays'
  return moved.some(({ to }) => isIt(to)) ? 'moved' : 'added'
}
