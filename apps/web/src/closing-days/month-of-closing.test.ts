import { expect, it } from 'vitest'
import { weeksOf } from './month-of-closing.tsx'

it.each([
  // Begins on a Sunday, and has 28 days: four whole weeks.
  ['2026-02-01', 4, 0],
  // Begins on a Saturday, and has 31 days.
  ['2026-08-01', 6, 6],
  ['2026-11-01', 5, 0],
])('%s has %i weeks from Sunday, and begins in column %i', (month, count, column) => {
  const weeks = weeksOf(month)
  expect(weeks).toHaveLength(count)
  expect(weeks[0]?.indexOf(month)).toBe(column)
  expect(weeks.every(week => week.length === 7)).toBe(true)
})
