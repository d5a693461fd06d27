import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workCalendarOf } from '../working-days.ts'
import { movers, moves, type ReferralMove, type ReferralState, reasonsOf, states } from './moves.ts'
import { type AnswerDays, type Standing, step } from './step.ts'
import { asTold } from './testing/as-told.ts'

/** Every day is a working day here: calendars have tests of their own. */
const days: AnswerDays = {
  daysToAnswer: 10,
  calendar: workCalendarOf({ weekend: [], complete_from: 2026, complete_through: 2026, years: [] }),
}

const fresh: Standing = { state: 'drafted', due: null, daysLeft: null }
const reasonFor = (move: ReferralMove): { reason?: string } =>
  move in reasonsOf ? { reason: reasonsOf[move as keyof typeof reasonsOf][0] } : {}

describe('moves of a referral', () => {
  it('are those that were agreed on, and no others', () => {
    const reached = Object.fromEntries(states.map(state => [state, Object.values(moves[state]).sort()]))
    expect(reached).toEqual(Object.fromEntries(Object.entries(asTold).map(([from, to]) => [from, [...to].sort()])))
  })

  it('are refused in every state in which they do not stand', () => {
    const allMoves = Object.keys(movers) as ReferralMove[]
    const refused = states.flatMap(state =>
      allMoves.filter(
        move =>
          step({ ...fresh, state }, { move, by: movers[move], on: '2026-06-01', ...reasonFor(move) }, days).is ===
          'not allowed now',
      ),
    )
    expect(refused).toHaveLength(states.length * allMoves.length - Object.values(asTold).flat().length)
  })

  it('are refused to every party but their own', () => {
    for (const state of states)
      for (const move of Object.keys(moves[state]) as ReferralMove[])
        for (const by of ['sender', 'receiver', 'firm', 'clock'] as const)
          if (by !== movers[move])
            expect(step({ ...fresh, state }, { move, by, on: '2026-06-01', ...reasonFor(move) }, days)).toEqual({
              is: 'not yours',
              mover: movers[move],
            })
  })

  it('that say no need a coded reason, but a firm may withdraw without one', () => {
    const underReview: Standing = { state: 'under-review', due: '2026-06-11', daysLeft: null }
    const decline = { move: 'decline', by: 'receiver', on: '2026-06-05' } as const
    expect(step(underReview, decline, days).is).toBe('reason needed')
    expect(step(underReview, { ...decline, reason: 'because' }, days).is).toBe('reason needed')
    expect(step(underReview, { ...decline, reason: 'places-full' }, days)).toMatchObject({
      is: 'moved',
      reason: 'places-full',
    })
    expect(step(underReview, { move: 'withdraw', by: 'firm', on: '2026-06-05' }, days).is).toBe('moved')
  })
})

describe('the days of a referral', () => {
  const walk = (...made: { move: ReferralMove; on: string }[]): Standing =>
    made.reduce<Standing>((standing, { move, on }) => {
      const stepped = step(standing, { move, by: movers[move], on, ...reasonFor(move) }, days)
      if (stepped.is !== 'moved') throw new Error(`${move} after ${standing.state}: ${stepped.is}`)
      return stepped.to
    }, fresh)

  it('run from sending, stand while more is asked for, and go on from there', () => {
    const sent = walk({ move: 'consent', on: '2026-06-01' }, { move: 'send', on: '2026-06-02' })
    expect(sent).toEqual({ state: 'sent', due: '2026-06-12', daysLeft: null })
    const returned = walk(
      { move: 'consent', on: '2026-06-01' },
      { move: 'send', on: '2026-06-02' },
      { move: 'receive', on: '2026-06-03' },
      { move: 'review', on: '2026-06-03' },
      { move: 'return', on: '2026-06-05' },
    )
    expect(returned).toEqual({ state: 'returned', due: null, daysLeft: 7 })
    expect(step(returned, { move: 'resend', by: 'sender', on: '2026-07-01' }, days)).toMatchObject({
      to: { state: 'sent', due: '2026-07-08', daysLeft: null },
    })
  })

  it('that ran out before more was asked for leave one', () => {
    const late: Standing = { state: 'under-review', due: '2026-06-01', daysLeft: null }
    expect(
      step(late, { move: 'return', by: 'receiver', on: '2026-06-20', reason: 'paper-missing' }, days),
    ).toMatchObject({ to: { daysLeft: 1 } })
  })

  // Whatever is tried in whatever order, the referral is where the told lines lead, and owes an answer exactly while it waits for one.
  it('C22 T7 T8: hold on 10,000 random walks against the told lines', () => {
    const seen = new Set<string>()
    const all = Object.keys(movers) as ReferralMove[]
    const ending = all.filter(move => ['recall', 'withdraw', 'expire'].includes(move))
    const tried = fc
      .oneof(
        { weight: 15, arbitrary: fc.constantFrom(...all.filter(move => !ending.includes(move))) },
        { weight: 1, arbitrary: fc.constantFrom(...ending) },
      )
      .chain(move =>
        fc.record({
          move: fc.constant(move),
          by: fc.oneof(
            { weight: 9, arbitrary: fc.constant(movers[move]) },
            {
              weight: 1,
              arbitrary: fc.constantFrom('sender' as const, 'receiver' as const, 'firm' as const, 'clock' as const),
            },
          ),
          withReason: fc.integer({ min: 0, max: 9 }).map(drawn => drawn > 0),
        }),
      )
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 50, size: 'max' }), commands => {
        let standing = fresh
        for (const { move, by, withReason } of commands) {
          const stepped = step(standing, { move, by, on: '2026-06-01', ...(withReason && reasonFor(move)) }, days)
          const mine = movers[move] === by
          const saysWhy = withReason || !(move in reasonsOf) || move === 'withdraw'
          const leadsTo = moves[standing.state][move]
          if (stepped.is === 'moved') {
            expect(mine && saysWhy && asTold[standing.state]!.includes(stepped.to.state)).toBe(true)
            seen.add(`${standing.state}>${stepped.to.state}`)
            standing = stepped.to
          } else expect(leadsTo === undefined || !mine || !saysWhy).toBe(true)
          const owed = ['sent', 'received', 'under-review'].includes(standing.state)
          expect(standing.due !== null).toBe(owed)
          expect(standing.daysLeft !== null).toBe(standing.state === 'returned')
        }
      }),
      { numRuns: 10_000 },
    )
    const told = Object.entries(asTold).flatMap(([from, to]) => to.map(next => `${from}>${next}`))
    expect(told.filter(line => !seen.has(line))).toEqual([])
  })
})

it('names its states once', () => {
  const reached = new Set<ReferralState>(['drafted', ...states.flatMap(state => Object.values(moves[state]))])
  expect([...reached].sort()).toEqual([...states].sort())
})
