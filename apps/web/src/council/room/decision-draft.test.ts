import { describe, expect, it } from 'vitest'
import { type DecisionDraft, draftOf, emptyDraft, faultsOf, wordsOf } from './decision-draft.ts'

const action = { title: '계획', ownerPost: 'post', due: '2026-07-01', proofWanted: '공문' }
const link = { is: 'link', fromProgramme: 'a', toProgramme: 'b' } as const
const change = { is: 'programme change', programme: 'a', change: '접수를 한 달 당긴다' } as const
const draft = (change: Partial<DecisionDraft> = {}): DecisionDraft => ({ ...emptyDraft, text: '추진', ...change })
const earlier = (id: string) => ({ id, number: id, text: { ko: id, en: null }, on: '2026-03-02', task: null })
const choices = { ofTask: [earlier('of task')], others: [earlier('other')] }
const at = { on: '2026-06-01', present: 5, choices }
const votes = (yes: string, no: string, none: string) =>
  draft({ isCounted: true, votes: { for: yes, against: no, abstained: none } })

describe('a decision that is being written', () => {
  it.each<[string, DecisionDraft, readonly string[]]>([
    ['nothing', draft({ actions: [action] }), []],
    ['a text', draft({ text: ' ' }), ['text']],
    ['an earlier decision that still stands', draft({ supersedes: 'replaced meanwhile' }), ['supersedes']],
    ['nothing where it replaces one that stands', draft({ supersedes: 'other' }), []],
    ['more for it than against it', votes('2', '2', '0'), ['votes']],
    ['no more votes than are present', votes('4', '1', '1'), ['votes']],
    ['numbers', votes('many', '', ''), ['votes']],
    ['nothing where votes are right', votes('3', '1', ''), []],
    ['why a task is stopped', draft({ move: 'stop' }), ['reason']],
    ['an owner', draft({ actions: [action, { ...action, ownerPost: '' }] }), ['action 1']],
    ['a link of two programmes', draft({ actions: [{ ...action, asks: { ...link, toProgramme: '' } }] }), ['action 0']],
    ['what changes', draft({ actions: [{ ...action, asks: { ...change, change: ' ' } }] }), ['action 0']],
    ['a day to come', draft({ actions: [{ ...action, due: '2026-06-01' }] }), ['action 0']],
  ])('lacks %s', (_, draft, faults) => expect(faultsOf(draft, at)).toEqual(faults))

  it('is told with votes and task only where there are any, disclosed as its item is', () => {
    const open = { openFrom: '2026-07-01', closedGround: null }
    expect(wordsOf(draft(), open)).toEqual({ text: '추진', actions: [], openFrom: '2026-07-01' })
    expect(wordsOf(draft({ supersedes: 'd' }), open)).toMatchObject({ text: '추진', supersedes: 'd' })
    expect(wordsOf({ ...votes('3', '1', ''), move: 'adopt' }, { openFrom: null, closedGround: '제9조' })).toEqual({
      text: '추진',
      votes: { for: 3, against: 1, abstained: 0 },
      task: { move: 'adopt' },
      actions: [],
      closedGround: '제9조',
    })
  })

  it('comes back into its form as it was', () => {
    const written = draft({
      supersedes: 'd',
      move: 'stop',
      reason: '겹침',
      actions: [action, { ...action, asks: link }, { ...action, asks: change }],
    })
    expect(draftOf(wordsOf(written, { openFrom: null, closedGround: null }))).toEqual(written)
  })
})
