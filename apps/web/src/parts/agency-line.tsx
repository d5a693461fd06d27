import type { Agency } from '@ieum/catalogue/records'
import type { ReactNode } from 'react'
import { useAgencyName } from './use-agency-name.ts'

interface AgencyLineProps {
  agency: Agency
  ministry?: Agency | undefined
  /** Leaves the ministry to its colour, where every line of a list would name it again. */
  isShort?: boolean
  /** Stands behind the name. */
  children?: ReactNode
}

/** An agency with the colour of its ministry's line; the colour never stands without the name. */
export function AgencyLine({ agency, ministry, isShort = false, children }: AgencyLineProps) {
  const nameOf = useAgencyName()
  const isItself = !ministry || ministry.id === agency.id
  return (
    <span className="agency-line" data-ministry={ministry?.id ?? agency.id}>
      <span className="agency-line-stroke" aria-hidden="true" />
      <span>
        {isItself || isShort ? null : `${nameOf(ministry.id)} · `}
        {nameOf(agency.id)}
        {children ? <> {children}</> : null}
      </span>
    </span>
  )
}
