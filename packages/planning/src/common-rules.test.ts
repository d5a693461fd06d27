import type { CommonRule, Link } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { companionsFor } from './alongside.ts'
import type { Itinerary } from './plan.ts'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'

const open = (opens: string, closes: string) => ({ windows: [{ opens, closes }] })
const first = programme('first', 'equipment', 'tipa', { months: 12, support: { max: 70, rate: 0.7 } })
const second = programme('second', 'digital', 'tipa', {
  ...open('2026-06-01', '2026-06-30'),
  support: { max: 60, rate: 0.5 },
})
const rule = (more: Partial<CommonRule>): CommonRule => ({
  id: 'shared',
  label: { ko: '함께', en: 'shared' },
  source: { title: 'guide' },
  applies: { programmes: ['first', 'second', 'third'] },
  ...more,
})
const running =
  'item.programme in ("first", "second") and item.outcome = "selected" and item.role = "lead" and not(some q in participations satisfies q.programme = item.programme and q.edition = item.edition and q.outcome in ("completed", "failed"))'
const oneLed = rule({ exclusion: { when: `count(participations[${running}]) >= 1` } })
const sum = 'sum(participations[item.programme in ("first", "second", "third")].granted)'
const hundred = rule({ cap: { most: '100', used: [sum] } })

const said = ({ legs }: Itinerary) => legs.map(({ programme, apply, support }) => `${programme} ${apply} ${support}`)
const request = { firm, on, via: ['digital'] }

describe('a plan under a rule that several programmes share', () => {
  it('waits until what it leads itself is completed', () => {
    const year = programme('second', 'digital', 'tipa', { ...open('2026-03-01', '2027-12-31'), support: { max: 60 } })
    const follows: Link = { id: 'f', from: { programme: 'first' }, to: 'second', kind: 'follow-on' }
    const way = (rules: readonly CommonRule[]) =>
      smallPlanner([first, year], [follows], rules)
        .plan({ ...request, via: ['equipment', 'digital'] })
        .itineraries.map(said)
    expect(way([])).toEqual([['first 2026-02-01 70', 'second 2026-03-30 60']])
    expect(way([oneLed])).toEqual([['first 2026-02-01 70', 'second 2027-03-30 60']])
  })

  it('assumes what is not told of a participation', () => {
    const stated = [{ programme: 'first', edition: '2025', outcome: 'selected', on: '2025-03-01' }]
    const asked = { ...request, firm: { ...firm, facts: { ...firm.facts, participations: stated } } }
    for (const rules of [[oneLed], [hundred]])
      expect(smallPlanner([second], [], rules).plan(asked).itineraries).toMatchObject([
        {
          unknowns: 1,
          support: 60,
          legs: [{ assumes: [{ id: 'shared', verdict: 'unknown', exclusion: true, facts: ['participations'] }] }],
        },
      ])
  })

  const both = { ...request, via: ['equipment', 'digital'] }
  const secondLater = programme('second', 'digital', 'tipa', {
    ...open('2027-06-01', '2027-06-30'),
    support: { max: 60, rate: 0.5 },
  })

  it('counts what its own legs are granted against a cap', () => {
    const [way] = smallPlanner([first, secondLater], [], [hundred]).plan(both).itineraries
    expect(said(way!)).toEqual(['first 2026-02-01 70', 'second 2027-06-01 30'])
    expect(way).toMatchObject({ support: 100, ownCost: 60 })
    const small = rule({ cap: { most: '70', used: [sum] } })
    expect(smallPlanner([first, secondLater], [], [small]).plan(both).itineraries).toEqual([])
  })

  it('counts legs that stand as well, from the day on which they were decided', () => {
    const since = rule({
      cap: { most: '100', used: ['sum(participations[item.programme = "first" and item.on > stated_on].granted)'] },
    })
    const planner = smallPlanner([first, secondLater], [], [since])
    const [way] = planner.plan(both).itineraries
    const on = '2027-01-01'
    const [again] = planner.plan({ ...both, on, standing: [way!.legs[0]!] }).itineraries
    expect(said(again!)).toEqual(said(way!))
    const told = { ...firm, facts: { ...firm.facts, stated_on: '2026-12-31' } }
    const [anew] = planner.plan({ ...both, firm: told, on, standing: [way!.legs[0]!] }).itineraries
    expect(anew!.legs[1]!.support).toBe(60)
  })

  it('keeps apart ways that were granted different amounts, though they hold the same', () => {
    const decision = { by: '2026-03-31' }
    const windows = [
      { opens: '2026-02-01', closes: '2026-02-05' },
      { opens: '2026-02-20', closes: '2026-02-25' },
    ]
    const max = [{ when: 'on >= date("2026-02-10")', max: 70 }, { max: 10 }]
    const early = programme('first', 'equipment', 'tipa', { windows, decision, support: { max } })
    const between = programme('between', 'process', 'tipa', open('2026-04-01', '2026-04-30'))
    const third = programme('third', 'export', 'tipa', { ...open('2026-10-01', '2026-10-31'), support: { max: 50 } })
    const seventy = rule({ cap: { most: '70', used: [sum] } })
    const { itineraries } = smallPlanner([early, between, third], [], [seventy]).plan({
      ...request,
      via: ['equipment', 'process', 'export'],
    })
    expect(itineraries.map(said)).toEqual([['first 2026-02-01 10', 'between 2026-04-01 0', 'third 2026-10-01 50']])
  })

  it('is looked at on the days of its own links, though the sentence is that of others', () => {
    const stated = [
      { programme: 'old', edition: '2025', outcome: 'selected', role: 'lead', on: '2025-09-30', granted: 5 },
    ]
    const asked = { ...request, firm: { ...firm, facts: { ...firm.facts, participations: stated } } }
    const helper = programme('first', 'equipment', 'tipa', {
      ...open('2026-01-20', '2026-02-15'),
      criteria: [{ id: 'size', when: 'employees > 90' }],
    })
    const needy = programme('second', 'digital', 'tipa', {
      ...open('2026-06-01', '2026-06-30'),
      criteria: [{ id: 'before', when: 'some p in participations satisfies p.programme = "first"' }],
    })
    const recent = rule({
      exclusion: { when: 'some p in participations satisfies p.outcome = "completed" and p.on > on - duration("P1M")' },
    })
    const waives: Link = {
      id: 'w',
      from: { programme: 'old' },
      to: 'first',
      kind: 'relaxes',
      waives: ['size'],
      valid: { from: '2026-02-10' },
    }
    expect(smallPlanner([needy, helper], [waives], [recent]).plan(asked).itineraries.map(said)).toEqual([
      ['first 2026-02-10 0', 'second 2026-06-01 0'],
    ])
  })

  it('is not under a cap that a link waives', () => {
    const waives: Link = { id: 'w', from: { programme: 'first' }, to: 'second', kind: 'relaxes', waives: ['shared'] }
    const [way] = smallPlanner([first, secondLater], [waives], [hundred]).plan(both).itineraries
    expect(way!.legs.map(({ support }) => support)).toEqual([70, 60])
  })

  it('is offered nothing alongside that uses up what a leg needs', () => {
    const third = programme('third', 'other', 'tipa', { support: { max: 50 } })
    const beside = (rules: readonly CommonRule[]) => {
      const planner = smallPlanner([second, third], [], rules)
      const [way] = planner.plan(request).itineraries
      return companionsFor(planner.rulebook, request)(way!).map(({ programme }) => programme)
    }
    expect(beside([])).toEqual(['third'])
    expect(beside([hundred])).toEqual([])
  })
})
