import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Acting } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { AgreementRow } from '../agreements/terms.ts'
import { readReferral } from '../referrals/read-referral.ts'
import { twoAgencies } from '../testing/two-agencies.ts'
import { addAgreedLink, addFirm, addOfficer, addParticipation, inTheHouse, on } from '../testing/world.ts'
import { acceptedDecisions } from './accepted-decisions.ts'
import { decisionsOnFirm } from './decisions-on-firm.ts'
import { revokeDecision } from './revoke-decision.ts'
import { type DecisionToSign, signDecision } from './sign-decision.ts'
import { newSigningKey, type Signer, signerOf } from './signer.ts'

const catalogue = twoAgencies()

async function world(database: Database) {
  const { capacity, ...member } = await addFirm(database)
  const link = await addAgreedLink(database, { accepts: ['root', 'size'] })
  await addParticipation(database, capacity.firm, { agency: 'tipa', programme: 'mss-automation-process' })
  return {
    firm: capacity.firm,
    member: { ...member, capacity },
    link,
    owner: await addOfficer(database, 'tipa', 'programme-owner'),
  }
}

/** That the firm was handed on, and what it agreed to. */
async function addReferral(database: Database, firm: string, agreement: string, person: string) {
  return inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('referral')
      .values({
        number: `R-${firm.slice(0, 8)}`,
        agreement_id: agreement,
        firm_id: firm,
        from_agency: 'tipa',
        to_agency: 'kpic',
        from_programme: 'mss-automation-process',
        to_programme: 'motie-root-intelligent-process',
        state: 'sent',
        drafted_on: on,
        sent_on: on,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('consent')
      .values({
        firm_id: firm,
        referral_id: id,
        kind: 'hand-off',
        recipient_agency: 'kpic',
        purpose: 'p',
        until: '2026-12-31',
        refusal: 'r',
        text_id: 't',
        text_version: 1,
        text_language: 'ko',
        text_body: 'b',
        given_by: person,
      })
      .execute()
    return id
  })
}

describeInBothHomes('signed decisions', open => {
  let signer: Signer
  beforeAll(async () => {
    signer = await signerOf(await newSigningKey())
  })
  const needs = () => ({ database: open(), catalogue, signer })
  const asked = (firm: string, more: Partial<DecisionToSign> = {}): DecisionToSign => ({
    firm,
    programme: 'motie-root-intelligent-process',
    criterion: 'root',
    verdict: 'met',
    on: '2026-05-20',
    until: null,
    ...more,
  })
  const agreementRow = (id: string): Promise<AgreementRow> =>
    inTheHouse(open(), tx => tx.selectFrom('link_agreement').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const accepted = async (link: string, firm: string, day = on) => {
    const agreement = await agreementRow(link)
    return inTheHouse(open(), tx => acceptedDecisions({ signer }, tx, agreement, firm, day))
  }

  describe('are made', () => {
    it('by the owner of the programme that supported the firm, and told to it', async () => {
      const { firm, member, owner } = await world(open())
      const signed = await signDecision(needs(), owner, asked(firm))
      expect(signed).toMatchObject({ is: 'signed', decision: { agency: 'tipa', criterion: 'root', verdict: 'met' } })
      expect(await decisionsOnFirm(needs(), member, firm)).toEqual({
        is: 'decisions',
        decisions: [{ ...(signed.is === 'signed' && signed.decision), signatureHolds: true }],
      })
      const told = await inTheHouse(open(), tx => tx.selectFrom('notice').select(['person_id', 'kind']).execute())
      expect(told).toEqual([{ person_id: member.person.id, kind: 'decision.signed' }])
    })

    it('with their reason, which is part of what is signed', async () => {
      const { firm, member, owner } = await world(open())
      await signDecision(needs(), owner, asked(firm, { reason: '  현장에서 확인  ' }))
      const seen = async () => {
        const read = await decisionsOnFirm(needs(), member, firm)
        return read.is === 'decisions' ? read.decisions : []
      }
      expect(await seen()).toMatchObject([{ reason: '현장에서 확인', signatureHolds: true }])
      // T6: words put into the agency's mouth, or taken out of it.
      for (const reason of ['다른 이유', null]) {
        await inTheHouse(open(), tx => tx.updateTable('signed_decision').set({ reason }).execute())
        expect(await seen()).toMatchObject([{ signatureHolds: false }])
      }
    })

    it('T1: by nobody who has nothing to do with the firm, which reads as one that is not there', async () => {
      const { firm, owner } = await world(open())
      const stranger = await addOfficer(open(), 'kpic', 'programme-owner')
      const otherPost = await addOfficer(open(), 'tipa', 'programme-owner', ['mss-other'])
      const officer = await addOfficer(open(), 'tipa', 'desk-officer')
      for (const who of [stranger, otherPost, officer])
        expect(await signDecision(needs(), who, asked(firm))).toEqual({ is: 'no such firm' })
      for (const id of ['none', '00000000-0000-4000-8000-000000000000'])
        expect(await signDecision(needs(), owner, asked(id))).toEqual({ is: 'no such firm' })
    })

    it('only on what is one’s own, or what a link in force takes over', async () => {
      const { firm, owner } = await world(open())
      const outcome = async (more: Partial<DecisionToSign>) =>
        (await signDecision(needs(), owner, asked(firm, more))).is
      expect(await outcome({ programme: 'mss-automation-process', criterion: 'size' })).toBe('signed')
      expect(await outcome({ programme: 'mss-other', criterion: 'size' })).toBe('not yours to decide')
      expect(await outcome({ criterion: 'region' })).toBe('not yours to decide')
      await inTheHouse(open(), tx => tx.updateTable('link_agreement').set({ state: 'ended' }).execute())
      expect(await outcome({})).toBe('not yours to decide')
    })

    it('on a criterion that there is, for days of the calendar', async () => {
      const { firm, owner } = await world(open())
      const fields = async (more: Partial<DecisionToSign>) => {
        const done = await signDecision(needs(), owner, asked(firm, more))
        return done.is === 'faulty' ? done.fields.map(({ field }) => field) : done.is
      }
      expect(await fields({ programme: 'none' })).toEqual(['/programme'])
      expect(await fields({ criterion: 'none' })).toEqual(['/criterion'])
      expect(await fields({ on: '2026-06-02' })).toEqual(['/on'])
      expect(await fields({ on: '2026-02-30', until: '2026-02-31' })).toEqual(['/on', '/until'])
      expect(await fields({ until: '2026-05-19' })).toEqual(['/until'])
    })
  })

  describe('are taken over', () => {
    it('where the agreement accepts them: the newest that holds on the day', async () => {
      const { firm, link, owner } = await world(open())
      await signDecision(needs(), owner, asked(firm, { verdict: 'unmet', on: '2026-04-01' }))
      await signDecision(needs(), owner, asked(firm, { on: '2026-05-01', until: '2026-08-31' }))
      await signDecision(needs(), owner, asked(firm, { programme: 'mss-automation-process', criterion: 'size' }))
      const on = async (day: string) =>
        (await accepted(link.id, firm, day)).map(({ criterion, verdict }) => `${criterion} ${verdict}`)
      expect(await on('2026-03-31')).toEqual([])
      expect(await on('2026-04-30')).toEqual(['root unmet'])
      expect(await on('2026-06-01')).toEqual(['root met', 'size met'])
      expect(await on('2026-09-01')).toEqual(['root unmet', 'size met'])
    })

    it('on the receiving programme’s own criterion rather than one of the same name', async () => {
      const { firm, link, owner } = await world(open())
      await signDecision(needs(), owner, asked(firm, { criterion: 'size', verdict: 'unmet', on: '2026-04-01' }))
      await signDecision(needs(), owner, asked(firm, { programme: 'mss-automation-process', criterion: 'size' }))
      expect(await accepted(link.id, firm)).toMatchObject([
        { programme: 'motie-root-intelligent-process', verdict: 'unmet' },
      ])
    })

    it('T6: not when a row says anything but what was signed, or another key signed it', async () => {
      const { firm, link, owner } = await world(open())
      await signDecision(needs(), owner, asked(firm))
      expect(await accepted(link.id, firm)).toHaveLength(1)
      const before = await inTheHouse(open(), tx =>
        tx.selectFrom('signed_decision').selectAll().executeTakeFirstOrThrow(),
      )
      const other = await addFirm(open())
      const stranger = await signerOf(await newSigningKey())
      const forged = await stranger.sign({ is: 'decision' })
      for (const change of [
        { verdict: 'unmet' as const },
        { on_day: '2026-05-19' },
        { until: '2026-12-31' },
        { criterion: 'size' },
        { signature: forged },
        { signature: 'none' },
      ]) {
        await inTheHouse(open(), tx => tx.updateTable('signed_decision').set(change).execute())
        expect(await accepted(link.id, firm)).toEqual([])
        await inTheHouse(open(), tx => tx.updateTable('signed_decision').set(before).execute())
      }
      await inTheHouse(open(), tx => tx.updateTable('signed_decision').set({ firm_id: other.capacity.firm }).execute())
      expect(await accepted(link.id, other.capacity.firm)).toEqual([])
    })

    it('no longer once they are revoked', async () => {
      const { firm, member, link, owner } = await world(open())
      const signed = await signDecision(needs(), owner, asked(firm))
      const id = signed.is === 'signed' ? signed.decision.id : ''
      const revoke = (who: typeof owner, decision = id) => revokeDecision(needs(), who, { decision, reason: '오류' })
      expect(await revoke(await addOfficer(open(), 'kpic', 'programme-owner'))).toEqual({ is: 'no such decision' })
      expect(await revoke(await addOfficer(open(), 'tipa', 'approver'))).toEqual({ is: 'no such decision' })
      expect(await revoke(await addOfficer(open(), 'tipa', 'programme-owner', ['mss-other']))).toEqual({
        is: 'no such decision',
      })
      expect(await revoke(owner, 'none')).toEqual({ is: 'no such decision' })
      expect(await revoke(owner)).toEqual({ is: 'revoked' })
      expect(await revoke(owner)).toEqual({ is: 'revoked before' })
      expect(await accepted(link.id, firm)).toEqual([])
      expect(await decisionsOnFirm(needs(), member, firm)).toMatchObject({ decisions: [{ id, revoked: true }] })
    })

    it('T2: by the receiving desk of such a link, while consent stands and only what it accepts', async () => {
      const { firm, member, link, owner } = await world(open())
      const desk = await addOfficer(open(), 'kpic', 'desk-officer')
      await signDecision(needs(), owner, asked(firm))
      await signDecision(needs(), owner, asked(firm, { programme: 'mss-automation-process', criterion: 'size' }))
      await inTheHouse(open(), tx =>
        tx
          .updateTable('link_agreement')
          .set({ accepts: ['root'] })
          .execute(),
      )
      expect(await decisionsOnFirm(needs(), desk, firm)).toEqual({ is: 'no such firm' })
      await addReferral(open(), firm, link.id, member.person.id)
      expect(await decisionsOnFirm(needs(), desk, firm)).toMatchObject({ decisions: [{ criterion: 'root' }] })
      const agreement = await agreementRow(link.id)
      const taken = () => atDesk(needs(), desk, ({ tx }) => acceptedDecisions({ signer }, tx, agreement, firm, on))
      expect(await taken()).toHaveLength(1)
      await inTheHouse(open(), tx => tx.updateTable('consent').set({ withdrawn_at: new Date() }).execute())
      expect(await taken()).toEqual([])
      const looks = await inTheHouse(open(), tx =>
        tx.selectFrom('access_entry').select('firm_ids').where('operation', '=', 'read own record').execute(),
      )
      expect(looks).toEqual([{ firm_ids: [firm] }])
    })

    it('T2: on the page of the case, in one reading with it, signature and all', async () => {
      const { firm, member, link, owner } = await world(open())
      const desk = await addOfficer(open(), 'kpic', 'desk-officer')
      const approver = await addOfficer(open(), 'kpic', 'approver')
      await signDecision(needs(), owner, asked(firm, { reason: '현장 확인' }))
      const referral = await addReferral(open(), firm, link.id, member.person.id)
      const shownTo = async (who: Acting) => {
        const read = await readReferral(needs(), who, referral)
        return read.is === 'found' ? read.case.decisions : read.is
      }
      const seen = { agency: 'tipa', criterion: 'root', reason: '현장 확인', signatureHolds: true }
      expect(await shownTo(desk)).toMatchObject([seen])
      expect(await shownTo(owner)).toMatchObject([seen])
      expect(await shownTo(approver)).toEqual([])
      const looks = await inTheHouse(open(), tx => tx.selectFrom('access_entry').select('operation').execute())
      // The signature itself is a look, too.
      expect(looks).toEqual([
        { operation: 'sign decision' },
        { operation: 'read referral' },
        { operation: 'read referral' },
        { operation: 'read referral' },
      ])
      await inTheHouse(open(), tx => tx.updateTable('signed_decision').set({ verdict: 'unmet' }).execute())
      expect(await shownTo(desk)).toMatchObject([{ signatureHolds: false }])
      await inTheHouse(open(), tx => tx.updateTable('consent').set({ withdrawn_at: new Date() }).execute())
      expect(await shownTo(desk)).toEqual([])
    })
  })
})
