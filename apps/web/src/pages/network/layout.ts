/**
 * Where everything stands on the map: a column a stage, a band a ministry. In a band the lines of the pathways have rows of their
 * own, next to the neighbouring band, so that a line passes no station that is not on it. Pure, in units of the map.
 */
import type { Line, Net, Station, Step } from './net.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Column {
  readonly stage: string
  readonly x: number
  readonly width: number
}

export interface Band {
  readonly ministry: string
  readonly y: number
  readonly height: number
}

export interface DrawnStep extends Step {
  readonly points: readonly Point[]
  /** Where the sign of a break stands. */
  readonly middle: Point
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly columns: readonly Column[]
  readonly bands: readonly Band[]
  readonly places: ReadonlyMap<string, Point>
  readonly steps: readonly DrawnStep[]
}

export const cell = { width: 92, row: 30, lineRow: 62, head: 84, bandGap: 40, edge: 70 } as const
/** More than this under one another, and a column gets a second one. */
const tallest = 9
const bevel = 12
/** Between lines that run side by side. */
const besides = 7
const sides = [0, 1, -1, 2, -2, 3, -3]

export function layOut(net: Net, shown: readonly Station[]): Layout {
  const isOnLine = ({ pathways }: Station): boolean => pathways.length > 0
  const inColumn = (stage: string, ministry: string, onLine: boolean): readonly Station[] =>
    shown.filter(station => station.stage === stage && station.ministry === ministry && isOnLine(station) === onLine)

  const columns: Column[] = []
  let right = 0
  for (const stage of net.stages) {
    const parts = Math.max(
      1,
      ...net.ministries.map(ministry => Math.ceil(inColumn(stage, ministry, false).length / tallest)),
      ...net.lines.map(({ stations }) => stations.filter(id => net.stations.get(id)!.stage === stage).length),
    )
    columns.push({ stage, x: right, width: parts * cell.width })
    right += parts * cell.width
  }

  const places = new Map<string, Point>()
  const bands: Band[] = []
  let top: number = cell.head
  for (const [index, ministry] of net.ministries.entries()) {
    const lineRows = rowsOfLines(net, ministry, columns)
    const others = columns.map(column => inColumn(column.stage, ministry, false))
    const plainRows = Math.max(
      0,
      ...others.map((stations, at) => Math.ceil(stations.length / (columns[at]!.width / cell.width))),
    )
    if (plainRows === 0 && lineRows.length === 0) continue
    // The first band has its lines at the bottom, the others at the top: they meet at the border between the ministries.
    const linesFirst = index > 0
    const height = plainRows * cell.row + lineRows.length * cell.lineRow + cell.bandGap
    const linesTop = top + cell.bandGap + (linesFirst ? 0 : plainRows * cell.row)
    const plainTop = top + cell.bandGap + (linesFirst ? lineRows.length * cell.lineRow : 0)

    for (const [row, stops] of lineRows.entries())
      for (const { id, x } of stops) places.set(id, { x, y: linesTop + row * cell.lineRow + 16 })
    for (const [at, stations] of others.entries()) {
      const column = columns[at]!
      const parts = column.width / cell.width
      const perPart = Math.ceil(stations.length / parts)
      for (const [place, { id }] of stations.entries()) {
        const part = perPart === 0 ? 0 : Math.floor(place / perPart)
        const row = place - part * perPart
        // Near the lines first.
        const fromLines = linesFirst ? row : plainRows - 1 - row
        places.set(id, { x: column.x + (part + 0.22) * cell.width, y: plainTop + fromLines * cell.row + 15 })
      }
    }
    bands.push({ ministry, y: top, height })
    top += height
  }

  return { width: right + cell.edge, height: top + 16, columns, bands, places, steps: drawnSteps(net.lines, places) }
}

/** The stops of each line in one ministry's band, each line on the first row on which nothing is in its way. */
function rowsOfLines(
  net: Net,
  ministry: string,
  columns: readonly Column[],
): readonly (readonly { readonly id: string; readonly x: number }[])[] {
  const placed = new Set<string>()
  const rows: { id: string; x: number }[][] = []
  const spans: { from: number; to: number }[][] = []
  for (const { stations } of net.lines) {
    const its = stations.filter(id => net.stations.get(id)!.ministry === ministry && !placed.has(id))
    if (its.length === 0) continue
    const seen = new Map<string, number>()
    const stops = its.map(id => {
      placed.add(id)
      const { stage } = net.stations.get(id)!
      const part = seen.get(stage) ?? 0
      seen.set(stage, part + 1)
      return { id, x: columns.find(column => column.stage === stage)!.x + (part + 0.22) * cell.width }
    })
    // Along the row a line goes on to the column of its next stop, whoever's that is.
    const columnOf = (id: string): number => columns.find(({ stage }) => stage === net.stations.get(id)!.stage)!.x
    const next = its.flatMap(id => stations[stations.indexOf(id) + 1] ?? [])
    const xs = [...stops.map(({ x }) => x), ...next.map(columnOf)]
    const span = { from: Math.min(...xs) - cell.width, to: Math.max(...xs) + cell.width }
    const free = spans.findIndex(taken => taken.every(({ from, to }) => to <= span.from || span.to <= from))
    const row = free < 0 ? rows.push([]) - 1 : free
    if (free < 0) spans.push([])
    rows[row]!.push(...stops)
    spans[row]!.push(span)
  }
  return rows
}

function drawnSteps(lines: readonly Line[], places: ReadonlyMap<string, Point>): readonly DrawnStep[] {
  const drawn: (readonly Point[])[] = []
  return lines.flatMap(({ steps }) =>
    steps.map(step => {
      const way = wayBetween(places.get(step.from)!, places.get(step.to)!)
      const slots = sides.map(side => besideOf(way, side * besides))
      const points = slots.find(slot => !drawn.some(other => runTogether(slot, other))) ?? way
      drawn.push(points)
      return { ...step, points, middle: middleOf(points) }
    }),
  )
}

/** The same way a little to the right of it, as seen by who goes along it. */
function besideOf(points: readonly Point[], by: number): readonly Point[] {
  const [from, to] = [points[0]!, points.at(-1)!]
  const [dx, dy] = [-Math.sign(to.y - from.y) * by, (to.x >= from.x ? 1 : -1) * by]
  return points.map(({ x, y }) => ({ x: x + dx, y: y + dy }))
}

/** Whether two ways share a stretch along or across: one line would cover the other. */
function runTogether(a: readonly Point[], b: readonly Point[]): boolean {
  return stretches(a).some(one =>
    stretches(b).some(
      other =>
        one.isAcross === other.isAcross &&
        Math.abs(one.at - other.at) < besides - 1 &&
        one.from < other.to - besides &&
        other.from < one.to - besides,
    ),
  )
}

const stretches = (points: readonly Point[]) =>
  points.slice(1).flatMap((end, index) => {
    const start = points[index]!
    if (start.y === end.y)
      return [{ isAcross: false, at: start.y, from: Math.min(start.x, end.x), to: Math.max(start.x, end.x) }]
    if (start.x === end.x)
      return [{ isAcross: true, at: start.x, from: Math.min(start.y, end.y), to: Math.max(start.y, end.y) }]
    return []
  })

/** Along the row, then across in the gap in front of the last column, with corners cut as on maps of the underground. */
export function wayBetween(from: Point, to: Point): readonly Point[] {
  if (from.y === to.y) return [from, to]
  const ahead = to.x >= from.x ? 1 : -1
  const down = to.y > from.y ? 1 : -1
  const gap = to.x - ahead * cell.width * 0.32
  const cut = Math.min(bevel, Math.abs(to.y - from.y) / 2)
  return [
    from,
    { x: gap - ahead * cut, y: from.y },
    { x: gap, y: from.y + down * cut },
    { x: gap, y: to.y - down * cut },
    { x: gap + ahead * cut, y: to.y },
    to,
  ]
}

/** The middle of the longest stretch. */
function middleOf(points: readonly Point[]): Point {
  let best = 0
  let middle = points[0]!
  for (const [at, end] of points.entries()) {
    const start = points[at - 1]
    if (!start) continue
    const long = Math.hypot(end.x - start.x, end.y - start.y)
    if (long <= best) continue
    best = long
    middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  }
  return middle
}
