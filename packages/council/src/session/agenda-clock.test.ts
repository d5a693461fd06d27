import { describe, expect, it } from 'vitest'
import { clockOf, minutesOf, plannedTimes, timeOf } from './agenda-clock.ts'

const items = [
  { id: 'introductions', minutes: 10 },
  { id: 'greetings', minutes: 5 },
  { id: 'tasks', minutes: 70 },
  { id: 'closing', minutes: 5 },
]
const plan = { begins: minutesOf('10:30'), items }

describe('the clock of a sitting', () => {
  it('sets one item behind another, as the council of 2024 did', () => {
    expect(plannedTimes(plan.begins, items).map(({ from, to }) => `${timeOf(from)}–${timeOf(to)}`)).toEqual([
      '10:30–10:40',
      '10:40–10:45',
      '10:45–11:55',
      '11:55–12:00',
    ])
  })

  it.each([
    ['on time', '10:40', '10:42', { left: 3, late: 0 }],
    ['over its own time', '10:40', '10:47', { left: -2, late: 2 }],
    ['late from the item before', '10:44', '10:45', { left: 4, late: 4 }],
    ['early', '10:35', '10:36', { left: 4, late: -5 }],
  ])('tells that it is %s', (_, began, now, told) => {
    expect(clockOf(plan, 'greetings', minutesOf(began), minutesOf(now))).toEqual(told)
  })

  it('knows nothing of an item that is not on the agenda', () => {
    expect(clockOf(plan, 'other', 0, 0)).toBeNull()
  })
})
