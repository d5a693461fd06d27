import type { Hindrance, Remedy, WhyNot } from '@ieum/planning'
import { describe, expect, it } from 'vitest'
import { findingOf, findingOfStep } from './finding-of.ts'

const on = '2026-04-01'
const why = (hindrances: readonly Hindrance[], remedies: readonly Remedy[] = [], from: string | null = 'first') =>
  ({
    waypoint: 1,
    before: from === null ? null : { legs: [{ programme: from, reaches: 0 }] },
    hindered: [{ programme: 'second', edition: '2026', hindrances }],
    programmes: 1,
    remedies,
  }) as unknown as WhyNot
const find = (...asked: Parameters<typeof why>) =>
  findingOf(why(...asked), { via: ['equipment', 'digital'], pathway: 'root', on })

describe('what a council can take up of a plan', () => {
  it('is a window that closes too early, with the link that would do', () => {
    const late = { is: 'too late', closes: '2026-04-30', ready: '2026-09-30', days: 153 } as const
    const link = { is: 'link', from: 'first', to: 'second', arrives: '2026-10-01' } as const
    expect(find([late], [link])).toEqual({
      is: 'step',
      from: 'first',
      to: 'second',
      waypoint: 'digital',
      pathway: 'root',
      why: late,
      opens: { is: 'link' },
      on,
    })
  })

  it('is a rule that stands behind a step, by its id; on the first step it is the firm’s own matter', () => {
    const shut = { is: 'shut', on, criteria: ['size'], exclusions: [] } as const
    expect(find([shut])?.why).toEqual({ is: 'shut', edition: '2026', criteria: ['size'], exclusions: [] })
    expect(find([shut], [], null)).toBeUndefined()
  })

  it('is nothing where only more time or legs are wanted, and says nothing of changes of the firm', () => {
    expect(find([{ is: 'beyond' }])).toBeUndefined()
    expect(find([{ is: 'used before' }])).toBeUndefined()
    const change = { is: 'firm', changes: [], arrives: '2026-10-01' } as const
    expect(find([{ is: 'excluded', by: 'first' }], [change])?.opens).toBeUndefined()
  })

  it('is a line on the map that breaks', () => {
    expect(findingOfStep({ pathway: 'root', from: 'a', to: 'b' }, on)).toMatchObject({
      from: 'a',
      to: 'b',
      why: { is: 'no link' },
    })
  })
})
