/** What calendar and clock show of a moment where the agencies are. */
import type { Day } from './records.ts'

export const dayIn = (timeZone: string, moment: Date | number): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)

/** `10:30`. */
export const clockIn = (timeZone: string, moment: Date | number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment)
