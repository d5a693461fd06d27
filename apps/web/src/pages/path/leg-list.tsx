import type { Day } from '@ieum/catalogue/records'
import type { Itinerary } from '@ieum/planning'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateWords } from '../../parts/date-words.tsx'
import { dateWordsOf } from '../../parts/shown-window.ts'
import { LegItem } from './leg-item.tsx'

interface LegListProps {
  itinerary: Itinerary
  via: readonly string[]
  on: Day
}

/** The way in words, in order: what the picture shows and what it cannot. */
export function LegList({ itinerary, via, on }: LegListProps) {
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
          />
        ))}
      </ol>
    </section>
  )
}
