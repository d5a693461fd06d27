import { daysBetween } from '@ieum/catalogue/days'
import { isAbout, isOpen } from '@ieum/catalogue/windows'
import type { WindowOnDay } from '@ieum/matching'
import { useTranslation } from 'react-i18next'
import { useWindowDay } from './use-window-day.ts'

/** `2026. 6. 12.(금) 16:00까지 · 11일 남음`: when one may apply, and how long that still is. */
export function WindowText({ window, on, forecast = false }: { window: WindowOnDay; on: string; forecast?: boolean }) {
  const { t } = useTranslation()
  const say = useWindowDay()
  const { state, opens, closes, opensAt, closesAt, until } = window
  const [opensAbout, closesAbout] = [isAbout(window, 'opens'), isAbout(window, 'closes')]
  const closing = closes && say(closes, closesAbout, closesAt)

  const isLate = state === 'upcoming' && forecast && opens !== undefined && opens <= on

  const text = (() => {
    if (state === 'unannounced') return t('parts.window.unannounced')
    // What was to open by now, and of which no notice is known, opens neither soon nor on that day.
    if (isLate && opens) return t('parts.window.noticeLate', { day: say(opens, opensAbout, opensAt) })
    if (state === 'upcoming')
      return opens ? t('parts.window.opens', { day: say(opens, opensAbout, opensAt) }) : t('parts.window.unannounced')
    if (state === 'closed') return closing ? t('parts.window.closed', { day: closing }) : t('parts.window.ended')
    if (until) return t(until === 'budget' ? 'parts.window.untilBudget' : 'parts.window.untilPlaces')
    return closing ? t('parts.window.until', { day: closing }) : null
  })()

  const left = (() => {
    if (forecast) return null
    if (state === 'upcoming' && opens && !opensAbout)
      return t('parts.window.opensIn', { count: daysBetween(on, opens) })
    if (!isOpen(state) || !closes || until || (closesAbout && !closesAt)) return null
    const days = daysBetween(on, closes)
    return days === 0 ? t('parts.window.lastDay') : t('parts.window.daysLeft', { count: days })
  })()

  const said = [state === 'rolling' ? t('parts.window.rolling') : null, text].filter(Boolean).join(' · ')
  return (
    <span className="window-text" data-state={state}>
      {forecast && !isLate ? t('parts.window.asForecast', { text: said }) : said}
      {left ? (
        <>
          {' '}
          <strong className="days-left">{left}</strong>
        </>
      ) : null}
    </span>
  )
}
