import { movers, movesOf, type Party, type ReferralMove, type ReferralState, reasonsOf } from '@ieum/desk'
import { asTold } from '@ieum/desk/testing'
import {
  type Acting,
  draftReferral,
  giveConsent,
  moveReferral,
  type OfficerMove,
  rerouteReferral,
  sweepByClock,
} from '@ieum/services'
import {
  addAgreedLink,
  addFirm,
  addOfficer,
  addParticipation,
  inTheHouse,
  koreanCatalogue,
} from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { anySigner, type Needs } from './harness/hand-on.ts'
import { inWords, reached } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { whole } from './harness/whole.ts'

const runs = rounds({ onPush: 15, nightly: 1_000 })

let catalogue: Needs['catalogue']
beforeAll(async () => {
  catalogue = await koreanCatalogue()
}, 60_000)

/** What is tried: a move that may be made now, or any move by anybody. */
interface Try {
  readonly rightly: boolean
  readonly which: number
  readonly move: ReferralMove
  readonly by: Party | 'stranger'
  readonly saysWhy: boolean
  readonly seen: 'now' | 'before'
}

const parties = ['sender', 'receiver', 'firm', 'clock'] as const
const often = <T>(usual: T, seldom: T) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(seldom) })
const tries: fc.Arbitrary<Try> = fc.record({
  rightly: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
  which: fc.nat(59),
  move: fc.constantFrom(...(Object.keys(movers) as ReferralMove[])),
  by: fc.constantFrom(...parties, 'stranger' as const),
  saysWhy: often(true, false),
  seen: often<'now' | 'before'>('now', 'before'),
})

/** The end of a walk comes late: most of the time the way goes on. */
function rightMove(state: ReferralState, which: number): { move: ReferralMove; by: Party } | undefined {
  const all = parties.flatMap(by => movesOf(state, by).map(move => ({ move, by })))
  const onward = all.filter(({ move }) => !['recall', 'withdraw', 'expire', 'fail'].includes(move))
  const from = which % 10 < 8 && onward.length > 0 ? onward : all
  return from[which % from.length]
}

async function cast(database: Database) {
  const link = await addAgreedLink(database)
  const next = await addAgreedLink(database, { toProgramme: 'mss-jump-up', toAgency: 'kised' })
  return {
    link,
    next,
    sender: await addOfficer(database, link.fromAgency, 'desk-officer'),
    receiver: await addOfficer(database, link.toAgency, 'desk-officer'),
    stranger: await addOfficer(database, 'kosmes', 'desk-officer'),
  }
}

describeInBothHomes('C22 T7 T8: the use cases of a referral', open => {
  it(
    `lead where the told lines lead, and nowhere else, whatever is tried by whom`,
    async context => {
      const database = open()
      const needs = { database, catalogue, signer: await anySigner() }
      const { link, next, sender, receiver, stranger } = await cast(database)
      const seen = new Set<string>()
      let tried = 0
      await fc.assert(
        fc.asyncProperty(fc.array(tries, { maxLength: 50, size: 'max' }), async commands => {
          const firm = await addFirm(database)
          await addParticipation(database, firm.capacity.firm, {
            agency: link.fromAgency,
            programme: link.fromProgramme,
          })
          const asked = { agreement: link.id, firm: firm.capacity.firm, reason: '다음 단계' }
          const drafted = await draftReferral(needs, sender, asked)
          if (drafted.is !== 'drafted') throw new Error(drafted.is)
          const id = drafted.referral
          const who = { sender, receiver, firm, stranger }
          let standing: { state: ReferralState; changed: number } = { state: 'drafted', changed: 1 }

          for (const command of commands) {
            const drawn = command.rightly ? rightMove(standing.state, command.which) : undefined
            const { move, by } = drawn ?? command
            if (!canBeTried(move, by)) continue
            tried += 1
            const changed = command.seen === 'now' ? standing.changed : standing.changed - 1
            const reason =
              command.saysWhy && move in reasonsOf ? reasonsOf[move as keyof typeof reasonsOf][0] : undefined
            const outcome = await attempt(needs, who, id, { move, by, changed, reason, next: next.id })
            const now = await stand(database, id)
            const leadsTo = asTold[standing.state]!.includes(now.state)
            const ownMove = movers[move] === by && movesOf(standing.state, movers[move]).includes(move)
            const mayBe =
              ownMove &&
              (by === 'clock' || command.seen === 'now') &&
              (reason !== undefined || !(move in reasonsOf) || move === 'withdraw')
            expect({ move, by, from: standing.state, moved: outcome }).toEqual({
              move,
              by,
              from: standing.state,
              moved: mayBe,
            })
            if (outcome) {
              expect(leadsTo).toBe(true)
              expect(now.changed).toBe(standing.changed + 1)
              seen.add(`${standing.state}>${now.state}`)
            } else expect(now).toEqual(standing)
            standing = now
          }
        }),
        { numRuns: runs },
      )
      expect((await whole(database)).broken).toEqual([])
      const told = Object.entries(asTold).flatMap(([from, to]) => to.map(state => `${from}>${state}`))
      if (runs >= 1_000) expect(told.filter(line => !seen.has(line))).toEqual([])
      reached(context, {
        check: 'C22',
        rounds: runs,
        figure: `${database.home === 'embedded' ? 'PGlite' : 'PostgreSQL'}: 0 of ${inWords(tried)} moves tried went elsewhere; ${seen.size} of ${told.length} told moves seen`,
      })
    },
    60_000 + runs * 5_000,
  )
})

/** Consent is given by the firm's own use case, expiry comes with a day, and only officers re-route: no other way leads there. */
const canBeTried = (move: ReferralMove, by: Try['by']): boolean => {
  if (move === 'consent') return by === 'firm'
  if (move === 'expire') return by === 'clock'
  if (by === 'clock') return false
  return move !== 're-route' || by !== 'firm'
}

interface Attempt {
  readonly move: ReferralMove
  readonly by: Try['by']
  readonly changed: number
  readonly reason: string | undefined
  readonly next: string
}

type Cast = Readonly<Record<'sender' | 'receiver' | 'stranger' | 'firm', Acting>>

/** Whether it was moved. */
async function attempt(needs: Needs, who: Cast, id: string, { move, by, changed, reason, next }: Attempt) {
  if (by === 'clock') {
    // Those of walks before this one, which were left on their way, run out with it.
    const before = await stand(needs.database, id)
    await sweepByClock(needs, '2027-06-01')
    return (await stand(needs.database, id)).changed > before.changed
  }
  const acting = who[by] as never
  if (move === 'consent') {
    const given = { language: 'ko', until: '2026-12-31', facts: [], participations: true, outcome: true } as const
    return (await giveConsent(needs, acting, id, { ...given, changed })).is === 'moved'
  }
  if (move === 're-route')
    return (
      (await rerouteReferral(needs, acting, id, { agreement: next, changed, reason: '자리 없음' })).is === 'drafted'
    )
  return (await moveReferral(needs, acting, id, { move: move as OfficerMove, changed, reason })).is === 'moved'
}

const stand = (database: Database, id: string) =>
  inTheHouse(database, tx =>
    tx.selectFrom('referral').select(['state', 'changed']).where('id', '=', id).executeTakeFirstOrThrow(),
  )
