import type { Day } from '@ieum/catalogue/records'
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '../working-days.ts'
import {
  awaitsAnswer,
  movers,
  moves,
  type Party,
  type Reason,
  type ReferralMove,
  type ReferralState,
  reasonsOf,
} from './moves.ts'

/** What a move can change of a referral. `due` is the last day to answer, `daysLeft` the working days kept while it is returned. */
export interface Standing {
  readonly state: ReferralState
  readonly due: Day | null
  readonly daysLeft: number | null
}

export interface Step {
  readonly move: ReferralMove
  readonly by: Party
  readonly on: Day
  readonly reason?: string
}

/** The link's own days, counted by the calendar of the country. */
export interface AnswerDays {
  readonly daysToAnswer: number
  readonly calendar: WorkCalendar
}

export type Stepped =
  | { readonly is: 'moved'; readonly to: Standing; readonly reason: Reason | null }
  | { readonly is: 'not allowed now'; readonly state: ReferralState }
  | { readonly is: 'not yours'; readonly mover: Party }
  | { readonly is: 'reason needed'; readonly reasons: readonly Reason[] }

/** One move: what the referral is afterwards, or why it cannot be made. Asked of nobody but these arguments. */
export function step(from: Standing, { move, by, on, reason }: Step, days: AnswerDays): Stepped {
  const to = moves[from.state][move]
  if (!to) return { is: 'not allowed now', state: from.state }
  if (movers[move] !== by) return { is: 'not yours', mover: movers[move] }
  const reasons: readonly Reason[] = move in reasonsOf ? reasonsOf[move as keyof typeof reasonsOf] : []
  const given = reasons.find(known => known === reason) ?? null
  // A firm that withdraws need not say why.
  if (reasons.length > 0 && !given && (move !== 'withdraw' || reason !== undefined))
    return { is: 'reason needed', reasons }
  return { is: 'moved', to: { state: to, ...clockOf(from, move, to, on, days) }, reason: given }
}

function clockOf(
  from: Standing,
  move: ReferralMove,
  to: ReferralState,
  on: Day,
  { daysToAnswer, calendar }: AnswerDays,
): Pick<Standing, 'due' | 'daysLeft'> {
  if (move === 'send') return { due: addWorkingDays(on, daysToAnswer, calendar).day, daysLeft: null }
  if (move === 'return')
    return {
      due: null,
      daysLeft: from.due === null ? daysToAnswer : Math.max(1, workingDaysBetween(on, from.due, calendar).days),
    }
  if (move === 'resend') return { due: addWorkingDays(on, from.daysLeft ?? daysToAnswer, calendar).day, daysLeft: null }
  return awaitsAnswer.includes(to) ? { due: from.due, daysLeft: null } : { due: null, daysLeft: null }
}
