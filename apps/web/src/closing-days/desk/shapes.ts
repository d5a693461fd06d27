import type { Day } from '@ieum/catalogue/records'
import type { SaidHere } from '../shapes.ts'

export const positions = ['agree', 'agree-with-changes', 'study', 'cannot'] as const
export type Position = (typeof positions)[number]
export type Side = 'large' | 'small' | 'public'

export interface Seat {
  readonly id: string
  readonly title: SaidHere
  readonly side: Side
  readonly speaks: boolean
}

export interface Municipality {
  readonly code: string
  readonly name: string
  readonly region: string | null
}

export interface ClosingAgreement {
  readonly id: string
  readonly municipality: Municipality
  readonly version: number
  readonly state: 'proposed' | 'agreed' | 'withdrawn'
  readonly rule: string | null
  readonly onHoliday: 'closed' | 'open' | 'next-day'
  readonly exceptions: readonly { readonly drop?: Day; readonly add?: Day; readonly why?: string }[]
  readonly storesIn: string | null
  readonly storesOut: string | null
  readonly gets: string | null
  readonly from: Day
  readonly until: Day | null
  readonly agreedOn: Day | null
  readonly decision: string | null
  readonly source: { readonly title: string; readonly url: string | null; readonly dated: Day | null } | null
  readonly openFrom: Day | null
  readonly superseded: boolean
  readonly positions: readonly {
    readonly seat: string
    readonly title: SaidHere
    readonly side: Side
    readonly position: Position
    readonly reason: string | null
    readonly session: string | null
  }[]
  readonly changed: number
}

export interface Closings {
  readonly council: { readonly id: string; readonly name: SaidHere; readonly municipality: Municipality | null }
  readonly keeps: boolean
  /** Whether who asks may propose closing days. */
  readonly proposes: boolean
  readonly seats: readonly Seat[]
  readonly sessions: readonly { readonly id: string; readonly number: number; readonly on: Day }[]
  readonly decisions: readonly {
    readonly id: string
    readonly number: string
    readonly on: Day
    readonly text: string
  }[]
  readonly agreements: readonly ClosingAgreement[]
}

const at = (post: string) => `/api/posts/${encodeURIComponent(post)}`

export const closingsPath = (post: string, council: string) =>
  `${at(post)}/councils/${encodeURIComponent(council)}/closing-days`

export const ofClosing = (post: string, agreement: string) => {
  const path = `${at(post)}/closing-agreements/${encodeURIComponent(agreement)}`
  return { positions: `${path}/positions`, agreement: `${path}/agreement`, withdrawal: `${path}/withdrawal` }
}
