/** The few recurrences that closing days have, as the text of an RRULE (RFC 5545) and as what it says. */
import type { Weekday } from '@ieum/catalogue/records'

/** The first to the fourth of a weekday in a month, or the last. */
export interface MonthDay {
  readonly week: 1 | 2 | 3 | 4 | -1
  readonly weekday: Weekday
}

const codes: Readonly<Record<string, Weekday>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
}

/** More closing days in a month than any municipality has. */
const most = 4

/** Undefined for what is no rule, or none of these. */
export function parseRule(rule: string): readonly MonthDay[] | undefined {
  const days = /^FREQ=MONTHLY;BYDAY=([0-9A-Z,-]+)$/.exec(rule)?.[1]?.split(',')
  const parsed = days?.map(parseDay)
  return parsed && parsed.length <= most && parsed.every(day => day !== undefined) ? parsed : undefined
}

function parseDay(text: string): MonthDay | undefined {
  const [, week, code = ''] = /^([1-4]|-1)([A-Z]{2})$/.exec(text) ?? []
  const weekday = codes[code]
  return weekday && { week: Number(week) as MonthDay['week'], weekday }
}

export function printRule(days: readonly MonthDay[]): string {
  const codeOf = (weekday: Weekday) => Object.keys(codes).find(code => codes[code] === weekday)
  return `FREQ=MONTHLY;BYDAY=${days.map(({ week, weekday }) => `${week}${codeOf(weekday)}`).join(',')}`
}
