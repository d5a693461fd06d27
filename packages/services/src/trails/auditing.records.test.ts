import { type Database, inTransaction, type Role } from '@ieum/storage'
import { describeInBothHomes, superuserOf } from '@ieum/storage/testing'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { readDossier } from '../dossier/read-dossier.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { draftReferral } from '../referrals/draft-referral.ts'
import { firmThatCompleted } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addFirm, addOfficer, addParticipation, inTheHouse } from '../testing/world.ts'
import { destroyDueAccesses } from './destroy-due-accesses.ts'
import { exportTrail } from './export-trail.ts'
import { readAccesses } from './read-accesses.ts'
import { readChanges } from './read-changes.ts'
import { listMonths, readMonth, reviewMonth } from './review-month.ts'
import { checkpointOf, trailLines } from './trail-lines.ts'
import { verifyOwnTrail } from './verify-own-trail.ts'
import { verifyTrail } from './verify-trail.ts'

let catalogue: OpenCatalogue
beforeAll(async () => {
  catalogue = await koreanCatalogue()
}, 120_000)

const span = { from: '2026-01-01', to: '2199-12-31' }

/** A look as it was taken at that instant. */
async function addLook(
  database: Database,
  { person, capacity }: Acting<PostCapacity>,
  firms: string | readonly string[],
  at: string,
  { operation = 'read own record', reason = null as string | null } = {},
): Promise<void> {
  await inTheHouse(database, tx =>
    tx
      .insertInto('access_entry')
      .values({
        lane: capacity.agency,
        at,
        person_id: person.id,
        post_id: capacity.post,
        place: '192.0.2.7',
        firm_ids: [firms].flat(),
        operation,
        basis: 'own programme',
        reason,
      })
      .execute(),
  )
}

async function allLines(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

describeInBothHomes('an auditor', open => {
  const needs = () => ({ database: open(), catalogue })

  it('C40: reads who looked at whom, from where, when and what for, and filters and turns the pages', async () => {
    const database = open()
    const auditor = await addOfficer(database, 'tipa', 'auditor')
    const [kim, lee] = [
      await addOfficer(database, 'tipa', 'desk-officer'),
      await addOfficer(database, 'tipa', 'desk-officer'),
    ]
    const firms = [await addFirm(database, { name: '한빛주물' }), await addFirm(database, { name: '대성금형' })]
    for (const { capacity } of firms)
      await addParticipation(database, capacity.firm, { agency: 'tipa', programme: 'mss-automation-process' })
    for (const who of [kim, lee])
      for (const { capacity } of firms) await readDossier(needs(), who, capacity.firm, { reason: '사후관리' })

    const read = await readAccesses(needs(), auditor, span)
    if (read.is !== 'read') throw new Error(read.is)
    expect(read.accesses).toHaveLength(4)
    expect(read.accesses[0]).toMatchObject({
      person: { id: lee.person.id, name: lee.person.name },
      place: '192.0.2.1',
      firms: [{ name: '대성금형' }],
      firmCount: 1,
      operation: 'read own record',
      basis: 'own programme',
      reason: '사후관리',
    })
    expect(Date.parse(read.accesses[0]!.at)).toBeGreaterThan(Date.parse(span.from))

    const seqs = async (asked: object) => {
      const found = await readAccesses(needs(), auditor, { ...span, ...asked })
      return found.is === 'read' ? found.accesses.map(({ seq }) => seq) : found.is
    }
    const { number } = await inTheHouse(database, tx =>
      tx.selectFrom('firm').select('number').where('id', '=', firms[0]!.capacity.firm).executeTakeFirstOrThrow(),
    )
    expect(await seqs({ person: kim.person.email.toUpperCase() })).toEqual([2, 1])
    expect(await seqs({ person: kim.person.id })).toEqual([2, 1])
    expect(await seqs({ firm: firms[0]!.capacity.firm })).toEqual([3, 1])
    expect(await seqs({ firm: `${number.slice(0, 3)}-${number.slice(3)}` })).toEqual([3, 1])
    expect(await seqs({ firm: '0000000000' })).toEqual([])
    expect(await seqs({ operation: 'read paper' })).toEqual([])
    expect(await seqs({ to: '2026-01-02' })).toEqual([])
    const first = await readAccesses(needs(), auditor, { ...span, most: 3 })
    expect(first).toMatchObject({ next: 2 })
    expect(await seqs({ after: 2 })).toEqual([1])
    expect(await readAccesses(needs(), auditor, { from: '2026-02-01', to: '2026-01-01' })).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/to' }],
    })
  })

  it('reads what was changed and what was refused', async () => {
    const database = open()
    const auditor = await addOfficer(database, 'tipa', 'auditor')
    const officer = await addOfficer(database, 'tipa', 'desk-officer')
    const firm = await addFirm(database)
    expect((await readDossier(needs(), officer, firm.capacity.firm)).is).toBe('no such firm')
    const read = await readChanges(needs(), auditor, { ...span, subject: firm.capacity.firm })
    expect(read).toMatchObject({
      is: 'read',
      changes: [{ operation: 'refused: read own record', person: { id: officer.person.id }, detail: {} }],
      next: null,
    })
  })

  it.each([
    'desk-officer',
    'programme-owner',
    'approver',
    'agency-administrator',
    'secretary',
  ] as const satisfies Role[])('T13: is the only one who reads them: no %s does', async role => {
    const database = open()
    const who = await addOfficer(database, 'tipa', role)
    const officer = await addOfficer(database, 'tipa', 'desk-officer')
    await addLook(database, officer, (await addFirm(database)).capacity.firm, '2026-05-11T02:00:00Z')
    const refused = { is: 'not for this post' }
    expect(await readAccesses(needs(), who, span)).toEqual(refused)
    expect(await readChanges(needs(), who, span)).toEqual(refused)
    expect(await verifyOwnTrail(needs(), who, 'access_entry')).toEqual(refused)
    expect(await listMonths(needs(), who)).toEqual(refused)
    expect(await readMonth(needs(), who, '2026-05')).toEqual(refused)
    expect(await reviewMonth(needs(), who, { month: '2026-05', remark: '이상 없음' })).toEqual(refused)
    const asked = { trail: 'access_entry', format: 'csv', ...span, reason: '월별 점검' } as const
    expect(await exportTrail(needs(), who, asked)).toEqual(refused)
    const behindTheFirstWall = await inTransaction(
      database,
      { person: who.person.id, post: who.capacity.post, on: who.on },
      async tx => [
        await tx.selectFrom('access_entry').selectAll().execute(),
        await tx.selectFrom('trail_review').selectAll().execute(),
      ],
    )
    expect(behindTheFirstWall).toEqual([[], []])
  })

  it('T1: sees nothing of another agency', async () => {
    const database = open()
    const auditor = await addOfficer(database, 'kpic', 'auditor')
    const officer = await addOfficer(database, 'tipa', 'desk-officer')
    await addLook(database, officer, (await addFirm(database)).capacity.firm, '2026-05-11T02:00:00Z')
    expect(await readAccesses(needs(), auditor, span)).toMatchObject({ is: 'read', accesses: [] })
    const month = await readMonth(needs(), auditor, '2026-05')
    expect(month).toMatchObject({ is: 'month', figures: { looks: 0, people: [] } })
  })

  describe('takes the log away', () => {
    it('C40 T14: only with a reason, which is kept with the log beside every firm in it', async () => {
      const database = open()
      const auditor = await addOfficer(database, 'tipa', 'auditor')
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      const firms = [await addFirm(database, { name: '=한빛주물' }), await addFirm(database)]
      for (const { capacity } of firms) await addLook(database, officer, capacity.firm, '2026-05-11T02:00:00Z')
      const asked = {
        trail: 'access_entry',
        format: 'csv',
        from: '2026-05-01',
        to: '2026-05-31',
        reason: ' a ',
      } as const
      expect(await exportTrail(needs(), auditor, asked)).toMatchObject({ is: 'faulty', fields: [{ field: '/reason' }] })
      expect((await checkpointOf(database, 'access_entry')).heads).toMatchObject([{ seq: 2 }])

      const taken = await exportTrail(needs(), auditor, { ...asked, reason: '월별 점검' })
      if (taken.is !== 'exported') throw new Error(taken.is)
      const { data } = Papa.parse<Record<string, string>>(taken.content.replace('\uFEFF', '').trim(), { header: true })
      expect(data).toHaveLength(2)
      expect(data[0]).toMatchObject({
        seq: '1',
        place: '192.0.2.7',
        firm_names: `'=한빛주물`,
        operation: 'read own record',
      })
      const { accesses } = (await readAccesses(needs(), auditor, { ...span, operation: 'export trails' })) as {
        accesses: readonly { firmCount: number; reason: string; person: { id: string } }[]
      }
      expect(accesses).toMatchObject([{ firmCount: 2, reason: '월별 점검', person: { id: auditor.person.id } }])
    })

    it('C41: as lines that the verifier reads, also when they begin in the middle of the chain', async () => {
      const database = open()
      const auditor = await addOfficer(database, 'tipa', 'auditor')
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      const { firm } = (await addFirm(database)).capacity
      for (const day of ['05-04', '05-11', '05-18', '06-01'])
        await addLook(database, officer, firm, `2026-${day}T02:00:00Z`)
      const taken = await exportTrail(needs(), auditor, {
        trail: 'access_entry',
        format: 'lines',
        from: '2026-05-10',
        to: '2026-05-31',
        reason: '월별 점검',
      })
      if (taken.is !== 'exported') throw new Error(taken.is)
      const lines = taken.content.split('\n')
      expect(await verifyTrail(lines)).toMatchObject({ is: 'whole', entries: 2, after: [{ lane: 'tipa', seq: 1 }] })
      expect(await verifyTrail(lines.map(line => line.replace('own programme', 'other programme')))).toMatchObject({
        is: 'tampered',
        seq: 2,
        why: 'columns changed',
      })
      expect(await verifyTrail(lines.slice(1))).toMatchObject({ is: 'tampered', seq: 2, why: 'out of order' })
    })
  })

  it('T6, C41: is told that the chain holds, or the first bad number, and a tail that was cut off', async () => {
    const database = open()
    const auditor = await addOfficer(database, 'tipa', 'auditor')
    const officer = await addOfficer(database, 'tipa', 'desk-officer')
    const { firm } = (await addFirm(database)).capacity
    for (let count = 0; count < 5; count += 1) await addLook(database, officer, firm, '2026-05-11T02:00:00Z')
    const verified = () => verifyOwnTrail(needs(), auditor, 'access_entry')
    expect(await verified()).toMatchObject({ is: 'verified', verified: { is: 'whole', entries: 5 } })
    await reviewMonth(needs(), auditor, { month: '2026-05', remark: '이상 없음' })

    const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
    const superuser = database.home === 'embedded' ? database.pool : await superuserOf(rows[0]!.name)
    const asSuperuser = (statement: string) =>
      superuser.query(`set session_replication_role = replica; ${statement}; set session_replication_role = origin`)
    await asSuperuser('delete from access_entry where seq = 5')
    expect(await verified()).toMatchObject({ verified: { is: 'tampered', seq: 5, why: 'end cut off' } })
    // Whoever mends the head of the chain as well, and writes on, is found out by what the review saw.
    await asSuperuser(
      `update trail_head h set seq = 4, hash = a.hash from access_entry a where h.trail = 'access_entry' and a.seq = 4 and a.lane = h.lane`,
    )
    expect(await verified()).toMatchObject({ verified: { is: 'whole', entries: 4 } })
    await addLook(database, officer, firm, '2026-05-12T02:00:00Z')
    expect(await verified()).toMatchObject({ verified: { is: 'tampered', seq: 5, why: 'hash does not follow' } })
    await asSuperuser(`update access_entry set reason = '없던 일' where seq = 2`)
    expect(await verified()).toMatchObject({ verified: { is: 'tampered', seq: 2, why: 'columns changed' } })
    if (superuser !== database.pool) await superuser.end()
  })

  describe('looks a month through', () => {
    it('T3: counts looks, hours, referrals and downloads by plain rules', async () => {
      const database = open()
      const link = await addAgreedLink(database)
      const auditor = await addOfficer(database, 'tipa', 'auditor')
      const [kim, lee] = [
        await addOfficer(database, 'tipa', 'desk-officer'),
        await addOfficer(database, 'tipa', 'desk-officer'),
      ]
      const [first, second] = [await firmThatCompleted(database, link), await firmThatCompleted(database, link)]
      const { firm } = first.capacity
      // Monday 11 May 2026, by the clock in Seoul: 08:59, 09:00, 17:59, 18:00; Children's Day; a Saturday.
      await addLook(database, kim, firm, '2026-05-10T23:59:00Z')
      await addLook(database, kim, firm, '2026-05-11T00:00:00Z')
      await addLook(database, kim, firm, '2026-05-11T08:59:00Z')
      await addLook(database, kim, firm, '2026-05-11T09:00:00Z')
      await addLook(database, lee, firm, '2026-05-05T02:00:00Z')
      await addLook(database, lee, [firm, second.capacity.firm], '2026-05-16T02:00:00Z', { operation: 'read referral' })
      await addLook(database, lee, firm, '2026-05-12T02:00:00Z', { operation: 'read paper', reason: '심사' })
      await addLook(database, lee, firm, '2026-05-12T02:00:00Z', { operation: 'export referrals' })
      // Not of the month: the last minute of April and the first of June in Seoul.
      await addLook(database, kim, firm, '2026-04-30T14:59:00Z')
      await addLook(database, kim, firm, '2026-05-31T15:00:00Z')

      const read = await readMonth(needs(), auditor, '2026-05')
      if (read.is !== 'month') throw new Error(read.is)
      const { figures } = read
      expect(figures).toMatchObject({ looks: 8, firms: 2 })
      expect(figures.outOfHours).toMatchObject({ count: 4, opens: '09:00', closes: '18:00', approximate: false })
      expect(figures.outOfHours.entries).toHaveLength(4)
      expect(figures.withoutReferral.count).toBe(6)
      expect(figures.downloads).toMatchObject({ count: 2, withoutReason: 1 })
      expect(figures.people.map(({ person, ...counts }) => [person.id, counts])).toEqual(
        expect.arrayContaining([
          [kim.person.id, { looks: 4, firms: 1, outOfHours: 2, withoutReferral: 4, downloads: 0 }],
          [lee.person.id, { looks: 4, firms: 2, outOfHours: 2, withoutReferral: 2, downloads: 2 }],
        ]),
      )
    })

    it('T3: lists what was drafted, looked into and never sent, and not what was sent or left alone', async () => {
      const database = open()
      const link = await addAgreedLink(database)
      const auditor = await addOfficer(database, 'tipa', 'auditor')
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      const [pretext, leftAlone] = [await firmThatCompleted(database, link), await firmThatCompleted(database, link)]
      for (const { capacity } of [pretext, leftAlone])
        expect(
          (await draftReferral(needs(), officer, { agreement: link.id, firm: capacity.firm, reason: '다음' })).is,
        ).toBe('drafted')
      await readDossier(needs(), officer, pretext.capacity.firm)
      const read = await readMonth(needs(), auditor, '2026-06')
      expect(read).toMatchObject({
        is: 'month',
        over: false,
        figures: {
          neverSent: {
            count: 1,
            referrals: [
              { firm: { id: pretext.capacity.firm }, state: 'drafted', draftedBy: { id: officer.person.id }, looks: 1 },
            ],
          },
        },
      })
      // The look is of the day on which this runs, and a referral was under way by then.
      const today = new Date().toISOString().slice(0, 7)
      expect(await readMonth(needs(), auditor, today)).toMatchObject({ figures: { withoutReferral: { count: 0 } } })
    })

    it('and marks it as reviewed with a remark, which stays', async () => {
      const database = open()
      const auditor = await addOfficer(database, 'tipa', 'auditor')
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      await addLook(database, officer, (await addFirm(database)).capacity.firm, '2026-05-11T02:00:00Z')
      expect(await reviewMonth(needs(), auditor, { month: '2026-06', remark: '이상 없음' })).toEqual({
        is: 'not over yet',
        from: '2026-07-01',
      })
      expect(await reviewMonth(needs(), auditor, { month: '2026-05', remark: ' ' })).toMatchObject({
        is: 'faulty',
        fields: [{ field: '/remark' }],
      })
      const done = await reviewMonth(needs(), auditor, { month: '2026-05', remark: ' 이상 없음 ' })
      expect(done).toMatchObject({
        is: 'reviewed',
        review: { remark: '이상 없음', person: { id: auditor.person.id }, seq: 1, figures: { looks: 1, firms: 1 } },
      })
      expect(await readMonth(needs(), auditor, '2026-05')).toMatchObject({ reviews: [{ remark: '이상 없음' }] })
      expect(await listMonths(needs(), auditor)).toMatchObject({
        months: [
          { month: '2026-06', looks: 0, over: false, reviewedAt: null },
          { month: '2026-05', looks: 1, over: true, reviewedAt: expect.any(String) },
        ],
      })
      for (const statement of [`update trail_review set remark = ''`, 'delete from trail_review'])
        await expect(database.pool.query(`set role ieum_worker; ${statement}; reset role`)).rejects.toThrow(
          /permission denied|only grows/,
        )
      await database.pool.query('rollback; reset role').catch(() => undefined)
    })
  })

  describe('after two years', () => {
    it('C11, C41: finds what was due destroyed, where the chain goes on, and the chain whole', async () => {
      const database = open()
      const auditor = await addOfficer(database, 'tipa', 'auditor')
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      const other = await addOfficer(database, 'kpic', 'desk-officer')
      const { firm } = (await addFirm(database)).capacity
      for (const day of ['2023-03-02', '2024-05-30', '2024-05-31', '2024-06-01', '2026-05-11'])
        await addLook(database, officer, firm, `${day}T02:00:00Z`)
      await addLook(database, other, firm, '2022-01-03T02:00:00Z')
      const before = await checkpointOf(database, 'access_entry')

      expect(await destroyDueAccesses(needs(), '2026-06-01')).toEqual({ destroyed: { kpic: 1, tipa: 2 } })
      expect(await destroyDueAccesses(needs(), '2026-06-01')).toEqual({ destroyed: {} })
      const left = await readAccesses(needs(), auditor, { ...span, from: '2020-01-01' })
      expect(left.is === 'read' && left.accesses.map(({ seq }) => seq)).toEqual([5, 4, 3])
      const lines = await allLines(trailLines(database, 'access_entry'))
      expect(await verifyTrail(lines, before)).toEqual({
        is: 'whole',
        entries: 3,
        heads: expect.arrayContaining([...before.heads]),
        after: [
          { lane: 'tipa', seq: 2, hash: expect.any(String) },
          { lane: 'kpic', seq: 1, hash: expect.any(String) },
        ],
      })
      expect(await verifyOwnTrail(needs(), auditor, 'access_entry')).toMatchObject({
        verified: { is: 'whole', entries: 3, after: [{ lane: 'tipa', seq: 2 }] },
      })
      expect(await readChanges(needs(), auditor, { ...span, operation: 'destroy accesses' })).toMatchObject({
        changes: [{ person: null, detail: { entries: 2, before: '2024-05-31', seq: 2 } }],
      })
      // What is taken away afterwards verifies too; and the chain goes on where nothing was left.
      await addLook(database, other, firm, '2026-05-11T02:00:00Z')
      expect(await verifyTrail(await allLines(trailLines(database, 'access_entry')), before)).toMatchObject({
        is: 'whole',
        entries: 4,
      })
      const taken = await exportTrail(needs(), auditor, {
        trail: 'access_entry',
        format: 'lines',
        from: '2020-01-01',
        to: '2026-06-01',
        reason: '월별 점검',
      })
      expect(taken.is === 'exported' && (await verifyTrail(taken.content.split('\n'), { heads: [] }))).toMatchObject({
        is: 'whole',
        entries: 3,
        after: [{ lane: 'tipa', seq: 2 }],
      })
    })

    it('T6: and nothing is destroyed before, by nobody who works here', async () => {
      const database = open()
      const officer = await addOfficer(database, 'tipa', 'desk-officer')
      const { firm } = (await addFirm(database)).capacity
      await addLook(database, officer, firm, '2026-05-11T02:00:00Z')
      await addLook(database, officer, firm, '2020-05-11T02:00:00Z')
      const entry = { trail: 'access_entry', lane: 'tipa', hash: '', entries: 2, before_day: '2026-06-01' }
      const destroy = (through: number, noted: boolean) =>
        inTheHouse(database, async tx => {
          if (noted)
            await tx
              .insertInto('trail_destruction')
              .values({ ...entry, seq: through })
              .execute()
          await tx.deleteFrom('access_entry').where('lane', '=', 'tipa').where('seq', '=', through).execute()
        })
      await expect(destroy(1, true)).rejects.toThrow('kept for two years')
      await expect(destroy(2, false)).rejects.toThrow('kept for two years')
      // An entry that is due waits behind one that is not: a chain is cut from its beginning only.
      expect(await destroyDueAccesses(needs(), '2026-06-01')).toEqual({ destroyed: {} })
    })
  })
})
