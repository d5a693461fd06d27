import type { ReferralState } from '@ieum/desk'
import { describe, expect, it } from 'vitest'
import { stationsOf } from './stations.ts'

const past = (...states: readonly ReferralState[]) => ({
  state: states.at(-1)!,
  history: states.map((to, seq) => ({
    seq,
    move: 'draft' as const,
    to,
    on: `2026-06-${String(seq + 1).padStart(2, '0')}`,
    at: '2026-06-01T00:00:00.000Z',
    by: 'sender' as const,
    post: null,
    reason: null,
    note: null,
  })),
})

const said = (...states: readonly ReferralState[]) =>
  stationsOf(past(...states)).map(({ state, stands }) => (stands === 'ahead' ? `(${state})` : state))

describe('a referral as a line', () => {
  it('shows the whole way ahead while it goes well', () => {
    expect(said('drafted', 'consented', 'sent')).toEqual([
      'drafted',
      'consented',
      'sent',
      '(received)',
      '(under-review)',
      '(accepted)',
      '(enrolled)',
      '(completed)',
    ])
  })

  it.each([
    [['drafted', 'consented', 'sent', 'received', 'under-review', 'declined']],
    [['drafted', 'withdrawn']],
    [['drafted', 'consented', 'recalled']],
  ] as const)('ends where it ended: %s', states => {
    expect(said(...states)).toEqual(states)
  })

  it('stands at what was asked back, with the answer still ahead', () => {
    expect(said('drafted', 'consented', 'sent', 'received', 'under-review', 'returned')).toEqual([
      'drafted',
      'consented',
      'sent',
      'received',
      'under-review',
      'returned',
      '(accepted)',
      '(enrolled)',
      '(completed)',
    ])
  })

  it('tells the last day on which a station was reached', () => {
    const again = stationsOf(past('drafted', 'consented', 'sent', 'received', 'under-review', 'returned', 'sent'))
    expect(again.find(({ state }) => state === 'sent')).toMatchObject({ stands: 'here', on: '2026-06-07' })
  })

  it('changes over to the line of the receiving agency behind where it was sent', () => {
    const line = (...states: readonly ReferralState[]) => stationsOf(past(...states)).map(one => one.line)
    expect(line('drafted', 'consented', 'sent', 'received', 'under-review', 'declined')).toEqual([
      'sender',
      'sender',
      'sender',
      'receiver',
      'receiver',
      'receiver',
    ])
    expect(line('drafted', 'withdrawn')).toEqual(['sender', 'sender'])
  })
})
