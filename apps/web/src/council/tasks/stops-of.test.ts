import { expect, it } from 'vitest'
import type { Milestone } from '../client/shapes.ts'
import { stopsOf } from './stops-of.ts'

it('today stands behind what was reached or is late, and before what is to come', () => {
  const stop = (id: string, due: string, reachedOn: string | null = null) => ({ id, due, reachedOn }) as Milestone
  const stops = stopsOf(
    [
      stop('ahead', '2026-09-01'),
      stop('early', '2026-12-01', '2026-05-01'),
      stop('late', '2026-05-20'),
      stop('due today', '2026-06-01'),
    ],
    '2026-06-01',
  )
  expect(stops.map(one => (one === 'today' ? one : one.id))).toEqual(['early', 'late', 'today', 'due today', 'ahead'])
})
