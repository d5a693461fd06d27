import { expect, it } from 'vitest'
import { clockIn, dayIn } from './moments.ts'

it.each([
  ['Asia/Seoul', '2026-06-01', '00:30'],
  ['UTC', '2026-05-31', '15:30'],
])('a moment is told by the calendar and the clock of %s', (zone, day, clock) => {
  const moment = new Date('2026-05-31T15:30:00Z')
  expect([dayIn(zone, moment), clockIn(zone, moment)]).toEqual([day, clock])
})
