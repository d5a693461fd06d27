/** An itinerary as lanes of text: time to the right, a lane a ministry, in it a row for every leg that would run into another. */
import { addMonths, dayNumber, firstOfMonth } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { Itinerary, Leg } from '@ieum/planning'
import { cut, styled, width } from './table.ts'

/** Each sign takes one cell, so that a lane is as long as it looks. */
const signs = {
  waiting: '─',
  forecastWaiting: '┄',
  decided: '●',
  support: '█',
  forecast: '░',
  ends: '▌',
  goesOn: '▶',
  between: '·',
  transfer: '◎',
  across: '│',
  waypoint: '★',
} as const

export interface LaneWords {
  readonly apply: string
  readonly waiting: string
  readonly decided: string
  readonly support: string
  readonly forecast: string
  readonly ends: string
  readonly goesOn: string
  readonly between: string
  readonly transfer: string
  readonly waypoint: string
  readonly waypoints: string
  /** The first day, as month and year. */
  readonly start: (day: Day) => string
  /** A month on the axis, and a year. */
  readonly month: (day: Day) => string
  readonly year: (day: Day) => string
  readonly ministry: (id: string) => string
}

const leastWidth = 60
const usualWidth = 100

/** As wide as the terminal; where there is none, a hundred cells. */
export const widthOfLanes = (columns: number | undefined): number => Math.max(leastWidth, columns ?? usualWidth)

/** How long a leg that goes on after the arrival is followed: a loan may run for ten years. */
const monthsAfterArrival = 9

export interface Lanes {
  readonly lines: readonly string[]
  /** The signs that stand in them. */
  readonly signs: ReadonlySet<string>
}

/** Lines of at most `cells` cells. `on`: the day from which one plans. */
export function drawnLanes(itinerary: Itinerary, on: Day, cells: number, words: LaneWords): Lanes {
  const names = [...new Set(itinerary.legs.map(({ ministry }) => ministry))]
  const widest = Math.max(...[...names.map(words.ministry), words.waypoints].map(width))
  const head = Math.min(widest, Math.floor(cells * 0.3))
  const { scale, placed } = placedLegs(itinerary, on, cells - head - 2)
  const rows = rowsOf(placed, scale.cells)
  for (const leg of placed) drawn(leg, rowOf(leg, rows))
  for (const [at, leg] of placed.entries()) if (placed[at - 1]) joined(placed[at - 1]!, leg, rows)
  const line = (name: string, text: string) => `${padded(cut(name, head), head)}  ${text}`.trimEnd()
  return {
    lines: [
      ...axisOf(scale, words).map(text => styled('dim', line('', text))),
      ...rows.map(({ ministry, isFirst, row }) => line(isFirst ? words.ministry(ministry) : '', row.join(''))),
      line(words.waypoints, waypointsOf(itinerary, placed, scale)),
    ],
    signs: new Set(rows.flatMap(({ row }) => row)),
  }
}

/** What the signs mean, of those that stand in any of the lanes. */
export function legendOf(lanes: readonly Lanes[], words: LaneWords, cells: number): string[] {
  const stands = (sign: string) => lanes.some(({ signs }) => signs.has(sign))
  const meanings: readonly (readonly [drawn: readonly string[], means: string])[] = [
    [['1'], words.apply],
    [[signs.waiting], words.waiting],
    [[signs.decided], words.decided],
    [[signs.support], words.support],
    [[signs.forecastWaiting, signs.forecast], words.forecast],
    [[signs.ends], words.ends],
    [[signs.goesOn], words.goesOn],
    [[signs.transfer], words.transfer],
    [[signs.between], words.between],
  ]
  const said = meanings.filter(([drawn]) => drawn.some(stands)).map(([drawn, means]) => `${drawn.join(' ')} ${means}`)
  const lines: string[] = []
  for (const meaning of [...said, `${signs.waypoint} ${words.waypoint}`]) {
    const longer = lines.length > 0 ? `${lines.at(-1)}   ${meaning}` : meaning
    if (lines.length > 0 && width(longer) <= cells) lines[lines.length - 1] = longer
    else lines.push(meaning)
  }
  return lines.map(line => styled('dim', line))
}

const padded = (text: string, cells: number): string => text + ' '.repeat(Math.max(0, cells - width(text)))

interface Scale {
  readonly from: Day
  readonly to: Day
  readonly cells: number
  /** The cell of a day; of one after the last, the last. */
  readonly at: (day: Day) => number
}

function scaleOf({ arrives, legs }: Itinerary, on: Day, cells: number, roomAtEnd: number): Scale {
  const from = legs.reduce((first, { apply }) => (apply < first ? apply : first), on)
  const lastEnd = legs.reduce((last, { ends }) => (ends > last ? ends : last), arrives)
  const furthest = addMonths(arrives, monthsAfterArrival)
  const to = lastEnd > furthest ? furthest : lastEnd
  const [first, last] = [dayNumber(from), Math.max(dayNumber(from) + 1, dayNumber(to))]
  const at = (day: Day) => Math.round(Math.min(1, (dayNumber(day) - first) / (last - first)) * (cells - 1 - roomAtEnd))
  return { from, to, cells, at }
}

interface Placed {
  readonly leg: Leg
  readonly number: string
  readonly apply: number
  readonly decided: number
  /** Left out when it is done on the day it is decided. */
  readonly ends: number | undefined
  readonly goesOn: boolean
}

/** Days that fall into one cell stand side by side; room for that is left at the end, no more than is needed. */
function placedLegs(itinerary: Itinerary, on: Day, cells: number): { scale: Scale; placed: readonly Placed[] } {
  for (let room = 0; ; room++) {
    const scale = scaleOf(itinerary, on, cells, room)
    const placed: Placed[] = []
    for (const leg of itinerary.legs) placed.push(placedLeg(leg, placed.at(-1), placed.length + 1, scale))
    if (placed.every(leg => lastOf(leg) < cells - 1) || room >= cells / 2) return { scale, placed }
  }
}

function placedLeg(leg: Leg, before: Placed | undefined, count: number, scale: Scale): Placed {
  const number = String(count)
  // What is applied for once the leg in front has ended stands behind it, and behind the sign of the hand-off.
  const apart = before?.leg.ministry === leg.ministry ? 2 : 1
  const least = before && leg.apply >= before.leg.ends ? leaves(before) + apart : 0
  const apply = Math.max(scale.at(leg.apply), least)
  const decided = Math.max(scale.at(leg.decided), apply + number.length)
  const ends = leg.ends > leg.decided ? Math.max(scale.at(leg.ends), decided + 1) : undefined
  return { leg, number, apply, decided, ends, goesOn: leg.ends > scale.to }
}

/** Where one leaves a leg that has ended: there, or behind its decision when that was all. */
const leaves = ({ ends, decided }: Placed): number => ends ?? decided + 1

const lastOf = ({ ends, decided }: Placed): number => ends ?? decided

interface LaneRow {
  readonly ministry: string
  /** The first row of its lane. */
  readonly isFirst: boolean
  readonly legs: readonly Placed[]
  readonly row: string[]
}

/** Greedy: each leg in the first row of its lane in which it touches none. */
function rowsOf(placed: readonly Placed[], cells: number): readonly LaneRow[] {
  return [...Map.groupBy(placed, ({ leg }) => leg.ministry)].flatMap(([ministry, its]) => {
    const tracks: Placed[][] = []
    for (const leg of its) {
      const free = tracks.find(track => track.every(other => lastOf(other) + 1 < leg.apply))
      if (free) free.push(leg)
      else tracks.push([leg])
    }
    return tracks.map((legs, track) => ({
      ministry,
      isFirst: track === 0,
      legs,
      row: Array.from({ length: cells }, () => ' '),
    }))
  })
}

const rowOf = (leg: Placed, rows: readonly LaneRow[]): string[] => rows.find(({ legs }) => legs.includes(leg))!.row

function put(row: string[], text: string, at: number): void {
  for (const [index, sign] of [...text].entries())
    if (at + index >= 0 && at + index < row.length) row[at + index] = sign
}

function drawn({ leg, number, apply, decided, ends, goesOn }: Placed, row: string[]): void {
  const waiting = leg.forecast ? signs.forecastWaiting : signs.waiting
  put(row, waiting.repeat(decided - apply), apply)
  put(row, number, apply)
  put(row, signs.decided, decided)
  if (ends === undefined) return
  const rest = ends - decided - 1
  put(row, (leg.forecast ? signs.forecast : signs.support).repeat(rest), decided + 1)
  put(row, goesOn ? signs.goesOn : signs.ends, ends)
}

/** The way to the next leg: where the ministry changes a ring in both lanes, then along until one can apply. */
function joined(from: Placed, to: Placed, rows: readonly LaneRow[]): void {
  const [row, next] = [rowOf(from, rows), rowOf(to, rows)]
  const at = Math.max(from.apply + from.number.length, Math.min(leaves(from), to.apply - 1))
  if (from.leg.ministry !== to.leg.ministry) {
    const [upper, lower] = [rows.findIndex(each => each.row === row), rows.findIndex(each => each.row === next)].sort(
      (a, b) => a - b,
    )
    for (const between of rows.slice(upper! + 1, lower)) if (between.row[at] === ' ') put(between.row, signs.across, at)
    put(row, signs.transfer, at)
    put(next, signs.transfer, at)
  }
  const isBehind = from.leg.ministry === to.leg.ministry && to.apply > leaves(from)
  for (let cell = isBehind ? at : at + 1; cell < to.apply; cell++)
    if (next[cell] === ' ') put(next, signs.between, cell)
}

/** Months or years, as close as their words leave room; above, below the line itself. */
function axisOf(scale: Scale, words: LaneWords): [string, string] {
  const labels = Array.from({ length: scale.cells }, () => ' ')
  const line = Array.from({ length: scale.cells }, () => '─')
  put(line, '┬', 0)
  put(line, signs.goesOn, scale.cells - 1)
  // A wide letter takes its cell and the next one.
  const write = (text: string, at: number) => {
    for (let cell = at; cell < at + width(text); cell++) labels[cell] = ''
    labels[at] = text
  }
  const start = words.start(scale.from)
  write(start, 0)
  let free = width(start) + 1
  for (const day of ticksOf(scale, words)) {
    const at = scale.at(day)
    put(line, '┬', at)
    const text = day.slice(5, 7) === '01' ? words.year(day) : words.month(day)
    if (at < free || at + width(text) > scale.cells) continue
    write(text, at)
    free = at + width(text) + 1
  }
  return [labels.join('').trimEnd(), line.join('')]
}

function ticksOf(scale: Scale, words: LaneWords): readonly Day[] {
  const months: Day[] = []
  for (let day = firstOfMonth(addMonths(scale.from, 1)); day <= scale.to; day = addMonths(day, 1)) months.push(day)
  const widest = Math.max(0, ...months.map(day => Math.max(width(words.month(day)), width(words.year(day)))))
  const perMonth =
    months.length > 1 ? (scale.at(months.at(-1)!) - scale.at(months[0]!)) / (months.length - 1) : scale.cells
  const step = [1, 3, 6, 12].find(each => each * perMonth >= widest + 1) ?? 12
  return months.filter(day => (Number(day.slice(5, 7)) - 1) % step === 0)
}

/** A star with the number of each waypoint on the day it is reached; those of one day side by side. */
function waypointsOf({ reached }: Itinerary, placed: readonly Placed[], scale: Scale): string {
  const row: string[] = Array.from({ length: scale.cells }, () => ' ')
  let free = 0
  for (const [index, day] of reached.entries()) {
    const text = `${signs.waypoint}${index + 1}`
    const by = placed.find(({ leg }) => leg.reaches === index)
    const at = Math.min(Math.max(by?.decided ?? scale.at(day), free), scale.cells - text.length)
    put(row, text, at)
    free = at + text.length
  }
  return row.join('')
}
