/**
 * From a window as it was printed to days one can plan with. A month opens on its first day and closes on its last; what is
 * not printed is filled in (the notice's day as opening, the end of the edition's year as closing) and marked as approximate.
 */
import { addYears, firstOfMonth, isMonth, lastOfMonth, yearOf } from './days.ts'
import type { Day, Decision, Edition, Window } from './records.ts'

export interface WindowDays {
  readonly opens: Day
  /** When no closing was printed, be it until the money is used up or not: the end of the edition's year. */
  readonly closes: Day
  /** Time of day at which it opens, `10:00`. */
  readonly opensAt?: string
  readonly closesAt?: string
  /** A month was printed, or a day was filled in, for one end at least. */
  readonly approximate?: true
  /** The one end of an approximate window that was printed as a day. */
  readonly exact?: 'opens' | 'closes'
  readonly rolling?: true
  readonly until?: 'budget' | 'places'
}

export type WindowState = 'open' | 'upcoming' | 'rolling' | 'closed' | 'unannounced'

/** Whether one may apply. */
export const isOpen = (state: WindowState): boolean => state === 'open' || state === 'rolling'

/** The days of one window of an edition. */
export function windowDays(window: Window, edition: Pick<Edition, 'edition' | 'source'>): WindowDays {
  const opens = opening(window, edition)
  const closes = closing(window, edition)
  const isApproximate = opens.approximate || closes.approximate
  return {
    opens: opens.day,
    closes: closes.day,
    ...(opens.at && { opensAt: opens.at }),
    ...(closes.at && { closesAt: closes.at }),
    ...(isApproximate && { approximate: true as const }),
    ...(opens.approximate !== closes.approximate && {
      exact: opens.approximate ? ('closes' as const) : ('opens' as const),
    }),
    ...(window.rolling && { rolling: true as const }),
    ...(window.until && { until: window.until }),
  }
}

/** Whether the day at one end of a window is not what was printed. */
export const isAbout = (
  { approximate, exact }: Pick<WindowDays, 'approximate' | 'exact'>,
  end: 'opens' | 'closes',
): boolean => approximate === true && exact !== end

/** The window whole years later: how a yearly programme is forecast. A day that was filled in stays approximate. */
export function shiftYears(window: WindowDays, years: number): WindowDays {
  return { ...window, opens: addYears(window.opens, years), closes: addYears(window.closes, years) }
}

/** The day by which an edition is decided, if one was printed; of a month its last. */
export function decidedBy(decision: Decision | undefined): Day | undefined {
  if (decision?.by === undefined) return undefined
  return isMonth(decision.by) ? lastOfMonth(decision.by) : decision.by.slice(0, 10)
}

interface Bound {
  readonly day: Day
  readonly at?: string
  readonly approximate?: boolean
}

/** A notice may be dated after the window that it speaks of, when it announces anew: then only the year is known. */
function opening(window: Window, edition: Pick<Edition, 'edition' | 'source'>): Bound {
  if (window.opens !== undefined) return printed(window.opens, firstOfMonth)
  const dated = edition.source?.dated
  const last = window.closes === undefined ? undefined : printed(window.closes, lastOfMonth).day
  if (dated !== undefined && dated <= (last ?? dated)) return { day: dated, approximate: true }
  const year = window.closes === undefined ? (yearOfEdition(edition) ?? 1) : yearOf(window.closes)
  return { day: `${String(year).padStart(4, '0')}-01-01`, approximate: true }
}

function closing(window: Window, edition: Pick<Edition, 'edition' | 'source'>): Bound {
  if (window.closes !== undefined) return printed(window.closes, lastOfMonth)
  const opens = opening(window, edition).day
  const year = Math.max(yearOfEdition(edition) ?? 0, yearOf(opens))
  return { day: `${String(year).padStart(4, '0')}-12-31`, approximate: true }
}

/** `2026-01`, `2026-01-15` or `2026-01-15T16:00`. */
function printed(text: string, ofMonth: (month: string) => Day): Bound {
  if (isMonth(text)) return { day: ofMonth(text), approximate: true }
  return text.length > 10 ? { day: text.slice(0, 10), at: text.slice(11) } : { day: text }
}

/** The year an edition is of: that of its name, else that of its notice. */
export function yearOfEdition({ edition, source }: Pick<Edition, 'edition' | 'source'>): number | undefined {
  const named = /(?:19|20)\d{2}/.exec(edition)?.[0]
  if (named !== undefined) return Number(named)
  return source?.dated === undefined ? undefined : yearOf(source.dated)
}
