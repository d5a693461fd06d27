/**
 * After McRAPTOR: each step boards one more leg on a label. Its bags hang on stops; ours hang on states (`state.ts`), since here whether
 * one may board depends on the way so far. Labels that nothing better than what was found can come of are dropped (`tails.ts`;
 * docs/adr/0011). A first, narrow search goes by rounds, as RAPTOR does; those that must find everything go in depth.
 */
import { type Boarding, boardingOf, type Needs } from './boarding.ts'
import { emptyFront, type Journey } from './front.ts'
import { type Bag, type Label, merge } from './label.ts'
import { offersOf } from './offers.ts'

export interface Found {
  readonly journeys: readonly Journey[]
  /** Whether everything was looked at before time was up. */
  readonly complete: boolean
}

/**
 * First with as few legs as there are waypoints, narrow before wide, then with all: should time run out there is something to answer
 * with, and what is found early shuts out most of what comes later. Only the last search must come to its end.
 */
export function search(asked: Omit<Needs, 'offers'>, timeIsUp: () => boolean): Found {
  const offers = offersOf(asked.timetable, asked.outlook, asked.on, asked.end, timeIsUp)
  if (!offers) return { journeys: [], complete: false }
  const needs = { ...asked, offers }
  const front = emptyFront()
  const { maxLegs, reader } = needs
  const standing = needs.standing.trips.length
  if (standing > maxLegs) return { journeys: [], complete: true }
  const places = reader.via.filter(({ is }) => is === 'place').length
  const fewest = Math.min(Math.max(places, standing), maxLegs)
  const boardingWith = (maxLegs: number, fewestLegs: number) => boardingOf({ ...needs, fewestLegs, maxLegs }, front)
  const complete =
    rounds(boardingWith(fewest, 0), fewest - standing, timeIsUp) &&
    inDepth(boardingWith(fewest, 0), timeIsUp) &&
    (fewest === maxLegs || inDepth(boardingWith(maxLegs, fewest + 1), timeIsUp))
  return { journeys: front.journeys, complete }
}

/** Labels that the narrow search carries on from a round. */
const narrow = 40

/** Says whether it came to its end. */
function rounds(boarding: Boarding, maxLegs: number, timeIsUp: () => boolean): boolean {
  const bags = bagsOf(boarding)
  let labels: readonly Label[] = [boarding.start()]
  for (let leg = 1; leg <= maxLegs && labels.length > 0; leg++) {
    const further: Label[] = []
    for (const label of labels.length > narrow ? mostPromising(labels, narrow) : labels) {
      if (timeIsUp()) return false
      if (label.isDominated || !boarding.isPromising(label)) continue
      for (const next of boarding.onward(label)) if (bags.take(next)) further.push(next)
    }
    labels = further.filter(({ isDominated }) => !isDominated)
  }
  return true
}

/** Label by label to the end of the way, so that what is found behind one is known before the next. Says whether it came to its end. */
function inDepth(boarding: Boarding, timeIsUp: () => boolean): boolean {
  const bags = bagsOf(boarding)
  const open: Label[] = [boarding.start()]
  for (let label = open.pop(); label; label = open.pop()) {
    if (timeIsUp()) return false
    if (label.isDominated || !boarding.isPromising(label)) continue
    const further: Label[] = []
    for (const next of boarding.onward(label)) if (bags.take(next)) further.push(next)
    open.push(...further.sort(lastFirst))
  }
  return true
}

const lastFirst = (a: Label, b: Label): number =>
  a.reading.reached.length - b.reading.reached.length || b.reading.ready - a.reading.ready || a.support - b.support

interface Bags {
  /** Whether a label is none that another dominates. */
  take(label: Label): boolean
}

function bagsOf(boarding: Boarding): Bags {
  const bags = new Map<string, Bag>()
  return {
    take(label) {
      const state = boarding.stateOf(label)
      const bag = bags.get(state) ?? []
      bags.set(state, bag)
      return merge(bag, label, boarding.shadowsOf)
    },
  }
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
