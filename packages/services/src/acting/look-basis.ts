import type { Relation } from '@ieum/desk'

/** What a look at a firm rests on, as 접속기록 keeps it: the consents by their ids, or one of these words. Nothing else is written. */
export type LookBasis =
  | `consent ${string}`
  | 'own programme'
  /** A case that the agency had, of which it keeps the record when the consent has ended. */
  | 'own record of the referral'
  /** A list of the agency's cases: not of one consent each, though it shows no case without. */
  | 'referrals sent to the agency'
  | 'audit'

export const onConsents = (consents: readonly string[]): LookBasis => `consent ${consents.join(' ')}`

/** The consents, where any stands. */
export const onConsentsOr = (consents: readonly string[], other: LookBasis): LookBasis =>
  consents.length > 0 ? onConsents(consents) : other

/** What the record of a firm that an agency has of its own is: of a programme of its own, or of a case that was handed to it. */
export const ofOwnRecord = (relations: ReadonlySet<Relation>): LookBasis =>
  relations.has('own') || relations.has('referral-sent') ? 'own programme' : 'own record of the referral'

/** Read out of any text: entries from before the word `consent` was written have the id alone. */
export const consentsIn = (basis: string): readonly string[] =>
  basis.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []

/** Names no consent, and yet rests on cases that were handed to the agency; `received` was written for a list of them once. */
export const isOfItsCases = (basis: string): boolean =>
  (['own record of the referral', 'referrals sent to the agency'] satisfies LookBasis[] as string[])
    .concat('received')
    .includes(basis)
