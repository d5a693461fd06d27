import type { Day } from '@ieum/catalogue/records'

/** A time of day where the agencies are, with its offset: `2026-06-20T10:30:00+09:00`. */
export function momentOf(timeZone: string, day: Day, clock = '00:00'): string {
  const about = new Date(`${day}T${clock}:00Z`)
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(about)
    .find(({ type }) => type === 'timeZoneName')?.value
  return `${day}T${clock}:00${name?.match(/[+-]\d\d:\d\d/)?.[0] ?? '+00:00'}`
}
