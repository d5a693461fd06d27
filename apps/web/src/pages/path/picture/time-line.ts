/**
 * An itinerary as a drawing: time to the right, a lane a ministry, in it a track for every leg that would run into another.
 * Pure: what is drawn where, in pixels. `time-line-picture.tsx` only paints it.
 */
import type { Day } from '@ieum/catalogue/records'
import type { Itinerary, Leg } from '@ieum/planning'
import { cutToWidth, textWidth } from '../../../parts/text-width.ts'
import { along, type Span, spanOf, ticksOf } from './time-scale.ts'

export type Moment = 'apply' | 'decided' | 'ends'

export interface Text {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly width: number
}

export interface DrawnLeg {
  readonly at: number
  readonly ministry: string
  readonly forecast: boolean
  readonly y: number
  readonly name: Text
  /** From applying to the decision: thin. From the decision to the end: thick. */
  readonly apply: number
  readonly decided: number
  readonly ends: number
  /** It goes on after what is shown. */
  readonly goesOn: boolean
  readonly days: readonly (Text & { readonly moment: Moment })[]
}

/** From one leg to the next; a ring on both lanes when the ministry changes. */
export interface Join {
  readonly isTransfer: boolean
  readonly from: string
  readonly to: string
  readonly x: number
  readonly y1: number
  readonly y2: number
  /** Where the next leg is applied for. */
  readonly until: number
}

export interface Lane {
  readonly ministry: string
  readonly y: number
  readonly height: number
}

export interface TimeLine {
  readonly width: number
  readonly height: number
  readonly lanes: readonly Lane[]
  readonly legs: readonly DrawnLeg[]
  readonly joins: readonly Join[]
  readonly ticks: readonly { readonly x: number; readonly day: Day; readonly isYear: boolean }[]
  readonly arrives: number
}

export interface Said {
  readonly name: (leg: Leg) => string
  /** `접수 6. 12.(금)` */
  readonly moment: (leg: Leg, moment: Moment) => string
}

export const sizes = { axis: 32, laneHead: 30, track: 76, name: 14, day: 12.5, margin: 18, gap: 14 } as const

interface Extent {
  readonly leg: Leg
  readonly at: number
  readonly x: Record<Moment, number>
  readonly name: Omit<Text, 'y'>
  readonly days: readonly (Omit<Text, 'y'> & { readonly moment: Moment })[]
  readonly left: number
  readonly right: number
}

export function timeLine(itinerary: Itinerary, on: Day, width: number, said: Said): TimeLine {
  const span = spanOf(itinerary, on)
  const [left, right] = [sizes.margin, width - sizes.margin]
  const extents = itinerary.legs.map((leg, at) =>
    extentOf(leg, at, itinerary.legs[at - 1], { span, left, right, said }),
  )

  const legs: DrawnLeg[] = []
  const lanes: Lane[] = []
  let top = sizes.axis
  for (const [ministry, its] of Map.groupBy(extents, ({ leg }) => leg.ministry)) {
    const tracks = tracksOf(its)
    tracks.forEach((track, row) => {
      const y = top + sizes.laneHead + row * sizes.track + 30
      for (const extent of track) legs.push(drawn(extent, y, span))
    })
    const height = sizes.laneHead + tracks.length * sizes.track
    lanes.push({ ministry, y: top, height })
    top += height
  }
  legs.sort((a, b) => a.at - b.at)

  const withQuarters = (right - left) / ((Date.parse(span.to) - Date.parse(span.from)) / 7.9e9) > 34
  return {
    width,
    height: top + 8,
    lanes,
    legs,
    joins: legs.slice(1).map((leg, index) => joinOf(legs[index]!, leg)),
    ticks: ticksOf(span, withQuarters).map(tick => ({ ...tick, x: along(span, tick.day, left, right) })),
    arrives: along(span, itinerary.arrives, left, right),
  }
}

interface Frame {
  readonly span: Span
  readonly left: number
  readonly right: number
  readonly said: Said
}

function extentOf(leg: Leg, at: number, before: Leg | undefined, { span, left, right, said }: Frame): Extent {
  const x = {
    apply: along(span, leg.apply, left, right),
    decided: along(span, leg.decided, left, right),
    ends: along(span, leg.ends, left, right),
  }
  const text = cutToWidth(said.name(leg), sizes.name, right - left)
  const wide = textWidth(text, sizes.name)
  const name = { text, width: wide, x: Math.max(left, Math.min(x.apply - 6, right - wide)) }
  const days = spread(
    momentsOf(leg).map(moment => {
      const word = said.moment(leg, moment)
      return { moment, text: word, width: textWidth(word, sizes.day), x: x[moment] - 6 }
    }),
    left,
    right,
  )
  const waitsFrom = before ? Math.min(Math.max(along(span, before.ends, left, right), left), x.apply) : x.apply
  return {
    leg,
    at,
    x,
    name,
    days,
    left: Math.min(name.x, days[0]!.x, waitsFrom - 8),
    right: Math.max(x.ends + 8, name.x + name.width, days.at(-1)!.x + days.at(-1)!.width),
  }
}

/** A leg that ends on the day it is decided has no end of its own to show. */
export const momentsOf = ({ decided, ends }: Leg): readonly Moment[] =>
  ends === decided ? ['apply', 'decided'] : ['apply', 'decided', 'ends']

/** Each text at its station, moved to the right where it would touch the one before; all of them back where the drawing ends. */
export function spread<T extends { readonly x: number; readonly width: number }>(
  texts: readonly T[],
  left: number,
  right: number,
): readonly T[] {
  const placed: T[] = []
  let free = left
  for (const text of texts) {
    const x = Math.max(text.x, free)
    placed.push({ ...text, x })
    free = x + text.width + sizes.gap
  }
  let limit = right
  for (let at = placed.length - 1; at >= 0; at--) {
    const text = placed[at]!
    placed[at] = { ...text, x: Math.min(text.x, limit - text.width) }
    limit = placed[at]!.x - sizes.gap
  }
  return placed
}

/** Greedy: each leg on the first track that is free where it begins. */
function tracksOf(extents: readonly Extent[]): readonly (readonly Extent[])[] {
  const tracks: Extent[][] = []
  for (const extent of extents) {
    const free = tracks.find(track =>
      track.every(other => other.right + sizes.gap < extent.left || extent.right + sizes.gap < other.left),
    )
    if (free) free.push(extent)
    else tracks.push([extent])
  }
  return tracks
}

function drawn({ leg, at, x, name, days }: Extent, y: number, span: Span): DrawnLeg {
  return {
    at,
    ministry: leg.ministry,
    forecast: leg.forecast,
    y,
    name: { ...name, y: y - 15 },
    apply: x.apply,
    decided: x.decided,
    ends: x.ends,
    goesOn: leg.ends > span.to,
    days: days.map(text => ({ ...text, y: y + 25 })),
  }
}

/** One changes where the leg in front ends, or, when the next is applied for before, there. */
function joinOf(from: DrawnLeg, to: DrawnLeg): Join {
  return {
    isTransfer: from.ministry !== to.ministry,
    from: from.ministry,
    to: to.ministry,
    x: Math.max(from.apply, Math.min(from.ends, to.apply)),
    y1: from.y,
    y2: to.y,
    until: to.apply,
  }
}
