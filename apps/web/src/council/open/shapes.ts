/** What the open record answers, as `/api/openapi.json` describes it. */
import type { LaterFact, Source, Words } from '@ieum/catalogue/records'
import type { Said } from '../said.ts'

export type Kind = 'policy' | 'consultative' | 'zone'
export type SessionState = 'planned' | 'called' | 'sitting' | 'ended' | 'minuted' | 'cancelled'
export type TaskState =
  | 'drafted'
  | 'proposed'
  | 'answered'
  | 'adopted'
  | 'under-way'
  | 'completed'
  | 'stopped'
  | 'withdrawn'

export interface Names {
  readonly agencies: Readonly<Record<string, Words>>
  readonly programmes: Readonly<Record<string, Words>>
  readonly pathways: Readonly<Record<string, Words>>
}

interface Line {
  readonly id: string
  readonly kind: Kind
  readonly name: Said
  readonly madeUp: boolean
  readonly from: 'records' | 'sources'
  readonly updated: string | null
  readonly page: string
}

export interface CouncilsRead {
  readonly councils: readonly (Line & {
    readonly sessions: number
    readonly tasks: number
    readonly decisions: number
    readonly codes: readonly string[]
  })[]
}

export interface Seat {
  readonly id: string
  readonly agency: string | null
  readonly title: Said
  readonly kind: 'chair' | 'member' | 'observer'
  readonly side: string | null
}

export interface Decision {
  readonly number: string
  readonly on: string
  readonly text: Said
  readonly votes:
    | { readonly is: 'without objection' }
    | { readonly is: 'counted'; readonly for: number; readonly against: number; readonly abstained: number }
    | null
  readonly status: 'standing' | 'superseded'
  readonly supersededBy: string | null
  readonly supersedes: readonly string[]
  readonly session: number | null
  readonly task: string | null
}

export interface Action {
  readonly title: Said
  readonly decision: string | null
  readonly task: string | null
  readonly owner: string
  readonly due: string
  readonly state: 'open' | 'reported' | 'closed' | 'dropped'
  readonly late: boolean
}

export interface CouncilRead extends Line {
  readonly dissolvedOn: string | null
  readonly source: Source | null
  readonly secretariat: string | null
  readonly seats: readonly Seat[]
  readonly sessions: readonly {
    readonly number: number
    readonly on: string
    readonly state: SessionState | null
    readonly reported: boolean
    readonly minutesFrom: string | null
  }[]
  readonly tasks: readonly {
    readonly code: string
    readonly title: Said
    readonly proposedBy: readonly string[]
    readonly state: TaskState | null
    readonly reported: boolean
    readonly later: number
  }[]
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
  readonly names: Names
}

interface OfCouncil {
  readonly council: { readonly id: string; readonly name: Said; readonly madeUp: boolean }
  readonly names: Names
}

export type Item =
  | {
      readonly is: 'open'
      readonly id: string
      readonly number: number
      readonly title: Said
      readonly minutes: number
      readonly by: Said | null
      readonly task: string | null
      readonly proposedBy: readonly string[]
      readonly proposal: string | null
      readonly gist: string | null
      readonly undecided: boolean
      readonly decisions: readonly string[]
    }
  | {
      readonly is: 'closed'
      readonly id: string
      readonly number: number
      readonly ground: string
      readonly opensOn: string | null
    }

export interface SessionRead extends OfCouncil {
  readonly number: number
  readonly on: string
  readonly begins: string | null
  readonly ends: string | null
  readonly place: Said | null
  readonly host: string | null
  readonly state: SessionState | null
  readonly reported: boolean
  readonly source: Source | null
  readonly minutesFrom: string | null
  readonly updated: string
  readonly items: readonly Item[]
  readonly present: readonly Seat[] | null
  readonly decisions: readonly Decision[]
}

export type Measure =
  | 'firms-referred'
  | 'answered-in-time'
  | 'accepted'
  | 'completed'
  | 'days-to-selection'
  | 'links-in-force'
  | 'steps-joined'

export type Count =
  | { readonly is: 'counted'; readonly value: number; readonly of?: number }
  | { readonly is: 'not measured' }
  | { readonly is: 'fewer than'; readonly than: number }
  | { readonly is: 'withheld' }

export interface TaskRead extends OfCouncil {
  readonly code: string
  readonly title: Said
  readonly needs: Said | null
  readonly proposedBy: readonly string[]
  readonly state: TaskState | null
  readonly reported: boolean
  readonly updated: string | null
  readonly programmes: readonly string[]
  readonly pathways: readonly string[]
  readonly posts: readonly { readonly agency: string; readonly title: Said; readonly inferred: boolean }[]
  readonly answers: readonly {
    readonly agency: string
    readonly position: 'agree' | 'agree-with-changes' | 'study' | 'cannot'
    readonly reason: string | null
    readonly on: string
  }[]
  readonly milestones: readonly { readonly title: Said; readonly due: string; readonly reachedOn: string | null }[]
  readonly aims: readonly {
    readonly measure: string
    readonly target: number | null
    readonly targetBy: string | null
  }[]
  readonly councils: readonly { readonly id: string; readonly name: Said; readonly kind: Line['kind'] }[]
  readonly indicators: Readonly<Record<Measure, Count>> | null
  readonly links: readonly {
    readonly id: string
    readonly from: string
    readonly to: string
    /** Since when an agreement joins them; null where no more than a source says so. */
    readonly validFrom: string | null
  }[]
  readonly later: readonly LaterFact[]
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
}

export interface DecisionRead extends OfCouncil {
  readonly decision: Decision
  readonly item: { readonly number: number; readonly title: Said } | null
  readonly actions: readonly Action[]
  readonly updated: string
}
