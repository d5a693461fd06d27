import type { Itinerary, Leg } from '@ieum/planning'
import { describe, expect, it } from 'vitest'
import { drawnLanes, type LaneWords, legendOf, widthOfLanes } from './lanes.ts'
import { width } from './table.ts'
import { en } from './words/en.ts'
import { ko } from './words/ko.ts'

const leg = (ministry: string, apply: string, decided: string, ends: string, rest: Partial<Leg> = {}): Leg => ({
  programme: `${ministry}-programme`,
  edition: '2026',
  agency: ministry,
  ministry,
  forecast: false,
  apply,
  decided,
  ends,
  support: 0,
  ownCost: 0,
  link: null,
  assumes: [],
  reaches: null,
  window: { opens: apply, closes: apply },
  ...rest,
})
const itinerary = (...legs: Leg[]): Itinerary => ({
  arrives: legs.at(-1)!.decided,
  support: 0,
  ownCost: 0,
  unknowns: 0,
  transfers: 0,
  reached: legs.flatMap(({ reaches, decided }) => (reaches === null ? [] : [decided])),
  odds: { legs: [], all: null, expected: null },
  legs,
})
const korean: LaneWords = {
  ...ko.plan.lanes,
  ministry: id => ({ mss: '중소벤처기업부', motie: '산업통상부' })[id] ?? id,
  start: day => `${day.slice(0, 4)}년 ${Number(day.slice(5, 7))}월`,
  month: day => `${Number(day.slice(5, 7))}월`,
  year: day => day.slice(0, 4),
}
const english: LaneWords = {
  ...en.plan.lanes,
  ministry: id =>
    ({ mss: 'Ministry of SMEs and Startups', motie: 'Ministry of Trade, Industry and Resources' })[id] ?? id,
  start: day => `Apr ${day.slice(0, 4)}`,
  month: () => 'Jul',
  year: day => day.slice(0, 4),
}
const on = '2026-04-01'
const way = itinerary(
  leg('mss', '2026-05-01', '2026-08-01', '2027-08-01', { reaches: 0 }),
  leg('motie', '2028-01-10', '2028-04-01', '2029-01-01', { forecast: true, reaches: 1 }),
  leg('mss', '2029-01-01', '2029-03-01', '2029-03-01', { forecast: true, reaches: 2 }),
)
const lines = (of: Itinerary, cells: number, words = korean) => drawnLanes(of, on, cells, words).lines

describe('the lanes of an itinerary', () => {
  it('are drawn along one axis, a lane a ministry', () => {
    expect(lines(way, 100)).toEqual([
      '                2026년 4월    10월   2027   4월    7월    10월   2028   4월    7월    10월   2029',
      '                ┬──────┬──────┬──────┬──────┬──────┬──────┬──────┬──────┬──────┬──────┬──────┬─────▶',
      '중소벤처기업부    1──────●███████████████████████████◎                                       ◎3┄┄┄●',
      '산업통상부                                           ◎············2┄┄┄┄┄●░░░░░░░░░░░░░░░░░░░░◎',
      '경유지                   ★1                                             ★2                        ★3',
    ])
  })

  it('are drawn with the names of ministries cut where they are long', () => {
    expect(lines(way, 60, english)).toEqual([
      '                    Apr 2026  2027  Jul    2028  Jul    2029',
      '                    ┬──┬──────┬─────┬──────┬─────┬──────┬──▶',
      'Ministry of SMEs …   1──●████████████◎                  ◎3●',
      'Ministry of Trade…                   ◎·····2┄┄●░░░░░░░░░◎',
      'Waypoints               ★1                    ★2          ★3',
    ])
  })

  it('follow a loan no further than some months after the arrival', () => {
    const loan = itinerary(leg('mss', '2026-04-01', '2026-06-01', '2036-06-01', { reaches: 0 }))
    expect(lines(loan, 60)).toEqual([
      '                2026년 4월 7월         10월        2027',
      '                ┬──────────┬───────────┬───────────┬───────▶',
      '중소벤처기업부  1───────●█████████████████████████████████▶',
      '경유지                  ★1',
    ])
  })

  it('have a row for each leg that runs into another of the same ministry', () => {
    const beside = itinerary(
      leg('mss', '2026-04-01', '2026-06-01', '2027-12-01'),
      leg('mss', '2026-09-01', '2026-11-01', '2027-03-01'),
      leg('motie', '2027-06-01', '2027-09-01', '2027-12-01', { reaches: 0 }),
    )
    expect(lines(beside, 70)).toEqual([
      '                2026년 4월      10월   2027    4월     7월     10월',
      '                ┬───────┬───────┬──────┬───────┬───────┬───────┬─────▶',
      '중소벤처기업부  1────●██████████████████████████████████████████████▌',
      '                             2────●██████████◎',
      '산업통상부                                   ◎······3───────●███████▌',
      '경유지                                                      ★1',
    ])
  })

  it('join two lanes over the row between them', () => {
    const over = itinerary(
      leg('mss', '2026-04-01', '2026-06-01', '2026-07-01'),
      leg('mss', '2026-05-01', '2026-06-15', '2026-12-01'),
      leg('mss', '2026-09-01', '2026-10-01', '2027-03-01'),
      leg('motie', '2027-04-01', '2027-06-01', '2027-06-01', { reaches: 0 }),
    )
    expect(lines(over, 70).slice(2)).toEqual([
      '중소벤처기업부  1──────●███▌       3──●██████████████████◎',
      '                    2────●████████████████████▌          │',
      '산업통상부                                               ◎···4──────●',
      '경유지                                                              ★1',
    ])
  })

  it('keep apart what happens on one day, in the order in which it happens', () => {
    const quick = itinerary(
      leg('mss', '2026-04-01', '2026-04-02', '2026-04-02', { reaches: 0 }),
      leg('motie', '2026-04-02', '2026-04-03', '2026-04-03', { reaches: 1 }),
      leg('motie', '2026-04-03', '2026-04-04', '2031-04-04', { reaches: 2 }),
    )
    expect(lines(quick, 60)).toEqual([
      '                2026년 4월    7월           10월',
      '                ┬─────────────┬─────────────┬─────────────┬▶',
      '중소벤처기업부  1●◎',
      '산업통상부        ◎2●··3●█████████████████████████████████▶',
      '경유지           ★1 ★2  ★3',
    ])
  })

  it('are never longer than the terminal, however wide it is and whatever is in them', () => {
    for (const cells of [58, 60, 79, 98, 137, 200])
      for (const words of [korean, english])
        for (const line of [
          ...lines(way, cells, words),
          ...legendOf([drawnLanes(way, on, cells, words)], words, cells),
        ])
          expect([line, width(line) <= cells]).toEqual([line, true])
  })

  it('show waiting and support, what is known and what is forecast, each by another sign', () => {
    const signs = (forecast: boolean) =>
      lines(itinerary(leg('mss', '2026-05-01', '2026-08-01', '2027-03-01', { forecast, reaches: 0 })), 100)[2]
    expect(signs(false)).toMatch(/1─+●█+▌/)
    expect(signs(true)).toMatch(/1┄+●░+▌/)
  })
})

describe('the legend', () => {
  it('explains the signs that stand there, and no others', () => {
    const own = drawnLanes(
      itinerary(leg('mss', '2026-05-01', '2026-08-01', '2027-03-01', { reaches: 0 })),
      on,
      100,
      korean,
    )
    expect(legendOf([own], korean, 100)).toEqual(['1 접수   ─ 기다림   ● 선정   █ 지원받음   ▌ 완료   ★ 경유지에 닿음'])
    expect(legendOf([own, drawnLanes(way, on, 100, korean)], korean, 200).join()).toContain('◎ 부처 갈아타기')
  })
})

describe('the width', () => {
  it.each([
    [undefined, 100],
    [140, 140],
    [80, 80],
    [40, 60],
  ])('with a terminal of %s columns is %d', (columns, cells) => expect(widthOfLanes(columns)).toBe(cells))
})
