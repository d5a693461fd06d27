import { describe, expect, it } from 'vitest'
import { sayClock, sayTime } from './say.ts'

describe('the clock of an item', () => {
  it.each([
    [0, '0:00'],
    [65_900, '1:05'],
    [3_600_000, '1:00:00'],
    [3_729_000, '1:02:09'],
    [-5_000, '0:00'],
  ])('shows %i ms as %s', (milliseconds, shown) => expect(sayClock(milliseconds)).toBe(shown))

  it('shows times of day where the agencies are', () => {
    expect(sayTime('2026-06-01T01:30:00Z', 'Asia/Seoul')).toBe('10:30')
  })
})
