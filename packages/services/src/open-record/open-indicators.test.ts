import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Count, Measure } from '../council/count-indicators.ts'
import { fewestTold, openIndicators } from './open-indicators.ts'

interface Cases {
  readonly firms: number
  readonly answered: number
  readonly inTime: number
  readonly accepted: number
  readonly completed: number
}

const outOf = (value: number, of: number): Count => (of === 0 ? { is: 'not measured' } : { is: 'counted', value, of })

const countsOf = ({ firms, answered, inTime, accepted, completed }: Cases): Readonly<Record<Measure, Count>> => ({
  'firms-referred': { is: 'counted', value: firms },
  'answered-in-time': outOf(inTime, answered),
  accepted: outOf(accepted, answered),
  completed: outOf(completed, accepted),
  'days-to-selection': { is: 'counted', value: 40 },
  'links-in-force': { is: 'counted', value: 1 },
  'steps-joined': outOf(1, 3),
})

const many: Cases = { firms: 40, answered: 30, inTime: 25, accepted: 20, completed: 12 }

describe('T2: what is counted of a task, for everyone', () => {
  it('is told as it is where five or more stand on every side', () => {
    expect(openIndicators(countsOf(many))).toEqual(countsOf(many))
  })

  it.each([
    [
      'few firms',
      { ...many, firms: 4, answered: 4, inTime: 4, accepted: 4, completed: 4 },
      'firms-referred',
      'fewer than',
    ],
    ['few yeses', { ...many, accepted: 3, completed: 0 }, 'accepted', 'withheld'],
    ['few noes', { ...many, accepted: 28 }, 'accepted', 'withheld'],
    ['few noes behind the whole of another count', { ...many, accepted: 28 }, 'completed', 'withheld'],
    ['few that still wait', { ...many, answered: 38, inTime: 20 }, 'answered-in-time', 'withheld'],
    ['a median of few', { ...many, completed: 4 }, 'days-to-selection', 'withheld'],
  ] as const)('does not tell of %s', (_, cases, measure, is) => {
    expect(openIndicators(countsOf(cases))[measure].is).toBe(is)
  })

  it('tells of links and steps as they are, and that nothing was measured', () => {
    const none = openIndicators(countsOf({ firms: 0, answered: 0, inTime: 0, accepted: 0, completed: 0 }))
    expect(none).toMatchObject({
      'firms-referred': { is: 'counted', value: 0 },
      accepted: { is: 'not measured' },
      'links-in-force': { is: 'counted', value: 1 },
      'steps-joined': { is: 'counted', value: 1, of: 3 },
    })
  })

  it('leaves no difference of two told numbers between one and four', () => {
    const cases = fc.record({
      firms: fc.nat(60),
      answered: fc.nat(60),
      inTime: fc.nat(60),
      accepted: fc.nat(60),
      completed: fc.nat(60),
    })
    fc.assert(
      fc.property(cases, drawn => {
        const answered = Math.min(drawn.answered, drawn.firms)
        const accepted = Math.min(drawn.accepted, answered)
        const told = openIndicators(
          countsOf({
            firms: drawn.firms,
            answered,
            inTime: Math.min(drawn.inTime, answered),
            accepted,
            completed: Math.min(drawn.completed, accepted),
          }),
        )
        const figures = (['accepted', 'completed', 'answered-in-time'] as const).flatMap(measure => {
          const count = told[measure]
          return count.is === 'counted' ? [[count.value, count.of ?? count.value] as const] : []
        })
        const firms = told['firms-referred']
        const wholes = figures.map(([, of]) => of)
        for (const [value, of] of figures) {
          for (const small of [value, of, of - value]) expect(small > 0 && small < fewestTold).toBe(false)
          if (firms.is === 'counted')
            expect(firms.value - Math.max(...wholes) > 0 && firms.value - Math.max(...wholes) < fewestTold).toBe(false)
        }
      }),
    )
  })
})
