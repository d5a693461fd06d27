/** A referral as a line: the stations it passed, where it stands, and those ahead when all goes well. */
import type { Day } from '@ieum/catalogue/records'
import type { ReferralState } from '@ieum/desk'
import type { Case } from '../../../desk/client/shapes.ts'

export interface Station {
  readonly state: ReferralState
  readonly stands: 'passed' | 'here' | 'ahead'
  /** When it was last reached. */
  readonly on?: Day
  /** Whose line it lies on; the case changes over where it is sent. */
  readonly line: 'sender' | 'receiver'
  /** The line ends here: nothing lies ahead. */
  readonly isLast: boolean
}

const way: readonly ReferralState[] = [
  'drafted',
  'consented',
  'sent',
  'received',
  'under-review',
  'accepted',
  'enrolled',
  'completed',
]
const ofSender: readonly ReferralState[] = ['drafted', 'consented', 'sent', 'recalled', 're-routed']

export function stationsOf({ state, history }: Pick<Case, 'state' | 'history'>): readonly Station[] {
  const reachedOn = new Map(history.map(({ to, on }) => [to, on]))
  const at = way.indexOf(state)
  const isOnWay = at >= 0
  const passed = isOnWay ? way.slice(0, at) : way.filter(one => reachedOn.has(one))
  const ahead = state === 'returned' ? way.slice(way.indexOf('accepted')) : isOnWay ? way.slice(at + 1) : []
  const last = ahead.at(-1) ?? state
  return [
    ...passed.map(one => ({ state: one, stands: 'passed' as const })),
    { state, stands: 'here' as const },
    ...ahead.map(one => ({ state: one, stands: 'ahead' as const })),
  ].map(station => ({
    ...station,
    ...(station.stands !== 'ahead' && reachedOn.has(station.state) && { on: reachedOn.get(station.state)! }),
    line: lineOf(station.state, passed),
    isLast: station.state === last,
  }))
}

/** An end before it was sent lies on the line that it never left. */
const lineOf = (state: ReferralState, passed: readonly ReferralState[]): Station['line'] => {
  if (ofSender.includes(state)) return 'sender'
  return way.includes(state) || state === 'returned' || passed.includes('sent') ? 'receiver' : 'sender'
}
