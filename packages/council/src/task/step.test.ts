import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Position, type TaskMove, taskMoves, taskStates } from './moves.ts'
import { type ProposedTask, stepTask, type TaskStep, taskMovesOf } from './step.ts'

const task = (change: Partial<ProposedTask> = {}): ProposedTask => ({
  state: 'proposed',
  proposedBy: ['mss'],
  seated: ['mss', 'motie'],
  answers: new Map(),
  ...change,
})
const by = (agency: string) => ({ agency })
const answered = (position: Position) => task({ state: 'answered', answers: new Map([['motie', position]]) })

describe('a collaboration task', () => {
  it('is proposed by one side, answered by the other, adopted by the council, and carried out', () => {
    const way: [ProposedTask, TaskStep, string][] = [
      [task({ state: 'drafted' }), { move: 'propose', by: by('mss') }, 'proposed'],
      [task(), { move: 'answer', by: by('motie'), position: 'agree' }, 'answered'],
      [answered('agree'), { move: 'adopt', by: 'council' }, 'adopted'],
      [task({ state: 'adopted' }), { move: 'begin', by: by('motie') }, 'under-way'],
      [task({ state: 'under-way' }), { move: 'complete', by: 'council' }, 'completed'],
    ]
    expect(way.map(([from, step]) => stepTask(from, step))).toEqual(way.map(([, , to]) => ({ is: 'moved', to })))
  })

  it.each<[string, ProposedTask, TaskStep, object]>([
    [
      'answers itself',
      task(),
      { move: 'answer', by: by('mss'), position: 'agree' },
      { is: 'not yours', mover: 'other' },
    ],
    [
      'is answered by one who has no seat',
      task(),
      { move: 'answer', by: by('msit'), position: 'agree' },
      { is: 'not yours', mover: 'other' },
    ],
    [
      'is adopted by one side',
      answered('agree'),
      { move: 'adopt', by: by('mss') },
      { is: 'not yours', mover: 'council' },
    ],
    ['is adopted unanswered', task(), { move: 'adopt', by: 'council' }, { is: 'not allowed now', state: 'proposed' }],
    [
      'is adopted over a no',
      answered('cannot'),
      { move: 'adopt', by: 'council' },
      { is: 'answered no', by: ['motie'] },
    ],
    [
      'is adopted while one of three has not answered',
      { ...answered('study'), seated: ['mss', 'motie', 'msit'] },
      { move: 'adopt', by: 'council' },
      { is: 'not answered', by: ['msit'] },
    ],
    [
      'is studied without saying why',
      task(),
      { move: 'answer', by: by('motie'), position: 'study', reason: ' ' },
      { is: 'reason needed' },
    ],
    [
      'is answered with something else',
      task(),
      { move: 'answer', by: by('motie'), position: 'maybe' },
      { is: 'position needed', positions: ['agree', 'agree-with-changes', 'study', 'cannot'] },
    ],
    ['stops for no reason', task({ state: 'adopted' }), { move: 'stop', by: 'council' }, { is: 'reason needed' }],
  ])('that %s is told what is missing', (_, from, step, told) => {
    expect(stepTask(from, step)).toEqual(told)
  })

  it('that all propose together needs no answer', () => {
    const joint = task({ proposedBy: ['mss', 'motie'] })
    expect(stepTask(joint, { move: 'adopt', by: 'council' })).toEqual({ is: 'moved', to: 'adopted' })
    expect(taskMovesOf(joint, by('motie'))).toEqual(['withdraw'])
  })

  it('may be answered anew until it is adopted: the last answer counts', () => {
    expect(taskMovesOf(answered('cannot'), by('motie'))).toEqual(['answer'])
    expect(taskMovesOf(answered('cannot'), 'council')).toEqual([])
    expect(taskMovesOf(answered('agree'), 'council')).toEqual(['adopt'])
  })

  it('never takes a step that the table does not have', () => {
    const moves = [...new Set(taskStates.flatMap(state => Object.keys(taskMoves[state])))] as TaskMove[]
    fc.assert(
      fc.property(
        fc.constantFrom(...taskStates),
        fc.constantFrom(...moves),
        fc.constantFrom<TaskStep['by']>('council', by('mss'), by('motie'), by('msit')),
        (state, move, who) => {
          const stepped = stepTask(task({ state, answers: new Map([['motie', 'agree']]) }), {
            move,
            by: who,
            position: 'agree',
            reason: 'because',
          })
          if (stepped.is === 'moved') expect(stepped.to).toBe(taskMoves[state][move])
        },
      ),
    )
  })
})
