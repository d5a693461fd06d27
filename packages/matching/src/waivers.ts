/** What links say of the criteria of the programme they lead to: which are waived, and for whom. */
import { isInForce } from '@ieum/catalogue/links'
import type { Day, FactName, Link, Value } from '@ieum/catalogue/records'

/** Links that waive criteria or exclusions, by the programme that they lead to. */
export type Waivers = ReadonlyMap<string, readonly Link[]>

export function waiversOf(links: readonly Link[]): Waivers {
  return Map.groupBy(
    links.filter(({ waives }) => waives !== undefined && waives.length > 0),
    ({ to }) => to,
  )
}

/** Whether a participation is the one that a link comes from; a completed one has been selected too. */
export function isHeldBy(
  { from }: Link,
  { programme, outcome }: { readonly programme: unknown; readonly outcome: unknown },
): boolean {
  return (
    programme === from.programme &&
    (outcome === 'completed' || (outcome === 'selected' && from.outcome !== 'completed'))
  )
}

/** Whether the firm states a participation that a link comes from, and held it by the day. */
export function isStated(link: Link, facts: Readonly<Record<FactName, Value>>, on: Day): boolean {
  const stated = facts.participations
  if (!Array.isArray(stated)) return false
  return (stated as readonly (Record<string, unknown> | null)[]).some(participation => {
    const { programme, outcome, on: since } = participation ?? {}
    return isHeldBy(link, { programme, outcome }) && !(typeof since === 'string' && since > on)
  })
}

/** The programmes in which a firm states that it took part. */
export function programmesStated({ participations }: Readonly<Record<FactName, Value>>): ReadonlySet<string> {
  const stated = Array.isArray(participations) ? participations : []
  return new Set(
    stated.flatMap(each => {
      const programme = (each as { programme?: unknown } | null)?.programme
      return typeof programme === 'string' ? [programme] : []
    }),
  )
}

/** The criteria and exclusions of a programme that may yet be waived on a day for what a firm did not tell: it says nothing of what it took part in. */
export function mayBeWaivedFor(
  programme: string,
  waivers: Waivers,
  facts: Readonly<Record<FactName, Value>>,
  on: Day,
): ReadonlySet<string> | undefined {
  if (Object.hasOwn(facts, 'participations')) return undefined
  const links = waivers.get(programme)?.filter(link => isInForce(link, on))
  return links && new Set(links.flatMap(({ waives = [] }) => waives))
}

/** The criteria and exclusions of a programme that the firm's participations waive on a day, each with the link that does. */
export function waivedFor(
  programme: string,
  waivers: Waivers,
  facts: Readonly<Record<FactName, Value>>,
  on: Day,
): ReadonlyMap<string, string> | undefined {
  const links = waivers.get(programme)?.filter(link => isInForce(link, on) && isStated(link, facts, on))
  if (!links || links.length === 0) return undefined
  return new Map(links.toReversed().flatMap(({ id, waives = [] }) => waives.map(rule => [rule, id] as const)))
}
