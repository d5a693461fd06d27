import { Link } from '@tanstack/react-router'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { usePlaceName } from './use-place-name.ts'

/** The stops that are asked for, as a line. */
export function RouteLine({ via }: { via: readonly string[] }) {
  const nameOf = usePlaceName()
  const { programme, ministryOf } = useDirectory()
  return (
    <ol className="route-line">
      {via.map((waypoint, at) => {
        const its = programme(waypoint)
        const ministry = its && ministryOf(its.agency)
        return (
          <li key={via.slice(0, at + 1).join(' ')} data-ministry={ministry?.id}>
            {its ? (
              <Link to="/programmes/$id" params={{ id: its.id }}>
                {nameOf(waypoint)}
              </Link>
            ) : (
              <strong>{nameOf(waypoint)}</strong>
            )}
            {ministry ? <AgencyLine agency={ministry} /> : null}
          </li>
        )
      })}
    </ol>
  )
}
