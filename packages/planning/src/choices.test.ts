import { describe, expect, it } from 'vitest'
import { choices, difference } from './choices.ts'
import type { Itinerary, Leg } from './plan.ts'

const leg = (programme: string, apply = '2026-01-10'): Leg => ({
  programme,
  edition: '2026',
  agency: 'one',
  ministry: 'one',
  forecast: false,
  apply,
  decided: apply,
  ends: apply,
  support: 0,
  ownCost: 0,
  link: null,
  assumes: [],
  reaches: 0,
  window: { opens: apply, closes: apply },
})

const itinerary = (rest: Partial<Itinerary>): Itinerary => ({
  arrives: '2026-06-01',
  support: 100,
  ownCost: 50,
  unknowns: 2,
  transfers: 0,
  odds: { legs: [], all: null, expected: null },
  reached: [],
  legs: [leg('a'), leg('b')],
  ...rest,
})

const early = itinerary({ arrives: '2026-03-01' })
const rich = itinerary({ support: 900, ownCost: 300, arrives: '2027-06-01' })
const cheap = itinerary({ ownCost: 0, support: 20, unknowns: 5 })
const short = itinerary({ legs: [leg('c')], support: 10, arrives: '2027-01-01', unknowns: 4 })
const sure = itinerary({ unknowns: 0, support: 30, ownCost: 400 })

describe('choices', () => {
  it('are the best in each way', () => {
    const chosen = choices({ itineraries: [early, rich, cheap, short, sure] })
    expect(chosen).toMatchObject({
      soonest: early,
      mostSupport: rich,
      leastOwnCost: cheap,
      fewestLegs: short,
      surest: sure,
    })
  })

  it('hold one that is good in all, though it is best in none', () => {
    const best = itinerary({ arrives: '2026-04-01', support: 700, ownCost: 60, unknowns: 1 })
    expect(choices({ itineraries: [early, rich, cheap, short, sure, best] })?.balanced).toBe(best)
  })

  it('are none where there is no way', () => {
    expect(choices({ itineraries: [] })).toBeUndefined()
  })
})

describe('the difference of two itineraries', () => {
  it('says what is gained, what falls away and what moves', () => {
    const other = itinerary({
      arrives: '2026-06-11',
      support: 160,
      ownCost: 40,
      legs: [leg('a', '2026-02-01'), leg('d'), leg('b')],
    })
    expect(difference(itinerary({}), other)).toEqual({
      days: 10,
      support: 60,
      ownCost: -10,
      legs: 1,
      unknowns: 0,
      transfers: 0,
      added: ['d'],
      dropped: [],
      moved: [
        {
          programme: 'a',
          from: { edition: '2026', apply: '2026-01-10', decided: '2026-01-10', ends: '2026-01-10' },
          to: { edition: '2026', apply: '2026-02-01', decided: '2026-02-01', ends: '2026-02-01' },
        },
      ],
    })
  })
})
