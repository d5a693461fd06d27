/** How the item that is on stands against its time, and the sitting against its plan. */
import { clockIn, dayIn } from '@ieum/catalogue/moments'
import { clockOf, minutesOf } from '@ieum/council'
import type { Room } from './shapes.ts'

export interface ItemTime {
  /** Milliseconds. */
  readonly elapsed: number
  readonly left: number
  /** Whole minutes by which the sitting will end late; null where it is not held on the day of its plan. */
  readonly late: number | null
}

export function itemTime(
  room: Pick<Room, 'items' | 'current' | 'begins' | 'on' | 'timeZone'>,
  now: number,
): ItemTime | null {
  const { current, items } = room
  const item = items.find(({ id }) => id === current?.item)
  if (!current || !item) return null
  const began = Date.parse(current.began)
  const elapsed = Math.max(0, now - began)
  const plan = { begins: minutesOf(room.begins), items }
  const ofDay = (moment: number) => minutesOf(clockIn(room.timeZone, moment))
  const isOnItsDay = dayIn(room.timeZone, now) === room.on && dayIn(room.timeZone, began) === room.on
  const clock = isOnItsDay ? clockOf(plan, item.id, ofDay(began), ofDay(now)) : null
  return { elapsed, left: item.minutes * 60_000 - elapsed, late: clock?.late ?? null }
}
