import { parseDay, printDay } from '@ieum/catalogue/day-numbers'
import type { Day } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evaluator, Situation } from './evaluator.ts'
import { datedSentence, partOfFirm, someDay } from './testing/sentences.ts'
import { add, evaluator, type Stated } from './testing/small-catalogue.ts'
import type { Truth } from './truth.ts'
import { criticalDays } from './turns.ts'

/** The first day up to `until` on which a sentence has the wanted truth, found by trying only the critical days. */
function turnsOn(
  own: Evaluator,
  sentence: number,
  situation: Situation,
  until: Day,
  wanted: Truth = true,
): Day | undefined {
  const isWanted = (at: Situation) => own.truth(sentence, at) === wanted
  if (isWanted(situation)) return situation.on
  return criticalDays(own, own.form(sentence), situation, until)
    .map(printDay)
    .find(day => isWanted(own.changed(situation, {}, day)))
}

function turns(text: string, stated: Stated, from: string, until: string, wanted: boolean | null = true) {
  const own = evaluator()
  return turnsOn(own, add(own, text), own.situation(stated, from), until, wanted)
}

describe('the day on which time turns a sentence', () => {
  it.each([
    ['founded <= on - duration("P7Y")', { founded: '2020-03-15' }, '2027-03-15'],
    ['founded < on - duration("P7Y")', { founded: '2020-03-15' }, '2027-03-16'],
    ['on > founded + duration("P7Y")', { founded: '2020-02-29' }, '2027-03-01'],
    ['founded <= on - duration("P1M")', { founded: '2026-05-31' }, '2026-07-01'],
    ['on >= date("2027-01-01")', {}, '2027-01-01'],
    ['on.year = 2028', {}, '2028-01-01'],
    ['on.month = 9', {}, '2026-09-01'],
    ['on.day = 17', {}, '2026-06-17'],
    ['years >= 7', { founded: '2020-03-15' }, '2027-03-15'],
    ['young = false', { founded: '2020-03-15' }, '2027-03-15'],
    ['(on - founded).days >= 400', { founded: '2026-01-01' }, '2027-02-05'],
    ['on - founded >= duration("P400D")', { founded: '2026-01-01' }, '2027-02-05'],
    [
      'some p in participations satisfies p.on <= on - duration("P2Y")',
      { participations: [{ on: '2025-08-01' }] },
      '2027-08-01',
    ],
    [
      'not(some p in participations satisfies p.on > on - duration("P1Y"))',
      { participations: [{ on: '2025-08-01' }] },
      '2026-08-01',
    ],
    ['founded <= on - duration("P1Y") * 7', { founded: '2020-03-15' }, '2027-03-15'],
    ['founded <= on - duration("P7D") * employees', { founded: '2026-05-01', employees: 5 }, '2026-06-05'],
    ['founded + duration("P1Y") = on + duration("P1Y")', { founded: '2028-02-29' }, '2028-02-28'],
    ['employees > 5', { employees: 6 }, '2026-06-01'],
    ['employees > 5', { employees: 3 }, undefined],
    ['founded >= on - duration("P1Y")', { founded: '2020-01-01' }, undefined],
  ] as const)('%s of %j turns on %s', (text, stated, expected) => {
    expect(turns(text, stated as unknown as Stated, '2026-06-01', '2031-06-01')).toBe(expected)
  })

  it('sees another edition of a figure come into force', () => {
    const stated = { employees: 32, sales: 13_000 }
    expect(turns('size = "small"', stated, '2025-01-01', '2026-01-01')).toBe('2025-09-01')
    expect(turns('count(limits_by_code) = 1', {}, '2025-01-01', '2026-01-01')).toBe('2025-09-01')
  })

  it('finds the day on which a sentence stops to hold', () => {
    expect(turns('young', { founded: '2020-03-15' }, '2026-06-01', '2031-06-01', false)).toBe('2027-03-15')
  })

  it('finds the day that trying every single day finds', () => {
    const own = evaluator()
    let turned = 0
    fc.assert(
      fc.property(datedSentence, partOfFirm, someDay, (text, some, from) => {
        const number = add(own, text)
        const first = parseDay(from)!
        const tried = Array.from({ length: 900 }, (_, days) => printDay(first + days)).find(
          day => own.truth(number, own.situation(some as Stated, day)) === true,
        )
        if (tried !== undefined && tried !== from) turned += 1
        expect({ text, on: turnsOn(own, number, own.situation(some as Stated, from), printDay(first + 899)) }).toEqual({
          text,
          on: tried,
        })
      }),
      { numRuns: 600 },
    )
    expect(turned).toBeGreaterThan(30)
  })
})
