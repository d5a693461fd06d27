import { describe, expect, it } from 'vitest'
import { companionsFor } from './alongside.ts'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'

const first = programme('first', 'equipment', 'tipa', { months: 6 })
const second = programme('second', 'digital', 'industry', {
  windows: [{ opens: '2026-11-01', closes: '2026-11-30' }],
  criteria: [{ id: 'few', when: 'count(participations[outcome = "selected"]) < 3' }],
})
const request = { firm, on, via: ['equipment', 'digital'] }

function beside(...others: Parameters<typeof smallPlanner>[0]) {
  const planner = smallPlanner([first, second, ...others])
  const [itinerary] = planner.plan(request).itineraries
  return companionsFor(
    planner.rulebook,
    request,
  )(itinerary!).map(each => `${each.programme} ${each.apply} ${each.support}`)
}

const money = (id: string, max: number, rest = {}) => programme(id, 'other', 'tipa', { support: { max }, ...rest })

describe('what can be used alongside', () => {
  it('is what the firm fits, by its support, and never a leg of the way', () => {
    expect(
      beside(
        money('small', 5),
        money('large', 9),
        money('none', 7, { criteria: [{ id: 'size', when: 'employees > 90' }] }),
      ),
    ).toEqual(['large 2026-02-01 9', 'small 2026-02-01 5'])
  })

  it('waits for what a leg brings, and for what time turns', () => {
    const year = [{ opens: '2026-01-01', closes: '2026-12-31' }]
    const after = money('after', 5, {
      windows: year,
      criteria: [
        { id: 'first', when: 'some p in participations satisfies p.programme = "first" and p.outcome = "completed"' },
      ],
    })
    const old = money('old', 4, { windows: year, criteria: [{ id: 'age', when: 'on >= founded + duration("P3Y")' }] })
    expect(beside(after, old)).toEqual(['after 2026-09-30 5', 'old 2026-06-01 4'])
  })

  it('is not what may not be held together with a leg, nor what is only open when all is over', () => {
    expect(beside(money('rival', 9, { excludes: ['first'] }))).toEqual([])
    expect(beside(money('late', 9, { windows: [{ opens: '2027-02-01', closes: '2027-02-28' }] }))).toEqual([])
  })

  it('gets what a cap leaves, and shuts out no leg, whichever of the two is decided first', () => {
    const words = { ko: '시험', en: 'test' }
    const cap = (most: string) => ({
      id: 'cap',
      label: words,
      source: { title: 'test' },
      applies: { programmes: ['first', 'loan'] },
      cap: { most, used: ['sum(participations[list contains(["first", "loan"], item.programme)].granted)'] },
    })
    const granting = programme('first', 'equipment', 'tipa', { months: 6, support: { max: 60 } })
    const besides = (most: string) => {
      const planner = smallPlanner([granting, second, money('loan', 60)], [], [cap(most)])
      const [itinerary] = planner.plan(request).itineraries
      return companionsFor(planner.rulebook, request)(itinerary!).map(({ support }) => support)
    }
    expect(besides('200')).toEqual([60])
    // Both are applied for on the same day, before anything is granted: what the leg counts on is left to it.
    expect(besides('100')).toEqual([40])
    expect(besides('60')).toEqual([])
  })

  it('is not what would shut a leg out', () => {
    const strict = programme('second', 'digital', 'industry', {
      windows: [{ opens: '2026-11-01', closes: '2026-11-30' }],
      criteria: [{ id: 'few', when: 'count(participations[outcome = "selected"]) < 2' }],
    })
    const planner = smallPlanner([first, strict, money('third', 9)])
    const [itinerary] = planner.plan(request).itineraries
    expect(itinerary!.legs).toHaveLength(2)
    expect(companionsFor(planner.rulebook, request)(itinerary!)).toEqual([])
    expect(beside(money('third', 9))).toEqual(['third 2026-02-01 9'])
  })
})
