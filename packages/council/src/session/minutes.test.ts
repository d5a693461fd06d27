import { describe, expect, it } from 'vitest'
import { type MinutedItem, type Minutes, missingFromMinutes } from './minutes.ts'

const item = (change: Partial<MinutedItem> = {}): MinutedItem => ({
  id: 'a',
  title: '뿌리업종 협력 강화',
  minutes: 10,
  isDebated: true,
  gist: '중기부가 설명하고 산업부가 답하였다.',
  decisions: [{ text: '연계를 맺는다.', votes: { is: 'without objection' } }],
  undecided: false,
  ...change,
})
const minutes = (change: Partial<Minutes> = {}): Minutes => ({
  name: '제1차 정책협의회',
  body: '중기부-산업부 정책협의회',
  on: '2026-06-01',
  from: '10:30',
  to: '12:00',
  place: '세종',
  present: ['차관'],
  items: [item()],
  ...change,
})

describe('minutes', () => {
  it('that hold all nine items lack nothing', () => {
    expect(missingFromMinutes(minutes())).toEqual([])
  })

  it.each<[Partial<Minutes>, object]>([
    [{ name: ' ' }, { item: 'name' }],
    [{ body: '' }, { item: 'body' }],
    [{ to: '' }, { item: 'time and place' }],
    [{ place: '' }, { item: 'time and place' }],
    [{ present: [] }, { item: 'present' }],
    [{ items: [] }, { item: 'order' }],
    [{ items: [item({ title: '' })] }, { item: 'agenda', of: 'a' }],
    [{ items: [item({ gist: null })] }, { item: 'gist', of: 'a' }],
    [{ items: [item({ decisions: [] })] }, { item: 'decision', of: 'a' }],
    [{ items: [item({ decisions: [{ text: '연계를 맺는다.', votes: null }] })] }, { item: 'votes', of: 'a' }],
  ])('with %j lack it', (change, missing) => {
    expect(missingFromMinutes(minutes(change))).toEqual([missing])
  })

  it('need no decision where it is said that none was taken, and nothing of a greeting', () => {
    const open = item({ decisions: [], undecided: true })
    const greeting = item({ id: 'b', isDebated: false, gist: null, decisions: [] })
    expect(missingFromMinutes(minutes({ items: [greeting, open] }))).toEqual([])
  })
})
