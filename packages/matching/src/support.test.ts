import { describe, expect, it } from 'vitest'
import { answer } from './testing/small-matcher.ts'

const bands = {
  support: {
    max: 600,
    rate: [{ when: 'employees < 10', rate: 0.7 }, { when: 'sales < 100', rate: 0.6 }, { rate: 0.5 }],
    per: 'project' as const,
  },
}

describe('the support offered', () => {
  it('is the ceiling and rate as stated, or nothing', () => {
    expect(answer({ support: { max: 600, rate: 0.5, per: 'firm', interest: 2.5 } }, {}).support).toEqual({
      max: 600,
      rate: 0.5,
      per: 'firm',
      interest: 2.5,
    })
    expect(answer({}, {}).support).toEqual({})
  })

  it.each([
    ['the first band that holds', { employees: 5, sales: 50 }, { rate: 0.7 }],
    ['the next when the first does not', { employees: 20, sales: 50 }, { rate: 0.6 }],
    ['the one without a condition when none does', { employees: 20, sales: 500 }, { rate: 0.5 }],
    ['a band that holds, whatever comes after', { employees: 5 }, { rate: 0.7 }],
    ['passed over what cannot be told yet', { sales: 50 }, { rate: 0.6, depends: ['employees'] }],
    ['naming all that it hangs on', {}, { rate: 0.5, depends: ['employees', 'sales'] }],
  ])('is %s', (_, facts, expected) => {
    expect(answer(bands, facts).support).toEqual({ max: 600, per: 'project', ...expected })
  })

  it('rises where another programme is held, as the cap of root automation did beside a smart factory in 2015', () => {
    const raised = `some p in participations satisfies p.programme = "smart-factory" and p.outcome = "selected"`
    const max = [{ when: raised, max: 200_000_000 }, { max: 100_000_000 }]
    const held = [{ programme: 'smart-factory', edition: '2015', outcome: 'selected', on: '2015-03-31' }]
    expect(answer({ support: { max } }, { participations: held }).support).toEqual({ max: 200_000_000 })
    expect(answer({ support: { max } }, { participations: [] }).support).toEqual({ max: 100_000_000 })
  })

  it('leaves out a figure of which no band holds', () => {
    expect(answer({ support: { max: [{ when: 'employees < 10', max: 300 }] } }, { employees: 50 }).support).toEqual({})
    expect(answer({ support: { max: [{ when: 'employees < 10', max: 300 }] } }, {}).support).toEqual({
      depends: ['employees'],
    })
  })
})
