/** A council as its secretary draws it up. */
import type { Day } from '@ieum/catalogue/records'

export interface SeatToDrawUp {
  /** None for an organisation of a side that is no agency here. */
  readonly agency?: string | undefined
  /** Of a consultative body. */
  readonly side?: 'large' | 'small' | 'public' | undefined
  readonly title: string
  readonly titleEn?: string | undefined
  readonly kind: 'chair' | 'member' | 'observer'
}

export interface CouncilToDrawUp {
  readonly name: string
  readonly nameEn?: string | undefined
  readonly kind: 'policy' | 'consultative' | 'zone'
  /** Today when left out. */
  readonly foundedOn?: Day | undefined
  readonly quorum: {
    /** Share of the voting seats that must be taken, above 0 and at most 1. */
    readonly seats: number
    readonly everyAgency: boolean
  }
  readonly rotation: 'fixed' | 'in-turn'
  /** Code of the municipality that a consultative body is of. */
  readonly municipality?: string | undefined
  readonly seats: readonly SeatToDrawUp[]
}
