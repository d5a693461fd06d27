import type { Council } from '@ieum/catalogue/records'
import type { SessionMove } from '@ieum/council'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { describe, expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { catalogueOf } from '../open-catalogue.ts'
import { twoAgencies } from '../testing/two-agencies.ts'
import { addAgreedLink, addFirm, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { changeItem, orderAgenda, putOnAgenda, takeOffAgenda, turnToItem } from './change-agenda.ts'
import { foundCouncil } from './found-council.ts'
import { markAttendance } from './mark-attendance.ts'
import { moveAction } from './move-action.ts'
import { moveSession } from './move-session.ts'
import { planSession } from './plan-session.ts'
import { draftTask, moveTask } from './propose-task.ts'
import { listCouncils, readCouncil } from './read-council.ts'
import { readSession, type SessionRead } from './read-session.ts'
import { readTask } from './read-task.ts'
import { takeDecision } from './take-decision.ts'

type Officer = Acting<PostCapacity>

const words = (text: string) => ({ ko: text, en: text })
let councils = 0

/** A council of its own for each test: two agencies, two tasks, one session on record. */
function aCouncil(): Council {
  councils += 1
  return {
    id: `joint-${councils}`,
    name: words('정책협의회'),
    kind: 'policy',
    seats: [
      { agency: 'tipa', post: words('정책기획관') },
      { agency: 'kpic', post: words('국장') },
    ],
    sessions: [
      {
        on: '2024-05-28',
        from: '10:30',
        to: '12:00',
        schedule: [{ title: words('협업과제 논의'), minutes: 70 }],
        source: { title: 'release' },
      },
    ],
    tasks: [
      {
        id: `T7-${councils}`,
        title: words('뿌리업종 협력'),
        proposed_by: ['tipa', 'kpic'],
        pathways: ['root'],
        later: [{ fact: words('2025년 계획'), source: { url: 'https://example.kr' } }],
      },
    ],
    source: { title: 'release' },
  }
}

function withCouncil(council: Council) {
  const { rulebook, warnings } = twoAgencies()
  const root = {
    id: 'root',
    name: words('뿌리'),
    waypoints: ['mss-automation-process', 'motie-root-intelligent-process'],
  }
  return catalogueOf({ ...rulebook, pathways: [...rulebook.pathways, root], councils: [council] }, warnings)
}

async function peopleOf(database: Database) {
  return {
    secretary: await addOfficer(database, 'tipa', 'secretary'),
    owner: await addOfficer(database, 'tipa', 'programme-owner'),
    otherSecretary: await addOfficer(database, 'kpic', 'secretary'),
    otherOwner: await addOfficer(database, 'kpic', 'programme-owner'),
    stranger: await addOfficer(database, 'kosmes', 'secretary'),
  }
}

describeInBothHomes('a council', open => {
  async function scene() {
    const known = aCouncil()
    const needs = {
      database: open(),
      catalogue: withCouncil(known),
      timeZone: 'Asia/Seoul',
      now: new Date('2026-06-01T01:30:00Z'),
    }
    const people = await peopleOf(open())
    const founded = await foundCouncil(needs, people.secretary, known.id)
    expect(founded).toEqual({ is: 'founded', council: known.id })
    const stateOf = async (session: string) =>
      ((await readSession(needs, people.secretary, session)) as SessionRead).session
    const move = async (officer: Officer, session: string, move: SessionMove) =>
      moveSession(needs, officer, { session, move, changed: (await stateOf(session)).changed })
    return { needs, id: known.id, ...people, move, stateOf }
  }
  type Scene = Awaited<ReturnType<typeof scene>>

  async function planned({ needs, secretary, id }: Scene): Promise<string> {
    const done = await planSession(needs, secretary, id, { on: '2026-06-20', begins: '10:30', place: '세종' })
    if (done.is !== 'planned') throw new Error(JSON.stringify(done))
    return done.session
  }

  async function sitting(told: Scene, kind: 'task' | 'other' = 'other', task?: string) {
    const session = await planned(told)
    const put = await putOnAgenda(told.needs, told.owner, session, {
      kind,
      title: '안건',
      minutes: 30,
      task,
      proposal: '연계하자',
    })
    if (put.is !== 'put') throw new Error(JSON.stringify(put))
    await told.move(told.secretary, session, 'call')
    for (const { seat } of (await told.stateOf(session)).attendance)
      await markAttendance(told.needs, told.secretary, { session, seat, state: 'present' })
    expect(await told.move(told.secretary, session, 'open')).toMatchObject({ is: 'moved', state: 'sitting' })
    return { session, item: put.item }
  }

  describe('set up from the catalogue', () => {
    it('has its seats, its tasks and the session that is on record, once', async () => {
      const { needs, id, secretary, otherSecretary } = await scene()
      const read = await readCouncil(needs, otherSecretary, id)
      expect(read).toMatchObject({
        is: 'found',
        council: {
          secretariat: 'tipa',
          keeps: false,
          seats: [{ agency: 'tipa' }, { agency: 'kpic' }],
          sessions: [{ number: 1, on: '2024-05-28', reported: true }],
          tasks: [{ code: expect.stringMatching(/^T7-/), state: 'adopted', proposedBy: ['tipa', 'kpic'] }],
        },
      })
      expect(await foundCouncil(needs, otherSecretary, id)).toEqual({ is: 'set up already' })
      expect(await foundCouncil(needs, secretary, 'none')).toEqual({ is: 'no such council' })
    })

    it('tells the secretaries of the agencies with a seat, not who set it up, and nobody else', async () => {
      const { id, secretary, otherSecretary } = await scene()
      const notices = await inTheHouse(open(), tx =>
        tx
          .selectFrom('notice')
          .select(['post_id', 'kind'])
          .where('event', '=', `council:${id}:seats-1:seat.begun`)
          .execute(),
      )
      const posts = notices.map(({ post_id }) => post_id)
      expect(posts).toContain(otherSecretary.capacity.post)
      expect(posts).not.toContain(secretary.capacity.post)
      const secretaries = await inTheHouse(open(), tx =>
        tx
          .selectFrom('post')
          .select('id')
          .where('role', '=', 'secretary')
          .where('agency', 'in', ['tipa', 'kpic'])
          .where('closed_at', 'is', null)
          .execute(),
      )
      const others = secretaries.map(post => post.id).filter(post => post !== secretary.capacity.post)
      expect(posts.toSorted()).toEqual(others.toSorted())
    })

    it('is set up once, by whichever of two secretaries asks first', async () => {
      const known = aCouncil()
      const needs = { database: open(), catalogue: withCouncil(known) }
      const { secretary, otherSecretary } = await peopleOf(open())
      const founded = await Promise.all([secretary, otherSecretary].map(one => foundCouncil(needs, one, known.id)))
      expect(founded.map(({ is }) => is).sort()).toEqual(['founded', 'set up already'])
    })

    it('is set up by a secretary with a seat alone, and nothing to an agency without one', async () => {
      const { needs, id, owner, stranger } = await scene()
      expect(await foundCouncil(needs, owner, id)).toEqual({ is: 'not for this post' })
      expect(await foundCouncil(needs, stranger, id)).toEqual({ is: 'not for this post' })
      expect(await readCouncil(needs, stranger, id)).toEqual({ is: 'no such council' })
      expect((await listCouncils(needs, stranger)).map(line => line.id)).not.toContain(id)
      expect((await listCouncils(needs, owner)).map(line => line.id)).toContain(id)
    })
  })

  describe('a task', () => {
    it('goes from one side to the other, and the council adopts it by a decision', async () => {
      const told = await scene()
      const { needs, id, owner, otherOwner, stranger, secretary } = told
      const asked = {
        code: 'T9',
        title: '새 과제',
        needs: '자료',
        proposedBy: ['tipa'],
        programmes: ['mss-automation-process'],
        pathways: [],
      }
      const drafted = await draftTask(needs, owner, id, asked)
      if (drafted.is !== 'drafted') throw new Error(JSON.stringify(drafted))
      const { task } = drafted
      expect(await readTask(needs, otherOwner, task)).toEqual({ is: 'no such task' })
      expect(await moveTask(needs, owner, { task, move: 'propose', changed: 1 })).toMatchObject({
        is: 'moved',
        state: 'proposed',
      })
      expect(await readTask(needs, stranger, task)).toEqual({ is: 'no such task' })
      const answer = { task, move: 'answer', changed: 2 } as const
      expect(await moveTask(needs, otherOwner, { ...answer, position: 'study' })).toEqual({
        is: 'not moved',
        why: { is: 'reason needed' },
      })
      expect(await moveTask(needs, owner, { ...answer, position: 'agree' })).toMatchObject({
        is: 'not moved',
        why: { is: 'not yours' },
      })
      expect(await moveTask(needs, otherOwner, { ...answer, position: 'agree' })).toMatchObject({
        is: 'moved',
        state: 'answered',
      })
      const { session, item } = await sitting(told, 'task', task)
      const taken = await takeDecision(needs, secretary, { item, text: '추진한다.', task: { move: 'adopt' } })
      expect(taken).toMatchObject({ is: 'taken', number: '2026-2-1' })
      expect(await readTask(needs, otherOwner, task)).toMatchObject({
        task: {
          state: 'adopted',
          answers: [{ agency: 'kpic', position: 'agree' }],
          decisions: [{ number: '2026-2-1' }],
          moves: ['begin'],
        },
      })
      expect((await told.stateOf(session)).items[0]).toMatchObject({ task, decisions: [{ number: '2026-2-1' }] })
    })

    it('is drawn up once under a code that two give at the same moment', async () => {
      const { needs, id, owner, otherOwner } = await scene()
      const asked = { code: `D-${id}`, title: '과제', needs: '자료', programmes: [], pathways: [] }
      const drafted = await Promise.all(
        [owner, otherOwner].map(one => draftTask(needs, one, id, { ...asked, proposedBy: [one.capacity.agency] })),
      )
      expect(drafted.map(({ is }) => is).sort()).toEqual(['drafted', 'faulty'])
      expect(drafted.find(({ is }) => is === 'faulty')).toEqual({
        is: 'faulty',
        fields: [{ field: '/code', wrong: `${asked.code} is taken` }],
      })
    })

    it('says every field that is wrong, and saves nothing', async () => {
      const { needs, id, owner } = await scene()
      const taken = needs.catalogue.rulebook.councils![0]!.tasks[0]!.id
      const wrong = {
        code: taken,
        title: '과제',
        needs: '자료',
        proposedBy: ['kpic', 'none'],
        programmes: ['none'],
        pathways: ['none'],
      }
      expect(await draftTask(needs, owner, id, wrong)).toEqual({
        is: 'faulty',
        fields: [
          { field: '/code', wrong: `${taken} is taken` },
          { field: '/proposedBy/1', wrong: 'an agency without a seat' },
          { field: '/proposedBy', wrong: 'the acting agency is not among them' },
          { field: '/programmes/0', wrong: 'no programme none' },
          { field: '/pathways/0', wrong: 'no pathway none' },
        ],
      })
      expect(await readCouncil(needs, owner, id)).toMatchObject({ council: { tasks: [{ code: taken }] } })
    })

    it('counts itself from what was sent along its links, and shows later facts with their source', async () => {
      const { needs, owner, id } = await scene()
      const read = await readCouncil(needs, owner, id)
      if (read.is !== 'found') throw new Error(read.is)
      const { id: task, code } = read.council.tasks[0]!
      const before = await readTask(needs, owner, task)
      expect(before).toMatchObject({
        task: {
          indicators: { 'steps-joined': { is: 'counted', value: 0, of: 1 }, accepted: { is: 'not measured' } },
          later: [{ source: { url: 'https://example.kr' } }],
        },
      })
      const link = await addAgreedLink(open())
      const { capacity } = await addFirm(open())
      await inTheHouse(open(), async tx => {
        await tx.updateTable('link_agreement').set({ council_task: code }).where('id', '=', link.id).execute()
        await tx
          .insertInto('referral')
          .values({
            number: `S-${id}`,
            agreement_id: link.id,
            firm_id: capacity.firm,
            from_agency: 'tipa',
            to_agency: 'kpic',
            from_programme: link.fromProgramme,
            to_programme: link.toProgramme,
            state: 'accepted',
            drafted_on: '2026-04-28',
            sent_on: '2026-05-01',
            answered_on: '2026-05-10',
            answered_due: '2026-05-12',
          })
          .execute()
      })
      expect(await readTask(needs, owner, task)).toMatchObject({
        task: {
          indicators: {
            'firms-referred': { is: 'counted', value: 1 },
            'answered-in-time': { is: 'counted', value: 1, of: 1 },
            accepted: { is: 'counted', value: 1, of: 1 },
            completed: { is: 'counted', value: 0, of: 1 },
            'days-to-selection': { is: 'not measured' },
            'links-in-force': { is: 'counted', value: 1 },
            'steps-joined': { is: 'counted', value: 1, of: 1 },
          },
        },
      })
    })
  })

  describe('a session', () => {
    it('is numbered, hosted in turn, and planned by the secretariat alone', async () => {
      const { needs, id, secretary, otherSecretary, stranger } = await scene()
      const asked = { on: '2026-06-20', begins: '10:30', place: '세종' }
      expect(await planSession(needs, secretary, id, asked)).toMatchObject({ is: 'planned', number: 2, host: 'kpic' })
      expect(await planSession(needs, secretary, id, asked)).toMatchObject({ is: 'planned', number: 3, host: 'tipa' })
      expect(await planSession(needs, otherSecretary, id, asked)).toEqual({ is: 'not for this post' })
      expect(await planSession(needs, stranger, id, asked)).toEqual({ is: 'no such council' })
      expect(await planSession(needs, secretary, id, { ...asked, on: '2020-01-01', host: 'kosmes' })).toEqual({
        is: 'faulty',
        fields: [
          { field: '/on', wrong: 'a day that has passed' },
          { field: '/host', wrong: 'an agency without a seat' },
        ],
      })
    })

    it('takes items of either side, in the order of the secretariat, until it sits', async () => {
      const told = await scene()
      const { needs, secretary, owner, otherOwner, stranger } = told
      const session = await planned(told)
      const put = async (officer: Officer, title: string) =>
        putOnAgenda(needs, officer, session, { kind: 'other', title, minutes: 10 })
      const first = await put(owner, '하나')
      const second = await put(otherOwner, '둘')
      if (first.is !== 'put' || second.is !== 'put') throw new Error('not put')
      expect(await put(stranger, '셋')).toEqual({ is: 'no such session' })
      expect(await orderAgenda(needs, owner, session, [second.item, first.item])).toEqual({ is: 'not for this post' })
      expect(await orderAgenda(needs, secretary, session, [second.item])).toMatchObject({ is: 'faulty' })
      expect(await orderAgenda(needs, secretary, session, [second.item, first.item])).toEqual({ is: 'ordered' })
      expect((await told.stateOf(session)).items.map(({ title, from, to }) => [title.ko, from, to])).toEqual([
        ['둘', '10:30', '10:40'],
        ['하나', '10:40', '10:50'],
      ])
      expect(await takeOffAgenda(needs, owner, second.item)).toEqual({ is: 'not for this post' })
      expect(await takeOffAgenda(needs, owner, first.item)).toEqual({ is: 'taken off' })
    })

    it('gives each of several items that are put there at once a place of its own', async () => {
      const told = await scene()
      const session = await planned(told)
      const officers = [told.owner, told.otherOwner, told.secretary, told.otherSecretary]
      const put = await Promise.all(
        officers.map((officer, index) =>
          putOnAgenda(told.needs, officer, session, { kind: 'other', title: `안건 ${index}`, minutes: 5 }),
        ),
      )
      expect(put.map(one => (one.is === 'put' ? one.position : -1)).sort()).toEqual([0, 1, 2, 3])
    })

    it('takes one of several changes of an item that were made at once from the same words', async () => {
      const told = await scene()
      const { item } = await sitting(told)
      const outcomes = await Promise.all(
        ['하나', '둘', '셋'].map(gist => changeItem(told.needs, told.secretary, { item, changed: 1, gist })),
      )
      expect(outcomes.map(({ is }) => is).sort()).toEqual(['changed', 'changed meanwhile', 'changed meanwhile'])
    })

    it('opens with its quorum there, and closes only with its nine items', async () => {
      const told = await scene()
      const { needs, secretary, otherSecretary, move } = told
      const session = await planned(told)
      expect(await move(secretary, session, 'call')).toEqual({ is: 'nothing on the agenda' })
      const put = await putOnAgenda(needs, secretary, session, { kind: 'other', title: '안건', minutes: 10 })
      if (put.is !== 'put') throw new Error(put.is)
      expect(await move(otherSecretary, session, 'call')).toEqual({ is: 'not for this post' })
      await move(secretary, session, 'call')
      const seats = (await told.stateOf(session)).attendance
      expect(seats.map(({ state }) => state)).toEqual(['invited', 'invited'])
      const own = seats.find(({ agency }) => agency === 'kpic')!
      expect(await markAttendance(needs, otherSecretary, { session, seat: own.seat, state: 'coming' })).toEqual({
        is: 'marked',
      })
      expect(await markAttendance(needs, otherSecretary, { session, seat: own.seat, state: 'present' })).toEqual({
        is: 'not for this post',
      })
      expect(await move(secretary, session, 'open')).toEqual({
        is: 'no quorum',
        present: 0,
        needed: 1,
        absent: ['tipa', 'kpic'],
      })
      for (const { seat } of seats) await markAttendance(needs, secretary, { session, seat, state: 'present' })
      await move(secretary, session, 'open')
      expect(await turnToItem(needs, secretary, put.item)).toEqual({ is: 'turned', began: '2026-06-01T01:30:00.000Z' })
      await move(secretary, session, 'end')
      expect(await move(secretary, session, 'close')).toEqual({
        is: 'minutes incomplete',
        missing: [
          { item: 'gist', of: put.item },
          { item: 'decision', of: put.item },
        ],
      })
      expect(
        await changeItem(needs, secretary, { item: put.item, changed: 1, gist: '논의함', undecided: true }),
      ).toMatchObject({ is: 'changed' })
      expect(await move(secretary, session, 'close')).toMatchObject({ is: 'moved', state: 'minuted' })
      expect(await changeItem(needs, secretary, { item: put.item, changed: 2, gist: '고침' })).toEqual({
        is: 'not allowed now',
        state: 'minuted',
      })
      // What is open to everyone is not taken back.
      const open = { item: put.item, changed: 2, openFrom: on }
      expect(await changeItem(needs, secretary, open)).toMatchObject({ is: 'changed' })
      expect(await changeItem(needs, secretary, { ...open, changed: 3, openFrom: '2030-01-01' })).toMatchObject({
        is: 'faulty',
        fields: [{ field: '/openFrom' }],
      })
    })

    it('that was held before the record is kept is left as it was reported', async () => {
      const { needs, secretary, id, move } = await scene()
      const read = await readCouncil(needs, secretary, id)
      if (read.is !== 'found') throw new Error(read.is)
      expect(await move(secretary, read.council.sessions[0]!.id, 'close')).toEqual({
        is: 'not allowed now',
        state: 'ended',
      })
    })
  })

  describe('a decision', () => {
    it('is superseded, never edited, whoever tries', async () => {
      const told = await scene()
      const { needs, secretary } = told
      const { item } = await sitting(told)
      const first = await takeDecision(needs, secretary, {
        item,
        text: '하나',
        votes: { for: 2, against: 0, abstained: 0 },
      })
      if (first.is !== 'taken') throw new Error(JSON.stringify(first))
      const second = await takeDecision(needs, secretary, { item, text: '둘', supersedes: first.decision })
      expect(second).toMatchObject({ is: 'taken', number: '2026-2-2' })
      expect(await takeDecision(needs, secretary, { item, text: '셋', supersedes: first.decision })).toMatchObject({
        is: 'faulty',
      })
      const edit = inTheHouse(open(), tx =>
        tx.updateTable('council_decision').set({ text_ko: '다른 말' }).where('id', '=', first.decision).execute(),
      )
      await expect(edit).rejects.toThrow(/superseded, never edited/)
      const taken = inTheHouse(open(), tx =>
        tx.deleteFrom('council_decision').where('id', '=', first.decision).execute(),
      )
      await expect(taken).rejects.toThrow(/superseded, never edited/)
    })

    it('counts no more votes than are there, and is carried or not taken', async () => {
      const told = await scene()
      const { item } = await sitting(told)
      const with_ = (votes: { for: number; against: number; abstained: number }) =>
        takeDecision(told.needs, told.secretary, { item, text: '결정', votes })
      expect(await with_({ for: 3, against: 0, abstained: 0 })).toEqual({
        is: 'faulty',
        fields: [{ field: '/votes', wrong: '3 votes of 2 present' }],
      })
      expect(await with_({ for: 1, against: 1, abstained: 0 })).toMatchObject({ is: 'faulty' })
    })

    it('gives an action to a post, which reports, and another side nods', async () => {
      const told = await scene()
      const { needs, secretary, otherOwner, otherSecretary, id } = told
      const { item } = await sitting(told)
      const action = {
        title: '연계 협약 작성',
        ownerPost: otherOwner.capacity.post,
        due: '2026-07-01',
        proofWanted: '협약서',
        asks: { is: 'link', fromProgramme: 'mss-automation-process', toProgramme: 'motie-root-intelligent-process' },
      } as const
      const late = {
        ...action,
        due: on,
        ownerPost: told.stranger.capacity.post,
        asks: { is: 'programme change', programme: 'none', change: '' },
      } as const
      expect(await takeDecision(needs, secretary, { item, text: '결정', actions: [late] })).toMatchObject({
        is: 'faulty',
        fields: [{ field: '/actions/0/ownerPost' }, { field: '/actions/0/due' }, { field: '/actions/0/asks' }],
      })
      const taken = await takeDecision(needs, secretary, { item, text: '결정', actions: [action] })
      if (taken.is !== 'taken') throw new Error(JSON.stringify(taken))
      const [given] = taken.actions
      const moved = (officer: Officer, move: 'report' | 'nod' | 'return', changed: number, text?: string) =>
        moveAction(needs, officer, { action: given!, move, changed, text })
      expect(await moved(otherSecretary, 'report', 1, '함')).toEqual({ is: 'not for this post' })
      expect(await moved(otherOwner, 'report', 1)).toEqual({ is: 'text needed' })
      expect(await moved(otherOwner, 'report', 1, '협약서를 올렸다')).toMatchObject({ is: 'moved', state: 'reported' })
      expect(await moved(otherSecretary, 'nod', 2)).toEqual({ is: 'not for this post' })
      expect(await moved(secretary, 'return', 2, '서명이 없다')).toMatchObject({ is: 'moved', state: 'open' })
      await moved(otherOwner, 'report', 3, '서명하였다')
      expect(await moved(secretary, 'nod', 4)).toMatchObject({ is: 'moved', state: 'closed' })
      const read = await readCouncil(needs, otherOwner, id)
      expect(read).toMatchObject({
        council: { actions: [{ id: given, state: 'closed', decision: '2026-2-1', asks: { is: 'link' } }] },
      })
      const notices = await inTheHouse(open(), tx =>
        tx
          .selectFrom('notice')
          .select('kind')
          .where('post_id', '=', otherOwner.capacity.post)
          .orderBy('kind')
          .execute(),
      )
      expect(notices.map(({ kind }) => kind)).toEqual([
        'action.given',
        'action.link-asked',
        'action.nod',
        'action.return',
      ])
    })
  })
})
