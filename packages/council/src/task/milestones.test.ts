import { describe, expect, it } from 'vitest'
import { milestoneStand } from './milestones.ts'
import { taskStates } from './moves.ts'

const on = '2026-06-01'
const passed = { due: '2026-05-31', reachedOn: null }
const toCome = { due: on, reachedOn: null }

describe('a milestone', () => {
  it('is late only of a task that the council took and that has not ended', () => {
    const stands = taskStates.map(state => [
      state,
      milestoneStand(passed, state, on),
      milestoneStand(toCome, state, on),
    ])
    expect(stands).toEqual([
      ['drafted', 'idle', 'ahead'],
      ['proposed', 'idle', 'ahead'],
      ['answered', 'idle', 'ahead'],
      ['adopted', 'late', 'ahead'],
      ['under-way', 'late', 'ahead'],
      ['completed', 'idle', 'idle'],
      ['stopped', 'idle', 'idle'],
      ['withdrawn', 'idle', 'idle'],
    ])
  })

  it('can be late of a task of which no source says how far it came', () => {
    expect(milestoneStand(passed, null, on)).toBe('late')
  })

  it('stays reached, whatever becomes of the task', () => {
    expect(taskStates.map(state => milestoneStand({ ...passed, reachedOn: on }, state, on))).toEqual(
      taskStates.map(() => 'reached'),
    )
  })
})
