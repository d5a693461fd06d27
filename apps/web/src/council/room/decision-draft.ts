/** A decision as it is being written: what of it must be looked at again, and how it is told. */
import type { ActionWords, DecisionWords } from './queue.ts'
import { canBeReplaced, type Replaceable } from './replaceable.ts'

export interface DecisionDraft {
  readonly text: string
  /** Id of the decision whose place it takes; empty where it takes none's. */
  readonly supersedes: string
  readonly isCounted: boolean
  readonly votes: { readonly for: string; readonly against: string; readonly abstained: string }
  readonly move: '' | 'adopt' | 'complete' | 'stop'
  readonly reason: string
  readonly actions: readonly ActionWords[]
}

export const emptyDraft: DecisionDraft = {
  text: '',
  supersedes: '',
  isCounted: false,
  votes: { for: '', against: '', abstained: '' },
  move: '',
  reason: '',
  actions: [],
}

export const emptyAction: ActionWords = { title: '', ownerPost: '', due: '', proofWanted: '' }

export type DraftFault = 'text' | 'supersedes' | 'votes' | 'reason' | `action ${number}`

export function faultsOf(
  draft: DecisionDraft,
  { on, present, choices }: { readonly on: string; readonly present: number; readonly choices: Replaceable },
): DraftFault[] {
  const faults: DraftFault[] = []
  if (draft.text.trim() === '') faults.push('text')
  if (draft.supersedes !== '' && !canBeReplaced(choices, draft.supersedes)) faults.push('supersedes')
  if (draft.isCounted) {
    const hands = handsOf(draft)
    const isWrong = [hands.for, hands.against, hands.abstained].some(count => !Number.isInteger(count) || count < 0)
    if (isWrong || hands.for <= hands.against || hands.for + hands.against + hands.abstained > present)
      faults.push('votes')
  }
  if (draft.move === 'stop' && draft.reason.trim() === '') faults.push('reason')
  for (const [index, { title, ownerPost, due, proofWanted, asks }] of draft.actions.entries())
    if ([title, ownerPost, proofWanted, ...partsOf(asks)].some(text => text.trim() === '') || due <= on)
      faults.push(`action ${index}`)
  return faults
}

function partsOf(asks: ActionWords['asks']): readonly string[] {
  if (asks?.is === 'link') return [asks.fromProgramme, asks.toProgramme]
  return asks?.is === 'programme change' ? [asks.programme, asks.change] : []
}

const handsOf = ({ votes }: DecisionDraft) => ({
  for: Number(votes.for),
  against: Number(votes.against),
  abstained: Number(votes.abstained),
})

export interface Disclosed {
  readonly openFrom: string | null
  readonly closedGround: string | null
}

/** What is decided on an item opens, or stays closed, as the item does. */
export function wordsOf(draft: DecisionDraft, { openFrom, closedGround }: Disclosed): DecisionWords {
  return {
    text: draft.text.trim(),
    ...(draft.supersedes && { supersedes: draft.supersedes }),
    ...(draft.isCounted && { votes: handsOf(draft) }),
    ...(draft.move !== '' && {
      task: { move: draft.move, ...(draft.reason.trim() && { reason: draft.reason.trim() }) },
    }),
    actions: draft.actions.map(({ title, ownerPost, due, proofWanted, asks }) => ({
      title: title.trim(),
      ownerPost,
      due,
      proofWanted: proofWanted.trim(),
      ...(asks && { asks: asks.is === 'programme change' ? { ...asks, change: asks.change.trim() } : asks }),
    })),
    ...(openFrom !== null && { openFrom }),
    ...(closedGround !== null && { closedGround }),
  }
}

/** A decision that was refused, to be put right. */
export function draftOf({ text, supersedes = '', votes, task, actions }: DecisionWords): DecisionDraft {
  const said = (count: number | undefined) => (count === undefined ? '' : String(count))
  return {
    text,
    supersedes,
    isCounted: votes !== undefined,
    votes: { for: said(votes?.for), against: said(votes?.against), abstained: said(votes?.abstained) },
    move: task?.move ?? '',
    reason: task?.reason ?? '',
    actions,
  }
}
