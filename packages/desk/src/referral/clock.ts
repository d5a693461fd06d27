import type { Day } from '@ieum/catalogue/records'
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '../working-days.ts'
import { awaitsAnswer, type ReferralState } from './moves.ts'

export interface ClockedReferral {
  readonly state: ReferralState
  readonly due: Day | null
  /** The day of the last move: what waits for the firm or for more papers is counted from it. */
  readonly movedOn: Day
}

export interface ClockDays {
  readonly calendar: WorkCalendar
  readonly remindBefore: number
  readonly expireAfter: number
}

/** What a day brings: a word to who holds the case, one to who stands above, or the end of waiting. */
export type ClockCall =
  | { readonly is: 'nothing' }
  | { readonly is: 'remind' }
  | { readonly is: 'escalate' }
  | { readonly is: 'expire' }

/** All from the link's own days, in working days; the same answer however often it is asked on one day. */
export function clockCall(
  { state, due, movedOn }: ClockedReferral,
  on: Day,
  { calendar, remindBefore, expireAfter }: ClockDays,
): ClockCall {
  if (awaitsAnswer.includes(state) && due !== null) {
    if (on > addWorkingDays(due, expireAfter, calendar).day) return { is: 'expire' }
    if (on > due) return { is: 'escalate' }
    return workingDaysBetween(on, due, calendar).days <= remindBefore ? { is: 'remind' } : { is: 'nothing' }
  }
  const waitsForFirm = state === 'drafted' || state === 'consented' || state === 'returned'
  if (!waitsForFirm) return { is: 'nothing' }
  const last = addWorkingDays(movedOn, expireAfter, calendar).day
  if (on > last) return { is: 'expire' }
  return workingDaysBetween(on, last, calendar).days <= remindBefore ? { is: 'remind' } : { is: 'nothing' }
}
