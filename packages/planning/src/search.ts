/**
 * Rounds after RAPTOR: round k boards one more leg on every label of k legs. McRAPTOR's bags hang on stops; ours hang on states
 * (`state.ts`), since here whether one may board depends on the way so far. Labels that nothing better than what was found can come of
 * are dropped (`tails.ts`; docs/adr/0011).
 */
import { type Boarding, boardingOf, type Needs } from './boarding.ts'
import { emptyFront, type Journey } from './front.ts'
import { type Bag, type Label, merge } from './label.ts'

export interface Found {
  readonly journeys: readonly Journey[]
  /** Whether everything was looked at before time was up. */
  readonly complete: boolean
}

/**
 * First with as few legs as there are waypoints, narrow before wide, then with all: should time run out there is something to answer
 * with, and what is found early shuts out most of what comes later. Only the last search must come to its end.
 */
export function search(needs: Needs, timeIsUp: () => boolean): Found {
  const front = emptyFront()
  const { maxLegs, reader } = needs
  const standing = needs.standing.trips.length
  if (standing > maxLegs) return { journeys: [], complete: true }
  const places = reader.via.filter(({ is }) => is === 'place').length
  const fewest = Math.min(Math.max(places, standing), maxLegs)
  const roundsWith = (maxLegs: number, width: number, fewestLegs = 0) =>
    rounds(boardingOf({ ...needs, fewestLegs, maxLegs }, front), maxLegs - standing, width, timeIsUp)
  const complete =
    roundsWith(fewest, narrow) &&
    roundsWith(fewest, Number.POSITIVE_INFINITY) &&
    (fewest === maxLegs || roundsWith(maxLegs, Number.POSITIVE_INFINITY, fewest + 1))
  return { journeys: front.journeys, complete }
}

/** Labels that the narrow search carries on from a round. */
const narrow = 40

/** Says whether it came to its end. */
function rounds(boarding: Boarding, maxLegs: number, width: number, timeIsUp: () => boolean): boolean {
  const bags = new Map<string, Bag>()
  let labels: readonly Label[] = [boarding.start()]
  for (let leg = 1; leg <= maxLegs && labels.length > 0; leg++) {
    const further: Label[] = []
    for (const label of labels.length > width ? mostPromising(labels, width) : labels) {
      if (timeIsUp()) return false
      if (label.isDominated || !boarding.isPromising(label)) continue
      for (const next of boarding.onward(label)) {
        const state = boarding.stateOf(next)
        const bag = bags.get(state) ?? []
        bags.set(state, bag)
        if (merge(bag, next, boarding.shadowsOf)) further.push(next)
      }
    }
    labels = further.filter(({ isDominated }) => !isDominated)
  }
  return true
}

/** Some of the earliest, of those with the most support, and of those with the least own cost. */
function mostPromising(labels: readonly Label[], width: number): readonly Label[] {
  const orders: ((a: Label, b: Label) => number)[] = [
    (a, b) => a.reading.ready - b.reading.ready,
    (a, b) => b.support - a.support,
    (a, b) => a.ownCost - b.ownCost || a.reading.ready - b.reading.ready,
  ]
  const furthest = (a: Label, b: Label) => b.reading.reached.length - a.reading.reached.length
  const share = Math.ceil(width / orders.length)
  return [
    ...new Set(orders.flatMap(order => [...labels].sort((a, b) => furthest(a, b) || order(a, b)).slice(0, share))),
  ]
}
