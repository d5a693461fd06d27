import { inTransaction } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { bringPaper } from '../papers/bring-paper.ts'
import { pdf } from '../papers/content/testing/papers.ts'
import { destroyRemovedPapers } from '../papers/destroy-papers.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAction, addCouncil } from '../testing/councils.ts'
import { addFirm, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { takeOffAgenda } from './change-agenda.ts'
import { draftLinkForAction, linkForAction } from './draft-link-for-action.ts'
import { countActions, listActions } from './list-actions.ts'
import { moveAction } from './move-action.ts'
import { bringCouncilPaper } from './papers/bring-council-paper.ts'
import { listSessionPapers, readCouncilPaper } from './papers/read-council-papers.ts'
import { removeCouncilPaper } from './papers/remove-council-paper.ts'
import { settleCouncilPapers } from './papers/settle-council-papers.ts'
import { readCouncil } from './read-council.ts'
import { takeDecision } from './take-decision.ts'

let catalogue: OpenCatalogue
let place: PaperPlace
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  place = await folderPlace()
}, 60_000)
afterAll(() => place?.close())

const link = {
  is: 'link',
  fromProgramme: 'mss-automation-process',
  toProgramme: 'motie-root-intelligent-process',
} as const

describeInBothHomes('what follows from a decision', open => {
  async function scene(more: Parameters<typeof addCouncil>[2] = {}) {
    const needs = { database: open(), catalogue, papers: place.store, timeZone: 'Asia/Seoul' }
    const keeper = await addOfficer(open(), 'tipa', 'secretary')
    const owner = await addOfficer(open(), 'kpic', 'programme-owner')
    const other = await addOfficer(open(), 'kpic', 'secretary')
    const drafter = await addOfficer(open(), 'tipa', 'programme-owner')
    const stranger = await addOfficer(open(), 'kosmes', 'programme-owner')
    const there = await addCouncil(open(), keeper, more)
    return { needs, keeper, owner, other, drafter, stranger, there }
  }

  describe('a list of what is to be followed up', () => {
    it('tells each post what is its own, its agency’s, late, or waiting for its nod', async () => {
      const { needs, keeper, owner, other, stranger, there } = await scene()
      const late = await addAction(open(), there, owner, { due: '2026-05-29' })
      const done = await addAction(open(), there, owner, { due: '2026-06-15' })
      await moveAction(needs, owner, { action: done, move: 'report', changed: 1, text: '함', proof: '문서 3-1' })
      const of = async (officer: typeof owner) => {
        const { counts, actions } = await listActions(needs, officer)
        expect(await countActions(needs, officer)).toEqual(counts)
        return { counts, lines: actions.map(({ id, whose, moves, late }) => ({ id, whose, moves, late })) }
      }
      const one = { councils: 1, late: 1 }
      expect(await of(owner)).toEqual({
        counts: { ...one, mine: 1, agency: 2, awaitsNod: 0 },
        lines: [
          { id: late, whose: 'mine', moves: ['report'], late: true },
          { id: done, whose: 'mine', moves: [], late: false },
        ],
      })
      expect((await of(other)).counts).toEqual({ ...one, mine: 0, agency: 2, awaitsNod: 0 })
      expect(await of(keeper)).toMatchObject({
        counts: { ...one, mine: 0, agency: 0, awaitsNod: 1 },
        lines: [
          { whose: 'others', moves: [] },
          { id: done, moves: ['nod', 'return'] },
        ],
      })
      expect(await of(stranger)).toMatchObject({ counts: { councils: 0 }, lines: [] })
      expect((await listActions(needs, keeper)).actions[1]).toMatchObject({ report: '함', proof: '문서 3-1' })
    })

    it('keeps where the proof is when a report is sent again without saying so, and forgets it when it is emptied', async () => {
      const { needs, keeper, owner, there } = await scene()
      const action = await addAction(open(), there, owner)
      const move = (who: typeof owner, move: 'report' | 'return', changed: number, proof?: string) =>
        moveAction(needs, who, { action, move, changed, text: '함', proof })
      const proofs: unknown[] = []
      for (const [changed, proof] of [
        [1, '문서 3-1'],
        [3, undefined],
        [5, ' '],
      ] as const) {
        expect(await move(owner, 'report', changed, proof)).toMatchObject({ is: 'moved' })
        proofs.push((await listActions(needs, keeper)).actions[0]!.proof)
        await move(keeper, 'return', changed + 1)
      }
      expect(proofs).toEqual(['문서 3-1', '문서 3-1', null])
    })

    it('counts working days to the last one, past holidays', async () => {
      const { needs, owner, there } = await scene()
      // Wednesday 3 June 2026 elects, Saturday the 6th remembers: from Monday the 1st to Sunday the 7th.
      await addAction(open(), there, owner, { due: '2026-06-07' })
      const [line] = (await listActions(needs, owner)).actions
      expect(line).toMatchObject({ due: '2026-06-07', lastDay: '2026-06-08', late: false })
      expect(line!.daysLeft).toBe(4)
    })

    it('says when its decision was superseded, and tells the owner once', async () => {
      const { needs, keeper, owner, there } = await scene()
      const action = await addAction(open(), there, owner)
      const [seat] = await inTheHouse(open(), async tx => {
        const seats = await tx.selectFrom('council_seat').select('id').where('council_id', '=', there.council).execute()
        await tx
          .insertInto('attendance')
          .values(seats.map(({ id }) => ({ session_id: there.session, seat_id: id, state: 'present' as const })))
          .execute()
        return seats
      })
      expect(seat).toBeDefined()
      const taken = await takeDecision(needs, keeper, { item: there.item, text: '바꾼다', supersedes: there.decision })
      expect(taken).toMatchObject({ is: 'taken' })
      expect((await listActions(needs, owner)).actions).toMatchObject([
        { id: action, supersededBy: taken.is === 'taken' && taken.number },
      ])
      const told = await inTheHouse(open(), tx =>
        tx.selectFrom('notice').select(['kind', 'post_id']).where('kind', '=', 'action.superseded').execute(),
      )
      expect(told).toEqual([{ kind: 'action.superseded', post_id: owner.capacity.post }])
    })
  })

  it('names a change that can be tried only when what it names is there', async () => {
    const { needs, keeper, owner, there } = await scene()
    await inTheHouse(open(), async tx => {
      const seats = await tx.selectFrom('council_seat').select('id').where('council_id', '=', there.council).execute()
      await tx
        .insertInto('attendance')
        .values(seats.map(({ id }) => ({ session_id: there.session, seat_id: id, state: 'present' as const })))
        .execute()
    })
    const taking = (rule: string) =>
      takeDecision(needs, keeper, {
        item: there.item,
        text: '견준다',
        actions: [
          {
            title: '견주기',
            ownerPost: owner.capacity.post,
            due: '2026-07-01',
            proofWanted: '결과',
            asks: {
              is: 'programme change',
              programme: 'mss-kosmes-export-global',
              change: '기준을 낮춘다',
              to: { is: 'limit', edition: '2026-r2', rule, from: 100_000, to: 30_000 },
            },
          },
        ],
      })
    expect(await taking('none')).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/actions/0/asks/to', wrong: 'no such rule' }],
    })
    expect(await taking('exports')).toMatchObject({ is: 'taken' })
    expect((await listActions(needs, owner)).actions[0]).toMatchObject({ asks: { to: { to: 30_000 } } })
  })

  describe('a link that it asks for', () => {
    it('is drawn up with one click by an agency of its programmes, and the decision names it', async () => {
      const { needs, keeper, owner, drafter, stranger, there } = await scene()
      const action = await addAction(open(), there, owner, { asks: link })
      expect(await linkForAction(needs, drafter, action)).toMatchObject({
        is: 'start',
        decision: '2026-1-1',
        drafted: null,
        terms: { ...{ fromProgramme: link.fromProgramme, toProgramme: link.toProgramme } },
      })
      expect(await draftLinkForAction(needs, keeper, action)).toEqual({ is: 'not for this post' })
      // It is offered to nobody whom it would be refused.
      expect(await linkForAction(needs, drafter, action)).toMatchObject({ mayDraft: true })
      expect(await linkForAction(needs, keeper, action)).toMatchObject({ mayDraft: false })
      expect(await draftLinkForAction(needs, stranger, action)).toEqual({ is: 'no such action' })
      const drafted = await draftLinkForAction(needs, drafter, action)
      if (drafted.is !== 'drafted') throw new Error(JSON.stringify(drafted))
      const { agreement } = drafted
      expect(
        await inTheHouse(open(), async tx => [
          await tx
            .selectFrom('link_agreement')
            .select(['state', 'proposed_by', 'legal_basis', 'from_programme', 'to_programme'])
            .where('id', '=', agreement)
            .executeTakeFirst(),
          await tx
            .selectFrom('council_decision')
            .select('agreement_id')
            .where('id', '=', there.decision)
            .executeTakeFirst(),
        ]),
      ).toEqual([
        {
          state: 'drafted',
          proposed_by: 'tipa',
          legal_basis: '정책협의회 결정 2026-1-1',
          from_programme: link.fromProgramme,
          to_programme: link.toProgramme,
        },
        { agreement_id: agreement },
      ])
      expect(await draftLinkForAction(needs, drafter, action)).toEqual({ is: 'drafted already', agreement })
      expect(await linkForAction(needs, drafter, action)).toMatchObject({ mayDraft: false })
      // The other side learns that one is drawn up, and sees nothing of it.
      expect(await draftLinkForAction(needs, owner, action)).toEqual({ is: 'drafted already', agreement: null })
      expect((await listActions(needs, owner)).actions[0]).toMatchObject({
        link: { agreement: null, state: 'not shown' },
        mayDraftLink: false,
      })
    })

    it('is looked at without holding up who moves the action', async () => {
      const { needs, owner, drafter, there } = await scene()
      const action = await addAction(open(), there, owner, { asks: link })
      expect(await linkForAction(needs, drafter, action)).toMatchObject({ is: 'start' })
      // A lock leaves the number of its transaction in the row.
      const { rows } = await inTheHouse(open(), tx =>
        sql<{ locked: string }>`select xmax::text as locked from council_action where id = ${action}`.execute(tx),
      )
      expect(rows).toEqual([{ locked: '0' }])
    })

    it('is drawn up once, however many click at the same moment', async () => {
      const { needs, owner, drafter, there } = await scene()
      const action = await addAction(open(), there, owner, { asks: link })
      const outcomes = await Promise.all([owner, drafter].map(one => draftLinkForAction(needs, one, action)))
      expect(outcomes.map(({ is }) => is).sort()).toEqual(['drafted', 'drafted already'])
    })

    it('may be drawn up anew after it was refused, and shows by itself when it is in force', async () => {
      const { needs, owner, drafter, there } = await scene()
      const action = await addAction(open(), there, owner, { asks: link })
      const first = await draftLinkForAction(needs, drafter, action)
      const set = (state: 'refused' | 'agreed', id: string) =>
        inTheHouse(open(), tx => tx.updateTable('link_agreement').set({ state }).where('id', '=', id).execute())
      if (first.is !== 'drafted') throw new Error(first.is)
      await set('refused', first.agreement)
      const second = await draftLinkForAction(needs, owner, action)
      if (second.is !== 'drafted') throw new Error(second.is)
      await set('agreed', second.agreement)
      for (const officer of [owner, drafter])
        expect((await listActions(needs, officer)).actions[0]).toMatchObject({
          link: { agreement: second.agreement, state: 'in force' },
        })
    })

    it('is asked of the agencies of its programmes, which need not sit there', async () => {
      const { needs, keeper, stranger, there } = await scene({ agencies: ['tipa', 'motie'] })
      const owner = await addOfficer(open(), 'motie', 'programme-owner')
      const action = await addAction(open(), there, owner, { asks: link })
      const outside = await addOfficer(open(), 'kpic', 'programme-owner')
      expect(await listActions(needs, outside)).toMatchObject({ actions: [] })
      expect(await linkForAction(needs, outside, action)).toMatchObject({ is: 'start' })
      expect(await linkForAction(needs, stranger, action)).toEqual({ is: 'no such action' })
      expect(await draftLinkForAction(needs, outside, action)).toMatchObject({ is: 'drafted' })
      expect(await linkForAction(needs, keeper, action)).toMatchObject({ drafted: { agreement: null } })
    })
  })

  describe('a paper', () => {
    const paper = (text: string) => ({ name: '증빙.pdf', content: pdf(`(${text})`) })

    it('proves an action, brought by the post that owns it, read by who sits there', async () => {
      const { needs, keeper, owner, other, stranger, there } = await scene()
      const action = await addAction(open(), there, owner)
      const at = { is: 'action', action } as const
      expect(await bringCouncilPaper(needs, other, at, paper('a'))).toEqual({ is: 'not for this post' })
      expect(await bringCouncilPaper(needs, stranger, at, paper('a'))).toEqual({ is: 'no such place' })
      const brought = await bringCouncilPaper(needs, owner, at, paper('a'))
      if (brought.is !== 'brought') throw new Error(JSON.stringify(brought))
      const { id } = brought.paper
      expect(brought.paper).toMatchObject({ name: '증빙.pdf', state: 'clean', checkedBy: 'structure', agency: 'kpic' })
      expect(await bringCouncilPaper(needs, owner, at, paper('a'))).toMatchObject({
        is: 'there already',
        paper: { id },
      })
      expect((await listActions(needs, keeper)).actions[0]!.papers).toMatchObject([{ id }])
      const shown = [{ id: action, whose: 'mine', moves: ['report'], papers: [{ id }] }]
      expect(await readCouncil(needs, owner, there.council)).toMatchObject({ council: { actions: shown } })
      expect(await readCouncilPaper(needs, keeper, id)).toMatchObject({ is: 'read' })
      expect(await readCouncilPaper(needs, stranger, id)).toEqual({ is: 'no such paper' })
      await moveAction(needs, owner, { action, move: 'report', changed: 1, text: '함' })
      expect(await removeCouncilPaper(needs, owner, id)).toEqual({ is: 'not allowed now', state: 'reported' })
      await moveAction(needs, keeper, { action, move: 'nod', changed: 2 })
      expect(await removeCouncilPaper(needs, owner, id)).toEqual({ is: 'not allowed now', state: 'closed' })
    })

    it('that proves an action may go once the report was returned', async () => {
      const { needs, keeper, owner, there } = await scene()
      const action = await addAction(open(), there, owner)
      const brought = await bringCouncilPaper(needs, owner, { is: 'action', action }, paper('returned'))
      if (brought.is !== 'brought') throw new Error(brought.is)
      await moveAction(needs, owner, { action, move: 'report', changed: 1, text: '함' })
      await moveAction(needs, keeper, { action, move: 'return', changed: 2, text: '쪽이 빠짐' })
      expect(await removeCouncilPaper(needs, owner, brought.paper.id)).toEqual({ is: 'removed' })
    })

    it('is of an item the agency’s own that brought it, and not taken away by who only put the item there', async () => {
      const { needs, keeper, owner, other, there } = await scene({ state: 'planned' })
      await inTheHouse(open(), tx =>
        tx
          .updateTable('agenda_item')
          .set({ proposed_by: ['kpic'] })
          .where('id', '=', there.item)
          .execute(),
      )
      const at = { is: 'item', item: there.item } as const
      const ofKeeper = await bringCouncilPaper(needs, keeper, at, paper('of the keeper'))
      const ofOther = await bringCouncilPaper(needs, other, at, paper('of the other side'))
      if (ofKeeper.is !== 'brought' || ofOther.is !== 'brought') throw new Error('not brought')
      expect(await removeCouncilPaper(needs, owner, ofKeeper.paper.id)).toEqual({ is: 'not for this post' })
      expect(await removeCouncilPaper(needs, owner, ofOther.paper.id)).toEqual({ is: 'removed' })
      expect(await listSessionPapers(needs, keeper, there.session)).toMatchObject({ papers: [{ agency: 'tipa' }] })
    })

    it('is the answer of a study, which is not reported without one', async () => {
      const { needs, owner, there } = await scene()
      const action = await addAction(open(), there, owner, { asks: { is: 'study' } })
      const report = { action, move: 'report', changed: 1, text: '검토했다' } as const
      expect(await moveAction(needs, owner, report)).toEqual({ is: 'paper needed' })
      const brought = await bringCouncilPaper(needs, owner, { is: 'action', action }, paper('study'))
      if (brought.is !== 'brought') throw new Error(brought.is)
      expect(await moveAction(needs, owner, report)).toMatchObject({ is: 'moved' })
    })

    it('is the answer of a study once it is found clean, and stays when it is reported at the moment at which it is taken away', async () => {
      const { needs, owner, there } = await scene()
      const action = await addAction(open(), there, owner, { asks: { is: 'study' } })
      const report = { action, move: 'report', changed: 1, text: '검토했다' } as const
      const scanner = { name: 'clamav' as const, scan: async () => Promise.reject(new Error('ECONNREFUSED')) }
      const at = { is: 'action', action } as const
      const brought = await bringCouncilPaper({ ...needs, scanner }, owner, at, paper('still waits'))
      if (brought.is !== 'brought') throw new Error(brought.is)
      expect(await moveAction(needs, owner, report)).toEqual({ is: 'paper still waits' })
      await settleCouncilPapers(needs)
      const outcomes = await Promise.all([
        moveAction(needs, owner, report),
        removeCouncilPaper(needs, owner, brought.paper.id),
      ])
      // Whichever came first, no report stands without its paper.
      expect([
        ['moved', 'not allowed now'],
        ['paper needed', 'removed'],
      ]).toContainEqual(outcomes.map(({ is }) => is))
    })

    it('C35: is taken by what it is, and refused with what would run', async () => {
      const { needs, owner, there } = await scene()
      const at = { is: 'action', action: await addAction(open(), there, owner) } as const
      const program = { name: 'a.pdf', content: Buffer.from('MZ\u0090\u0000\u0001') }
      expect(await bringCouncilPaper(needs, owner, at, program)).toEqual({ is: 'refused', because: 'kind' })
      expect(await bringCouncilPaper(needs, owner, at, { name: 'a.txt', content: Buffer.alloc(0) })).toEqual({
        is: 'empty',
      })
      const large = { name: 'a.txt', content: Buffer.alloc(20_000_001, 'a') }
      expect(await bringCouncilPaper(needs, owner, at, large)).toEqual({ is: 'too large', most: 20_000_000 })
    })

    it('T1: is for who sits there alone: of a session, as a proof, and of an item that is open to everyone', async () => {
      const { needs, keeper, owner, there } = await scene({ state: 'planned', openFrom: on })
      const action = await addAction(open(), there, owner)
      for (const [officer, at] of [
        [keeper, { is: 'item', item: there.item }],
        [keeper, { is: 'session', session: there.session }],
        [owner, { is: 'action', action }],
      ] as const)
        expect(await bringCouncilPaper(needs, officer, at, paper(at.is))).toMatchObject({ is: 'brought' })
      await inTheHouse(open(), tx => tx.updateTable('council_session').set({ open_from: on }).execute())
      expect(await inPublic('agenda_item')).toBe(1)
      expect(await inPublic('council_paper')).toBe(0)
      expect(await listSessionPapers(needs, owner, there.session)).toMatchObject({
        papers: [{ item: there.item }, { item: null }],
      })
      expect(await bringCouncilPaper(needs, owner, { is: 'session', session: there.session }, paper('b'))).toEqual({
        is: 'not for this post',
      })
    })

    /** How many rows of the table whoever is not signed in sees. */
    const inPublic = async (table: 'agenda_item' | 'council_paper'): Promise<number> =>
      (await inTransaction(open(), { on }, tx => tx.selectFrom(table).select('id').execute())).length

    it('goes with the item that is taken off, and its bytes once nobody else has the same', async () => {
      const { needs, keeper, owner, there } = await scene({ state: 'planned' })
      const action = await addAction(open(), there, owner)
      const content = pdf('(shared by all)')
      const item = await bringCouncilPaper(needs, keeper, { is: 'item', item: there.item }, { name: 'a.pdf', content })
      const proof = await bringCouncilPaper(needs, owner, { is: 'action', action }, { name: 'b.pdf', content })
      const firm = await addFirm(open())
      const own = await bringPaper(needs, firm, { kind: 'plan', name: 'c.pdf', content })
      if (item.is !== 'brought' || proof.is !== 'brought' || own.is !== 'brought') throw new Error('not brought')
      await inTheHouse(open(), tx => tx.deleteFrom('council_action').execute()).catch(() => undefined)
      await inTheHouse(open(), async tx => {
        await tx.updateTable('council_decision').set({ task_id: null }).execute()
      })
      const isKept = async () => (await place.store.read(own.paper.sha256)) !== null
      expect(await removeCouncilPaper(needs, owner, proof.paper.id)).toEqual({ is: 'removed' })
      expect(await isKept()).toBe(true)
      const alone = await inTheHouse(open(), async tx => {
        const { id } = await tx
          .insertInto('agenda_item')
          .values({
            session_id: there.session,
            position: 9,
            kind: 'other',
            title_ko: '또',
            minutes: 5,
            proposed_by: ['tipa'],
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await tx.updateTable('council_paper').set({ item_id: id }).where('id', '=', item.paper.id).execute()
        return id
      })
      expect(await takeOffAgenda(needs, keeper, alone)).toEqual({ is: 'taken off' })
      expect(await settleCouncilPapers(needs)).toMatchObject({ destroyed: 1 })
      expect(await isKept()).toBe(true)
      await inTheHouse(open(), tx => tx.updateTable('paper').set({ removed_at: new Date() }).execute())
      await destroyRemovedPapers(needs)
      expect(await isKept()).toBe(false)
      expect(await listSessionPapers(needs, keeper, there.session)).toMatchObject({ papers: [] })
    })

    it('waits while the scanner is away, and is scanned by the clock', async () => {
      const { needs, keeper, there } = await scene({ state: 'planned' })
      let isAway = true
      const scanner = {
        name: 'clamav' as const,
        scan: async () => {
          if (isAway) throw new Error('ECONNREFUSED')
          return { is: 'infected' as const, found: 'Eicar' }
        },
      }
      const at = { is: 'session', session: there.session } as const
      const brought = await bringCouncilPaper({ ...needs, scanner }, keeper, at, paper('waits'))
      if (brought.is !== 'brought') throw new Error(JSON.stringify(brought))
      expect(await readCouncilPaper(needs, keeper, brought.paper.id)).toEqual({ is: 'not clean', state: 'waiting' })
      expect(await settleCouncilPapers({ ...needs, scanner })).toMatchObject({ waiting: [{ why: 'ECONNREFUSED' }] })
      isAway = false
      expect(await settleCouncilPapers({ ...needs, scanner })).toMatchObject({ scanned: 1, waiting: [] })
      expect(await readCouncilPaper(needs, keeper, brought.paper.id)).toEqual({ is: 'not clean', state: 'refused' })
    })
  })
})
