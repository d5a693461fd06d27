import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  dayNumber,
  dayOfNumber,
  daysBetween,
  firstOfMonth,
  isDay,
  isMonth,
  lastOfMonth,
  weekday,
} from './days.ts'

const days = fc.integer({ min: -200_000, max: 200_000 }).map(dayOfNumber)

describe('days', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-01', false],
    ['2026-06-31', false],
    ['2026-6-1', false],
    ['2026-06-01T00:00', false],
  ])('%s is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is)
  })

  it('months have twelve numbers', () => {
    expect(['2026-01', '2026-12', '2026-00', '2026-13', '2026'].map(isMonth)).toEqual([true, true, false, false, false])
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then)
  })

  it('a leap day comes a day earlier in other years', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  })

  it('months have a first and a last day', () => {
    expect([firstOfMonth('2026-02'), lastOfMonth('2026-02'), lastOfMonth('2026-12-05')]).toEqual([
      '2026-02-01',
      '2026-02-28',
      '2026-12-31',
    ])
  })

  it('2026-11-25 is a Wednesday', () => {
    expect(weekday('2026-11-25')).toBe(3)
    expect(weekday('1969-12-29')).toBe(1)
  })

  it('adding days and taking them away comes back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(isDay(addDays(day, count))).toBe(true)
        expect(dayOfNumber(dayNumber(day))).toBe(day)
      }),
    )
  })

  it('adding months keeps the order of days', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: -600, max: 600 }), (one, other, months) => {
        const [earlier, later] = one < other ? [one, other] : [other, one]
        expect(addMonths(earlier, months) <= addMonths(later, months)).toBe(true)
      }),
    )
  })
})
