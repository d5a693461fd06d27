import { describe, expect, it } from 'vitest'
import { type Accepting, accepted, accepting, shared, wrongIn } from './accepting.ts'
import type { PaperRead } from './read-paper.ts'

const from = { line: 1, source: '…' }
const read: PaperRead = {
  draft: {
    session: {
      date: { value: '2026-06-20', ...from },
      from: { value: '10:30', ...from },
      to: { value: '12:00', ...from },
      place: { value: '세종', ...from },
    },
    agencies: [],
    schedule: [
      { from: '10:30', to: '10:40', title: '개회', ...from },
      { from: '10:40', to: '11:55', title: '논의', ...from },
      { from: '11:55', to: '12:00', title: '폐회', ...from },
    ],
    tasks: [
      { title: '가', proposedBy: ['mss', 'nipa'], ...from },
      { title: '나', proposedBy: ['motie'], ...from },
      { title: '다', proposedBy: [], ...from },
    ],
    posts: [],
    unsure: [],
  },
  seated: ['mss', 'motie'],
  there: [{ at: 1, task: 'task-7', code: 'T7' }],
}

const right = <F extends { readonly isRight: boolean }>(field: F): F => ({ ...field, isRight: true })
const all = (form: Accepting): Accepting => ({
  ...form,
  session: { date: right(form.session.date), begins: right(form.session.begins), place: right(form.session.place) },
  steps: form.steps.map(right),
  tasks: form.tasks.map(task => right({ ...task, proposedBy: task.proposedBy.length > 0 ? task.proposedBy : ['mss'] })),
})

describe('a draft that a person goes through', () => {
  it('holds nothing for right before it is said', () => {
    const form = accepting(read)
    expect(accepted(form, read)).toMatchObject({ tasks: [], items: [] })
    expect(wrongIn(form, read, '2026-06-01').map(({ wrong }) => wrong)).toEqual(['date', 'begins', 'place', 'empty'])
  })

  it('becomes what was said to be right, with the tasks in the place and the minutes of their step', () => {
    const form = all(accepting(read))
    expect(wrongIn(form, read, '2026-06-01')).toEqual([])
    expect(accepted(form, read)).toEqual({
      session: { on: '2026-06-20', begins: '10:30', place: '세종' },
      tasks: [
        { title: '가', proposedBy: ['mss'] },
        { title: '다', proposedBy: ['mss'] },
      ],
      items: [
        { kind: 'opening', title: '개회', minutes: 10 },
        { kind: 'task', task: 0, minutes: 25 },
        { kind: 'standing task', task: 'task-7', minutes: 25 },
        { kind: 'task', task: 1, minutes: 25 },
        { kind: 'closing', title: '폐회', minutes: 5 },
      ],
    })
  })

  it('puts tasks before the closing where no step is theirs', () => {
    const items = accepted({ ...all(accepting(read)), tasksIn: -1 }, read).items
    expect(items.map(({ kind }) => kind)).toEqual(['opening', 'other', 'task', 'standing task', 'task', 'closing'])
  })

  it('says what needs another look', () => {
    const form = all(accepting(read))
    const wrong = {
      ...form,
      session: { ...form.session, date: right({ value: '2024-05-28', isRight: true }) },
      steps: form.steps.map(step => ({ ...step, minutes: '0' })),
      tasks: form.tasks.map(task => ({ ...task, proposedBy: [] })),
    }
    expect(wrongIn(wrong, read, '2026-06-01').map(({ at, wrong }) => `${at} ${wrong}`)).toEqual([
      'paper-date passed',
      'paper-minutes-0 minutes',
      'paper-minutes-1 minutes',
      'paper-minutes-2 minutes',
      'paper-proposers-0 proposers',
      'paper-proposers-2 proposers',
    ])
  })

  it.each([
    [70, 8, [9, 9, 9, 9, 9, 9, 8, 8]],
    [3, 5, [1, 1, 1, 1, 1]],
  ])('shares %i minutes among %i', (minutes, among, shares) => expect(shared(minutes, among)).toEqual(shares))
})
