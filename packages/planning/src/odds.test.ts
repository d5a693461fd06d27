import { describe, expect, it } from 'vitest'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'

const source = { title: 'test' }
const first = programme(
  'first',
  'equipment',
  'tipa',
  { competition: { applied: 400, chosen: 100, year: 2025, source } },
  { recurs: 'yearly' },
)
const second = programme(
  'second',
  'digital',
  'industry',
  { windows: [{ opens: '2026-11-01', closes: '2026-11-30' }], competition: { ratio: 2, year: 2025, source } },
  { recurs: 'yearly' },
)

const odds = (programmes: Parameters<typeof smallPlanner>[0]) =>
  smallPlanner(programmes).plan({ firm, on, via: ['equipment', 'digital'], horizon: 'P1Y' }).itineraries[0]!.odds

describe('the odds of a way', () => {
  it('are those of its legs, their product, and a day that counts a year for each refusal', () => {
    // 3 years for the first, 1 for the second, behind an arrival on 2026-12-30.
    expect(odds([first, second])).toEqual({ legs: [0.25, 0.5], all: 0.125, expected: '2030-12-30' })
  })

  it('are not known where nobody told how many applied', () => {
    const silent = programme('second', 'digital', 'industry', {
      windows: [{ opens: '2026-11-01', closes: '2026-11-30' }],
    })
    expect(odds([first, silent])).toEqual({ legs: [0.25, null], all: null, expected: null })
  })

  it('are not known of a way without a leg', () => {
    const planner = smallPlanner([first])
    const sentence = planner.rulebook.pathways.find(({ id }) => id === 'a year')!.waypoints
    const [itinerary] = planner.plan({ firm, on, via: sentence }).itineraries
    expect(itinerary).toMatchObject({ legs: [], odds: { legs: [], all: null, expected: null } })
  })

  it('have no day where a programme does not come again', () => {
    const { recurs, ...once } = second
    expect(recurs).toBe('yearly')
    expect(odds([first, once])).toEqual({ legs: [0.25, 0.5], all: 0.125, expected: null })
  })

  it('are certain where there were more places than applicants', () => {
    const roomy = programme('first', 'equipment', 'tipa', {
      competition: { applied: 10, chosen: 10, year: 2025, source },
    })
    expect(odds([roomy, second]).legs).toEqual([1, 0.5])
  })
})
