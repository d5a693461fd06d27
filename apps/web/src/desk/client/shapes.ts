/** What the server answers, as /api/openapi.json describes it. */
import type { Day, Link, Words } from '@ieum/catalogue/records'
import type {
  ActingRole,
  AgreementMove,
  AgreementState,
  Party,
  Reason,
  ReferralMove,
  ReferralState,
  WorkToPass,
} from '@ieum/desk'
import type { CriterionResult, ProgrammeVerdict } from '@ieum/matching'

export interface PostCapacity {
  readonly post: string
  readonly agency: string
  readonly role: ActingRole
  readonly programmes: readonly string[]
  readonly name: Words
}

export interface FirmCapacity {
  readonly firm: string
  readonly role: 'firm-member' | 'adviser'
  readonly name: string
  readonly number: string
}

export interface Me {
  readonly person: {
    readonly id: string
    readonly email: string
    readonly name: string
    /** Of letters. */
    readonly locale: 'ko' | 'en'
    /** This session passed a second factor, or the agency's own provider vouches for it. */
    readonly secondFactor: boolean
    readonly hasSecondFactor: boolean
    readonly signedInAt: string
    /** `password`, or `oidc:` and the provider. */
    readonly by: string
  }
  readonly posts: readonly PostCapacity[]
  readonly firms: readonly FirmCapacity[]
  readonly invitations: readonly Invitation[]
  readonly demonstration: boolean
}

export interface Invitation {
  readonly id: string
  readonly agency: string
  readonly role: ActingRole
  readonly name: Words
  readonly until: string
}

export interface ReferralLine {
  readonly id: string
  readonly number: string
  readonly state: ReferralState
  readonly changed: number
  readonly firm: { readonly id: string; readonly name: string } | null
  readonly fromAgency: string
  readonly toAgency: string
  readonly fromProgramme: string
  readonly toProgramme: string
  readonly post: string | null
  readonly due: Day | null
  /** Working days; negative when it is late. */
  readonly daysLeft: number | null
  readonly sentOn: Day | null
  readonly reason: Reason | null
}

export interface Referrals {
  readonly lines: readonly ReferralLine[]
  readonly total: number
  readonly counts: Readonly<Partial<Record<ReferralState, number>>>
}

export interface PassedFact {
  readonly value: unknown
  readonly source: 'entered' | 'registry' | 'decision'
  readonly sourceName: string
  readonly asOf: Day
}

export interface CaseProof {
  readonly on: Day
  readonly programme: string
  readonly edition?: string
  readonly verdict?: ProgrammeVerdict
  readonly criteria: readonly CriterionResult[]
  readonly missing: readonly string[]
  readonly facts: Readonly<Record<string, PassedFact>>
}

export interface CaseSide {
  readonly agency: string
  readonly programme: string
  readonly post: string | null
}

export interface CaseEvent {
  readonly seq: number
  readonly move: ReferralMove | 'draft'
  readonly to: ReferralState
  readonly on: Day
  readonly at: string
  readonly by: Party
  readonly post: Words | null
  readonly reason: Reason | null
  readonly note: string | null
}

export interface CaseConsent {
  readonly id: string
  readonly kind: 'hand-off' | 'papers' | 'outcome'
  readonly recipient: string
  readonly purpose: string
  readonly facts: readonly string[]
  readonly participations: boolean
  readonly papers: readonly string[]
  readonly until: Day
  readonly givenAt: string
  readonly withdrawnAt: string | null
}

export interface CasePaper {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly state: string
}

export interface CaseMove {
  readonly move: ReferralMove
  readonly reasons: readonly Reason[]
}

export interface CheckedDecision {
  readonly id: string
  readonly agency: string
  readonly programme: string
  readonly criterion: string
  readonly verdict: 'met' | 'unmet'
  readonly on: Day
  readonly until: Day | null
  readonly reason: string | null
  /** Compact JWS, by the key at /api/keys. */
  readonly signature: string
  readonly revoked: boolean
  /** The server checked it for this answer: it is over every word of the decision. */
  readonly signatureHolds: boolean
}

export interface Case {
  readonly id: string
  readonly number: string
  readonly side: Party
  readonly state: ReferralState
  readonly changed: number
  readonly firm: { readonly id: string; readonly name: string; readonly number: string } | null
  readonly from: CaseSide
  readonly to: CaseSide
  readonly link: {
    readonly agreement: string
    readonly link: string
    readonly version: number
    readonly daysToAnswer: number
    readonly waives: readonly string[]
    readonly accepts: readonly string[]
  }
  readonly due: Day | null
  readonly daysLeft: number | null
  readonly reason: Reason | null
  readonly reroutedFrom: string | null
  readonly sentOn: Day | null
  readonly answeredOn: Day | null
  readonly moves: readonly CaseMove[]
  readonly history: readonly CaseEvent[]
  /** When the firm said that what it was asked back for is there, by the event of the return. */
  readonly filledIn: readonly { readonly seq: number; readonly at: string }[]
  readonly mails: { readonly from: string | null; readonly to: string | null }
  readonly consents: readonly CaseConsent[]
  readonly proof: CaseProof | null
  readonly decisions: readonly CheckedDecision[]
  readonly papers: readonly CasePaper[]
  readonly access: 'stands' | 'expired' | 'withdrawn' | 'recalled' | 'closed' | 'not yours'
}

export interface Moved {
  readonly state: ReferralState
  readonly changed: number
  readonly due: Day | null
}

export interface Drafted {
  readonly referral: string
  readonly number: string
}

export interface Candidate {
  readonly firm: string
  readonly name: string
  readonly on: Day
  readonly verdict: ProgrammeVerdict
  readonly missing: readonly string[]
  readonly before?: { readonly state: 'declined' | 'withdrawn' | 'expired' | 'recalled'; readonly on: Day }
}

export interface Candidates {
  readonly candidates: readonly Candidate[]
  readonly underWay: number
}

export interface Batch {
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly agreement: string
  readonly state: 'proposed' | 'approved' | 'refused'
  readonly firms: number
  readonly proposedAt: string
  readonly own: boolean
}

export interface Post {
  readonly id: string
  readonly role: ActingRole
  readonly name: Words
  readonly holders: readonly { readonly person: string; readonly name: string }[]
  readonly programmes: readonly string[]
  /** What lies with it and is not over. */
  readonly open: WorkToPass & {
    readonly sending: number
    readonly receiving: number
    readonly overdue: number
    readonly batches: number
    readonly tasks: number
    readonly seats: number
  }
}

/** What two agencies agree on. */
export interface LinkTerms {
  readonly fromProgramme: string
  readonly outcome: 'selected' | 'completed'
  readonly toProgramme: string
  readonly kind: Link['kind']
  readonly daysToAnswer: number
  readonly remindBefore: number
  readonly expireAfter: number
  readonly places: number | null
  readonly waives: readonly string[]
  readonly accepts: readonly string[]
  readonly legalBasis: string
  readonly purpose: Words
  readonly councilTask: string | null
  readonly validFrom: Day
  readonly validTo: Day | null
}

export interface Agreement extends LinkTerms {
  readonly id: string
  readonly link: string
  readonly version: number
  readonly state: AgreementState
  readonly changed: number
  readonly fromAgency: string
  readonly toAgency: string
  readonly proposedBy: string
  readonly reason: string | null
  readonly endedOn: Day | null
  readonly supersededBy: string | null
  readonly inForce: boolean
}

export type AgreementWriting = 'change' | 'renew'

/** What can be done with an agreement now, but not by who asks. */
export interface OthersAct {
  readonly act: AgreementMove | AgreementWriting
  readonly agencies: readonly string[]
  readonly roles: readonly ActingRole[]
  readonly because: 'other side' | 'other role' | 'other programme' | 'signed already' | 'written by you'
}

export interface AgreementInFull extends Agreement {
  readonly signatures: readonly {
    readonly step: 'propose' | 'offer' | 'review' | 'agree'
    readonly agency: string
    readonly post: Words
    readonly person: string | null
    readonly at: string
  }[]
  readonly versions: readonly Pick<Agreement, 'id' | 'version' | 'state' | 'validFrom' | 'validTo' | 'supersededBy'>[]
  readonly differences: readonly TermDifference[] | null
  readonly moves: readonly AgreementMove[]
  readonly writings: readonly AgreementWriting[]
  readonly others: readonly OthersAct[]
}

export interface TermDifference {
  readonly term: keyof LinkTerms
  readonly before: LinkTerms[keyof LinkTerms]
  readonly now: LinkTerms[keyof LinkTerms]
}

/** Null: hidden, because so few firms are meant; `medianDays` also when nothing was answered. */
export interface LinkFigures {
  readonly link: string
  readonly fromAgency: string
  readonly fromProgramme: string
  readonly toAgency: string
  readonly toProgramme: string
  readonly sent: number | null
  readonly answered: number | null
  readonly answeredInTime: number | null
  readonly accepted: number | null
  readonly declined: number | null
  readonly declinedFor: Readonly<Record<string, number | null>>
  readonly completed: number | null
  readonly medianDays: number | null
  readonly underWay: number | null
  readonly expired: number | null
}
