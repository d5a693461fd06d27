import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayNumberOf, parseDay, printDay } from './day-numbers.ts'

const anyDay = fc.integer({ min: dayNumberOf(1, 1, 1), max: dayNumberOf(9999, 12, 31) })

describe('days as numbers', () => {
  it('counts as the calendar of JavaScript does, over all years', () => {
    fc.assert(
      fc.property(anyDay, day => {
        expect(printDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
        expect(parseDay(printDay(day))).toBe(day)
      }),
    )
  })

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '2026-06-01T00:00'])(
    'has no %s',
    text => {
      expect(parseDay(text)).toBe(undefined)
    },
  )

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(printDay(addMonths(parseDay(from)!, months)!)).toBe(to)
  })

  it('has no day outside the years 1 to 9999', () => {
    expect(addMonths(parseDay('9999-12-31')!, 1)).toBe(null)
    expect(addMonths(parseDay('0001-01-01')!, -1)).toBe(null)
  })
})
