/** What the server answers of a sitting, as /api/openapi.json describes it. */
import type { Missing, Position, Quorum, SessionMove, SessionState, TaskState, Votes } from '@ieum/council'
import type { Said } from '../said.ts'

export type Mark = 'invited' | 'coming' | 'not-coming' | 'present' | 'absent'

export interface Room {
  readonly id: string
  readonly council: { readonly id: string; readonly name: Said }
  readonly number: number
  readonly on: string
  readonly begins: string
  readonly place: Said | null
  readonly host: string | null
  readonly state: SessionState
  readonly changed: number
  readonly reported: boolean
  readonly openFrom: string | null
  readonly keeps: boolean
  readonly moves: readonly SessionMove[]
  readonly current: { readonly item: string; readonly began: string } | null
  readonly quorum: Quorum
  readonly attendance: readonly Attendance[]
  readonly items: readonly AgendaItem[]
  readonly actions: readonly Action[]
  readonly missing: readonly Missing[]
  readonly timeZone: string
  readonly openedAt: string | null
  readonly endedAt: string | null
  readonly seats: readonly {
    readonly id: string
    readonly agency: string | null
    readonly title: Said
    readonly kind: 'chair' | 'member' | 'observer'
  }[]
  readonly tasks: readonly RoomTask[]
  readonly posts: readonly Post[]
  /** Of other sittings, newest first: those that still stand and may be replaced. */
  readonly earlier: readonly EarlierDecision[]
}

export interface EarlierDecision {
  readonly id: string
  readonly number: string
  readonly text: Said
  readonly on: string
  readonly task: string | null
}

export interface Post {
  readonly id: string
  readonly agency: string
  readonly name: Said
}

export interface Attendance {
  readonly seat: string
  readonly agency: string | null
  readonly title: Said
  readonly state: Mark
  readonly deputy: string | null
}

export interface AgendaItem {
  readonly id: string
  readonly kind: 'opening' | 'task' | 'report' | 'finding' | 'other' | 'closing'
  readonly title: Said
  readonly minutes: number
  readonly from: string
  readonly to: string
  readonly task: string | null
  readonly proposedBy: readonly string[]
  readonly proposal: string | null
  readonly gist: string | null
  readonly undecided: boolean
  readonly openFrom: string | null
  readonly closedGround: string | null
  readonly changed: number
  readonly decisions: readonly Decision[]
}

export interface Decision {
  readonly id: string
  /** The server gives it; null as long as it has not heard of the decision. */
  readonly number: string | null
  readonly text: Said
  readonly votes: Votes | null
  readonly supersededBy: string | null
}

export interface Action {
  readonly id: string
  readonly title: Said
  readonly decision: string | null
  readonly ownerAgency: string
  readonly ownerPost: string
  readonly due: string
  readonly proofWanted: string
}

export interface Side {
  readonly agency: string
  readonly position: Position | null
  readonly reason: string | null
}

export type Count =
  | { readonly is: 'counted'; readonly value: number; readonly of?: number }
  | { readonly is: 'not measured' }

export type Measure =
  | 'firms-referred'
  | 'answered-in-time'
  | 'accepted'
  | 'completed'
  | 'days-to-selection'
  | 'links-in-force'
  | 'steps-joined'

export interface Indicator {
  readonly measure: Measure
  readonly count: Count | { readonly is: 'too few to tell' }
  readonly target: number | null
}

export interface RoomTask {
  readonly id: string
  readonly code: string
  readonly title: Said
  readonly needs: Said | null
  readonly proposedBy: readonly string[]
  readonly state: TaskState
  readonly sides: readonly Side[]
  readonly moves: readonly ('adopt' | 'complete' | 'stop')[]
  /** `few`: of so few firms that they could be told apart. */
  readonly indicators: readonly (Indicator & { readonly few: boolean })[]
}

export interface Screen {
  readonly council: Said
  readonly number: number
  readonly on: string
  readonly state: SessionState
  readonly items: readonly { readonly id: string; readonly title: Said; readonly minutes: number }[]
  readonly current: {
    readonly id: string
    readonly began: string
    readonly proposedBy: readonly string[]
    readonly proposal: Said | null
    readonly decisions: readonly { readonly number: string | null; readonly text: Said; readonly votes: Votes | null }[]
    readonly task:
      | (Pick<RoomTask, 'code' | 'title' | 'proposedBy' | 'state' | 'sides'> & {
          readonly indicators: readonly Indicator[]
        })
      | null
  } | null
}
