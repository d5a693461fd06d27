import type { Day } from '@ieum/catalogue/records'
import { awaitsAnswer, type ReferralState } from './moves.ts'
import type { AnswerDays } from './step.ts'

export interface ClockedReferral {
  readonly state: ReferralState
  readonly due: Day | null
  /** The day of the last move: what waits for the firm or for more papers is counted from it. */
  readonly movedOn: Day
}

export interface ClockDays extends Pick<AnswerDays, 'addWorkingDays' | 'workingDaysBetween'> {
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
export function clockCall({ state, due, movedOn }: ClockedReferral, on: Day, days: ClockDays): ClockCall {
  if (awaitsAnswer.includes(state) && due !== null) {
    if (on > days.addWorkingDays(due, days.expireAfter)) return { is: 'expire' }
    if (on > due) return { is: 'escalate' }
    return days.workingDaysBetween(on, due) <= days.remindBefore ? { is: 'remind' } : { is: 'nothing' }
  }
  const waitsForFirm = state === 'drafted' || state === 'consented' || state === 'returned'
  if (!waitsForFirm) return { is: 'nothing' }
  const last = days.addWorkingDays(movedOn, days.expireAfter)
  if (on > last) return { is: 'expire' }
  return days.workingDaysBetween(on, last) <= days.remindBefore ? { is: 'remind' } : { is: 'nothing' }
}
