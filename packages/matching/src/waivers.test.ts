import type { Link, Value } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { facts, firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

const link: Link = {
  id: 'first-to-second',
  from: { programme: 'first', outcome: 'selected' },
  to: 'second',
  kind: 'relaxes',
  waives: ['size', 'tax'],
}

/** The row of the programme that the link leads to. */
function second(participation: Readonly<Record<string, Value>>, more: Partial<Link> = {}) {
  const matcher = matcherFor(
    [
      programme('first', {}),
      programme('second', {
        criteria: { size: 'employees < 50', region: 'region = "경북"' },
        exclusions: { tax: 'tax_arrears = true', closed: 'closed = true' },
      }),
    ],
    facts,
    [{ ...link, ...more }],
  )
  const stated = { employees: 80, region: '경북', closed: false, participations: [participation] }
  const { results } = matcher.match(firm(stated), someDay)
  expect(matcher.verdicts(firm(stated), someDay)).toEqual(results.map(({ verdict }) => verdict))
  return results[1]!
}

describe('a link that waives criteria', () => {
  it('lets a firm in that was selected for the programme it comes from, and says which link it is', () => {
    const { verdict, criteria, missing, changes } = second({
      programme: 'first',
      outcome: 'selected',
      on: '2026-01-05',
    })
    expect(verdict).toBe('eligible')
    expect(criteria.map(({ id, verdict, waived }) => [id, verdict, waived])).toEqual([
      ['size', 'unmet', 'first-to-second'],
      ['region', 'met', undefined],
      ['tax', 'unknown', 'first-to-second'],
      ['closed', 'unmet', undefined],
    ])
    expect([missing, changes]).toEqual([[], []])
  })

  it('makes no "no" of a line that it waives for a firm that did not tell what it took part in', () => {
    const matcher = matcherFor(
      [
        programme('first', {}),
        programme('second', { criteria: { size: 'employees < 50' }, exclusions: { closed: 'closed = true' } }),
      ],
      [...facts, { name: 'participations', type: 'records', about: 'firm', ask: 'question', changes: 'with-time' }],
      [link],
    )
    const asked = (stated: Readonly<Record<string, Value>>, on = someDay) => {
      const { results, nextQuestion } = matcher.match(firm(stated), on)
      expect(matcher.verdicts(firm(stated), on)).toEqual(results.map(({ verdict }) => verdict))
      expect(matcher.matchOne(firm(stated), on, 'second')).toEqual(results[1])
      return [results[1]!.verdict, results[1]!.missing, nextQuestion?.fact]
    }
    expect(asked({ employees: 80, closed: false })).toEqual(['unknown', ['participations'], 'participations'])
    expect(asked({ employees: 80 })).toEqual(['unknown', ['participations', 'closed'], 'closed'])
    // What it may have taken part in changes nothing of what no link waives.
    expect(asked({ employees: 80, closed: true })).toEqual(['not-eligible', [], undefined])
    expect(asked({ employees: 80, closed: false, participations: [] })).toEqual(['not-eligible', [], undefined])
    expect(asked({ employees: 20, closed: false })).toEqual(['eligible', [], undefined])
  })

  it.each([
    ['another programme', { programme: 'third', outcome: 'selected' }, {}],
    ['another outcome', { programme: 'first', outcome: 'applied' }, {}],
    ['a later day', { programme: 'first', outcome: 'selected', on: '2026-06-02' }, {}],
    [
      'selected where the link asks for completed',
      { programme: 'first', outcome: 'selected' },
      { from: { programme: 'first', outcome: 'completed' as const } },
    ],
    ['a link no longer in force', { programme: 'first', outcome: 'completed' }, { valid: { to: '2026-05-31' } }],
  ])('does not for %s', (_, participation, more) => {
    expect(second(participation, more).verdict).toBe('not-eligible')
  })
})
