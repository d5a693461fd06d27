import type { Day } from '@ieum/catalogue/records'
import { addWorkingDays, type Counted, type WorkCalendar } from '../working-days.ts'

export interface DaysOfLink {
  readonly daysToAnswer: number
  readonly remindBefore: number
  readonly expireAfter: number
}

export interface LinkDays extends Counted {
  /** From this day on who holds the case is reminded. */
  readonly remindFrom: Day
  /** The last day to answer; behind it, those above hear of it. */
  readonly due: Day
  /** The last day on which an answer is still taken: on the next it is over. */
  readonly lastDay: Day
}

/** What the clock of a link makes of a referral that is sent on a day and not answered: `clockCall`, looked at from before. */
export function linkDays(
  sent: Day,
  { daysToAnswer, remindBefore, expireAfter }: DaysOfLink,
  calendar: WorkCalendar,
): LinkDays {
  const due = addWorkingDays(sent, daysToAnswer, calendar)
  const lastDay = addWorkingDays(due.day, expireAfter, calendar)
  return {
    remindFrom: addWorkingDays(due.day, -remindBefore, calendar).day,
    due: due.day,
    lastDay: lastDay.day,
    approximate: due.approximate || lastDay.approximate,
  }
}
