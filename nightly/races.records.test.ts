import { moveReferral } from '@ieum/services'
import { addOfficer, inTheHouse, koreanCatalogue } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import { beforeAll, describe, expect, it } from 'vitest'
import { anySigner, handOn, type Needs } from './harness/hand-on.ts'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, reached } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { makeScene, type Scene } from './harness/scene.ts'
import { whole } from './harness/whole.ts'

const answers = rounds({ onPush: 20, nightly: 1_000 })
const awards = rounds({ onPush: 3, nightly: 200 })
const sends = 32
const places = 5

let catalogue: Needs['catalogue']
beforeAll(async () => {
  catalogue = await koreanCatalogue()
}, 60_000)

/** Two server processes are two pools of connections: what one knows, the other does not. */
async function twoServers(poolSize: number): Promise<{ needs: readonly [Needs, Needs]; database: Database }> {
  const { url } = await ownPostgres()
  const [one, other] = [await openFor(url, { poolSize }), await openFor(url, { poolSize })]
  const shared = { catalogue, signer: await anySigner() }
  return {
    needs: [
      { ...shared, database: one },
      { ...shared, database: other },
    ],
    database: one,
  }
}

const deadlocks = async ({ pool }: Database): Promise<number> =>
  Number(
    (await pool.query('select deadlocks from pg_stat_database where datname = current_database()')).rows[0].deadlocks,
  )

describe('C23 T8: of those who race on PostgreSQL', () => {
  it(
    'one desk answers, and the other is told',
    async context => {
      const { needs, database } = await twoServers(8)
      const scene = await makeScene(database, { firms: 1 })
      const [firm] = scene.firms
      const owner = await addOfficer(database, scene.receiver.capacity.agency, 'programme-owner')
      const winners = { accept: 0, decline: 0, recall: 0 }
      for (let round = 0; round < answers; round += 1) {
        const { referral, changed } = await bring(needs[0], scene, firm!, 5)
        // The two desks of the receiving agency, and now and then the sender who wants it back.
        const racers = [
          () => moveReferral(needs[0], scene.receiver, referral, { move: 'accept', changed }),
          () => moveReferral(needs[1], owner, referral, { move: 'decline', reason: 'places-full', changed }),
          ...(round % 3 === 0
            ? [
                () =>
                  moveReferral(needs[1], scene.sender, referral, { move: 'recall', reason: 'sent-in-error', changed }),
              ]
            : []),
        ]
        const outcomes = await Promise.all(inTurn(racers, Math.floor(round / 3)).map(race => race()))
        const won = outcomes.filter(outcome => outcome.is === 'moved')
        expect(won).toHaveLength(1)
        for (const outcome of outcomes)
          expect(['moved', 'changed meanwhile', 'access ended', 'not allowed now']).toContain(outcome.is)
        const state = won[0]!.is === 'moved' ? won[0]!.state : ''
        winners[state === 'accepted' ? 'accept' : state === 'declined' ? 'decline' : 'recall'] += 1
        // An accepted one is brought to its end, so that the firm is free for the next round.
        if (state === 'accepted') await handOn(needs[0], scene, firm!)
      }
      expect((await whole(database)).broken).toEqual([])
      reached(context, {
        check: 'C23',
        rounds: answers,
        figure: `exactly 1 winner in ${inWords(answers)} of ${inWords(answers)} (accept ${winners.accept}, decline ${winners.decline}, recall ${winners.recall}), 0 errors, ${await deadlocks(database)} deadlocks`,
      })
    },
    60_000 + answers * 2_000,
  )

  it(
    'as many are sent as there are places, and the others are told that none is left',
    async context => {
      const { needs, database } = await twoServers(16)
      const scene = await makeScene(database, { firms: sends })
      let most = 0
      for (let round = 0; round < awards; round += 1) {
        const agreement = await linkWithPlaces(database, scene.agreement, round)
        const ready = []
        for (const firm of scene.firms) ready.push(await bring(needs[round % 2]!, { ...scene, agreement }, firm, 2))
        const outcomes = await Promise.all(
          ready.map(({ referral, changed }, index) =>
            moveReferral(needs[index % 2]!, scene.sender, referral, { move: 'send', changed }),
          ),
        )
        const sent = outcomes.filter(({ is }) => is === 'moved').length
        most = Math.max(most, sent)
        expect(sent).toBe(places)
        expect(outcomes.filter(({ is }) => is === 'no places left')).toHaveLength(sends - places)
        await endAll(database, agreement)
      }
      reached(context, {
        check: 'C23',
        rounds: awards,
        figure: `${sends} sends at once on ${places} places: never more than ${most} sent, 0 errors, ${await deadlocks(database)} deadlocks`,
      })
    },
    60_000 + awards * 20_000,
  )
})

/** Hands the firm on until its referral was changed so often: 2 is consented, 5 under review. */
async function bring(needs: Needs, scene: Scene, firm: Scene['firms'][number], to: number) {
  for (let moves = 0; moves < 10; moves += 1) {
    const done = await handOn(needs, scene, firm)
    if (done.changed === to) return done
  }
  throw new Error(`it never came to ${to} changes`)
}

const inTurn = <T>(items: readonly T[], by: number): T[] => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
]

/** A link of its own for each round. */
async function linkWithPlaces(database: Database, like: string, round: number): Promise<string> {
  return inTheHouse(database, async tx => {
    const { id: _id, ...row } = await tx
      .selectFrom('link_agreement')
      .selectAll()
      .where('id', '=', like)
      .executeTakeFirstOrThrow()
    const { id } = await tx
      .insertInto('link_agreement')
      .values({ ...row, link: `${row.link}-${round}`, places })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** Those of a round make room for the next, behind the walls: how that is done rightly is no part of this race. */
const endAll = (database: Database, agreement: string) =>
  inTheHouse(database, tx =>
    tx
      .updateTable('referral')
      .set({ state: 'recalled', closed_on: '2026-06-01' })
      .where('agreement_id', '=', agreement)
      .execute(),
  )
