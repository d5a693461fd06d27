import { daysBetween } from '@ieum/catalogue/days'
import type { WindowOnDay } from '@ieum/matching'
import { sayDay, sayMonth } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'

/** `2026. 6. 12.(금) 16:00까지 · 11일 남음`: when one may apply, and how long that still is. */
export function WindowText({ window, on, forecast = false }: { window: WindowOnDay; on: string; forecast?: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { state, opens, closes, closesAt, approximate, until } = window
  const isOpen = state === 'open' || state === 'rolling'
  // Of a month that was printed, or a day that was filled in, only the month is said.
  const say = (day: string): string => (approximate ? sayMonth(day, language) : sayDay(day, language))
  const closing = closes && (closesAt ? `${say(closes)} ${closesAt}` : say(closes))

  const text = (() => {
    if (state === 'unannounced') return t('parts.window.unannounced')
    if (state === 'upcoming')
      return opens ? t('parts.window.opens', { day: say(opens) }) : t('parts.window.unannounced')
    if (state === 'closed') return closing ? t('parts.window.closed', { day: closing }) : t('parts.window.ended')
    if (until) return t(until === 'budget' ? 'parts.window.untilBudget' : 'parts.window.untilPlaces')
    return closing ? t('parts.window.until', { day: closing }) : null
  })()

  const left = (() => {
    if (approximate || forecast) return null
    if (state === 'upcoming' && opens) return t('parts.window.opensIn', { count: daysBetween(on, opens) })
    if (!isOpen || !closes || until) return null
    const days = daysBetween(on, closes)
    return days === 0 ? t('parts.window.lastDay') : t('parts.window.daysLeft', { count: days })
  })()

  return (
    <span className="window-text" data-state={state}>
      {[state === 'rolling' ? t('parts.window.rolling') : null, text].filter(Boolean).join(' · ')}
      {approximate && !until && state !== 'unannounced' ? (
        <>
          {' '}
          <abbr title={t('parts.window.approximateWhy')}>{t('parts.window.approximate')}</abbr>
        </>
      ) : null}
      {left ? (
        <>
          {' '}
          <strong className="days-left">{left}</strong>
        </>
      ) : null}
      {forecast ? (
        <>
          {' '}
          <abbr title={t('parts.window.forecastWhy')}>{t('parts.window.forecast')}</abbr>
        </>
      ) : null}
    </span>
  )
}
