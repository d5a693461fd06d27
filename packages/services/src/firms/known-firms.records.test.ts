import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeInBothHomes } from '@ieum/storage/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { atDesk } from '../acting/at-desk.ts'
import { addAgreedLink, addFirm, addOfficer, inTheHouse, on } from '../testing/world.ts'

const agencies = ['tipa', 'kpic', 'kised'] as const
const states = [
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

const agency = fc.constantFrom(...agencies)
/** All that may make an agency know a firm, or nearly. */
const history = fc.record({
  participations: fc.array(fc.record({ agency, isWithdrawn: fc.boolean() }), { maxLength: 1 }),
  referrals: fc.array(
    fc.record({
      from: agency,
      away: fc.integer({ min: 1, max: 2 }),
      state: fc.constantFrom(...states),
      consent: fc.option(
        fc.record({
          recipient: agency,
          isWithdrawn: fc.boolean(),
          until: fc.constantFrom('2026-05-31', on, '2026-12-31'),
        }),
      ),
    }),
    { maxLength: 2 },
  ),
})

describeInBothHomes('C15: the firms that an agency knows', open => {
  it('are those of the first writing of the rule, whatever has come to pass', async () => {
    const database = open()
    const first = readFileSync(join(import.meta.dirname, '../../../storage/migrations/0008-walls.sql'), 'utf8')
    const text = /create function knows_firm[\s\S]*?end \$\$;/.exec(first)![0]
    await database.pool.query(text.replace('function knows_firm', 'function knew_firm'))
    const officers = await Promise.all(agencies.map(one => addOfficer(database, one, 'desk-officer')))
    const gone = await addOfficer(database, 'tipa', 'desk-officer')
    await inTheHouse(database, tx =>
      tx
        .updateTable('post_holder')
        .set({ until: new Date(Date.now() + 1) })
        .where('person_id', '=', gone.person.id)
        .execute(),
    )
    const { id: agreement } = await addAgreedLink(database)
    const histories = fc.sample(history, { numRuns: 150, seed: 14 })
    let count = 0
    for (const { participations, referrals } of histories) {
      const { capacity, person } = await addFirm(database)
      const firm_id = capacity.firm
      await inTheHouse(database, async tx => {
        for (const { agency, isWithdrawn } of participations)
          await tx
            .insertInto('participation')
            .values({
              firm_id,
              programme: 'p',
              edition: '2025',
              outcome: 'completed',
              on_day: '2026-05-01',
              source: 'decision',
              source_agency: agency,
              withdrawn_at: isWithdrawn ? new Date() : null,
            })
            .execute()
        for (const { from, away, state, consent } of referrals) {
          count += 1
          const { id } = await tx
            .insertInto('referral')
            .values({
              number: `n${count}`,
              agreement_id: agreement,
              firm_id,
              from_agency: from,
              to_agency: agencies[(agencies.indexOf(from) + away) % 3]!,
              from_programme: 'a',
              to_programme: `b${count}`,
              state,
              drafted_on: '2026-05-01',
            })
            .returning('id')
            .executeTakeFirstOrThrow()
          if (consent)
            await tx
              .insertInto('consent')
              .values({
                firm_id,
                referral_id: id,
                kind: 'hand-off',
                recipient_agency: consent.recipient,
                purpose: 'x',
                until: consent.until,
                refusal: 'x',
                text_id: 't',
                text_version: 1,
                text_language: 'ko',
                text_body: 'x',
                given_by: person.id,
                withdrawn_at: consent.isWithdrawn ? new Date() : null,
              })
              .execute()
        }
      })
    }
    const told = new Set<string>()
    for (const officer of [...officers, gone]) {
      const { rows } = await atDesk({ database }, officer, async desk => {
        const ids = await desk.asWorker(() => desk.tx.selectFrom('firm').select('id').execute())
        const all = ids.map(({ id }) => id)
        return sql<{ now: boolean; before: boolean; named: boolean }>`
          select knows_firm(id) as now, knew_firm(id) as before, id in (select n.id from names_of_firms(${all}::uuid[]) n) as named
          from unnest(${all}::uuid[]) as id`.execute(desk.tx)
      })
      expect(rows).toHaveLength(histories.length)
      for (const { now, before, named } of rows) {
        expect(now).toBe(before)
        expect(named).toBe(now)
        told.add(`${officer === gone ? 'gone' : 'holds'} ${now}`)
      }
    }
    expect([...told].sort()).toEqual(['gone false', 'holds false', 'holds true'])
  })
})
