/** What everyone may read of a council: the one shape that its pages, feed, tables and exchange formats are made from. */
import type { Day, LaterFact, Source } from '@ieum/catalogue/records'
import type { ActionState, Position, SessionState, TaskState, Votes } from '@ieum/council'
import type { Said } from '../council/actions-of.ts'

export interface OpenRecord {
  readonly id: string
  readonly kind: 'policy' | 'consultative' | 'zone'
  readonly name: Said
  /** Kept here by its secretariat, or as sources report it because nobody has set it up here. */
  readonly from: 'records' | 'sources'
  /** What is kept here is a demonstration: nothing of it has happened. */
  readonly madeUp: boolean
  readonly source: Source | null
  readonly secretariat: string | null
  readonly foundedOn: Day | null
  readonly dissolvedOn: Day | null
  readonly opened: Day | null
  /** The last day on which something that stands here became open; tells nothing of what is not. */
  readonly updated: Day | null
  readonly seats: readonly OpenSeat[]
  /** Oldest first. */
  readonly sessions: readonly OpenSession[]
  readonly tasks: readonly OpenTask[]
  /** Oldest first. */
  readonly decisions: readonly OpenDecision[]
  readonly actions: readonly OpenAction[]
}

/** A post, never a person. */
export interface OpenSeat {
  readonly id: string
  readonly agency: string | null
  readonly title: Said
  readonly kind: 'chair' | 'member' | 'observer'
  readonly side: string | null
  readonly since: Day | null
}

export interface OpenSession {
  readonly number: number
  readonly on: Day
  readonly begins: string | null
  /** Of a session whose minutes are signed, or as a source reports it. */
  readonly ends: string | null
  readonly place: Said | null
  readonly host: string | null
  /** Null: a source reports it, and nothing was kept of it here. */
  readonly state: SessionState | null
  readonly reported: boolean
  readonly source: Source | null
  readonly opened: Day
  /** The day from which its minutes can be read; null while they are not signed, or not open. */
  readonly minutesFrom: Day | null
  readonly items: readonly OpenItem[]
  /** With the minutes: posts that were there. */
  readonly present: readonly OpenSeat[] | null
  readonly updated: Day
}

export type OpenItem =
  | {
      readonly is: 'open'
      readonly id: string
      /** Its place among what can be seen. */
      readonly number: number
      readonly kind: 'opening' | 'task' | 'report' | 'finding' | 'other' | 'closing'
      readonly title: Said
      readonly minutes: number
      readonly by: Said | null
      readonly task: string | null
      readonly proposedBy: readonly string[]
      readonly proposal: string | null
      /** With the minutes. */
      readonly gist: string | null
      readonly undecided: boolean
      readonly decisions: readonly string[]
    }
  /** All that may be known of it. */
  | {
      readonly is: 'closed'
      readonly id: string
      readonly number: number
      readonly ground: string
      readonly opensOn: Day | null
    }

export interface OpenTask {
  readonly code: string
  readonly title: Said
  readonly needs: Said | null
  readonly proposedBy: readonly string[]
  /** Null: a source reports it, and says nothing of how it stands. */
  readonly state: TaskState | null
  readonly reported: boolean
  readonly opened: Day | null
  readonly updated: Day | null
  readonly programmes: readonly string[]
  readonly chains: readonly string[]
  readonly pathways: readonly string[]
  readonly posts: readonly { readonly agency: string; readonly title: Said; readonly inferred: boolean }[]
  readonly answers: readonly {
    readonly agency: string
    readonly position: Position
    readonly reason: string | null
    readonly on: Day
  }[]
  readonly milestones: readonly { readonly title: Said; readonly due: Day; readonly reachedOn: Day | null }[]
  readonly aims: readonly {
    readonly measure: string
    readonly target: number | null
    readonly targetBy: Day | null
    readonly baseline: number | null
    readonly baselineSource: string | null
  }[]
  /** Facts beside it, source by source; never a result of the council. */
  readonly later: readonly LaterFact[]
}

export interface OpenDecision {
  readonly number: string
  readonly on: Day
  readonly text: Said
  readonly votes: Votes | null
  /** Superseded only by a decision that is open too. */
  readonly status: 'standing' | 'superseded'
  readonly supersededBy: string | null
  readonly supersedes: readonly string[]
  readonly session: number | null
  readonly task: string | null
  readonly opened: Day
}

export interface OpenAction {
  readonly title: Said
  readonly decision: string | null
  readonly task: string | null
  readonly owner: string
  readonly due: Day
  readonly state: ActionState
  readonly late: boolean
  readonly closedOn: Day | null
}
