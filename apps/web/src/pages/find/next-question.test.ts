import type { Fact } from '@ieum/catalogue/records'
import type { Match, Result } from '@ieum/matching'
import { describe, expect, it } from 'vitest'
import { answerNotKnown, declaration, declare, noFirm, notToAsk } from '../../firm/firm-store.ts'
import { askNext, stillToSettle } from './next-question.ts'

const question = (name: string): Fact => ({ name, type: 'number', about: 'firm', ask: 'question', changes: 'by-firm' })
const exclusion = (name: string): Fact => ({ ...question(name), type: 'boolean', ask: 'declaration' })
const facts = [question('employees'), question('sales'), exclusion('tax_arrears')]

const unknown = (...missing: string[]): Result => ({
  programme: missing.join(),
  edition: '2026',
  agency: 'a',
  verdict: 'unknown',
  window: { state: 'unannounced' },
  support: {},
  criteria: [],
  missing,
  changes: [],
})

const match = (results: Result[], next?: string): Match => ({
  on: '2026-06-01',
  firm: 'my-firm',
  results,
  ...(next && { nextQuestion: { fact: next, decides: 2 } }),
})

describe('the next question', () => {
  it('is that of the match', () => {
    expect(askNext(match([unknown('sales')], 'sales'), facts, noFirm)).toEqual({
      is: 'fact',
      fact: question('sales'),
      decides: 2,
    })
  })

  it('asks for all standing exclusions in one go, and once', () => {
    const asked = match([unknown('tax_arrears')], 'tax_arrears')
    expect(askNext(asked, facts, noFirm)).toEqual({ is: 'declaration', decides: 2 })
    expect(askNext(asked, facts, declare(noFirm, ['tax_arrears'], []))).toMatchObject({ is: 'fact' })
    const notKnown = answerNotKnown(noFirm, declaration)
    expect(notToAsk(notKnown, facts)).toEqual(new Set([declaration, 'tax_arrears']))
  })

  it('is nothing when the match has none, and says whether something stays unknown', () => {
    expect(askNext(match([unknown('sales')]), facts, noFirm)).toEqual({ is: 'nothing', unknownLeft: true })
    expect(askNext(match([]), facts, noFirm)).toEqual({ is: 'nothing', unknownLeft: false })
  })

  it('can still settle what misses a fact that was not answered "not known"', () => {
    const toCheck = [unknown('sales'), unknown('sales', 'employees'), unknown('tax_arrears')]
    expect(stillToSettle(toCheck, facts, noFirm)).toBe(3)
    expect(stillToSettle(toCheck, facts, answerNotKnown(noFirm, 'sales'))).toBe(2)
    expect(stillToSettle(toCheck, facts, answerNotKnown(noFirm, declaration))).toBe(2)
  })
})
