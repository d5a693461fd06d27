import { addMonths, civil, dayNumberOf } from '@ieum/catalogue/day-numbers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsBetween, parseDuration, printDuration } from './durations.ts'

const anyDay = fc.integer({ min: dayNumberOf(1, 1, 1), max: dayNumberOf(9999, 12, 31) })

describe('durations', () => {
  it('counts whole months, so that adding them does not pass the later day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 50_000 }), (from, span) => {
        const to = Math.min(from + span, dayNumberOf(9998, 12, 31))
        if (to < from) return
        const months = monthsBetween(from, to)
        expect(addMonths(from, months)! <= to || civil(to).day < civil(from).day).toBe(true)
        expect(addMonths(from, months + 1)! >= to).toBe(true)
        expect(monthsBetween(to, from)).toBe(months === 0 ? 0 : -months)
      }),
    )
  })

  it.each([
    ['P3Y', { is: 'months', value: 36 }],
    ['P1Y6M', { is: 'months', value: 18 }],
    ['-P1M', { is: 'months', value: -1 }],
    ['P14D', { is: 'days', value: 14 }],
    ['P1M2D', undefined],
    ['PT24H', undefined],
    ['P', undefined],
    ['3Y', undefined],
  ] as const)('reads the duration %s', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected)
    if (expected) expect(parseDuration(printDuration(expected))).toEqual(expected)
  })
})
