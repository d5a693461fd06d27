import type { Day } from '@ieum/catalogue/records'

/** Where the agencies of the catalogue are (`IEUM_TIME_ZONE`, Seoul when not set). */
export const timeZone = process.env.IEUM_TIME_ZONE ?? 'Asia/Seoul'

/** The one place where the clock is read: today's day there. */
export function today(zone = timeZone): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date())
}
