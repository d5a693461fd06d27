import { describe, expect, it } from 'vitest'
import type { Count } from '../client/shapes.ts'
import { barsOf, height, width } from './bars-of.ts'

const months = (...counts: readonly (number | null)[]) =>
  counts.map((value, index) => ({
    until: `2026-0${index + 1}-28`,
    count: (value === null ? { is: 'not measured' } : { is: 'counted', value }) as Count,
  }))

describe('the bars of a small chart', () => {
  it('fill its width, as high as their share of the most that is drawn', () => {
    const { bars, levelOf } = barsOf({ months: months(0, 5, 10), target: 20, baseline: null })
    expect(bars.map(({ tall }) => tall)).toEqual([1, height - levelOf(5), height - levelOf(10)])
    expect(height - levelOf(20)).toBe(height - 4)
    expect(bars.at(-1)!.x + bars.at(-1)!.wide).toBeCloseTo(width)
  })

  it('tell a month without a figure from one with nought', () => {
    const { bars } = barsOf({ months: months(null, 0), target: null, baseline: null })
    expect(bars.map(({ isMeasured, tall }) => [isMeasured, tall])).toEqual([
      [false, 0],
      [true, 1],
    ])
  })
})
