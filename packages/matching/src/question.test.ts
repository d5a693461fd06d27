import type { Fact } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { nextQuestion } from './question.ts'
import type { Result } from './result.ts'
import { facts } from './testing/small-matcher.ts'

const byName = new Map<string, Fact>(facts.map(fact => [fact.name, fact]))
const row = (missing: readonly string[], verdict: Result['verdict'] = 'unknown') => ({ verdict, missing })
const next = (...rows: readonly (readonly string[])[]) =>
  nextQuestion(
    rows.map(missing => row(missing)),
    byName,
  )

describe('the next question', () => {
  it('is the fact on which most programmes hang', () => {
    expect(next(['sales'], ['sales', 'region'], ['region'], ['sales'])).toEqual({ fact: 'sales', decides: 3 })
  })

  it('is, of two that decide as many, the one that settles more alone', () => {
    expect(next(['employees', 'sales'], ['region', 'employees'], ['region'])).toEqual({ fact: 'region', decides: 2 })
  })

  it('is, of two that are alike, the one that the catalogue names first', () => {
    expect(next(['sales'], ['employees'])).toEqual({ fact: 'employees', decides: 1 })
  })

  it('is never a choice of the application, nor a fact that nobody is asked', () => {
    expect(next(['places_asked', 'level'], ['places_asked'])).toBeUndefined()
    expect(next(['places_asked', 'sales'], ['places_asked'])).toEqual({ fact: 'sales', decides: 1 })
  })

  it('is none when every verdict is settled', () => {
    expect(nextQuestion([row(['sales'], 'not-eligible'), row([], 'eligible')], byName)).toBeUndefined()
  })
})
