import { describe, expect, it } from 'vitest'
import { placeLabels, type ToLabel, touch } from './labels.ts'
import { cell, layOut, wayBetween } from './layout.ts'
import { netOf, shownStations } from './net.ts'
import { link, ministryOf, pathway, programme } from './testing/net.ts'
import { nextStation } from './walk.ts'

const many = Array.from({ length: 23 }, (_, index) => programme(`mss-${index + 10}`, 'digital'))
const programmes = [
  programme('mss-a', 'equipment'),
  programme('motie-b', 'digital'),
  programme('mss-c', 'export'),
  programme('mss-d', 'export'),
  ...many,
]
const pathways = [pathway('root', 'mss-a', 'motie-b', 'mss-c'), pathway('other', 'mss-a', 'motie-b', 'mss-d')]
const links = many.slice(1).map(({ id }) => link('mss-10', id))
const net = netOf({ programmes, links }, pathways, ministryOf, '2026-06-01')
const map = layOut(net, shownStations(net, new Set(), new Set()))
const place = (id: string) => map.places.get(id)!

describe('the map', () => {
  it('gives every station a place of its own', () => {
    const keys = [...map.places.values()].map(({ x, y }) => `${x} ${y}`)
    expect(map.places.size).toBe(programmes.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('puts stages from left to right, and each station in the column of its stage', () => {
    for (const { stage, x, width } of map.columns)
      for (const station of net.stations.values())
        if (station.stage === stage) {
          expect(place(station.id).x).toBeGreaterThan(x)
          expect(place(station.id).x).toBeLessThan(x + width)
        }
    expect(map.columns.map(({ x }) => x)).toEqual(map.columns.map(({ x }) => x).toSorted((a, b) => a - b))
  })

  it('keeps each station in the band of its ministry', () => {
    for (const { ministry, y, height } of map.bands)
      for (const station of net.stations.values())
        if (station.ministry === ministry) {
          expect(place(station.id).y).toBeGreaterThan(y)
          expect(place(station.id).y).toBeLessThan(y + height)
        }
  })

  it('gives a full column a second one beside it', () => {
    expect(map.columns.find(({ stage }) => stage === 'digital')!.width).toBe(3 * cell.width)
  })

  it('draws two pathways along the same step side by side', () => {
    const [first, second] = map.steps.filter(({ to }) => to === 'motie-b')
    expect(first!.points).not.toEqual(second!.points)
  })

  it('is the same every time', () => {
    expect(layOut(net, shownStations(net, new Set(), new Set()))).toEqual(map)
  })
})

it('a line goes along its row, then across, with cut corners', () => {
  const way = wayBetween({ x: 0, y: 0 }, { x: 300, y: 100 })
  expect(way[0]).toEqual({ x: 0, y: 0 })
  expect(way.at(-1)).toEqual({ x: 300, y: 100 })
  for (const [at, { x, y }] of way.entries()) {
    const before = way[at - 1]
    if (!before) continue
    const [dx, dy] = [Math.abs(x - before.x), Math.abs(y - before.y)]
    expect(dx === 0 || dy === 0 || Math.abs(dx - dy) < 0.001).toBe(true)
  }
})

describe('the names on the map', () => {
  const toLabel = (scale: number): ToLabel[] =>
    [...map.places].map(([id, { x, y }]) => ({
      id,
      name: net.stations.get(id)!.programme.name.ko,
      at: { x: x * scale, y: y * scale },
      rank: net.stations.get(id)!.pathways.length,
      radius: 6,
    }))

  it.each([0.5, 0.8, 1, 1.5, 2.5])('touch neither each other nor a station, at scale %d', scale => {
    const stations = toLabel(scale)
    const labels = placeLabels(stations, map.width * scale)
    for (const [at, label] of labels.entries()) {
      for (const other of labels.slice(at + 1)) expect(touch(label, other)).toBe(false)
      for (const { at: point } of stations)
        expect(touch(label, { x: point.x - 6, y: point.y - 6, width: 12, height: 12 })).toBe(false)
    }
  })

  it('of stations on a line are there before all others', () => {
    const named = new Set(placeLabels(toLabel(0.5), map.width).map(({ id }) => id))
    for (const id of ['mss-a', 'motie-b']) expect(named).toContain(id)
  })

  it('are more the nearer one comes', () => {
    expect(placeLabels(toLabel(2.5), map.width * 2.5).length).toBeGreaterThan(
      placeLabels(toLabel(0.5), map.width).length,
    )
  })
})

describe('walking from station to station', () => {
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 10 }],
    ['c', { x: 60, y: 90 }],
    ['d', { x: 0, y: 80 }],
  ])

  it.each([
    ['a', 'right', 'b'],
    ['a', 'down', 'd'],
    ['b', 'left', 'a'],
    ['d', 'right', 'c'],
    ['a', 'up', undefined],
  ] as const)('from %s to the %s comes to %s', (from, direction, to) => {
    expect(nextStation(places, from, direction)).toBe(to)
  })

  it('reaches every station of the map from the first', () => {
    const reached = new Set([map.places.keys().next().value!])
    for (const id of reached)
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = nextStation(map.places, id, direction)
        if (next) reached.add(next)
      }
    expect(reached.size).toBe(map.places.size)
  })
})
