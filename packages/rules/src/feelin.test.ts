import { printDay } from '@ieum/catalogue/day-numbers'
import fc from 'fast-check'
import { evaluate } from 'feelin'
import { describe, expect, it } from 'vitest'
import { sentence, someDay, wholeFirm } from './testing/sentences.ts'
import { add, evaluator, type Stated, truthOf } from './testing/small-catalogue.ts'

/** feelin's own reading of a sentence, every fact known. Dates are given as FEEL dates. */
function feelin(text: string, stated: Stated, on: string): unknown {
  const date = (value: unknown) => evaluate(`date("${value}")`).value
  const context = { ...stated, founded: date(stated.founded), visited_on: date(stated.visited_on), on: date(on) }
  return evaluate(text, context).value
}

describe('agreement with feelin', () => {
  it('gives the answer that feelin gives, on random sentences about firms of which everything is known', () => {
    const own = evaluator()
    fc.assert(
      fc.property(sentence, wholeFirm, someDay, (text, stated, on) => {
        const ours = own.truth(add(own, text), own.situation(stated as Stated, on))
        expect({ text, is: ours }).toEqual({ text, is: feelin(text, stated as Stated, on) })
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads an unbracketed `in` before `or` by DMN precedence, where feelin takes the rest for its test', () => {
    const stated = { certificates: ['venture'], tax_arrears: true }
    expect(truthOf('"root-company" in certificates or tax_arrears = true', stated)).toBe(true)
    expect(truthOf('"root-company" in certificates or tax_arrears = true and "venture" in certificates', stated)).toBe(
      true,
    )
    expect(truthOf('"root-company" in certificates and tax_arrears = true or "venture" in certificates', stated)).toBe(
      true,
    )
  })

  it('adds months as feelin does, at every end of a month', () => {
    const own = evaluator()
    for (const from of ['2024-01-31', '2024-02-29', '2023-08-31', '2100-12-31'])
      for (const span of ['P1M', 'P13M', 'P1Y', 'P4Y', '-P1M', '-P11M']) {
        const theirs = evaluate(`date("${from}") + duration("${span}")`).value as { toString(): string }
        const text = `date("${from}") + duration("${span}") = date("${String(theirs).slice(0, 10)}")`
        expect({ text, is: own.truth(add(own, text), own.situation({}, printDay(0))) }).toEqual({ text, is: true })
      }
  })
})
