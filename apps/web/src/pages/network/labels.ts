/**
 * Names of stations, as many as have room at the scale: the more important first, each at the first of its places where it touches
 * neither a station nor another name (the greedy placing of names on maps). What has no room now appears as one comes nearer.
 */
import { textWidth, wrapToWidth } from '../../parts/text-width.ts'
import type { Point } from './layout.ts'

export interface ToLabel {
  readonly id: string
  readonly name: string
  /** On the screen. */
  readonly at: Point
  /** The higher, the earlier. */
  readonly rank: number
  readonly radius: number
}

export interface Label {
  readonly id: string
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const letters = { size: 13, line: 16 } as const
const widest = 150
const away = 5

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** `width`: of the map, at the scale; `drawn`: what else no name may cover, such as the lines. */
export function placeLabels(stations: readonly ToLabel[], width: number, drawn: readonly Box[] = []): readonly Label[] {
  const taken: Box[] = stations.map(({ at, radius }) => ({
    x: at.x - radius - 1,
    y: at.y - radius - 1,
    width: radius * 2 + 2,
    height: radius * 2 + 2,
  }))
  taken.push(...drawn)
  const labels: Label[] = []
  const byRank = stations.toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  for (const station of byRank) {
    const free = candidates(station).find(
      label => label.x >= 0 && label.x + label.width <= width && !taken.some(box => touch(box, label)),
    )
    if (!free) continue
    taken.push(free)
    labels.push(free)
  }
  return labels
}

function candidates({ id, name, at, radius }: ToLabel): readonly Label[] {
  const whole = boxed(id, name, 2, widest)
  const narrow = boxed(id, name, 3, 84)
  const short = boxed(id, name, 1, 110)
  const gap = radius + away
  const right = (label: Label): Label => ({ ...label, x: at.x + gap, y: at.y - label.height / 2 })
  const below = (label: Label): Label => ({ ...label, x: at.x - radius, y: at.y + gap - 1 })
  const above = (label: Label): Label => ({ ...label, x: at.x - radius, y: at.y - gap - label.height })
  const left = (label: Label): Label => ({ ...label, x: at.x - gap - label.width, y: at.y - label.height / 2 })
  return [
    right(whole),
    below(whole),
    above(whole),
    right(narrow),
    below(narrow),
    left(whole),
    above(narrow),
    left(narrow),
    right(short),
    below(short),
  ]
}

function boxed(id: string, name: string, mostLines: number, wide: number): Label {
  const lines = wrapToWidth(name, letters.size, wide, mostLines)
  return {
    id,
    lines,
    x: 0,
    y: 0,
    width: Math.max(...lines.map(line => textWidth(line, letters.size))),
    height: lines.length * letters.line,
  }
}

export const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + 3 && b.x < a.x + a.width + 3 && a.y < b.y + b.height && b.y < a.y + a.height
