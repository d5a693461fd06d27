/** What links say to a planner of waiting: which programme follows another at once. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayOfNumber } from '@ieum/catalogue/days'
import { isInForce } from '@ieum/catalogue/links'
import type { Link } from '@ieum/catalogue/records'

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
