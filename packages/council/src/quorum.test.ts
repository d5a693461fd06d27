import { describe, expect, it } from 'vitest'
import { hostOf, type QuorumRule, quorumOf } from './quorum.ts'

const seat = (id: string, agency: string, votes = true) => ({ id, agency, votes })
const seats = [seat('a1', 'mss'), seat('a2', 'mss'), seat('b1', 'motie'), seat('o', 'kotra', false)]
const half: QuorumRule = { seats: 0.5, everyAgency: true }

describe('a quorum', () => {
  it.each([
    ['met by half of the seats with both sides there', half, ['a1', 'b1'], { is: 'met', present: 2, needed: 2 }],
    ['short when one side is missing', half, ['a1', 'a2'], { is: 'short', present: 2, needed: 2, absent: ['motie'] }],
    ['not helped by an observer', half, ['b1', 'o'], { is: 'short', present: 1, needed: 2, absent: ['mss'] }],
    [
      'met by one side where both need not come',
      { seats: 0.5, everyAgency: false },
      ['a1', 'a2'],
      { is: 'met', present: 2, needed: 2 },
    ],
    ['never met by nobody', { seats: 0, everyAgency: false }, [], { is: 'short', present: 0, needed: 1, absent: [] }],
  ])('is %s', (_, rule, present, told) => {
    expect(quorumOf(rule, seats, new Set(present))).toEqual(told)
  })
})

it('sessions are held by the first always, or by each in turn', () => {
  const turns = (rotation: 'fixed' | 'in-turn') => [1, 2, 3].map(number => hostOf(rotation, ['mss', 'motie'], number))
  expect([turns('fixed'), turns('in-turn'), hostOf('in-turn', [], 1)]).toEqual([
    ['mss', 'mss', 'mss'],
    ['mss', 'motie', 'mss'],
    null,
  ])
})
