/** `IEUM_PLANS=20000 vitest run packages/planning` tries more of them. */
import type { Form } from '@ieum/rules'
import { buildRulebook } from '@ieum/rules/parse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfHorizon } from '../horizon.ts'
import type { Itinerary } from '../plan.ts'
import { plannerOf } from '../planner.ts'
import { type BruteItinerary, byBruteForce } from './brute-force.ts'
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

function bothWays(asked: Case) {
  const { firm, via, horizon, maxLegs } = asked
  const { rulebook, sentences } = rulebookOf(asked)
  const plan = plannerOf(rulebook).plan({ firm, on: startingDay, via, sentences, horizon, maxLegs })
  const end = endOfHorizon(startingDay, horizon)!
  const tried = byBruteForce(rulebook, {
    firm,
    on: startingDay,
    via: via.map(text => sentences[text] ?? text),
    end,
    maxLegs,
  })
  return { plan, tried }
}

const printed = ({ arrives, support, ownCost, unknowns }: Itinerary | BruteItinerary, legs: readonly string[]) =>
  `${arrives} ${support} ${ownCost} ${unknowns}: ${legs.join(', ')}`

const planned = (itinerary: Itinerary) =>
  printed(
    itinerary,
    itinerary.legs.map(
      ({ programme, edition, apply, decided, ends, forecast }) =>
        `${programme} ${edition} ${apply} ${decided} ${ends} ${forecast}`,
    ),
  )

const bruteForced = (itinerary: BruteItinerary) =>
  printed(
    itinerary,
    itinerary.legs.map(
      ({ programme, edition, apply, decided, ends, forecast }) =>
        `${programme.id} ${edition.edition} ${apply} ${decided} ${ends} ${forecast}`,
    ),
  )

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
})
