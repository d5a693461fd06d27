import type { Catalogue, Fact } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { add, evaluator, small } from '../testing/small-catalogue.ts'

const asked = (name: string, changes: Partial<Fact> = {}): Fact => ({
  ...small.facts.find(fact => fact.name === name)!,
  ask: 'question',
  ...changes,
})

function missing(text: string, facts: readonly Fact[], stated = {}) {
  const changed = new Map(facts.map(fact => [fact.name, fact]))
  const catalogue: Catalogue = { ...small, facts: small.facts.map(fact => changed.get(fact.name) ?? fact) }
  const own = evaluator(catalogue)
  return own.proof(add(own, text), own.situation(stated, '2026-06-01'))
}

describe('what is missing behind a derived fact', () => {
  it('is the fact itself when it has a question of its own and three or more would have to be asked instead', () => {
    const size = asked('size', { derived: 'if employees + sales + debt_ratio > 3 then "micro" else "small"' })
    const proof = missing('size = "small"', [size])
    expect(proof.missing).toEqual(['size'])
    expect(proof.because).toEqual([{ fact: 'size' }])
  })

  it('is what stands behind it when that is one or two questions', () => {
    const sum = asked('size', { derived: 'if employees + sales > 3 then "micro" else "small"' })
    expect(missing('size = "small"', [sum]).missing).toEqual(['employees', 'sales'])
  })

  it('is what stands behind it once enough of that is known', () => {
    const size = asked('size', { derived: 'if employees + sales + debt_ratio > 3 then "micro" else "small"' })
    expect(missing('size = "small"', [size], { employees: 5 }).missing).toEqual(['sales', 'debt_ratio'])
  })

  it('is never a derived fact that nobody asks', () => {
    const size: Fact = {
      ...small.facts.find(fact => fact.name === 'size')!,
      derived: 'if employees + sales + debt_ratio > 3 then "micro" else "small"',
    }
    expect(missing('size = "small"', [size]).missing).toEqual(['employees', 'sales', 'debt_ratio'])
  })

  it('names a fact behind it all the same when the sentence reads that fact itself', () => {
    const size = asked('size', { derived: 'if employees + sales + debt_ratio > 3 then "micro" else "small"' })
    expect(missing('size = "small" and employees > 5', [size]).missing).toEqual(['size', 'employees'])
  })
})

describe('the proof of a null', () => {
  it('names every part of an `or` and an `and`, since any of them could have settled it', () => {
    const stated = { employees: 2, sales: null }
    const reads = (text: string) => missing(text, [], stated).because.map(({ fact }) => fact)
    expect(reads('employees > 5 or sales > 3')).toEqual(['employees', 'sales'])
    expect(reads('employees < 5 and sales > 3')).toEqual(['employees', 'sales'])
    expect(reads('employees > 5 and sales > 3')).toEqual(['employees'])
  })
})
