/** What becomes of an itinerary when one of its legs does not go as planned: what stands, and what cannot be used any more. */
import { addDays, addMonths } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { Barred, Leg } from './plan.ts'

/** `leg` counts from 1, as people do. */
export type Event =
  | { readonly is: 'refused'; readonly leg: number }
  | { readonly is: 'missed'; readonly leg: number }
  /** Its end comes later by an ISO 8601 duration of years, months or days. */
  | { readonly is: 'delayed'; readonly leg: number; readonly by: string }

export interface AfterEvent {
  /** The day on which it is known, from which one can apply again. */
  readonly on: Day
  /** Legs that were applied for by then and go on. */
  readonly standing: readonly Leg[]
  readonly barred: readonly Barred[]
}

const kinds = ['refused', 'missed', 'delayed'] as const

/** Reads `refused 2`, `missed 1` or `delayed 2 P3M`; undefined when it is none of them. */
export function readEvent(text: string): Event | undefined {
  const [kind, number, by, ...rest] = text.trim().split(/\s+/)
  const leg = Number(number)
  if (!kinds.some(each => each === kind) || !Number.isInteger(leg) || leg < 1 || rest.length > 0) return undefined
  if (kind === 'delayed') return by !== undefined && moved('2026-01-01', by) ? { is: 'delayed', leg, by } : undefined
  return by === undefined ? { is: kind as 'refused' | 'missed', leg } : undefined
}

/**
 * A refusal is known on the day of the decision, a missed window on the day after it closed, a delay on the day of the decision at the
 * latest; with `asked` one goes on from that day when it is later. Undefined when the itinerary has no such leg.
 */
export function afterEvent(legs: readonly Leg[], event: Event, asked?: Day): AfterEvent | undefined {
  const hit = legs[event.leg - 1]
  if (!hit) return undefined
  const own = event.is === 'missed' ? addDays(hit.window.closes, 1) : hit.decided
  const on = asked !== undefined && asked > own ? asked : own
  const others = legs.filter(leg => leg !== hit && leg.apply <= on)
  if (event.is === 'delayed') {
    const delayed = { ...hit, ends: moved(hit.ends, event.by)! }
    return {
      on,
      standing: legs.flatMap(leg => (leg === hit ? [delayed] : others.includes(leg) ? [leg] : [])),
      barred: [],
    }
  }
  const { programme, edition, window } = hit
  return { on, standing: others, barred: [{ programme, edition, opens: window.opens }] }
}

function moved(day: Day, by: string): Day | undefined {
  const found = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/.exec(by)
  if (!found || by === 'P') return undefined
  const [years = 0, months = 0, days = 0] = found.slice(1).map(each => Number(each ?? 0))
  return addDays(addMonths(day, years * 12 + months), days)
}

/** The legs of one itinerary against those of another, leg by leg; legs are the same when they are of the same edition. */
export interface LegChanges {
  readonly stays: readonly Leg[]
  readonly moved: readonly { readonly from: Leg; readonly to: Leg }[]
  readonly dropped: readonly Leg[]
  readonly added: readonly Leg[]
}

export function legChanges(from: readonly Leg[], to: readonly Leg[]): LegChanges {
  const find = (legs: readonly Leg[], { programme, edition }: Leg) =>
    legs.find(leg => leg.programme === programme && leg.edition === edition)
  const isSame = (a: Leg, b: Leg) => a.apply === b.apply && a.decided === b.decided && a.ends === b.ends
  const pairs = from.flatMap(leg => {
    const other = find(to, leg)
    return other ? [{ from: leg, to: other }] : []
  })
  return {
    stays: pairs.filter(pair => isSame(pair.from, pair.to)).map(pair => pair.to),
    moved: pairs.filter(pair => !isSame(pair.from, pair.to)),
    dropped: from.filter(leg => !find(to, leg)),
    added: to.filter(leg => !find(from, leg)),
  }
}
