import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { usePlaceName } from './use-place-name.ts'

interface RouteLineProps {
  via: readonly string[]
  /** How many of them the firm has behind it. */
  done?: number
}

/** The stops that are asked for, as a line. */
export function RouteLine({ via, done = 0 }: RouteLineProps) {
  const { t } = useTranslation()
  const nameOf = usePlaceName()
  const { programme, ministryOf } = useDirectory()
  return (
    <ol className="route-line">
      {via.map((waypoint, at) => {
        const its = programme(waypoint)
        const ministry = its && ministryOf(its.agency)
        return (
          <li key={via.slice(0, at + 1).join(' ')} data-ministry={ministry?.id} data-done={at < done || undefined}>
            {its ? (
              <Link to="/programmes/$id" params={{ id: its.id }}>
                {nameOf(waypoint)}
              </Link>
            ) : (
              <strong>{nameOf(waypoint)}</strong>
            )}
            {at < done ? <span className="route-done">{t('path.behind.done')}</span> : null}
            {ministry ? <AgencyLine agency={ministry} /> : null}
          </li>
        )
      })}
    </ol>
  )
}
