/** What links say to a planner: which criteria they waive, and which programme follows another without waiting. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayOfNumber } from '@ieum/catalogue/days'
import type { Day, Link } from '@ieum/catalogue/records'

/** Whether a link is in force on a day. */
export const isInForce = ({ valid }: Link, on: Day): boolean =>
  (valid?.from === undefined || valid.from <= on) && (valid?.to === undefined || on <= valid.to)

/** Links that waive criteria, by the programme that they lead to. */
export function waiversOf(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
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

export type FollowOn = (from: string, to: string, on: DayNumber) => boolean

/** Whether a link of kind `follow-on` joins two programmes on a day. */
export function followOnOf(links: readonly Link[]): FollowOn {
  const joined = Map.groupBy(
    links.filter(({ kind }) => kind === 'follow-on'),
    ({ from, to }) => `${from.programme} ${to}`,
  )
  return (from, to, on) => {
    const links = joined.get(`${from} ${to}`)
    return links?.some(link => isInForce(link, dayOfNumber(on))) ?? false
  }
}
