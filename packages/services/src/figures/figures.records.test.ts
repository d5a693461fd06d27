import type { ReferralState } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../tables/csv.ts'
import { type AgreedLink, addAgreedLink, addFirm, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { type ExportAsked, exportReferrals, referralsTable } from './export-referrals.ts'
import { figuresTable, linkFigures } from './link-figures.ts'
import { referralsSheet } from './referrals-sheet.ts'

let count = 0

interface Sketch {
  readonly state: ReferralState
  readonly sent?: string
  readonly answered?: string
  readonly due?: string
  readonly reason?: string
  readonly consentUntil?: string
  readonly name?: string
  readonly move?: string
}

/** A referral as it stands at the end; answered on time unless a day says otherwise. */
async function addReferral(database: Database, link: AgreedLink, sketch: Sketch): Promise<string> {
  const {
    state,
    sent = '2026-05-04',
    answered,
    due = '2026-05-18',
    reason,
    consentUntil = '2026-12-31',
    name,
    move,
  } = sketch
  const { capacity, person } = await addFirm(database, name === undefined ? {} : { name })
  count += 1
  await inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('referral')
      .values({
        number: `R-${String(count).padStart(6, '0')}`,
        agreement_id: link.id,
        firm_id: capacity.firm,
        from_agency: link.fromAgency,
        to_agency: link.toAgency,
        from_programme: link.fromProgramme,
        to_programme: link.toProgramme,
        drafted_on: sent,
        sent_on: sent,
        due,
        state: answered ? 'under-review' : state,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (answered) {
      await tx
        .insertInto('referral_event')
        .values({
          referral_id: id,
          seq: 1,
          move: move ?? (state === 'declined' || state === 're-routed' ? 'decline' : 'accept'),
          to_state: 'declined',
          on_day: answered,
          by_party: 'receiver',
          reason: reason ?? null,
        })
        .execute()
      await tx
        .updateTable('referral')
        .set({ state, answered_on: answered, due: null, reason: state === 're-routed' ? null : (reason ?? null) })
        .where('id', '=', id)
        .execute()
    }
    await tx
      .insertInto('consent')
      .values({
        firm_id: capacity.firm,
        referral_id: id,
        kind: 'hand-off',
        recipient_agency: link.toAgency,
        purpose: 'p',
        until: consentUntil,
        refusal: 'r',
        text_id: 't',
        text_version: 1,
        text_language: 'ko',
        text_body: 'b',
        given_by: person.id,
      })
      .execute()
  })
  return capacity.firm
}

/** That the firm agrees that the sending agency is told what came of it. */
const addOutcomeConsent = (database: Database, link: AgreedLink, firm: string) =>
  inTheHouse(database, async tx => {
    const { id: _, ...handOff } = await tx
      .selectFrom('consent')
      .selectAll()
      .where('firm_id', '=', firm)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('consent')
      .values({ ...handOff, kind: 'outcome', recipient_agency: link.fromAgency })
      .execute()
  })

const may = { from: '2026-05-01', to: '2026-05-31' }

describeInBothHomes('figures of links', open => {
  const needs = () => ({ database: open() })

  it('count what came of those sent in the span', async () => {
    const link = await addAgreedLink(open())
    const add = (sketch: Sketch) => addReferral(open(), link, sketch)
    await add({ state: 'completed', answered: '2026-05-06' })
    await add({ state: 'accepted', answered: '2026-05-18' })
    await add({ state: 'withdrawn', answered: '2026-05-19' })
    await add({ state: 'declined', answered: '2026-05-14', reason: 'places-full' })
    await add({ state: 're-routed', answered: '2026-05-14', reason: 'places-full' })
    await add({ state: 'declined', answered: '2026-05-14', reason: 'criterion-unmet' })
    await add({ state: 'sent' })
    await add({ state: 'expired' })
    await add({ state: 're-routed' })
    await add({ state: 'recalled' })
    // Returned for more is no answer, and neither is what ends from there.
    for (const state of ['returned', 'withdrawn', 're-routed'] as const)
      await add({ state, answered: '2026-05-07', move: 'return' })
    await add({ state: 'completed', sent: '2026-04-30', answered: '2026-05-06' })
    const officer = await addOfficer(open(), 'tipa', 'desk-officer')
    const figures = {
      fromAgency: 'tipa',
      fromProgramme: link.fromProgramme,
      toAgency: 'kpic',
      toProgramme: link.toProgramme,
      sent: 13,
      answered: 6,
      answeredInTime: 5,
      accepted: 3,
      declined: 3,
      declinedFor: { 'places-full': 2, 'criterion-unmet': 1 },
      completed: 1,
      medianDays: 10,
      underWay: 3,
      expired: 3,
    }
    const counted = await linkFigures(needs(), await addOfficer(open(), 'kpic', 'auditor'), may)
    expect(counted).toMatchObject({ is: 'figures', figures: [figures] })
    // The agency that sent them is not told what came of one firm that did not agree to that.
    expect(await linkFigures(needs(), officer, may)).toEqual({
      is: 'figures',
      figures: [{ ...(counted.is === 'figures' && counted.figures[0]), completed: null, underWay: null }],
    })
    expect(counted.is === 'figures' && csvOf(figuresTable(counted.figures))).toContain(
      ',13,6,5,3,3,criterion-unmet 1; places-full 2,1,10,3,3\r\n',
    )
  })

  it('T2: tell the sending agency the outcomes that firms agreed to tell, and of the others only what no single one can be told from', async () => {
    const link = await addAgreedLink(open())
    const told = await addReferral(open(), link, { state: 'completed', answered: '2026-05-06' })
    await addOutcomeConsent(open(), link, told)
    const seenBy = async (agency: string) => {
      const counted = await linkFigures(needs(), await addOfficer(open(), agency, 'desk-officer'), may)
      return counted.is === 'figures'
        ? counted.figures.map(({ completed, underWay }) => [completed, underWay])
        : counted
    }
    expect(await seenBy('tipa')).toEqual([[1, 0]])
    // Whether it is the one that was completed or not, one firm's outcome would show in the count.
    await addReferral(open(), link, { state: 'accepted', answered: '2026-05-06' })
    expect(await seenBy('tipa')).toEqual([[null, null]])
    expect(await seenBy('kpic')).toEqual([[1, 1]])
    for (let n = 0; n < 2; n += 1) await addReferral(open(), link, { state: 'enrolled', answered: '2026-05-06' })
    expect(await seenBy('tipa')).toEqual([[1, 3]])
    await addReferral(open(), link, { state: 'completed', answered: '2026-05-06' })
    expect(await seenBy('tipa')).toEqual([[null, null]])
  })

  it('stand at nothing for a link that carried none, and take its versions together', async () => {
    const first = await addAgreedLink(open())
    const second = await inTheHouse(open(), async tx => {
      const { id: _, ...row } = await tx.selectFrom('link_agreement').selectAll().executeTakeFirstOrThrow()
      await tx.updateTable('link_agreement').set({ state: 'ended' }).execute()
      return tx
        .insertInto('link_agreement')
        .values({ ...row, version: 2 })
        .returning('id')
        .executeTakeFirstOrThrow()
    })
    const officer = await addOfficer(open(), 'tipa', 'programme-owner')
    expect(await linkFigures(needs(), officer, may)).toMatchObject({
      figures: [{ sent: 0, answered: 0, declinedFor: {}, medianDays: null }],
    })
    await addReferral(open(), first, { state: 'sent' })
    await addReferral(open(), { ...first, id: second.id }, { state: 'sent' })
    expect(await linkFigures(needs(), officer, may)).toMatchObject({ figures: [{ sent: 2 }] })
  })

  it('T1: of others are for a secretary only, of links in force, with small counts hidden', async () => {
    const link = await addAgreedLink(open())
    const ended = await addAgreedLink(open(), { fromProgramme: 'mss-other' })
    await inTheHouse(open(), tx =>
      tx.updateTable('link_agreement').set({ state: 'ended' }).where('id', '=', ended.id).execute(),
    )
    for (let n = 0; n < 4; n += 1) await addReferral(open(), link, { state: 'accepted', answered: '2026-05-08' })
    for (let n = 0; n < 2; n += 1)
      await addReferral(open(), link, { state: 'declined', answered: '2026-05-08', reason: 'places-full' })
    for (const role of ['desk-officer', 'programme-owner', 'approver', 'agency-administrator', 'auditor'] as const)
      expect(await linkFigures(needs(), await addOfficer(open(), 'kosmes', role), may)).toEqual({
        is: 'figures',
        figures: [],
      })
    expect(await linkFigures(needs(), await addOfficer(open(), 'kosmes', 'secretary'), may)).toMatchObject({
      figures: [
        { sent: 6, answered: 6, accepted: null, declined: null, declinedFor: { 'places-full': null }, medianDays: 4 },
      ],
    })
    expect(await linkFigures(needs(), await addOfficer(open(), 'tipa', 'secretary'), may)).toMatchObject({
      figures: [{ accepted: 4, declined: 2 }, { sent: 0 }],
    })
  })

  it('are asked for days of the calendar', async () => {
    const officer = await addOfficer(open(), 'tipa', 'desk-officer')
    expect(await linkFigures(needs(), officer, { from: '2026-02-30', to: '2026-05-31' })).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/from' }],
    })
    expect(await linkFigures(needs(), officer, { from: '2026-05-31', to: '2026-05-01' })).toMatchObject({
      fields: [{ field: '/to' }],
    })
  })

  describe('a list taken away', () => {
    const asked = (more: Partial<ExportAsked> = {}): ExportAsked => ({
      side: 'received',
      purpose: '5월 실적 보고',
      ...may,
      ...more,
    })
    const numbersIn = async (officer: Awaited<ReturnType<typeof addOfficer>>, more: Partial<ExportAsked> = {}) => {
      const done = await exportReferrals(needs(), officer, asked(more))
      return done.is === 'exported' ? done.referrals.map(({ state }) => state).sort() : done.is
    }

    it('T2 T14: holds nothing that was withdrawn, recalled, or rests on a consent that has run out', async () => {
      const link = await addAgreedLink(open())
      const add = (sketch: Sketch) => addReferral(open(), link, sketch)
      await add({ state: 'sent' })
      await add({ state: 'declined', answered: '2026-05-08', reason: 'places-full' })
      await add({ state: 'withdrawn' })
      await add({ state: 'recalled' })
      await add({ state: 'expired' })
      await add({ state: 'received', consentUntil: '2026-05-31' })
      const gone = await add({ state: 'under-review' })
      // The firm is known by a case that is closed; that opens nothing of one whose consent has run out.
      const known = await add({ state: 'received', consentUntil: '2026-05-31' })
      const closed = await add({ state: 'declined', answered: '2026-05-08', reason: 'places-full' })
      await inTheHouse(open(), tx =>
        tx.updateTable('referral').set({ firm_id: known }).where('firm_id', '=', closed).execute(),
      )
      const desk = await addOfficer(open(), 'kpic', 'desk-officer')
      expect(await numbersIn(desk)).toEqual(['declined', 'declined', 'sent', 'under-review'])
      await inTheHouse(open(), tx =>
        tx.updateTable('consent').set({ withdrawn_at: new Date() }).where('firm_id', '=', gone).execute(),
      )
      expect(await numbersIn(desk)).toEqual(['declined', 'declined', 'sent'])
      const sender = await addOfficer(open(), 'tipa', 'programme-owner')
      expect(await numbersIn(sender, { side: 'sent' })).toEqual([
        'declined',
        'declined',
        'expired',
        'received',
        'received',
        'sent',
        'under-review',
      ])
      expect(await numbersIn(sender)).toEqual([])
    })

    it('T2: tells the sending agency what came after acceptance only while the firm agrees to that', async () => {
      const link = await addAgreedLink(open())
      const failed = await addReferral(open(), link, { state: 'failed', answered: '2026-05-08', reason: 'given-up' })
      const ended = { closed_on: '2026-05-20' }
      await inTheHouse(open(), tx => tx.updateTable('referral').set(ended).where('firm_id', '=', failed).execute())
      const sender = await addOfficer(open(), 'tipa', 'programme-owner')
      const taken = async (who = sender, side: 'sent' | 'received' = 'sent') => {
        const done = await exportReferrals(needs(), who, asked({ side }))
        return done.is === 'exported' && done.referrals.map(one => [one.state, one.reason, one.closedOn])
      }
      const untold = [['accepted', null, null]]
      expect(await taken()).toEqual(untold)
      expect(await taken(await addOfficer(open(), 'kpic', 'programme-owner'), 'received')).toEqual([
        ['failed', 'given-up', '2026-05-20'],
      ])
      await addOutcomeConsent(open(), link, failed)
      expect(await taken()).toEqual([['failed', 'given-up', '2026-05-20']])
      await inTheHouse(open(), tx =>
        tx.updateTable('consent').set({ withdrawn_at: new Date() }).where('kind', '=', 'outcome').execute(),
      )
      expect(await taken()).toEqual(untold)
      // What was answered before is the sending agency's own matter.
      await addReferral(open(), link, { state: 'declined', answered: '2026-05-09', reason: 'places-full' })
      expect(await taken()).toEqual([...untold, ['declined', 'places-full', null]])
    })

    it('T14 C40: asks what for, and notes it for each firm in it, once', async () => {
      const link = await addAgreedLink(open())
      const firms = [
        await addReferral(open(), link, { state: 'sent' }),
        await addReferral(open(), link, { state: 'sent' }),
      ]
      await addReferral(open(), link, { state: 'recalled' })
      const desk = await addOfficer(open(), 'kpic', 'desk-officer')
      expect(await exportReferrals(needs(), desk, asked({ purpose: '  a ' }))).toMatchObject({
        is: 'faulty',
        fields: [{ field: '/purpose' }],
      })
      await exportReferrals(needs(), { ...desk, once: { key: 'a-key-of-8', request: 'a' } }, asked())
      const { looks, kept } = await inTheHouse(open(), async tx => ({
        looks: await tx.selectFrom('access_entry').select(['firm_ids', 'operation', 'reason']).execute(),
        kept: await tx.selectFrom('kept_outcome').select('key').execute(),
      }))
      expect(looks).toMatchObject([{ operation: 'export referrals', reason: '5월 실적 보고' }])
      expect([...looks[0]!.firm_ids].sort()).toEqual(firms.sort())
      expect(kept).toEqual([])
    })

    it('T1: is of the agency, within what the post looks after, and of desks only', async () => {
      const link = await addAgreedLink(open())
      await addReferral(open(), link, { state: 'sent' })
      expect(await numbersIn(await addOfficer(open(), 'kosmes', 'desk-officer'))).toEqual([])
      expect(await numbersIn(await addOfficer(open(), 'kpic', 'desk-officer', ['something-else']))).toEqual([])
      for (const role of ['approver', 'agency-administrator', 'secretary', 'auditor'] as const)
        expect(await numbersIn(await addOfficer(open(), 'kpic', role))).toBe('not for this post')
    })

    it('says words in the language asked for, with the codes beside them', async () => {
      const link = await addAgreedLink(open())
      await addReferral(open(), link, { state: 'declined' })
      const done = await exportReferrals(needs(), await addOfficer(open(), 'kpic', 'desk-officer'), asked())
      const referrals = done.is === 'exported' ? done.referrals : []
      const named = {
        agencies: [{ id: 'kpic', name: { ko: '생산성기관', en: 'KPIC' } }],
        programmes: [],
        parameters: [],
      }
      const lines = (language: 'ko' | 'en') => csvOf(referralsSheet(referrals, named, language)).split('\r\n')
      expect(lines('ko')[0]).toContain('상태,상태 코드')
      expect(lines('ko')[1]).toContain('거절,declined')
      expect(lines('en')[0]).toContain('State,State (code)')
      expect(lines('en')[1]).toContain('Declined,declined')
      expect(lines('ko')[1]).toContain('생산성기관,kpic')
    })

    it('C36: makes no formula of the name of a firm', async () => {
      const link = await addAgreedLink(open())
      await addReferral(open(), link, { state: 'sent', name: '=HYPERLINK("x")' })
      const done = await exportReferrals(needs(), await addOfficer(open(), 'kpic', 'desk-officer'), asked())
      expect(done.is === 'exported' && csvOf(referralsTable(done.referrals))).toContain(`,"'=HYPERLINK(""x"")",`)
    })
  })

  it(`are of today: ${on}`, async () => {
    const link = await addAgreedLink(open())
    await inTheHouse(open(), tx =>
      tx.updateTable('link_agreement').set({ valid_to: '2026-05-31' }).where('id', '=', link.id).execute(),
    )
    expect(await linkFigures(needs(), await addOfficer(open(), 'kosmes', 'secretary'), may)).toMatchObject({
      figures: [],
    })
  })
})
