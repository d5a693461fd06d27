/** The map at a scale: places on the screen, paths of lines and links, names. */
import type { Link } from '@ieum/catalogue/records'
import { type Box, type Label, placeLabels } from './labels.ts'
import type { DrawnStep, Layout, Point } from './layout.ts'
import type { Net, Station } from './net.ts'

export interface DrawnLink {
  readonly link: Link
  readonly path: string
}

export interface Badge extends Point {
  readonly pathway: string
  readonly number: number
}

/** Drawn, and not read out. */
export const unheard = { 'aria-hidden': true } as const

export const radiusOf = ({ pathways, isLinked }: Station): number => (pathways.length > 0 ? 7 : isLinked ? 5 : 3.5)
const badgeRadius = 9

export const onScreen = ({ x, y }: Point, scale: number): Point => ({ x: x * scale, y: y * scale })

export const pathOf = (points: readonly Point[], scale: number): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x * scale)} ${round(y * scale)}`).join('')

const round = (value: number): number => Math.round(value * 10) / 10

/** Number signs in front of the first station of each line, side by side where several begin. */
export function badgesOf({ lines }: Net, { places }: Layout, scale: number): readonly Badge[] {
  const begun = new Map<string, number>()
  return lines.flatMap(({ pathway, number, stations }) => {
    const first = stations[0]!
    const place = places.get(first)
    if (!place) return []
    const slot = begun.get(first) ?? 0
    begun.set(first, slot + 1)
    const { x, y } = onScreen(place, scale)
    return [{ pathway: pathway.id, number, x: x - 18 - slot * (badgeRadius * 2 + 2), y: y - 12 }]
  })
}

/** Links bow a little, each of several between the same two stations a little more. */
export function drawnLinks(links: readonly Link[], { places }: Layout, scale: number): readonly DrawnLink[] {
  const together = new Map<string, number>()
  return links.flatMap(link => {
    const [from, to] = [places.get(link.from.programme), places.get(link.to)]
    if (!from || !to) return []
    const key = [link.from.programme, link.to].toSorted().join(' ')
    const slot = together.get(key) ?? 0
    together.set(key, slot + 1)
    return [{ link, path: bow(onScreen(from, scale), onScreen(to, scale), slot) }]
  })
}

const room = 9

function bow(from: Point, to: Point, slot: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const far = Math.hypot(dx, dy)
  const bend = Math.min(60, far * 0.18) + slot * 10
  const middle = { x: (from.x + to.x) / 2 - (dy / far) * bend, y: (from.y + to.y) / 2 + (dx / far) * bend }
  const start = short(from, middle)
  const end = short(to, middle)
  return `M${round(start.x)} ${round(start.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`
}

/** Not into the station, but up to it. */
function short(at: Point, towards: Point): Point {
  const far = Math.hypot(towards.x - at.x, towards.y - at.y)
  const share = far === 0 ? 0 : Math.min(0.5, room / far)
  return { x: at.x + (towards.x - at.x) * share, y: at.y + (towards.y - at.y) * share }
}

export interface NamesAsked {
  readonly layout: Layout
  readonly stations: readonly Station[]
  readonly badges: readonly Badge[]
  readonly scale: number
  readonly nameOf: (station: Station) => string
  /** The pathway and the station that stand out have their names first. */
  readonly line: string | undefined
  readonly chosen: string | undefined
}

export function namesOn({ layout, stations, badges, scale, nameOf, line, chosen }: NamesAsked): readonly Label[] {
  const toLabel = stations.flatMap(station => {
    const place = layout.places.get(station.id)
    if (!place) return []
    return [
      {
        id: station.id,
        name: nameOf(station),
        at: onScreen(place, scale),
        rank: rankOf(station),
        radius: radiusOf(station),
      },
    ]
  })
  const signs = badges.map(({ x, y }) => around({ x, y }, { x, y }, badgeRadius))
  return placeLabels(toLabel, layout.width * scale, [...signs, ...layout.steps.flatMap(step => boxesOf(step, scale))])

  function rankOf({ id, pathways, isLinked }: Station): number {
    if (id === chosen) return 5
    if (line !== undefined && pathways.includes(line)) return 4
    if (pathways.length > 0) return 3
    return isLinked ? 1 : 0
  }
}

/** The straight stretches of a step; the corners are small. */
function boxesOf({ points }: DrawnStep, scale: number): readonly Box[] {
  return points.slice(1).flatMap((end, at) => {
    const start = points[at]!
    if (start.x !== end.x && start.y !== end.y) return []
    return [around(onScreen(start, scale), onScreen(end, scale), 4)]
  })
}

const around = (a: Point, b: Point, by: number): Box => ({
  x: Math.min(a.x, b.x) - by,
  y: Math.min(a.y, b.y) - by,
  width: Math.abs(a.x - b.x) + by * 2,
  height: Math.abs(a.y - b.y) + by * 2,
})
