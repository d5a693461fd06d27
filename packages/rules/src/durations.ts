import { civil, type DayNumber } from '@ieum/catalogue/day-numbers'

/** Whole months from one day to another, towards zero: DMN's `years and months duration`. */
export function monthsBetween(from: DayNumber, to: DayNumber): number {
  if (to < from) {
    const months = -monthsBetween(to, from)
    return months === 0 ? 0 : months
  }
  const [a, b] = [civil(from), civil(to)]
  return (b.year - a.year) * 12 + (b.month - a.month) - (b.day < a.day ? 1 : 0)
}

export type Duration = { readonly is: 'days' | 'months'; readonly value: number }

const isoDuration = /^(-?)P(?:(\d{1,5})Y)?(?:(\d{1,6})M)?(?:(\d{1,7})D)?$/

/** `P3Y`, `P1Y6M` or `P14D`; undefined when it mixes months with days, has a time, or is none at all. */
export function parseDuration(text: string): Duration | undefined {
  const found = isoDuration.exec(text)
  if (!found) return undefined
  const [, sign, years, months, days] = found
  const turned = (value: number) => (sign === '-' && value !== 0 ? -value : value)
  if (days !== undefined)
    return years === undefined && months === undefined ? { is: 'days', value: turned(Number(days)) } : undefined
  if (years === undefined && months === undefined) return undefined
  return { is: 'months', value: turned(Number(years ?? 0) * 12 + Number(months ?? 0)) }
}

export function printDuration(duration: Duration): string {
  const sign = duration.value < 0 ? '-' : ''
  const size = Math.abs(duration.value)
  if (duration.is === 'days') return `${sign}P${size}D`
  const years = Math.floor(size / 12)
  const months = size % 12
  return `${sign}P${years > 0 ? `${years}Y` : ''}${months > 0 || years === 0 ? `${months}M` : ''}`
}
