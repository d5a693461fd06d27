/** A small net for the tests of this page. */
import type { Link, Pathway } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'

export const programme = (id: string, ...stages: string[]): RuledProgramme => ({
  id,
  name: { ko: `${id} 구축 지원사업`, en: id },
  agency: id.split('-')[0]!,
  stages,
  kind: 'grant',
  editions: [],
})

export const link = (from: string, to: string, rest: Partial<Link> = {}): Link => ({
  id: `${from}-to-${to}`,
  from: { programme: from },
  to,
  kind: 'follow-on',
  ...rest,
})

export const pathway = (id: string, ...waypoints: string[]): Pathway => ({ id, name: { ko: id, en: id }, waypoints })

export const ministryOf = (agency: string) => ({ id: agency })
