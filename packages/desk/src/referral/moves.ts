/**
 * A referral: a firm handed from one agency to another along a link. Its states follow FHIR's ServiceRequest and Task (docs/adr/0014);
 * every move there is stands here, and a pair that is not here is not allowed. The diagram in docs/ is drawn from these tables.
 */

export const states = [
  'drafted',
  'consented',
  'sent',
  'received',
  'under-review',
  'returned',
  'accepted',
  'declined',
  'enrolled',
  'completed',
  'failed',
  'recalled',
  'withdrawn',
  'expired',
  're-routed',
] as const

export type ReferralState = (typeof states)[number]

/** Who makes a move: the agency that sends, the one that receives, the firm itself, or a day that has come. */
export type Party = 'sender' | 'receiver' | 'firm' | 'clock'

export const movers = {
  consent: 'firm',
  send: 'sender',
  receive: 'receiver',
  review: 'receiver',
  return: 'receiver',
  resend: 'sender',
  accept: 'receiver',
  decline: 'receiver',
  enrol: 'receiver',
  complete: 'receiver',
  fail: 'receiver',
  're-route': 'sender',
  recall: 'sender',
  withdraw: 'firm',
  expire: 'clock',
} as const satisfies Record<string, Party>

export type ReferralMove = keyof typeof movers

export const moves: Record<ReferralState, Partial<Record<ReferralMove, ReferralState>>> = {
  drafted: { consent: 'consented', recall: 'recalled', withdraw: 'withdrawn', expire: 'expired' },
  consented: { send: 'sent', recall: 'recalled', withdraw: 'withdrawn', expire: 'expired' },
  sent: { receive: 'received', recall: 'recalled', withdraw: 'withdrawn', expire: 'expired' },
  received: { review: 'under-review', recall: 'recalled', withdraw: 'withdrawn', expire: 'expired' },
  'under-review': {
    return: 'returned',
    accept: 'accepted',
    decline: 'declined',
    recall: 'recalled',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  returned: { resend: 'sent', recall: 'recalled', withdraw: 'withdrawn', expire: 'expired' },
  accepted: { enrol: 'enrolled', fail: 'failed', withdraw: 'withdrawn' },
  enrolled: { complete: 'completed', fail: 'failed' },
  declined: { 're-route': 're-routed' },
  expired: { 're-route': 're-routed' },
  completed: {},
  failed: {},
  recalled: {},
  withdrawn: {},
  're-routed': {},
}

/** Every "no" says why, with one of these codes; their words in both languages stand in the wording package. */
export const reasonsOf = {
  return: ['paper-missing', 'fact-missing', 'facts-disagree'],
  decline: [
    'criterion-unmet',
    'places-full',
    'budget-spent',
    'window-closed',
    'supported-already',
    'judged-unsuitable',
  ],
  fail: ['not-taken-up', 'given-up', 'duties-not-met', 'business-closed'],
  recall: ['sent-in-error', 'firm-changed', 'link-ended'],
  withdraw: ['plans-changed', 'not-agreed', 'other-support-found'],
} as const satisfies Partial<Record<ReferralMove, readonly string[]>>

export type Reason = (typeof reasonsOf)[keyof typeof reasonsOf][number]

/** The referral is on its way and the receiving agency may see what was consented to. */
export const underWay: readonly ReferralState[] = [
  'sent',
  'received',
  'under-review',
  'returned',
  'accepted',
  'enrolled',
]

/** The receiving agency owes an answer, and the days of the link run. */
export const awaitsAnswer: readonly ReferralState[] = ['sent', 'received', 'under-review']

/** Nothing more is to come, but for a new way after a no. */
export const isOver = (state: ReferralState): boolean => Object.keys(moves[state]).every(move => move === 're-route')

/** The moves that a party may make now, in the order of the table. */
export const movesOf = (state: ReferralState, party: Party): readonly ReferralMove[] =>
  (Object.keys(moves[state]) as ReferralMove[]).filter(move => movers[move] === party)
