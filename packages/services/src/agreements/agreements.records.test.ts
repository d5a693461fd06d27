import type { AgreementMove } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { describe, expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { terms, twoAgencies } from '../testing/two-agencies.ts'
import { acting, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { changeDraft, draftAgreement, draftNextVersion } from './draft-agreement.ts'
import { linksInForce } from './links-in-force.ts'
import { moveAgreement } from './move-agreement.ts'
import { listAgreements, readAgreement } from './read-agreement.ts'
import type { Terms } from './terms.ts'

type Officer = Acting<PostCapacity>

const catalogue = twoAgencies()

/** Four people who sign, on two sides. */
async function fourOf(database: Database) {
  return {
    owner: await addOfficer(database, 'tipa', 'programme-owner'),
    approver: await addOfficer(database, 'tipa', 'approver'),
    otherOwner: await addOfficer(database, 'kpic', 'programme-owner'),
    otherApprover: await addOfficer(database, 'kpic', 'approver'),
  }
}

/** The same person at another post. */
async function alsoAt(database: Database, officer: Officer, agency: string, role: 'programme-owner' | 'approver') {
  const { capacity } = await addOfficer(database, agency, role)
  await inTheHouse(database, tx =>
    tx.insertInto('post_holder').values({ post_id: capacity.post, person_id: officer.person.id }).execute(),
  )
  return acting(officer.person, capacity)
}

describeInBothHomes('agreements', open => {
  const needs = () => ({ database: open(), catalogue })

  async function drafted(officer: Officer, more: Partial<Terms> = {}): Promise<string> {
    const done = await draftAgreement(needs(), officer, { terms: terms(more) })
    if (done.is !== 'drafted') throw new Error(JSON.stringify(done))
    return done.agreement
  }
  const countOf = (id: string) =>
    inTheHouse(open(), tx =>
      tx.selectFrom('link_agreement').select('changed').where('id', '=', id).executeTakeFirstOrThrow(),
    ).then(({ changed }) => changed)
  const move = async (officer: Officer, agreement: string, move: AgreementMove, reason = '사유') =>
    moveAgreement(needs(), officer, { agreement, move, changed: await countOf(agreement), reason })

  async function agreed(four: Awaited<ReturnType<typeof fourOf>>, id: string) {
    await move(four.owner, id, 'propose')
    await move(four.approver, id, 'offer')
    await move(four.otherOwner, id, 'review')
    return move(four.otherApprover, id, 'agree')
  }

  describe('drawn up', () => {
    it('says every field that is wrong, and saves nothing', async () => {
      const { owner } = await fourOf(open())
      const bad = terms({ toProgramme: 'none', legalBasis: '' })
      expect(await draftAgreement(needs(), owner, { terms: bad })).toMatchObject({
        is: 'faulty',
        fields: [{ field: '/terms/toProgramme' }, { field: '/terms/legalBasis' }],
      })
      expect(await draftAgreement(needs(), owner, { terms: terms(), fromLink: 'none' })).toMatchObject({
        fields: [{ field: '/fromLink' }],
      })
      expect(await listAgreements(needs(), owner)).toEqual({ is: 'list', agreements: [], more: false })
    })

    it('by owners of a programme of either agency, for what their post looks after', async () => {
      const { owner, otherOwner, approver } = await fourOf(open())
      const third = await addOfficer(open(), 'kosmes', 'programme-owner')
      const narrow = await addOfficer(open(), 'tipa', 'programme-owner', ['mss-other'])
      const outcomes = await Promise.all(
        [owner, otherOwner, approver, third, narrow].map(who => draftAgreement(needs(), who, { terms: terms() })),
      )
      expect(outcomes.map(({ is }) => is)).toEqual(['drafted', 'drafted', 'not for this post', 'faulty', 'faulty'])
    })

    it('T1: is hidden from the other side until it is offered, and so is one taken back before that', async () => {
      const four = await fourOf(open())
      const id = await drafted(four.owner)
      const taken = await drafted(four.owner)
      await move(four.owner, taken, 'withdraw')
      for (const who of [four.otherOwner, await addOfficer(open(), 'kosmes', 'secretary')]) {
        expect(await readAgreement(needs(), who, id)).toEqual({ is: 'no such agreement' })
        expect(await readAgreement(needs(), who, taken)).toEqual({ is: 'no such agreement' })
        expect(await listAgreements(needs(), who)).toMatchObject({ agreements: [] })
      }
      expect(await move(four.otherOwner, id, 'review')).toEqual({ is: 'no such agreement' })
      await move(four.owner, id, 'propose')
      expect(await readAgreement(needs(), four.otherOwner, id)).toEqual({ is: 'no such agreement' })
      await move(four.approver, id, 'offer')
      expect(await readAgreement(needs(), four.otherOwner, id)).toMatchObject({ is: 'agreement' })
      expect(await readAgreement(needs(), await addOfficer(open(), 'kosmes', 'secretary'), id)).toEqual({
        is: 'no such agreement',
      })
    })

    it('is changed until it is proposed, by who has seen it as it stands', async () => {
      const four = await fourOf(open())
      const id = await drafted(four.owner)
      const change = (changed: number, more: Partial<Terms> = {}) =>
        changeDraft(needs(), four.owner, { agreement: id, changed, terms: terms(more) })
      expect(await change(1, { places: 5 })).toEqual({ is: 'drafted', changed: 2 })
      expect(await change(1, { places: 6 })).toEqual({ is: 'changed meanwhile', state: 'drafted', changed: 2 })
      expect(await change(2, { daysToAnswer: 0 })).toMatchObject({ is: 'faulty' })
      await move(four.owner, id, 'propose')
      expect(await change(3)).toEqual({ is: 'not allowed now', state: 'proposed' })
      expect(await readAgreement(needs(), four.owner, id)).toMatchObject({ agreement: { places: 5 } })
    })
  })

  describe('signed', () => {
    it('C21: by four people, one after the other, and then carries referrals', async () => {
      const four = await fourOf(open())
      const id = await drafted(four.owner)
      expect(await agreed(four, id)).toMatchObject({ is: 'moved', state: 'agreed' })
      const read = await readAgreement(needs(), four.otherOwner, id)
      expect(read).toMatchObject({
        agreement: { inForce: true, moves: [], differences: null, versions: [{ version: 1, state: 'agreed' }] },
      })
      expect(read.is === 'agreement' && read.agreement.signatures.map(({ step, post }) => [step, post.en])).toEqual([
        ['propose', 'tipa programme-owner'],
        ['offer', 'tipa approver'],
        ['review', 'kpic programme-owner'],
        ['agree', 'kpic approver'],
      ])
      // Both agencies see who it was.
      expect(read.is === 'agreement' && read.agreement.signatures.map(({ person }) => person)).toEqual(
        [four.owner, four.approver, four.otherOwner, four.otherApprover].map(({ person }) => person.name),
      )
      expect(await readAgreement(needs(), four.otherApprover, id)).toMatchObject({ agreement: { moves: ['end'] } })
    })

    it('C21: never twice by one person, whatever post he holds', async () => {
      const four = await fourOf(open())
      const alsoApprover = await alsoAt(open(), four.owner, 'tipa', 'approver')
      const alsoReviewer = await alsoAt(open(), four.owner, 'kpic', 'programme-owner')
      const alsoAgrees = await alsoAt(open(), four.approver, 'kpic', 'approver')
      const id = await drafted(four.owner)
      await move(four.owner, id, 'propose')
      expect(await move(alsoApprover, id, 'offer')).toEqual({ is: 'signed already' })
      await move(four.approver, id, 'offer')
      expect(await move(alsoReviewer, id, 'review')).toEqual({ is: 'signed already' })
      await move(four.otherOwner, id, 'review')
      expect(await move(alsoAgrees, id, 'agree')).toEqual({ is: 'signed already' })
      expect(await readAgreement(needs(), alsoAgrees, id)).toMatchObject({ agreement: { moves: ['refuse'] } })
      expect(await move(four.otherApprover, id, 'agree')).toMatchObject({ is: 'moved' })
    })

    it('C21: not approved by who wrote it, even when another proposed it', async () => {
      const four = await fourOf(open())
      const writer = await addOfficer(open(), 'tipa', 'programme-owner')
      const alsoApprover = await alsoAt(open(), writer, 'tipa', 'approver')
      const id = await drafted(writer)
      await move(four.owner, id, 'propose')
      expect(await move(alsoApprover, id, 'offer')).toEqual({ is: 'written by you' })
      // The second wall says the same.
      await expect(
        inTheHouse(open(), async tx => {
          const { sql } = await import('kysely')
          await sql`select set_config('ieum.person', ${writer.person.id}, true), set_config('ieum.post', ${alsoApprover.capacity.post}, true), set_config('role', 'ieum_app', true)`.execute(
            tx,
          )
          await tx
            .insertInto('link_signature')
            .values({
              agreement_id: id,
              step: 'offer',
              agency: 'tipa',
              post_id: alsoApprover.capacity.post,
              person_id: writer.person.id,
            })
            .execute()
        }),
      ).rejects.toThrow(/row-level security/)
    })

    it('each move only by its side, its role and in its turn', async () => {
      const four = await fourOf(open())
      const id = await drafted(four.owner)
      const narrow = await addOfficer(open(), 'tipa', 'programme-owner', ['mss-other'])
      expect(await move(four.approver, id, 'offer')).toEqual({ is: 'not allowed now', state: 'drafted' })
      expect(await move(four.approver, id, 'propose')).toEqual({ is: 'not for this post' })
      expect(await move(narrow, id, 'propose')).toEqual({ is: 'not for this post' })
      await move(four.owner, id, 'propose')
      await move(four.approver, id, 'offer')
      expect(await move(four.owner, id, 'review')).toEqual({ is: 'not yours', mover: 'other' })
      expect(await move(four.otherApprover, id, 'withdraw')).toEqual({ is: 'not yours', mover: 'proposer' })
      expect(await move(four.otherApprover, id, 'refuse', ' ')).toEqual({ is: 'reason needed' })
      expect(await move(four.otherApprover, id, 'refuse')).toMatchObject({ state: 'refused' })
      expect(await move(four.owner, id, 'withdraw')).toEqual({ is: 'not allowed now', state: 'refused' })
    })

    it('C23: when two approve at once, by one of them; the other is told', async () => {
      const four = await fourOf(open())
      const another = await addOfficer(open(), 'kpic', 'approver')
      for (let round = 0; round < 5; round += 1) {
        const id = await drafted(four.owner)
        await move(four.owner, id, 'propose')
        await move(four.approver, id, 'offer')
        await move(four.otherOwner, id, 'review')
        const changed = await countOf(id)
        const outcomes = await Promise.all([
          moveAgreement(needs(), four.otherApprover, { agreement: id, move: 'agree', changed }),
          moveAgreement(needs(), another, { agreement: id, move: 'refuse', changed, reason: '자리 없음' }),
        ])
        expect(outcomes.map(({ is }) => is).sort()).toEqual(['changed meanwhile', 'moved'])
      }
    })

    it('not when the catalogue has moved on since it was drawn up', async () => {
      const four = await fourOf(open())
      const id = await drafted(four.owner, { accepts: ['root'] })
      await inTheHouse(open(), tx =>
        tx
          .updateTable('link_agreement')
          .set({ accepts: ['gone'] })
          .where('id', '=', id)
          .execute(),
      )
      expect(await move(four.owner, id, 'propose')).toMatchObject({ is: 'faulty', fields: [{ field: '/accepts/0' }] })
    })
  })

  describe('what can be done', () => {
    const actsOf = async (who: Officer, id: string) => {
      const read = await readAgreement(needs(), who, id)
      if (read.is !== 'agreement') throw new Error(read.is)
      const { moves, writings, others } = read.agreement
      return {
        mine: [...writings, ...moves],
        others: others.map(({ act, agencies, roles, because }) => `${act}: ${agencies} ${roles}, ${because}`),
      }
    }

    it('is offered to who may do it; of the rest it says whose it is', async () => {
      const four = await fourOf(open())
      const id = await drafted(four.owner)
      expect(await actsOf(four.owner, id)).toEqual({ mine: ['change', 'propose', 'withdraw'], others: [] })
      expect(await actsOf(four.approver, id)).toEqual({
        mine: ['withdraw'],
        others: ['change: tipa programme-owner, other role', 'propose: tipa programme-owner, other role'],
      })
      await move(four.owner, id, 'propose')
      await move(four.approver, id, 'offer')
      expect(await actsOf(four.owner, id)).toEqual({
        mine: ['withdraw'],
        others: ['review: kpic programme-owner, other side', 'refuse: kpic approver, other side'],
      })
      const narrow = await addOfficer(open(), 'kpic', 'programme-owner', ['something-else'])
      expect((await actsOf(narrow, id)).others[0]).toBe('review: kpic programme-owner, other programme')
      await move(four.otherOwner, id, 'review')
      await move(four.otherApprover, id, 'agree')
      expect(await actsOf(four.otherOwner, id)).toEqual({
        mine: ['renew'],
        others: ['end: tipa,kpic approver, other role'],
      })
      const third = await addOfficer(open(), 'kosmes', 'programme-owner')
      expect(await actsOf(third, id)).toEqual({
        mine: [],
        others: ['renew: tipa,kpic programme-owner, other side', 'end: tipa,kpic approver, other side'],
      })
    })

    it('C21: is never the approval of what one has written or signed, and says why', async () => {
      const four = await fourOf(open())
      const writer = await addOfficer(open(), 'tipa', 'programme-owner')
      const alsoApprover = await alsoAt(open(), writer, 'tipa', 'approver')
      const proposerToo = await alsoAt(open(), four.owner, 'tipa', 'approver')
      const id = await drafted(writer)
      await move(four.owner, id, 'propose')
      expect(await actsOf(alsoApprover, id)).toEqual({
        mine: ['withdraw'],
        others: ['offer: tipa approver, written by you'],
      })
      expect((await actsOf(proposerToo, id)).others).toEqual(['offer: tipa approver, signed already'])
    })
  })

  describe('anew', () => {
    it('takes the place of the version that stood, in one transaction, and shows what is different', async () => {
      const four = await fourOf(open())
      const first = await drafted(four.owner)
      await agreed(four, first)
      // The other side proposes this time.
      const next = await draftNextVersion(needs(), four.otherOwner, {
        agreement: first,
        terms: terms({ daysToAnswer: 5, waives: ['tax'] }),
      })
      expect(next).toMatchObject({ is: 'drafted', version: 2 })
      const second = next.is === 'drafted' ? next.agreement : ''
      expect(await readAgreement(needs(), four.owner, first)).toMatchObject({
        agreement: { versions: [{ version: 1 }] },
      })
      await move(four.otherOwner, second, 'propose')
      await move(four.otherApprover, second, 'offer')
      await move(four.owner, second, 'review')
      expect(await readAgreement(needs(), four.approver, second)).toMatchObject({
        agreement: {
          differences: [
            { term: 'daysToAnswer', before: 10, now: 5 },
            { term: 'waives', before: [], now: ['tax'] },
          ],
        },
      })
      await move(four.approver, second, 'agree')
      expect(await readAgreement(needs(), four.owner, first)).toMatchObject({
        agreement: { inForce: false, supersededBy: second, moves: [] },
      })
      expect(await listAgreements(needs(), four.owner, { inForceOn: on })).toMatchObject({
        agreements: [{ id: second, version: 2 }],
      })
      expect(await move(four.approver, first, 'end')).toEqual({ is: 'not allowed now', state: 'agreed' })
      expect(await draftNextVersion(needs(), four.owner, { agreement: first, terms: terms() })).toEqual({
        is: 'not allowed now',
        state: 'agreed',
      })
    })

    it('is of the same two programmes, and leaves no day without terms', async () => {
      const four = await fourOf(open())
      const first = await drafted(four.owner)
      await agreed(four, first)
      expect(
        await draftNextVersion(needs(), four.owner, { agreement: first, terms: terms({ fromProgramme: 'mss-other' }) }),
      ).toMatchObject({ is: 'faulty', fields: [{ field: '/terms/fromProgramme' }] })
      const next = await draftNextVersion(needs(), four.owner, {
        agreement: first,
        terms: terms({ validFrom: '2026-07-01' }),
      })
      const second = next.is === 'drafted' ? next.agreement : ''
      expect(await agreed(four, second)).toEqual({ is: 'begins later', validFrom: '2026-07-01' })
      expect(await readAgreement(needs(), four.owner, first)).toMatchObject({ agreement: { inForce: true } })
    })

    it('gets numbers of its own when both sides draw it up at once', async () => {
      const four = await fourOf(open())
      const first = await drafted(four.owner)
      await agreed(four, first)
      const both = await Promise.all(
        [four.owner, four.otherOwner].map(who =>
          draftNextVersion(needs(), who, { agreement: first, terms: terms({ places: 3 }) }),
        ),
      )
      expect(both.map(next => next.is === 'drafted' && next.version).sort()).toEqual([2, 3])
    })
  })

  it('ends at once, by an approver of either side who says why', async () => {
    const four = await fourOf(open())
    const id = await drafted(four.owner)
    await agreed(four, id)
    expect(await move(four.otherApprover, id, 'end', '')).toEqual({ is: 'reason needed' })
    expect(await move(four.otherApprover, id, 'end', '사업 종료')).toMatchObject({ state: 'ended' })
    expect(await readAgreement(needs(), four.owner, id)).toMatchObject({
      agreement: { inForce: false, endedOn: on, reason: '사업 종료' },
    })
    expect(await linksInForce(needs(), on)).toEqual([])
  })

  it('is a link of the catalogue while it is in force, and before that with its days', async () => {
    const four = await fourOf(open())
    const id = await drafted(four.owner, {
      kind: 'relaxes',
      waives: ['tax'],
      validFrom: '2026-08-01',
      validTo: '2026-12-31',
      places: 30,
    })
    expect(await linksInForce(needs(), on)).toEqual([])
    await agreed(four, id)
    expect(await linksInForce(needs(), on)).toMatchObject([
      {
        from: { programme: 'mss-automation-process', outcome: 'completed' },
        to: 'motie-root-intelligent-process',
        kind: 'relaxes',
        agreed: { by: ['mss', 'motie'] },
        waives: ['tax'],
        places: 30,
        valid: { from: '2026-08-01', to: '2026-12-31' },
      },
    ])
    expect(await linksInForce(needs(), '2027-01-01')).toEqual([])
  })

  it('is told to those whose turn it is, once each move, and leaves a trace', async () => {
    const four = await fourOf(open())
    const desk = await addOfficer(open(), 'kpic', 'desk-officer')
    await addOfficer(open(), 'kpic', 'approver', ['something-else'])
    const id = await drafted(four.owner)
    await agreed(four, id)
    const names = new Map(
      [...Object.entries(four), ['desk', desk] as const].map(([name, { capacity }]) => [capacity.post, name]),
    )
    const { notices, traces } = await inTheHouse(open(), async tx => ({
      notices: await tx.selectFrom('notice').select(['post_id', 'kind', 'event', 'agreement_id']).execute(),
      traces: await tx.selectFrom('audit_entry').select('operation').where('subject', '=', id).execute(),
    }))
    expect(notices.map(({ kind, post_id }) => `${kind}: ${names.get(post_id!)}`).sort()).toEqual([
      'agreement.agree: approver',
      'agreement.agree: desk',
      'agreement.agree: otherOwner',
      'agreement.agree: owner',
      'agreement.offer: otherOwner',
      'agreement.propose: approver',
      'agreement.review: otherApprover',
    ])
    expect(
      notices.every(({ event, agreement_id }) => event.startsWith(`agreement:${id}:`) && agreement_id === id),
    ).toBe(true)
    expect(traces.map(({ operation }) => operation).sort()).toEqual([
      'agree link',
      'draft link',
      'offer link',
      'propose link',
      'review link',
    ])
  })
})
