/** The one place where the clock is read: today's day where the agencies of the catalogue are (`IEUM_TIME_ZONE`, Seoul when not set). */
import type { Day } from '@ieum/catalogue/records'

export function today(timeZone = process.env.IEUM_TIME_ZONE ?? 'Asia/Seoul'): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date())
}
