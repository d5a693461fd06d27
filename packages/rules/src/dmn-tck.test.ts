import { describe, expect, it } from 'vitest'
import { conformance, tckCases } from './proof/dmn-tck/conformance.ts'
import { reasonFor } from './proof/dmn-tck/reasons.ts'

const cases = tckCases()
const outcomeOf = conformance()

describe('the DMN Technology Compatibility Kit', () => {
  it('C25 expects of every expression that is read the answer that it gets here', () => {
    const otherwise = cases.flatMap(({ test, name, expression, expected }) => {
      const outcome = outcomeOf(expression, expected)
      return outcome.is === 'otherwise' ? [`${test} ${name}: ${expression} is ${outcome.answer}, not ${expected}`] : []
    })
    expect(otherwise).toEqual([])
  })

  it('C25 has as many expressions as before that are read, and a published reason for each that is not (docs/feel.md)', () => {
    const outcomes = cases.map(({ expression, expected }) => outcomeOf(expression, expected))
    const refused = outcomes.flatMap(outcome => (outcome.is === 'refused' ? [outcome.wrong] : []))
    expect({ all: cases.length, read: cases.length - refused.length }).toEqual({ all: 2_351, read: 418 })
    expect(refused.filter(wrong => reasonFor(wrong) === 'something else')).toEqual([])
  })

  it.each([
    ['1 + 1', '3'],
    ['"a" < "b"', 'null'],
    ['date("2026-02-28") + duration("P1M")', '2026-03-29'],
    ['[1, 2]', '[1]'],
  ])('is not said to agree where it does not: %s is not %s', (expression, expected) => {
    expect(outcomeOf(expression, expected).is).toBe('otherwise')
  })
})
