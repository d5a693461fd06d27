import { describe, expect, it } from 'vitest'
import { oldYear } from './old-notice.ts'

describe('an old notice', () => {
  it.each([
    ['2019', '2026-04-01', 2019],
    ['2023', '2026-04-01', 2023],
    ['2024', '2026-12-31', undefined],
    ['2026-2', '2026-04-01', undefined],
    ['first', '2026-04-01', undefined],
  ])('of %s on %s is of %s', (edition, on, year) => {
    expect(oldYear({ edition }, on)).toBe(year)
  })

  it('without a year in its name is as old as its printed day', () => {
    expect(oldYear({ edition: 'first', source: { title: 'x', dated: '2020-01-05' } }, '2026-04-01')).toBe(2020)
  })
})
