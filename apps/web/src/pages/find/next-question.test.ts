import type { Fact } from '@ieum/catalogue/records'
import type { Result } from '@ieum/matching'
import { describe, expect, it } from 'vitest'
import { answerNotKnown, declaration, declare, noFirm } from '../../firm/firm-store.ts'
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

describe('the next question', () => {
  it('is the one that can settle most', () => {
    const asked = askNext([unknown('sales'), unknown('sales'), unknown('employees')], facts, noFirm)
    expect(asked).toMatchObject({ is: 'fact', fact: { name: 'sales' }, decides: 2 })
  })

  it('is not one that was answered "not known"', () => {
    const firm = answerNotKnown(noFirm, 'sales')
    expect(askNext([unknown('sales', 'employees')], facts, firm)).toMatchObject({ fact: { name: 'employees' } })
  })

  it('asks for all standing exclusions in one go, and once', () => {
    const results = [unknown('tax_arrears')]
    expect(askNext(results, facts, noFirm)).toEqual({ is: 'declaration', decides: 1 })
    expect(askNext(results, facts, answerNotKnown(noFirm, declaration))).toEqual({ is: 'nothing', unknownLeft: true })
    expect(askNext([], facts, declare(noFirm, ['tax_arrears'], []))).toEqual({ is: 'nothing', unknownLeft: false })
  })

  it('can still settle what misses a fact that was not answered "not known"', () => {
    const toCheck = [unknown('sales'), unknown('sales', 'employees'), unknown('tax_arrears')]
    expect(stillToSettle(toCheck, facts, noFirm)).toBe(3)
    expect(stillToSettle(toCheck, facts, answerNotKnown(noFirm, 'sales'))).toBe(2)
    expect(stillToSettle(toCheck, facts, answerNotKnown(noFirm, declaration))).toBe(2)
  })
})
