import { describe, expect, it } from 'vitest'
import type { PlanRequest } from './plan.ts'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'
import { whyNot } from './why-not.ts'

type Programmes = Parameters<typeof smallPlanner>[0]

function why(programmes: Programmes, request: Partial<PlanRequest> & Pick<PlanRequest, 'via'>) {
  const planner = smallPlanner(programmes)
  const asked = { firm, on, ...request }
  expect(planner.plan(asked).itineraries).toEqual([])
  return whyNot(planner, asked)!
}

const first = programme('first', 'equipment', 'tipa', { months: 6 })

describe('why there is no way', () => {
  it('is undefined when there is one', () => {
    expect(whyNot(smallPlanner([first]), { firm, on, via: ['equipment'] })).toBeUndefined()
  })

  it('names the rules that stand against the firm, and the change that opens them', () => {
    const second = programme('second', 'digital', 'industry', {
      windows: [{ opens: '2026-11-01', closes: '2026-11-30' }],
      criteria: [{ id: 'size', when: 'employees < 30' }],
      exclusions: [{ id: 'arrears', when: 'in_arrears = true' }],
    })
    const { waypoint, before, hindered, remedies } = why([first, second], { via: ['equipment', 'digital'] })
    expect(waypoint).toBe(1)
    expect(before?.legs.map(leg => leg.programme)).toEqual(['first'])
    expect(hindered).toEqual([
      {
        programme: 'second',
        edition: '2026',
        hindrances: [{ is: 'shut', on: '2026-11-01', criteria: ['size'], exclusions: [] }],
      },
    ])
    expect(remedies).toEqual([
      {
        is: 'firm',
        changes: [{ fact: 'employees', from: 32, to: 29, how: 'by-firm' }],
        arrives: '2026-12-30',
        opensAll: true,
      },
    ])
  })

  it('looks at the day of a window on which the fewest rules stand against the firm', () => {
    const only = programme('only', 'equipment', 'tipa', {
      windows: [{ opens: '2026-05-15', closes: '2026-06-15' }],
      criteria: [
        { id: 'age', when: 'on >= founded + duration("P3Y")' },
        { id: 'size', when: 'employees < 30' },
      ],
    })
    const { hindered, remedies } = why([only], { via: ['equipment'] })
    expect(hindered[0]!.hindrances).toEqual([{ is: 'shut', on: '2026-06-01', criteria: ['size'], exclusions: [] }])
    expect(remedies).toEqual([
      {
        is: 'firm',
        changes: [{ fact: 'employees', from: 32, to: 29, how: 'by-firm' }],
        arrives: '2026-07-15',
        opensAll: true,
      },
    ])
  })

  it('names a window that closes too early, and the link or the window that would do', () => {
    const second = programme('second', 'digital', 'industry', {
      windows: [{ opens: '2026-04-01', closes: '2026-04-30' }],
    })
    const { hindered, remedies } = why([first, second], { via: ['equipment', 'digital'] })
    expect(hindered[0]!.hindrances).toEqual([{ is: 'too late', closes: '2026-04-30', ready: '2026-09-30', days: 153 }])
    expect(remedies).toEqual([
      { is: 'link', from: 'first', to: 'second', arrives: '2026-05-30', opensAll: true },
      {
        is: 'window',
        programme: 'second',
        edition: '2026',
        opens: '2026-09-30',
        closes: '2026-10-30',
        arrives: '2026-11-29',
        opensAll: true,
      },
    ])
  })

  it('names what may not be held together, and a call that is over', () => {
    const rival = programme('rival', 'digital', 'industry', {
      windows: [{ opens: '2026-09-30', closes: '2026-09-30' }],
      excludes: ['first'],
    })
    expect(why([first, rival], { via: ['equipment', 'digital'] }).hindered[0]!.hindrances).toEqual([
      { is: 'excluded', by: 'first' },
    ])
    const over = programme('over', 'digital', 'industry', { windows: [{ opens: '2025-02-01', closes: '2025-02-28' }] })
    const { hindered, remedies } = why([over], { via: ['digital'] })
    expect(hindered[0]!.hindrances).toEqual([{ is: 'no window', lastClosed: '2025-02-28' }])
    expect(remedies).toMatchObject([{ is: 'window', programme: 'over', opens: on }])
  })

  it('offers a longer time or more programmes where nothing else stands in the way', () => {
    const yearly = programme('yearly', 'digital', 'industry', {
      windows: [{ opens: '2031-06-01', closes: '2031-06-30' }],
    })
    const { hindered, remedies } = why([yearly], { via: ['digital'], horizon: 'P1Y' })
    expect(hindered[0]!.hindrances).toMatchObject([{ is: 'no window' }])
    expect(remedies[0]).toMatchObject({ is: 'horizon', horizon: 'P10Y', arrives: '2031-07-30' })
    const needs = programme('needs', 'digital', 'industry', {
      windows: [{ opens: '2027-01-01', closes: '2027-01-31' }],
      criteria: [{ id: 'before', when: 'some p in participations satisfies p.programme = "first"' }],
    })
    const short = why([first, needs], { via: ['digital'], maxLegs: 1 })
    expect(short.remedies[0]).toMatchObject({ is: 'legs', maxLegs: 2, arrives: '2027-03-02' })
    const two = why([first, programme('then', 'digital', 'industry', needs.editions[0]!)], {
      via: ['equipment', 'digital'],
      maxLegs: 1,
    })
    expect(two.remedies[0]).toMatchObject({ is: 'legs', maxLegs: 2 })
  })

  it('says nearest first which programme of a stage is closest, and that a single change does not open it', () => {
    const far = programme('far', 'digital', 'industry', {
      criteria: [
        { id: 'size', when: 'employees < 30' },
        { id: 'age', when: 'founded < date("2000-01-01")' },
      ],
    })
    const near = programme('near', 'digital', 'industry', {
      criteria: [{ id: 'age', when: 'founded < date("2000-01-01")' }],
    })
    const { hindered } = why([far, near], { via: ['digital'] })
    expect(hindered.map(each => each.programme)).toEqual(['near', 'far'])
  })

  it('tells what would meet a sentence that is a waypoint', () => {
    expect(why([first], { via: ['fact: on >= founded + duration("P3Y")'], horizon: 'P3M' }).remedies[0]).toMatchObject({
      is: 'horizon',
      arrives: '2026-06-01',
    })
  })
})
