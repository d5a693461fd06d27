/** What the server answers of councils, as /api/openapi.json describes it. */
import type { CouncilEvent, CouncilZone, Day, LaterFact, Words } from '@ieum/catalogue/records'
import type { Position, SessionState, TaskMove, TaskState } from '@ieum/council'
import type { AgreementState } from '@ieum/desk'
import type { FollowedAction } from '../follow/shapes.ts'
import type { Said } from '../said.ts'

export type CouncilKind = 'policy' | 'consultative' | 'zone'

export interface Councils {
  readonly councils: readonly {
    readonly id: string
    readonly kind: CouncilKind
    readonly name: Said
    readonly secretariat: string
    readonly dissolvedOn: Day | null
    readonly next: Day | null
    readonly lateActions: number
  }[]
  /** Of the catalogue, that nobody has set up. */
  readonly catalogue: readonly {
    readonly id: string
    readonly name: Words
    /** How many of each it begins with. */
    readonly seats: number
    readonly tasks: number
    readonly sessions: number
  }[]
}

export interface Council {
  readonly id: string
  readonly kind: CouncilKind
  readonly name: Said
  readonly secretariat: string
  readonly foundedOn: Day
  readonly dissolvedOn: Day | null
  readonly quorum: { readonly seats: number; readonly everyAgency: boolean }
  readonly rotation: 'in-turn' | 'fixed'
  /** Its code; of a consultative body. */
  readonly municipality: string | null
  readonly changed: number
  /** Whether who asks keeps it. */
  readonly keeps: boolean
  /** Whether who asks names the posts that hold the seats of his agency. */
  readonly holdsSeats: boolean
  /** How many of each must come to their end before it can be dissolved; null for who does not keep it. */
  readonly unfinished: Readonly<Record<'sessions' | 'actions' | 'tasks' | 'closings', number>> | null
  readonly seats: readonly Seat[]
  readonly sessions: readonly {
    readonly id: string
    readonly number: number
    readonly on: Day
    readonly state: SessionState
    readonly reported: boolean
  }[]
  readonly tasks: readonly TaskLine[]
  readonly actions: readonly FollowedAction[]
}

export interface Seat {
  readonly id: string
  readonly agency: string | null
  readonly holder: { readonly post: string; readonly name: Said } | null
  readonly title: Said
  readonly kind: 'chair' | 'member' | 'observer'
  readonly side: 'large' | 'small' | 'public' | null
}

export interface TaskLine {
  readonly id: string
  readonly code: string
  readonly title: Said
  readonly proposedBy: readonly string[]
  readonly state: TaskState
}

export interface Answer {
  readonly agency: string
  readonly position: Position
  readonly reason: string | null
  readonly at: string
}

export interface Milestone {
  readonly id: string
  readonly title: Said
  readonly due: Day
  readonly reachedOn: Day | null
  readonly changed: number
}

export interface Task extends TaskLine {
  readonly council: string
  readonly needs: Said | null
  readonly changed: number
  readonly reason: string | null
  readonly programmes: readonly string[]
  readonly pathways: readonly string[]
  readonly posts: readonly {
    readonly agency: string
    readonly post: string | null
    readonly title: Said
    readonly inferred: boolean
  }[]
  readonly sides: readonly string[]
  readonly links: readonly {
    readonly id: string
    readonly version: number
    readonly state: AgreementState
    readonly inForce: boolean
    readonly fromAgency: string
    readonly fromProgramme: string
    readonly toAgency: string
    readonly toProgramme: string
  }[]
  readonly answers: readonly Answer[]
  readonly moves: readonly TaskMove[]
  readonly keeps: boolean
  readonly namesOwners: boolean
  readonly milestones: readonly Milestone[]
  readonly decisions: readonly {
    readonly id: string
    readonly number: string
    readonly text: Said
    readonly on: Day
    readonly supersededBy: string | null
  }[]
  readonly actions: readonly FollowedAction[]
  readonly events: readonly CouncilEvent[]
  readonly zones: readonly CouncilZone[]
  readonly later: readonly LaterFact[]
}

export const measures = [
  'firms-referred',
  'answered-in-time',
  'accepted',
  'completed',
  'days-to-selection',
  'links-in-force',
  'steps-joined',
] as const

export type Measure = (typeof measures)[number]

export type Count =
  | { readonly is: 'counted'; readonly value: number; readonly of?: number }
  | { readonly is: 'not measured' }

export interface Chosen {
  readonly measure: Measure
  readonly target: number | null
  readonly targetBy: Day | null
  readonly baseline: number | null
  readonly baselineSource: string | null
}

export interface Indicator extends Chosen {
  readonly count: Count
  readonly months: readonly { readonly until: Day; readonly count: Count }[]
}

export interface Indicators {
  readonly keeps: boolean
  readonly indicators: readonly Indicator[]
}
