import type { Agency } from '@ieum/catalogue/records'
import { useOn } from '../day/use-on.ts'
import { useSaid } from '../words/use-language.ts'
import { nameOnDay } from './name-on-day.ts'

/** An agency with the colour of its ministry's line; the colour never stands without the name. */
export function AgencyLine({ agency, ministry }: { agency: Agency; ministry?: Agency | undefined }) {
  const said = useSaid()
  const on = useOn()
  const isItself = !ministry || ministry.id === agency.id
  return (
    <span className="agency-line" data-ministry={ministry?.id ?? agency.id}>
      <span className="agency-line-stroke" aria-hidden="true" />
      <span>
        {isItself ? null : `${said(nameOnDay(ministry, on))} · `}
        {said(nameOnDay(agency, on))}
      </span>
    </span>
  )
}
