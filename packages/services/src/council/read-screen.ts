/**
 * What is thrown onto the wall of the room: the item that is on, what is proposed and answered, what was decided, and the figures. Whoever sits
 * there sees it, also who was invited for one item: no gist, no posts, no task that its proposer has not put forward, and no count of so few
 * firms that they could be told apart.
 */
import type { Position, SessionState, TaskState, Votes } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { Said } from './actions-of.ts'
import type { Count, Measure } from './count-indicators.ts'
import { findSession } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import type { RoomAsked } from './read-room.ts'
import { type SessionShown, showSession } from './read-session.ts'
import { roomMark } from './room-mark.ts'
import { counted, type TaskInRoom, tasksOf } from './tasks-of-session.ts'

export interface ScreenRead {
  readonly is: 'found'
  readonly mark: string
  readonly screen: ScreenShown | null
}

export interface ScreenShown {
  readonly council: Said
  readonly number: number
  readonly on: string
  readonly state: SessionState
  /** Of the whole agenda, for how far the sitting is. */
  readonly items: readonly { readonly id: string; readonly title: Said; readonly minutes: number }[]
  readonly current: ItemOnScreen | null
}

export interface ItemOnScreen {
  readonly id: string
  readonly began: string
  readonly proposedBy: readonly string[]
  readonly proposal: Said | null
  readonly decisions: readonly { readonly number: string; readonly text: Said; readonly votes: Votes | null }[]
  readonly task: TaskOnScreen | null
}

export interface TaskOnScreen {
  readonly code: string
  readonly title: Said
  readonly proposedBy: readonly string[]
  readonly state: TaskState
  readonly sides: readonly {
    readonly agency: string
    readonly position: Position | null
    readonly reason: string | null
  }[]
  readonly indicators: readonly {
    readonly measure: Measure
    readonly count: Count | { readonly is: 'too few to tell' }
    readonly target: number | null
  }[]
}

export async function readScreen(
  needs: CouncilNeeds & { readonly timeZone: string },
  acting: Acting<PostCapacity>,
  { session: id, seen }: RoomAsked,
): Promise<ScreenRead | { readonly is: 'no such session' }> {
  const read = await atDesk(needs, acting, async desk => {
    const found = await findSession(desk, id)
    if (!found || !desk.may('read council', found.relations, id)) return null
    const mark = await roomMark(desk, id)
    if (mark === seen) return { mark }
    const shown = await showSession(desk, found, needs)
    const item = shown.items.find(one => one.id === shown.current?.item)
    const [task] = item ? await tasksOf(desk, found, [{ task_id: item.task }]) : []
    return { mark, shown, task: task && task.state !== 'drafted' ? task : undefined }
  })
  if (!read) return { is: 'no such session' }
  const { mark, shown, task } = read
  if (!shown) return { is: 'found', mark, screen: null }
  return { is: 'found', mark, screen: screenOf(shown, task && (await counted(needs, task, acting.on))) }
}

function screenOf(shown: SessionShown, task: TaskInRoom | undefined): ScreenShown {
  const item = shown.items.find(one => one.id === shown.current?.item)
  return {
    council: shown.council.name,
    number: shown.number,
    on: shown.on,
    state: shown.state,
    items: shown.items.map(({ id, title, minutes }) => ({ id, title, minutes })),
    current:
      item && shown.current
        ? {
            id: item.id,
            began: shown.current.began,
            proposedBy: item.proposedBy,
            proposal: item.proposal === null ? (task?.needs ?? null) : { ko: item.proposal, en: null },
            decisions: item.decisions
              .filter(({ supersededBy }) => supersededBy === null)
              .map(({ number, text, votes }) => ({ number, text, votes })),
            task: task ? taskOnScreen(task) : null,
          }
        : null,
  }
}

const taskOnScreen = ({ code, title, proposedBy, state, sides, indicators }: TaskInRoom): TaskOnScreen => ({
  code,
  title,
  proposedBy,
  state,
  sides,
  indicators: indicators.map(({ measure, count, few, target }) => ({
    measure,
    count: few ? { is: 'too few to tell' } : count,
    target,
  })),
})
