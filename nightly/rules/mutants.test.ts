import { readSentence, vocabularyOf } from '@ieum/rules/parse'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../bench/firms.ts'
import { mutantsOf } from './mutants.ts'
import { matcher, rulebook, valuesOf } from './real-catalogue.ts'
import { Search } from './search.ts'

const vocabulary = vocabularyOf(rulebook)

function formOf(text: string) {
  const outcome = readSentence(text, vocabulary)
  if (outcome.is === 'refused') throw new Error(outcome.fault.wrong)
  return outcome.form
}

const kinds = (text: string) => mutantsOf(formOf(text)).map(({ kind }) => kind)

describe('slips in a sentence', () => {
  it.each([
    ['employees >= 5', ['>= → >', 'a figure one off', 'a figure one off']],
    ['has_factory = true', ['= → !=', 'a figure one off']],
    ['size in ("micro", "small")', ['a member left out', 'a member left out']],
    ['employees in [5..50)', ['>= → >', '< → <=', ...new Array(4).fill('a figure one off')]],
    ['employees < 5 or closed = true', ['or → and', 'a part left out', 'a part left out']],
    ['not(founded > on - duration("P7Y"))', ['not left out', '> → >=', 'a figure one off']],
    ['some p in participations satisfies p.outcome = "failed"', ['some → every', '= → !=']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expect.arrayContaining(expected))
  })

  it('each say something else than the sentence of some firm that can be found', () => {
    const text =
      '(employees >= 5 and founded <= on - duration("P3Y")) or count(participations[programme = "mss-jump-up" and on >= date("2025-01-01")]) >= 2'
    const form = formOf(text)
    const search = new Search(matcher.evaluator, form, valuesOf, randomFrom(1))
    const untold = mutantsOf(form).filter(mutant => search.telling(mutant, [], 30) === undefined)
    expect(untold.map(({ kind }) => kind)).toEqual([])
  })
})
