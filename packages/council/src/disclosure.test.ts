import { expect, it } from 'vitest'
import { sayOpening } from './disclosure.ts'

const on = '2026-06-01'

it.each([
  ['a day to come, of what has none', null, '2026-07-01', 'may be said'],
  ['today', null, on, 'may be said'],
  ['a day that has passed', null, '2026-05-31', 'passed'],
  ['another day, of what opens later', '2026-07-01', '2026-06-15', 'may be said'],
  ['no day, of what opens later', '2026-07-01', null, 'may be said'],
  ['a later day, of what opened today', on, '2026-07-01', 'open already'],
  ['no day, of what has been open', '2026-05-01', null, 'open already'],
  ['an earlier day, of what has been open', '2026-05-01', '2026-04-01', 'open already'],
  ['the same day again, of what has been open', '2026-05-01', '2026-05-01', 'may be said'],
] as const)('%s: it is told apart', (_, stands, said, is) => {
  expect(sayOpening(stands, said, on).is).toBe(is)
})
