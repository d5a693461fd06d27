import { daysBetween } from '@ieum/catalogue/days'
import { isAbout } from '@ieum/catalogue/windows'
import type { Departure } from '@ieum/matching'
import { sayShortDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../parts/agency-line.tsx'
import { statedSupport } from '../parts/stated-support.ts'
import { SupportText } from '../parts/support-text.tsx'
import { useWindowDay } from '../parts/use-window-day.ts'
import { useDirectory } from '../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../words/use-language.ts'

/** One line of the board: the day, the programme, whose it is, what one gets, how long still. */
export function DepartureRow({
  departure,
  event,
  on,
}: {
  departure: Departure
  event: 'opens' | 'closes'
  on: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const sayWindowDay = useWindowDay()
  const { ministryOf } = useDirectory()
  const { programme, edition, window, isForecast } = departure
  const day = window[event]!
  const time = event === 'opens' ? window.opensAt : window.closesAt
  const isAboutThen = isAbout(window, event)
  const days = daysBetween(on, day)
  const left =
    event === 'opens' ? t('parts.window.opensIn', { count: days }) : t('parts.window.daysLeft', { count: days })

  return (
    <li className="departure" data-ministry={ministryOf(programme.agency).id}>
      <span className="departure-day">
        <time dateTime={day}>{isAboutThen ? sayWindowDay(day, true) : sayShortDay(day, language)}</time>
        {time ? <span> {time}</span> : null}
      </span>
      <Link to="/programmes/$id" params={{ id: programme.id }} className="departure-name">
        {said(programme.name)}
      </Link>
      <span className="departure-left">
        {isForecast ? (
          <span className="departure-forecast">{t('parts.window.forecast')}</span>
        ) : isAboutThen ? null : days === 0 ? (
          t('parts.window.lastDay')
        ) : (
          left
        )}
      </span>
      <span className="departure-whose">
        <AgencyLine agency={ministryOf(programme.agency)} />
        <SupportText support={statedSupport(edition)} />
      </span>
    </li>
  )
}
