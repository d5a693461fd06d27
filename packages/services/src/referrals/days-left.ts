import { type WorkCalendar, workingDaysBetween } from '@ieum/desk'
import type { ReferralRow } from './find-referral.ts'

/** Working days to the day on which the answer is due, that day counted; while more was asked for, those that were left. */
export const daysLeftOf = (
  { due, days_left }: Pick<ReferralRow, 'due' | 'days_left'>,
  on: string,
  calendar: WorkCalendar,
): number | null => (due === null ? days_left : workingDaysBetween(on, due, calendar).days)
