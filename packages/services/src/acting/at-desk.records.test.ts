import { describeInBothHomes } from '@ieum/storage/testing'
import { describe, expect, it } from 'vitest'
import { addAgreedLink, addFirm, addOfficer, addParticipation, inTheHouse } from '../testing/world.ts'
import { atDesk } from './at-desk.ts'
import { destroyDueOutcomes } from './destroy-due-outcomes.ts'
import { KeyUsedOtherwise, StillUnderWay } from './once.ts'
import { relationsToFirm } from './relations.ts'

describeInBothHomes('at the desk', open => {
  describe('traces', () => {
    it('of a look and of a change stand in the lane of the agency, each in a chain', async () => {
      const database = open()
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      const { capacity } = await addFirm(database)
      for (const reason of ['first', 'second'])
        await atDesk({ database }, officer, async desk => {
          desk.looked({ firm: capacity.firm, operation: 'read dossier', basis: 'own programme', reason })
          desk.changed('record fact', capacity.firm, { name: 'employees' })
        })
      const looks = await inTheHouse(database, tx => tx.selectFrom('access_entry').selectAll().orderBy('seq').execute())
      expect(
        looks.map(({ lane, seq, place, firm_ids, operation, reason }) => [
          lane,
          seq,
          place,
          firm_ids[0],
          operation,
          reason,
        ]),
      ).toEqual([
        ['tipa', 1, '192.0.2.1', capacity.firm, 'read dossier', 'first'],
        ['tipa', 2, '192.0.2.1', capacity.firm, 'read dossier', 'second'],
      ])
      expect(new Set(looks.map(({ hash }) => hash)).size).toBe(2)
      expect(JSON.parse(looks[1]!.entry)).toMatchObject({ seq: 2, lane: 'tipa', person_id: officer.person.id })
    })

    it('are written or nothing is done: T6', async () => {
      const database = open()
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      const before = await inTheHouse(database, tx => tx.selectFrom('post').select('name_ko').execute())
      const doing = atDesk({ database }, officer, async desk => {
        await desk.asWorker(() => desk.tx.updateTable('post').set({ name_ko: 'changed' }).execute())
        desk.looked({ firm: 'no id of a firm', operation: 'read dossier', basis: 'own programme' })
      })
      await expect(doing).rejects.toThrow()
      expect(await inTheHouse(database, tx => tx.selectFrom('post').select('name_ko').execute())).toEqual(before)
    })

    it('cannot be changed or taken out by whoever acts', async () => {
      const database = open()
      const officer = await addOfficer(database, 'tipa', 'auditor')
      await atDesk({ database }, officer, async desk => desk.changed('manage posts', 'x'))
      await expect(atDesk({ database }, officer, ({ tx }) => tx.deleteFrom('audit_entry').execute())).rejects.toThrow(
        /permission denied/,
      )
      await expect(
        atDesk({ database }, officer, desk => desk.asWorker(() => desk.tx.deleteFrom('audit_entry').execute())),
      ).rejects.toThrow(/permission denied|only grows/)
    })
  })

  describe('a request that comes twice', () => {
    const once = { key: 'a-key-of-8', request: 'a' }

    it('is done once, and its outcome told again', async () => {
      const database = open()
      const officer = { ...(await addOfficer(database, 'tipa', 'desk-officer')), once }
      let done = 0
      const work = () =>
        atDesk({ database }, officer, async () => {
          done += 1
          return { is: 'done', done }
        })
      expect([await work(), await work()]).toEqual([
        { is: 'done', done: 1 },
        { is: 'done', done: 1 },
      ])
      expect(done).toBe(1)
    })

    it('is refused when the key was used for something else', async () => {
      const database = open()
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      await atDesk({ database }, { ...officer, once }, async () => ({ is: 'done' }))
      await expect(
        atDesk({ database }, { ...officer, once: { ...once, request: 'b' } }, async () => ({ is: 'done' })),
      ).rejects.toThrow(KeyUsedOtherwise)
    })

    it('is told to wait while the first is under way, where there are several connections', async () => {
      const database = open()
      if (database.home === 'embedded') return
      const officer = { ...(await addOfficer(database, 'tipa', 'desk-officer')), once }
      await atDesk({ database }, officer, async () => {
        await expect(atDesk({ database }, officer, async () => 1)).rejects.toThrow(StillUnderWay)
        return 1
      })
    })
  })

  it('C11: the outcome of a request is destroyed when it is a year old, and no earlier', async () => {
    const database = open()
    const { person } = await addOfficer(database, 'tipa', 'desk-officer')
    const ages = ['2025-05-31T00:00:00Z', '2025-05-30T23:59:59Z', '2024-01-01T00:00:00Z', '2026-06-01T00:00:00Z']
    await inTheHouse(database, tx =>
      tx
        .insertInto('kept_outcome')
        .values(ages.map(at => ({ person_id: person.id, key: at, request_sha256: 'a', outcome: '{}', created_at: at })))
        .execute(),
    )
    expect(await destroyDueOutcomes({ database }, '2026-06-01')).toEqual({ destroyed: 2 })
    expect(await destroyDueOutcomes({ database }, '2026-06-01')).toEqual({ destroyed: 0 })
    const left = await inTheHouse(database, tx => tx.selectFrom('kept_outcome').select('key').orderBy('key').execute())
    expect(left.map(({ key }) => key)).toEqual([ages[0], ages[3]])
  })

  describe('relations to a firm', () => {
    it('are none for an agency that has nothing to do with it, and for another firm', async () => {
      const database = open()
      const officer = await addOfficer(database, 'kpic', 'desk-officer')
      const firm = await addFirm(database)
      const other = await addFirm(database)
      for (const who of [officer, other])
        expect(
          await atDesk({ database }, who, async desk => [
            ...(await relationsToFirm(desk, firm.capacity.firm)).relations,
          ]),
        ).toEqual(['none'])
    })

    it('are own for the agency whose programme supported it, within what the post looks after', async () => {
      const database = open()
      const firm = await addFirm(database)
      const { fromProgramme, fromAgency } = await addAgreedLink(database)
      await addParticipation(database, firm.capacity.firm, { agency: fromAgency, programme: fromProgramme })
      const all = await addOfficer(database, fromAgency, 'desk-officer')
      const some = await addOfficer(database, fromAgency, 'desk-officer', ['mss-jump-up'])
      const relations = (who: typeof all) =>
        atDesk({ database }, who, async desk => [...(await relationsToFirm(desk, firm.capacity.firm)).relations])
      expect(await relations(all)).toEqual(['own'])
      expect(await relations(some)).toEqual(['none'])
    })
  })

  it('T1: shows a firm by row to nobody who has nothing to do with it, whatever the settings say', async () => {
    const database = open()
    const firm = await addFirm(database)
    const officer = await addOfficer(database, 'kpic', 'desk-officer')
    const stranger = await addFirm(database)
    const asIf = { ...stranger, capacity: { ...stranger.capacity, firm: firm.capacity.firm } }
    for (const who of [officer, asIf])
      expect(
        await atDesk({ database }, who, ({ tx }) =>
          tx.selectFrom('firm').select('id').where('id', '=', firm.capacity.firm).execute(),
        ),
      ).toEqual([])
    expect(await atDesk({ database }, firm, ({ tx }) => tx.selectFrom('firm').select('id').execute())).toEqual([
      { id: firm.capacity.firm },
    ])
  })
})
