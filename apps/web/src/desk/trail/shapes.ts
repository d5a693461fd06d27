/** What the server says of the trails. */
import type { ReferralState } from '@ieum/desk'

export interface PersonNamed {
  readonly id: string
  readonly name: string | null
  readonly email: string | null
}

export interface FirmLooked {
  readonly id: string
  readonly number: string
  readonly name: string
}

interface Words {
  readonly ko: string
  readonly en: string
}

export interface Access {
  readonly seq: number
  readonly at: string
  readonly person: PersonNamed
  readonly post: Words | null
  readonly place: string
  readonly firms: readonly FirmLooked[]
  readonly firmCount: number
  readonly operation: string
  readonly basis: string
  readonly reason: string | null
}

export interface Accesses {
  readonly accesses: readonly Access[]
  readonly next: number | null
}

export interface Change {
  readonly seq: number
  readonly at: string
  readonly person: PersonNamed | null
  readonly post: Words | null
  readonly operation: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Changes {
  readonly changes: readonly Change[]
  readonly next: number | null
}

export type TrailName = 'access_entry' | 'audit_entry'

export type Verified =
  | {
      readonly is: 'whole'
      readonly entries: number
      readonly after?: readonly { readonly seq: number }[]
    }
  | { readonly is: 'tampered'; readonly seq: number; readonly why: string }

export interface MonthLine {
  readonly month: string
  readonly looks: number
  readonly over: boolean
  readonly reviewedAt: string | null
}

interface Counted {
  readonly count: number
  readonly entries: readonly Access[]
}

export interface Month {
  readonly month: string
  readonly over: boolean
  readonly figures: {
    readonly looks: number
    readonly firms: number
    readonly people: readonly {
      readonly person: PersonNamed
      readonly looks: number
      readonly firms: number
      readonly outOfHours: number
      readonly withoutReferral: number
      readonly downloads: number
    }[]
    readonly outOfHours: Counted & {
      readonly opens: string | null
      readonly closes: string | null
      readonly approximate: boolean
    }
    readonly withoutReferral: Counted
    readonly downloads: Counted & { readonly withoutReason: number }
    readonly neverSent: {
      readonly count: number
      readonly referrals: readonly {
        readonly id: string
        readonly number: string
        readonly firm: FirmLooked | null
        readonly state: ReferralState
        readonly draftedOn: string
        readonly draftedBy: PersonNamed | null
        readonly looks: number
      }[]
    }
  }
  readonly reviews: readonly {
    readonly id: string
    readonly at: string
    readonly person: PersonNamed
    readonly remark: string
  }[]
}
