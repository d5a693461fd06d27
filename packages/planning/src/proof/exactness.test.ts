/** `IEUM_PLANS=20000 vitest run packages/planning` tries more of them. */
import { addDays } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { Form } from '@ieum/rules'
import { buildRulebook } from '@ieum/rules/parse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfHorizon } from '../horizon.ts'
import type { Itinerary, Leg } from '../plan.ts'
import { plannerOf } from '../planner.ts'
import { byBruteForce } from './brute-force.ts'
import { bruteForced, planned } from './printed.ts'
import { aCase, type Case, startingDay } from './small-catalogues.ts'

const runs = Number(process.env.IEUM_PLANS ?? 1_000)
const isFact = (text: string) => text.startsWith('fact:')

/** Sentences of waypoints are read as those of a pathway are. */
function rulebookOf({ catalogue, via }: Case) {
  const name = { ko: '시험', en: 'test' }
  const { rulebook, faults } = buildRulebook({ ...catalogue, pathways: [{ id: 'asked', name, waypoints: via }] })
  expect(faults).toEqual([])
  const formOf = (text: string): Form => rulebook.sentences.find(sentence => sentence.text === text.slice(5))!.form
  const sentences = Object.fromEntries(via.filter(isFact).map(text => [text, formOf(text)]))
  return { rulebook, sentences }
}

/** `choose`: of what is planned from the starting day on, the legs that stand, and from when on to plan again. */
function bothWays(asked: Case, choose?: (itineraries: readonly Itinerary[]) => { standing: readonly Leg[]; on: Day }) {
  const { firm, via, horizon, maxLegs } = asked
  const { rulebook, sentences } = rulebookOf(asked)
  const planner = plannerOf(rulebook)
  const request = { firm, on: startingDay, via, sentences, horizon, maxLegs }
  const { standing, on } = choose?.(planner.plan(request).itineraries) ?? { standing: [], on: startingDay }
  const plan = planner.plan({ ...request, on, standing })
  const end = endOfHorizon(on, horizon)!
  const sentencesOrPlaces = via.map(text => sentences[text] ?? text)
  const tried = byBruteForce(rulebook, { firm, on, via: sentencesOrPlaces, end, maxLegs, standing })
  return { plan, tried, standing }
}

describe('the planner and the contract read sentence by sentence', () => {
  it('give the same itineraries for generated catalogues', { timeout: 60_000 + runs * 100 }, () => {
    let withItineraries = 0
    fc.assert(
      fc.property(aCase, asked => {
        const { plan, tried } = bothWays(asked)
        if (tried.length > 0) withItineraries++
        expect(plan.complete).toBe(true)
        expect(plan.itineraries.map(planned).sort()).toEqual(tried.map(bruteForced).sort())
      }),
      { numRuns: runs, seed: Number(process.env.IEUM_SEED ?? 20261125) },
    )
    // A generator that hardly ever leaves a way open would prove nothing.
    expect(withItineraries).toBeGreaterThan(runs / 3)
  })

  it('give the same itineraries behind legs that stand', { timeout: 60_000 + runs * 100 }, () => {
    let withStanding = 0
    fc.assert(
      fc.property(aCase, fc.nat(3), fc.nat(3), fc.nat(40), fc.nat(20), (asked, which, count, gap, delay) => {
        const { plan, tried, standing } = bothWays(asked, itineraries => {
          const legs = itineraries[which % Math.max(itineraries.length, 1)]?.legs ?? []
          const kept = legs.slice(0, legs.length === 0 ? 0 : 1 + (count % legs.length))
          const last = kept.at(-1)
          if (!last) return { standing: [], on: startingDay }
          const delayed = { ...last, decided: addDays(last.decided, delay), ends: addDays(last.ends, delay) }
          return { standing: [...kept.slice(0, -1), delayed], on: addDays(last.apply, gap) }
        })
        if (standing.length > 0 && tried.length > 0) withStanding++
        expect(plan.complete).toBe(true)
        expect(plan.itineraries.map(planned).sort()).toEqual(tried.map(bruteForced).sort())
      }),
      { numRuns: runs / 2, seed: Number(process.env.IEUM_SEED ?? 20261125) },
    )
    expect(withStanding).toBeGreaterThan(runs / 8)
  })
})
