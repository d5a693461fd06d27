import { taskStates } from '@ieum/council'
import { describe, expect, it } from 'vitest'
import { groupsOf, taskGroups } from './task-groups.ts'

describe('the tasks of a council', () => {
  it('each have a place, whatever their state', () => {
    expect(Object.values(taskGroups).flat().toSorted()).toEqual([...taskStates].toSorted())
  })

  it('stand with what the next session deals with first, then what is followed up, and what is over last', () => {
    const tasks = taskStates.map(state => ({ state }))
    expect(groupsOf(tasks).map(({ group, tasks: own }) => [group, own.map(({ state }) => state)])).toEqual([
      ['waits', ['answered', 'proposed']],
      ['goes', ['under-way', 'adopted']],
      ['written', ['drafted']],
      ['over', ['completed', 'stopped', 'withdrawn']],
    ])
  })

  it('stand as they stood within a state, and a group without any is left out', () => {
    const tasks = [
      { state: 'under-way', code: 'T2' },
      { state: 'adopted', code: 'T3' },
      { state: 'under-way', code: 'T1' },
    ] as const
    expect(groupsOf(tasks)).toEqual([{ group: 'goes', tasks: [tasks[0], tasks[2], tasks[1]] }])
  })
})
