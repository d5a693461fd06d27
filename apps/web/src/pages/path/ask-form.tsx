import { addDays, daysBetween } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { sayDay } from '@ieum/wording'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KeptEntry } from '../../parts/kept-entry.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { OwnWaypoints } from './own-waypoints.tsx'
import { latestStart, legsToChoose, type PathAsked, type Route, viaText, yearsToChoose } from './path-asked.ts'
import { PathwaySelect } from './pathway-select.tsx'

/** Where to, from when, how long at most. Whatever changes here is planned again at once. */
export function AskForm({ route, today }: { route: Route; today: Day }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  // What happens to a leg is said of one itinerary; another question has others.
  const ask = (change: PathAsked) =>
    void navigate({
      to: '/path',
      search: before => ({ ...before, event: undefined, ...change }),
      replace: true,
      resetScroll: false,
    })

  const ahead = daysBetween(today, route.on)
  const startOn = (days: number) => ask({ from: days > 0 ? addDays(today, Math.min(days, latestStart)) : undefined })

  return (
    <form className="path-ask no-print" aria-label={t('path.ask.title')} onSubmit={event => event.preventDefault()}>
      <PathwaySelect
        route={route}
        onPathway={pathway => ask({ pathway, via: undefined, way: undefined })}
        onOwn={() => ask({ pathway: undefined, via: viaText(route.via) })}
      />
      <div className="field">
        <label htmlFor="path-years">{t('path.ask.years')}</label>
        <select
          id="path-years"
          className="entry"
          value={route.years}
          onChange={event => ask({ years: event.target.value })}
        >
          {yearsToChoose.map(years => (
            <option key={years} value={years}>
              {t('path.ask.yearsChoice', { count: years })}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="path-legs">{t('path.ask.legs')}</label>
        <select
          id="path-legs"
          className="entry"
          value={route.maxLegs}
          onChange={event => ask({ legs: event.target.value })}
        >
          {legsToChoose.map(legs => (
            <option key={legs} value={legs}>
              {t('path.ask.legsChoice', { count: legs })}
            </option>
          ))}
        </select>
      </div>
      {route.pathway ? null : <OwnWaypoints via={route.via} onChange={via => ask({ via: viaText(via) })} />}
      <div className="field path-start">
        <label htmlFor="path-from">{t('path.ask.from')}</label>
        <KeptEntry
          id="path-from"
          className="entry"
          type="date"
          required
          kept={route.on}
          min={today}
          max={addDays(today, latestStart)}
          onTyped={day => {
            if (day) startOn(daysBetween(today, day))
          }}
        />
        <input
          type="range"
          className="path-slider"
          aria-label={t('path.ask.fromSlide')}
          aria-valuetext={sayDay(route.on, language)}
          min={0}
          max={latestStart}
          value={Math.min(ahead, latestStart)}
          onChange={event => startOn(event.target.valueAsNumber)}
        />
        <p className="field-help">
          {ahead === 0 ? t('path.ask.fromToday') : t('path.ask.fromLater', { count: ahead })} ·{' '}
          {sayDay(route.on, language)}
        </p>
      </div>
    </form>
  )
}
