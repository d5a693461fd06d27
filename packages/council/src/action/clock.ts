/** What a day brings to an action: a word to the post that owns it, then to the secretariat. Counted in working days. */
import type { Day } from '@ieum/catalogue/records'
import { addWorkingDays, isWorkingDay, type WorkCalendar, workingDaysBetween } from '@ieum/desk'
import type { ActionState } from './moves.ts'

export type ActionCall =
  | { readonly is: 'nothing' }
  /** To its owner: the last day comes near, is there, or has passed. */
  | { readonly is: 'soon' | 'today' | 'late' }
  /** To the secretariat as well: it has been late for days. */
  | { readonly is: 'escalate' }
  /** To the other sides: they have not looked at what was reported. */
  | { readonly is: 'awaits-nod' }

export interface ClockedAction {
  readonly state: ActionState
  readonly due: Day
  readonly reportedOn: Day | null
}

/** Working days: a word so many before the last day, one to the secretariat so many after, one to the other side so many after a report. */
export const actionDays = { remindBefore: 5, escalateAfter: 3, nodWithin: 5 } as const

/** The day it is due; the next working day where offices are closed on that one, as civil law counts terms. */
export const lastDayOf = (due: Day, calendar: WorkCalendar): Day =>
  isWorkingDay(due, calendar).works ? due : addWorkingDays(due, 1, calendar).day

export interface TimeLeft {
  readonly lastDay: Day
  /** Working days to the last one, today not counted; less than none once that is over, on a day off too. */
  readonly daysLeft: number
  /** Its owner has not reported by the last day. What waits for a nod is late on nobody's side but the other's. */
  readonly late: boolean
}

/** How long there is: the desk, papers and the open record all say what this says. */
export function timeLeft(
  { state, due }: Pick<ClockedAction, 'state' | 'due'>,
  on: Day,
  calendar: WorkCalendar,
): TimeLeft {
  const lastDay = lastDayOf(due, calendar)
  const { days } = workingDaysBetween(on, lastDay, calendar)
  return { lastDay, daysLeft: lastDay < on ? Math.min(days, -1) : days, late: state === 'open' && lastDay < on }
}

/** The same answer however often it is asked on one day; nobody is told anything on a day off. */
export function actionCall(
  { state, due, reportedOn }: ClockedAction,
  on: Day,
  calendar: WorkCalendar,
  days: Readonly<Record<keyof typeof actionDays, number>> = actionDays,
): ActionCall {
  if (!isWorkingDay(on, calendar).works) return { is: 'nothing' }
  if (state === 'reported' && reportedOn !== null)
    return workingDaysBetween(reportedOn, on, calendar).days > days.nodWithin ? { is: 'awaits-nod' } : { is: 'nothing' }
  if (state !== 'open') return { is: 'nothing' }
  const last = lastDayOf(due, calendar)
  if (on > last) return { is: workingDaysBetween(last, on, calendar).days > days.escalateAfter ? 'escalate' : 'late' }
  if (on === last) return { is: 'today' }
  return workingDaysBetween(on, last, calendar).days <= days.remindBefore ? { is: 'soon' } : { is: 'nothing' }
}
