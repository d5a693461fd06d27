import type { WindowOnDay } from '@ieum/matching'
import { daysBetween, sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'
import './window-text.css'

/** `2026. 6. 12.(금) 16:00까지 · 11일 남음`: when one may apply, and how long that still is. */
export function WindowText({ window, on, forecast = false }: { window: WindowOnDay; on: string; forecast?: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const at = window.closesAt ? ` ${window.closesAt}` : ''
  const { state, opens, closes } = window

  const text = (() => {
    if (state === 'unannounced') return t('parts.window.unannounced')
    if (state === 'upcoming')
      return opens ? t('parts.window.opens', { day: sayDay(opens, language) }) : t('parts.window.unannounced')
    if (state === 'closed')
      return closes ? t('parts.window.closed', { day: sayDay(closes, language) + at }) : t('parts.window.ended')
    if (window.until === 'budget') return t('parts.window.untilBudget')
    if (window.until === 'places') return t('parts.window.untilPlaces')
    if (!closes) return t('parts.window.rolling')
    return t('parts.window.until', { day: sayDay(closes, language) + at })
  })()

  const left = (() => {
    if (state === 'upcoming' && opens) return t('parts.window.opensIn', { count: daysBetween(on, opens) })
    if ((state !== 'open' && state !== 'rolling') || !closes || window.until) return null
    const days = daysBetween(on, closes)
    return days === 0 ? t('parts.window.lastDay') : t('parts.window.daysLeft', { count: days })
  })()

  return (
    <span className="window-text" data-state={state}>
      {state === 'rolling' && (closes || window.until) ? `${t('parts.window.rolling')} · ` : null}
      {text}
      {window.approximate && !window.until ? (
        <abbr title={t('parts.window.approximateWhy')}> {t('parts.window.approximate')}</abbr>
      ) : null}
      {left ? <strong className="days-left"> {left}</strong> : null}
      {forecast ? (
        <abbr className="forecast" title={t('parts.window.forecastWhy')}>
          {' '}
          {t('parts.window.forecast')}
        </abbr>
      ) : null}
    </span>
  )
}
