/** What the server answers a firm, as /api/openapi.json describes it. */
import type { Day, FactName, Value, Words } from '@ieum/catalogue/records'
import type { ReferralState } from '@ieum/desk'
import type { Case, CaseConsent, PassedFact } from '../../../desk/client/shapes.ts'

export type Source = PassedFact['source']

/** One value, and who says so. */
export interface Stated {
  readonly id: string
  readonly value: Value
  readonly source: Source
  readonly sourceName: string
  /** The agency that recorded it; null when the firm entered it. */
  readonly agency: string | null
  readonly asOf: Day
  readonly recordedAt: string
  /** The firm said it, and may take it back. */
  readonly own: boolean
}

export interface DossierFact extends Stated {
  readonly name: FactName
  /** What else stands of it, the newest first. */
  readonly others: readonly Stated[]
  readonly contradicted: boolean
}

export const outcomes = ['applied', 'selected', 'completed', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

export interface DossierParticipation {
  readonly id: string
  readonly programme: string
  readonly edition: string
  readonly outcome: Outcome
  readonly role: 'lead' | 'member'
  readonly on: Day
  /** KRW */
  readonly amount: number | null
  readonly details: Readonly<Record<string, Value>>
  readonly source: Source
  readonly agency: string | null
  readonly recordedAt: string
  readonly own: boolean
}

export interface DossierPaper {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly bytes: number
  readonly state: 'waiting' | 'clean' | 'refused'
  readonly checkedBy: 'structure' | 'clamav' | null
  readonly refusedBecause: string | null
  readonly uploadedAt: string
}

export interface Dossier {
  readonly firm: {
    readonly id: string
    readonly number: string
    readonly name: { readonly ko: string; readonly en: string | null }
  }
  readonly facts: readonly DossierFact[]
  readonly participations: readonly DossierParticipation[]
  readonly papers: readonly DossierPaper[]
}

export type ConsentKind = CaseConsent['kind']

/** The text that is agreed to, with the five things that must be told filled in. */
export interface ConsentText {
  readonly kind: ConsentKind
  readonly id: string
  readonly version: number
  readonly required: boolean
  readonly language: 'ko' | 'en'
  readonly law: string
  readonly recipient: string
  readonly purpose: string
  readonly items: string
  readonly until: string
  readonly refusal: string
  readonly body: string
}

export interface ConsentAsked {
  readonly text: ConsentText
  readonly facts: readonly FactName[]
  readonly participations: boolean
  readonly papers: readonly { readonly id: string; readonly name: string }[]
}

export interface ConsentsAsked {
  readonly referral: string
  readonly state: ReferralState
  readonly consents: readonly ConsentAsked[]
}

/** A case as its firm sees it: consents with the text that was agreed to. */
export interface OwnCase extends Omit<Case, 'consents'> {
  readonly consents: readonly (CaseConsent & { readonly body: string | null })[]
}

export interface LookTaken {
  readonly at: string
  readonly agency: string
  readonly post: Words | null
  /** The other installation where it was taken. */
  readonly elsewhere: string | null
  readonly operation: string
  readonly reason: string | null
  readonly basis:
    | { readonly is: 'consent'; readonly consents: readonly ConsentNamed[] }
    | { readonly is: 'other'; readonly says: string }
}

export interface ConsentNamed {
  readonly id: string
  readonly referral: string
  readonly kind: ConsentKind
  readonly purpose: string
  readonly until: Day
  readonly withdrawnAt: string | null
}

export interface Looks {
  readonly looks: readonly LookTaken[]
  readonly next: string | null
}

export interface Members {
  readonly members: readonly {
    readonly person: string
    readonly name: string
    readonly email: string
    readonly kind: 'member' | 'adviser'
    readonly since: string
  }[]
  readonly requests: readonly {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly kind: 'member' | 'adviser'
    readonly askedAt: string
  }[]
}

export interface Notice {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly read: boolean
  readonly referral: { readonly id: string; readonly number: string | null } | null
  readonly agreement: string | null
  readonly firm: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Notices {
  readonly unread: number
  readonly notices: readonly Notice[]
  readonly next: string | null
}
