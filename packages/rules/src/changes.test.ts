import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flip, SmallestChanges } from './changes.ts'
import type { Evaluator, Situation } from './evaluator.ts'
import { partOfFirm, sentence, someDay } from './testing/sentences.ts'
import { add, evaluator, type Stated } from './testing/small-catalogue.ts'

const on = '2026-06-01'

const changesOf = (own: Evaluator, sentence: number, wanted: boolean, situation: Situation) =>
  new SmallestChanges(own, situation).thatGive([{ sentence, wanted }])

const factsSet = (set: readonly Flip[]): Stated => Object.fromEntries(set.map(({ fact, to }) => [fact, to]))

function flipsOf(text: string, stated: Stated, wanted = true) {
  const own = evaluator()
  return changesOf(own, add(own, text), wanted, own.situation(stated, on))
}

describe('smallest changes', () => {
  it.each([
    ['employees >= 5', { employees: 3 }, [[{ fact: 'employees', from: 3, to: 5 }]]],
    ['employees > 5', { employees: 3 }, [[{ fact: 'employees', from: 3, to: 6 }]]],
    ['employees < 5', { employees: 30 }, [[{ fact: 'employees', from: 30, to: 4 }]]],
    ['debt_ratio < 2', { debt_ratio: 2.5 }, [[{ fact: 'debt_ratio', from: 2.5, to: 1.99 }]]],
    ['5 <= employees', { employees: 3 }, [[{ fact: 'employees', from: 3, to: 5 }]]],
    ['employees in [5..9]', { employees: 30 }, [[{ fact: 'employees', from: 30, to: 9 }]]],
    ['tax_arrears = false', { tax_arrears: true }, [[{ fact: 'tax_arrears', from: true, to: false }]]],
    ['not(tax_arrears)', { tax_arrears: true }, [[{ fact: 'tax_arrears', from: true, to: false }]]],
    ['form = "corporation"', { form: 'sole' }, [[{ fact: 'form', from: 'sole', to: 'corporation' }]]],
    [
      'form != "sole"',
      { form: 'sole' },
      [[{ fact: 'form', from: 'sole', to: 'corporation' }], [{ fact: 'form', from: 'sole', to: 'pre-founder' }]],
    ],
    [
      '"venture" in certificates',
      { certificates: ['inno-biz'] },
      [[{ fact: 'certificates', from: ['inno-biz'], to: ['inno-biz', 'venture'] }]],
    ],
    [
      'list contains(certificates, "venture") and employees >= 5',
      { certificates: [], employees: 3 },
      [
        [
          { fact: 'employees', from: 3, to: 5 },
          { fact: 'certificates', from: [], to: ['venture'] },
        ],
      ],
    ],
    [
      '"venture" in certificates and "inno-biz" in certificates',
      { certificates: [] },
      [[{ fact: 'certificates', from: [], to: ['venture', 'inno-biz'] }]],
    ],
    ['sales * 0.5 >= 100', { sales: 50 }, [[{ fact: 'sales', from: 50, to: 200 }]]],
    [
      'visited_on >= on - duration("P6M")',
      { visited_on: '2020-01-01' },
      [[{ fact: 'visited_on', from: '2020-01-01', to: '2025-12-01' }]],
    ],
    ['debt_history[1] < 5', { debt_history: [7, 8] }, [[{ fact: 'debt_history', from: [7, 8], to: [4, 8] }]]],
    ['tax_arrears = false', {}, [[{ fact: 'tax_arrears', to: false }]]],
    ['employees >= 5', { employees: 9 }, [[]]],
  ] as const)('%s for %j', (text, stated, expected) => {
    expect(flipsOf(text, stated as unknown as Stated)).toEqual(expected)
  })

  it('offers each way of an `or`, the shortest first, and no set that holds another', () => {
    const sets = flipsOf('(employees >= 5 and closed = false) or tax_arrears = false', {
      employees: 3,
      closed: true,
      tax_arrears: true,
    })
    expect(sets.map(set => set.map(flip => flip.fact))).toEqual([['tax_arrears'], ['employees', 'closed']])
  })

  it('adds two things to one list, though one is written within the other', () => {
    const both = [[{ fact: 'debt_history', from: [], to: [12, 1] }]]
    expect(flipsOf('list contains(debt_history, 12) and list contains(debt_history, 1)', { debt_history: [] })).toEqual(
      both,
    )
  })

  it('goes through a derived fact to what it is derived from', () => {
    expect(flipsOf('size = "micro"', { employees: 12, sales: 5 })).toEqual([[{ fact: 'employees', from: 12, to: 9 }]])
  })

  it('leaves alone what never changes, and what only time brings back', () => {
    expect(flipsOf('founded >= date("2024-01-01")', { founded: '2020-01-01' })).toEqual([])
    expect(flipsOf('starts with(industry, "J")', { industry: 'C24' })).toEqual([])
    expect(flipsOf('years < 3', { founded: '2020-01-01' })).toEqual([])
  })

  it('drafts the participation that a sentence asks for', () => {
    const text =
      'some p in participations satisfies p.programme in ("x", "y") and p.outcome = "completed" and p.on > on - duration("P3Y")'
    const sets = flipsOf(text, { participations: [] })
    expect(sets.map(set => set[0]!.to)).toEqual([
      [{ programme: 'x', outcome: 'completed', on: '2026-06-01' }],
      [{ programme: 'y', outcome: 'completed', on: '2026-06-01' }],
    ])
  })

  it('puts no record into a list twice where one of the kind does not help', () => {
    const own = evaluator()
    const start = own.situation({ participations: [] }, on)
    let tried = 0
    const counting: Evaluator = {
      ...own,
      changed: (...asked) => {
        tried++
        return own.changed(...asked)
      },
    }
    const number = add(own, 'some p in participations satisfies p.programme = "root" and p.outcome = form')
    const answers = new Set(['participations'])
    const search = new SmallestChanges(counting, start, { answers })
    expect(search.thatGive([{ sentence: number, wanted: true }])).toEqual([])
    expect(tried).toBeGreaterThan(0)
    expect(tried).toBeLessThan(8)
  })

  it('does not take back what a firm took part in', () => {
    const stated = { participations: [{ programme: 'x', on: '2025-01-01' }] }
    expect(flipsOf('some p in participations satisfies p.programme = "x"', stated, false)).toEqual([])
  })

  it('makes an exclusion fail as well', () => {
    expect(flipsOf('tax_arrears = true or employees >= 5', { tax_arrears: true, employees: 3 }, false)).toEqual([
      [{ fact: 'tax_arrears', from: true, to: false }],
    ])
  })

  it('gives only sets that work and need each of their changes', () => {
    const own = evaluator()
    let found = 0
    fc.assert(
      fc.property(sentence, partOfFirm, someDay, fc.boolean(), (text, some, day, wanted) => {
        const number = add(own, text)
        const situation = own.situation(some as Stated, day)
        const isWanted = (facts: Stated) => {
          const truth = own.truth(number, own.situation(facts, day))
          return wanted ? truth === true : truth === false || truth === null
        }
        for (const set of changesOf(own, number, wanted, situation)) {
          found += 1
          expect(isWanted({ ...situation.facts, ...factsSet(set) })).toBe(true)
          for (const flip of set)
            if (set.length > 1)
              expect(isWanted({ ...situation.facts, ...factsSet(set.filter(each => each !== flip)) })).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(300)
  })
})
