import { describe, expect, it } from 'vitest'
import type { AgendaItem, Room, RoomTask } from '../room/shapes.ts'
import { screenFrom } from './screen-from.ts'

const said = (ko: string) => ({ ko, en: null })
const item = (change: Partial<AgendaItem> = {}) =>
  ({ id: 'a', title: said('안건'), minutes: 10, proposal: null, task: 't', proposedBy: [], ...change }) as AgendaItem
const task = (change: Partial<RoomTask> = {}) =>
  ({
    id: 't',
    code: 'T1',
    title: said('과제'),
    needs: said('자료'),
    state: 'proposed',
    proposedBy: ['mss'],
    sides: [],
    indicators: [
      { measure: 'firms-referred', count: { is: 'counted', value: 1 }, few: true, target: null },
      { measure: 'links-in-force', count: { is: 'counted', value: 1 }, few: false, target: 3 },
    ],
    ...change,
  }) as RoomTask
const decision = { id: 'd', number: null, text: said('결정'), votes: null, supersededBy: null }
const room = (items: readonly AgendaItem[], tasks: readonly RoomTask[] = [task()]) =>
  ({
    council: { id: 'c', name: said('협의회') },
    number: 1,
    on: '2026-06-01',
    state: 'sitting',
    current: { item: 'a', began: '2026-06-01T01:30:00Z' },
    items,
    tasks,
  }) as unknown as Room

describe('the wall of a room without a network', () => {
  it('shows the decision as it falls, and no gist', () => {
    const shown = screenFrom(room([item({ gist: '말', decisions: [decision] })]))
    expect(shown.current).toMatchObject({ proposal: said('자료'), decisions: [{ number: null, text: said('결정') }] })
    expect(JSON.stringify(shown)).not.toContain('말')
  })

  it('shows no count of so few firms that they could be told apart', () => {
    expect(screenFrom(room([item({ decisions: [] })])).current!.task!.indicators).toEqual([
      { measure: 'firms-referred', count: { is: 'too few to tell' }, target: null },
      { measure: 'links-in-force', count: { is: 'counted', value: 1 }, target: 3 },
    ])
  })

  it('shows no task that has not been put forward', () => {
    const shown = screenFrom(room([item({ decisions: [] })], [task({ state: 'drafted' })]))
    expect(shown.current).toMatchObject({ task: null, proposal: null })
  })
})
