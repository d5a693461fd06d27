import { describe, expect, it } from 'vitest'
import { answer } from './testing/small-matcher.ts'

/** Lines by what they come to for a firm that has 10 employees, is known to have no founding day, and of which nothing else is known. */
const lines = {
  met: 'employees = 10',
  unmet: 'employees = 11',
  null: 'founded < on',
  unknown: 'sales > 5',
  judgement: '',
  condition: 'level = "top"',
} as const

type Kind = keyof typeof lines

const verdictOf = (criteria: readonly Kind[], exclusions: readonly Kind[] = []) => {
  const named = (kinds: readonly Kind[]) =>
    Object.fromEntries(kinds.map((kind, number) => [`${kind}-${number}`, lines[kind]]))
  return answer({ criteria: named(criteria), exclusions: named(exclusions) }, { employees: 10, founded: null }).verdict
}

describe('the verdict of a programme', () => {
  it.each<[readonly Kind[], readonly Kind[], string]>([
    [[], [], 'eligible'],
    [['met', 'met'], ['unmet'], 'eligible'],
    [['met', 'condition'], ['condition'], 'eligible'],
    [['met', 'judgement'], [], 'judgement'],
    [['met'], ['judgement'], 'judgement'],
    [['judgement', 'unknown'], [], 'unknown'],
    [['unknown', 'judgement'], [], 'unknown'],
    [['met'], ['unknown'], 'unknown'],
    [['unknown', 'unmet'], ['unknown'], 'not-eligible'],
    [['unmet', 'unknown'], [], 'not-eligible'],
    [['met', 'judgement'], ['met'], 'not-eligible'],
    [['unknown'], ['unmet', 'met'], 'not-eligible'],
    [['null'], [], 'not-eligible'],
    [['met'], ['null'], 'eligible'],
  ])('with criteria %j and exclusions %j is %s', (criteria, exclusions, verdict) => {
    expect(verdictOf(criteria, exclusions)).toBe(verdict)
  })

  it('does not depend on the order of the lines', () => {
    const kinds: readonly Kind[] = ['met', 'judgement', 'unknown', 'unmet', 'condition']
    for (let turn = 0; turn < kinds.length; turn++)
      expect(verdictOf([...kinds.slice(turn), ...kinds.slice(0, turn)])).toBe('not-eligible')
  })
})
