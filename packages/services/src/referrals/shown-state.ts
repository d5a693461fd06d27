import type { Party, ReferralState } from '@ieum/desk'

const afterAcceptance: readonly ReferralState[] = ['enrolled', 'completed', 'failed']

/** The sending agency sees how a referral went on after acceptance only if the firm agreed to that. */
export const shownState = ({ state }: { readonly state: ReferralState }, side: Party, known: boolean): ReferralState =>
  side === 'sender' && !known && afterAcceptance.includes(state) ? 'accepted' : state
