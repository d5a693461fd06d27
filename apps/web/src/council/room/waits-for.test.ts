import { expect, it } from 'vitest'
import type { RoomTask } from './shapes.ts'
import { waitsFor } from './waits-for.ts'

const sides: RoomTask['sides'] = [
  { agency: 'motie', position: null, reason: null },
  { agency: 'kosme', position: 'cannot', reason: '예산이 없습니다.' },
  { agency: 'nipa', position: 'agree', reason: null },
]

it('names who has not answered a proposal, and who said no to it', () => {
  expect(waitsFor({ state: 'proposed', moves: ['stop'], sides })).toEqual({
    unanswered: ['motie'],
    refusing: ['kosme'],
  })
  expect(waitsFor({ state: 'answered', moves: [], sides: sides.slice(1) })).toEqual({
    unanswered: [],
    refusing: ['kosme'],
  })
})

it.each([
  ['a task that can be adopted', { state: 'answered', moves: ['adopt'], sides: sides.slice(2) }],
  [
    'a task that was adopted before a side changed its answer',
    { state: 'under-way', moves: ['complete', 'stop'], sides },
  ],
] as const)('waits for nobody with %s', (_, task) => {
  expect(waitsFor(task)).toEqual({ unanswered: [], refusing: [] })
})
