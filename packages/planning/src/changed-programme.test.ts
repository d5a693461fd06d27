import { describe, expect, it } from 'vitest'
import { changedProgramme, type ProgrammeChange, rulesToChange } from './changed-programme.ts'
import { compareChange } from './compare-change.ts'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'

const { rulebook } = smallPlanner([
  programme('first', 'equipment', 'tipa', { months: 6 }),
  programme('second', 'digital', 'industry', {
    windows: [{ opens: '2026-04-01', closes: '2026-04-30' }],
    criteria: [{ id: 'size', when: 'employees < 30' }],
    exclusions: [{ id: 'arrears', when: 'in_arrears = true' }],
  }),
  programme('other', 'digital', 'industry', { criteria: [{ id: 'size', when: 'employees < 30' }] }),
])

function compared(change: ProgrammeChange, via = ['second']) {
  const changed = changedProgramme(rulebook, 'second', change)
  if (changed.is !== 'changed') throw new Error(changed.what)
  const asked = { programme: 'second', via, on, firms: [firm], timeIsUp: () => () => false }
  const [row] = compareChange({ before: rulebook, after: changed.rulebook }, asked)
  return { ...row!, changed: changed.rulebook }
}

describe('a programme with one change', () => {
  it('lets in who stood above a limit that is moved, and touches no other rule that reads alike', () => {
    const { before, after, changed } = compared({ is: 'limit', edition: '2026', rule: 'size', from: 30, to: 50 })
    expect([before, after]).toEqual([
      { verdict: 'not-eligible', arrives: null },
      { verdict: 'unknown', arrives: expect.stringMatching(/^2026-05/) },
    ])
    expect(changed.programmes.find(({ id }) => id === 'other')).toBe(
      rulebook.programmes.find(({ id }) => id === 'other'),
    )
    expect(rulebook.sentences.length).toBe(changed.sentences.length - 1)
  })

  it('asks no more for a rule that is left out', () => {
    const { after, changed } = compared({ is: 'without', edition: '2026', rule: 'size' })
    expect(after.verdict).toBe('unknown')
    const second = changed.programmes.find(({ id }) => id === 'second')!
    expect(second.editions[0]!.criteria).toEqual([])
    expect(second.editions[0]!.exclusions).toHaveLength(1)
  })

  it('is reached through a window that is opened for it', () => {
    const without = changedProgramme(rulebook, 'second', { is: 'without', edition: '2026', rule: 'size' })
    if (without.is !== 'changed') throw new Error(without.what)
    const window = { is: 'window', edition: '2026', opens: '2026-10-01', closes: '2026-10-31' } as const
    const opened = changedProgramme(without.rulebook, 'second', window)
    if (opened.is !== 'changed') throw new Error(opened.what)
    const asked = {
      programme: 'second',
      via: ['first', 'second'],
      on,
      firms: [firm],
      timeIsUp: () => () => false,
    }
    const [row] = compareChange({ before: without.rulebook, after: opened.rulebook }, asked)
    expect([row!.before.arrives, row!.after.arrives]).toEqual([null, '2026-11-30'])
  })

  it.each([
    ['programme', 'none', { is: 'without', edition: '2026', rule: 'size' }],
    ['edition', 'second', { is: 'without', edition: '1999', rule: 'size' }],
    ['rule', 'second', { is: 'without', edition: '2026', rule: 'none' }],
    ['limit', 'second', { is: 'limit', edition: '2026', rule: 'size', from: 31, to: 50 }],
    ['window', 'second', { is: 'window', edition: '2026', opens: '2026-10-31', closes: '2026-10-01' }],
  ] as const)('says when its %s is not there', (what, id, change) => {
    expect(changedProgramme(rulebook, id, change)).toEqual({ is: 'not there', what })
  })

  it('names the limits that could be moved', () => {
    const edition = rulebook.programmes.find(({ id }) => id === 'second')!.editions[0]!
    expect(rulesToChange(rulebook, edition).map(({ id, limits }) => [id, limits])).toEqual([
      ['size', [30]],
      ['arrears', []],
    ])
  })
})
