import type { Itinerary } from '@ieum/planning'
import { describe, expect, it } from 'vitest'
import { bestOf } from './best-of.ts'
import { choiceOf, choicesOf, wayOf } from './choices.ts'
import { itinerary, leg, plan } from './testing/itineraries.ts'

const one = leg('mss-a', '2026-06-01', '2026-08-01', '2027-08-01')
const way = (arrives: string, support: number, ownCost: number, legs: number, unknowns: number): Itinerary =>
  itinerary(
    Array.from({ length: legs }, () => one),
    { arrives, support, ownCost, unknowns },
  )

describe('the choices among itineraries', () => {
  const early = way('2027-01-01', 100, 100, 3, 3)
  const rich = way('2029-01-01', 900, 300, 3, 2)
  const cheap = way('2028-01-01', 100, 0, 3, 1)
  const middle = way('2027-06-01', 700, 90, 2, 1)
  const rest = way('2028-06-01', 750, 95, 3, 1)
  const choices = choicesOf([early, middle, cheap, rest, rich])
  const chosenFor = (reason: string) => choices.find(({ because }) => because.includes(reason as never))?.itinerary

  it('names the best by each measure', () => {
    expect(chosenFor('soonest')).toBe(early)
    expect(chosenFor('mostSupport')).toBe(rich)
    expect(chosenFor('leastOwnCost')).toBe(cheap)
    expect(chosenFor('fewestLegs')).toBe(middle)
  })

  it('names the one that is good by all of them', () => {
    expect(chosenFor('balanced')).toBe(middle)
  })

  it('gives one itinerary all of its reasons, and shows it once', () => {
    expect(choices.filter(({ itinerary }) => itinerary === middle).map(({ because }) => because)).toEqual([
      ['fewestLegs', 'surest', 'balanced'],
    ])
    expect(choices).toHaveLength(5)
  })

  it('puts the rest last, without a reason', () => {
    expect(choices.at(-1)).toMatchObject({ itinerary: rest, because: [] })
  })

  it('has none where there is nothing to choose, and no reason where there is nothing to compare', () => {
    expect(choicesOf([])).toEqual([])
    expect(choicesOf([rich])).toEqual([{ itinerary: rich, at: 0, because: [] }])
  })
})

describe('two unfinished searches together', () => {
  it('give what neither betters, by the day of arrival', () => {
    const good = way('2027-01-01', 500, 0, 2, 0)
    const worse = way('2027-02-01', 400, 0, 2, 0)
    const other = way('2026-12-01', 100, 0, 2, 0)
    const merged = bestOf(plan([worse, other]), plan([good], false))
    expect(merged.itineraries).toEqual([other, good])
    expect(merged.complete).toBe(false)
  })

  it('keep one of two that are equal', () => {
    const a = way('2027-01-01', 500, 0, 2, 0)
    expect(bestOf(plan([{ ...a }]), plan([a], false)).itineraries).toEqual([a])
  })
})

describe('the way in an address', () => {
  const at = (day: string, rest: Partial<Itinerary>) =>
    itinerary([leg('mss-a', day, '2026-08-01', '2027-08-01')], { unknowns: 1, ownCost: 1, ...rest })
  const early = at('2026-06-01', { arrives: '2027-01-01', support: 1 })
  const rich = at('2026-06-02', { arrives: '2029-01-01', support: 9, ownCost: 9, unknowns: 2 })
  const twin = at('2026-06-03', { arrives: '2028-06-01', support: 2, ownCost: 8, unknowns: 2 })
  const other = at('2026-06-04', { arrives: '2028-07-01', support: 3, ownCost: 8, unknowns: 2 })
  const choices = choicesOf([early, twin, other, rich])

  it('leads back to each choice', () => {
    for (const choice of choices) expect(choiceOf(choices, wayOf(choices, choice))).toBe(choice)
    expect(new Set(choices.map(choice => wayOf(choices, choice))).size).toBe(choices.length)
  })

  it('names the first by nothing, one that is best at something by that, and the rest by their legs', () => {
    const named = (of: Itinerary) => wayOf(choices, choices.find(({ itinerary }) => itinerary === of)!)
    expect([named(early), named(rich), named(twin)]).toEqual([undefined, 'mostSupport', 'mss-a 2026-06-03'])
  })

  it('means, with what it is best by, another way of another firm', () => {
    const others = choicesOf([twin, other])
    expect(choiceOf(others, 'mostSupport')?.itinerary).toBe(other)
    expect(choiceOf(others, 'mss-a 2026-06-01')).toBeUndefined()
  })
})
