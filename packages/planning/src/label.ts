/**
 * Labels of McRAPTOR (Delling, Pajor, Werneck, "Round-Based Public Transit Routing", 2012, section 4): how far one has come, with
 * what it has cost. Here whether one may board depends on the way so far, so a label also carries what the firm holds.
 */

import type { Claim } from './claim.ts'
import type { FactSet } from './fact-sets.ts'
import { isWithin } from './fact-sets.ts'
import { comesFirst } from './front.ts'
import type { Gain } from './gains.ts'
import type { Reading } from './reading.ts'
import type { Trip } from './trip.ts'

export interface Label {
  readonly trips: readonly Trip[]
  readonly reading: Reading
  /** What was gained that anything still ahead can tell, in the order of the days. */
  readonly gains: readonly Gain[]
  readonly support: number
  readonly ownCost: number
  readonly unknown: FactSet
  /** Bits by position: trips of which it is settled that they are needed. */
  readonly needed: number
  /** Who may yet need each of the others; none while that has not been looked at. */
  readonly claims: readonly Claim[]
  /** A better one with the same state was found after this one. */
  isDominated: boolean
}

/**
 * Of two labels in the same state: whether whatever the second can still become, the first becomes as well, no worse in any measure
 * and kept before it where equal. `support`, `ownCost` and `legs` only add up, since what caps see of earlier legs is in the state. A fact that is assumed is counted once, so the first's
 * must be among the second's. A journey counts only if it is lean: a trip of the first whose need is open must be as needed as one of
 * the second's, which it is when the state without it is the same.
 */
function dominates(a: Label, b: Label, shadowsOf: ShadowsOf): boolean {
  return (
    a.trips.length <= b.trips.length &&
    a.support >= b.support &&
    a.ownCost <= b.ownCost &&
    isWithin(a.unknown, b.unknown) &&
    (a.trips.length < b.trips.length ||
      a.support > b.support ||
      a.ownCost < b.ownCost ||
      !comesFirst(b.trips, a.trips)) &&
    isSubset(shadowsOf(a), shadowsOf(b))
  )
}

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size > b.size) return false
  for (const each of a) if (!b.has(each)) return false
  return true
}

/** For every trip of which it is still open whether it is needed: the state (`state.ts`) without it. */
export type ShadowsOf = (label: Label) => ReadonlySet<string>

/** The labels of one state that none other dominates. */
export type Bag = Label[]

/** Adds a label unless it is dominated; says whether it was added. */
export function merge(bag: Bag, label: Label, shadowsOf: ShadowsOf): boolean {
  if (bag.some(kept => dominates(kept, label, shadowsOf))) return false
  for (let at = bag.length - 1; at >= 0; at--) {
    if (!dominates(label, bag[at]!, shadowsOf)) continue
    bag[at]!.isDominated = true
    bag.splice(at, 1)
  }
  bag.push(label)
  return true
}
