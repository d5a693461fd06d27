import type { Agency } from '@ieum/catalogue/records'
import type { ReactNode } from 'react'
import { useAgencyName } from './use-agency-name.ts'

interface AgencyLineProps {
  agency: Agency
  ministry?: Agency | undefined
  /** Stands behind the name. */
  children?: ReactNode
}

/** An agency with the colour of its ministry's line; the colour never stands without the name. */
export function AgencyLine({ agency, ministry, children }: AgencyLineProps) {
  const nameOf = useAgencyName()
  const isItself = !ministry || ministry.id === agency.id
  return (
    <span className="agency-line" data-ministry={ministry?.id ?? agency.id}>
      <span className="agency-line-stroke" aria-hidden="true" />
      <span>
        {isItself ? null : `${nameOf(ministry.id)} · `}
        {nameOf(agency.id)}
        {children ? <> {children}</> : null}
      </span>
    </span>
  )
}
