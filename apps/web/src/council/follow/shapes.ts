/** What the server answers of what follows from decisions. */
import type { StepWhy } from '@ieum/council'
import type { ProgrammeChange } from '@ieum/planning'
import type { LinkTerms } from '../../desk/client/shapes.ts'
import type { Said } from '../said.ts'

export interface CouncilPaper {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly state: 'waiting' | 'clean' | 'refused'
  readonly checkedBy: 'structure' | 'clamav' | null
  readonly agency: string
  readonly uploadedAt: string
  readonly item: string | null
}

export interface FollowUpCounts {
  readonly councils: number
  readonly mine: number
  readonly agency: number
  readonly late: number
  readonly awaitsNod: number
}

export type LinkState =
  | 'drafted'
  | 'proposed'
  | 'offered'
  | 'reviewed'
  | 'agreed'
  | 'refused'
  | 'withdrawn'
  | 'ended'
  | 'in force'
  | 'not shown'

export interface LinkOfAction {
  readonly agreement: string | null
  readonly state: LinkState
}

export type ActionAsks =
  | { readonly is: 'link'; readonly fromProgramme: string; readonly toProgramme: string }
  | {
      readonly is: 'programme change'
      readonly programme: string
      readonly change: string
      readonly to?: ProgrammeChange
    }
  | { readonly is: 'study' }

export interface FollowedAction {
  readonly id: string
  readonly title: Said
  readonly council: { readonly id: string; readonly name: Said }
  readonly session: { readonly id: string; readonly number: number }
  readonly decision: string
  readonly decisionText: Said
  readonly supersededBy: string | null
  readonly task: string | null
  readonly taskCode: string | null
  readonly ownerAgency: string
  readonly ownerName: Said
  readonly whose: 'mine' | 'agency' | 'others'
  readonly due: string
  readonly lastDay: string
  readonly daysLeft: number
  readonly state: 'open' | 'reported' | 'closed' | 'dropped'
  readonly late: boolean
  readonly proofWanted: string
  readonly asks: ActionAsks | null
  readonly report: string | null
  readonly proof: string | null
  readonly reason: string | null
  readonly link: LinkOfAction | null
  readonly changed: number
  readonly moves: readonly ('report' | 'nod' | 'return')[]
  readonly mayDraftLink: boolean
  readonly papers: readonly CouncilPaper[]
}

export interface FollowUp {
  readonly counts: FollowUpCounts
  readonly actions: readonly FollowedAction[]
}

export interface AgendaFor {
  readonly council: { readonly id: string; readonly name: Said }
  readonly because: 'task' | 'agencies'
  readonly may: boolean
  readonly next: { readonly id: string; readonly number: number; readonly on: string } | null
  readonly stands: readonly {
    readonly item: string
    readonly session: string
    readonly number: number
    readonly on: string
    readonly state: string
    readonly why: StepWhy['is']
    readonly decisions: readonly string[]
  }[]
}

export interface LinkStart {
  readonly council: { readonly ko: string; readonly en: string }
  readonly decision: string
  readonly title: { readonly ko: string; readonly en: string }
  readonly terms: LinkTerms
  readonly drafted: LinkOfAction | null
  readonly mayDraft: boolean
}
