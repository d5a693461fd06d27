import { type Database, inTransaction } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { proposeClosingDays } from '../closing-days/propose-closing-days.ts'
import { readClosings } from '../closing-days/read-closings.ts'
import { statePosition } from '../closing-days/state-position.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { closePost } from '../posts/close-post.ts'
import { handOver } from '../posts/hand-over.ts'
import { listPosts } from '../posts/list-posts.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { changeItem, putOnAgenda } from './change-agenda.ts'
import { type CouncilChange, changeCouncil } from './change-council.ts'
import { changeSession } from './change-session.ts'
import type { SeatToKeep } from './changed-seats.ts'
import { dissolveCouncil } from './dissolve-council.ts'
import { drawUpCouncil } from './draw-up-council.ts'
import { holdSeats } from './hold-seats.ts'
import { markAttendance } from './mark-attendance.ts'
import { moveAction } from './move-action.ts'
import { moveSession } from './move-session.ts'
import { nameOwners } from './own-task.ts'
import { planSession } from './plan-session.ts'
import { draftTask, moveTask } from './propose-task.ts'
import { type CouncilRead, listCouncils, readCouncil } from './read-council.ts'
import { readSession, type SessionRead } from './read-session.ts'
import { takeDecision } from './take-decision.ts'

type Officer = Acting<PostCapacity>

const later = '2026-06-20'
const onDay = (officer: Officer, day: string): Officer => ({ ...officer, on: day })

const asked = {
  name: '뿌리산업 협의회',
  kind: 'policy' as const,
  quorum: { seats: 0.5, everyAgency: true },
  rotation: 'in-turn' as const,
  seats: [
    { agency: 'mss', title: '차관', kind: 'chair' as const },
    { agency: 'mss', title: '제조혁신과장', kind: 'member' as const },
    { agency: 'motie', title: '산업정책관', kind: 'member' as const },
  ],
}

describeInBothHomes('a council that is kept up', open => {
  let catalogue: OpenCatalogue
  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)

  async function scene(database: Database = open()) {
    const needs = { database, catalogue, timeZone: 'Asia/Seoul', now: new Date('2026-06-01T01:30:00Z') }
    const keeper = await addOfficer(database, 'mss', 'secretary')
    const other = await addOfficer(database, 'motie', 'secretary')
    const drawn = await drawUpCouncil(needs, keeper, asked)
    if (drawn.is !== 'drawn up') throw new Error(JSON.stringify(drawn))
    const id = drawn.council
    const council = async (who = keeper): Promise<CouncilRead['council']> => {
      const read = await readCouncil(needs, who, id)
      if (read.is !== 'found') throw new Error(read.is)
      return read.council
    }
    return { needs, keeper, other, id, council }
  }
  type Scene = Awaited<ReturnType<typeof scene>>

  /** Those of one change have one moment. */
  const told = (post: string) =>
    inTheHouse(open(), tx =>
      tx
        .selectFrom('notice')
        .select(['kind', 'event'])
        .where('post_id', '=', post)
        .orderBy('created_at')
        .orderBy('kind')
        .execute(),
    )
  const seatsKept = (council: string) =>
    inTheHouse(open(), tx =>
      tx
        .selectFrom('council_seat')
        .select(['id', 'title_ko', 'since', 'until', 'post_id'])
        .where('council_id', '=', council)
        .orderBy('since')
        .orderBy('position')
        .execute(),
    )

  /** The council as it stands, with some of it changed. */
  async function change({ needs, keeper, id, council }: Scene, changed: Partial<CouncilChange>, who = keeper) {
    const { name, quorum, rotation, changed: seen } = await council()
    return changeCouncil(needs, who, id, {
      changed: seen,
      name: name.ko,
      quorum,
      rotation,
      seats: await seatsNow({ council }),
      ...changed,
    })
  }
  const seatsNow = async ({ council }: Pick<Scene, 'council'>): Promise<SeatToKeep[]> =>
    (await council()).seats.map(({ id, agency, title, kind }) => ({
      id,
      agency: agency ?? undefined,
      title: title.ko,
      kind,
    }))

  async function called({ needs, keeper, id }: Pick<Scene, 'needs' | 'keeper' | 'id'>): Promise<string> {
    const planned = await planSession(needs, keeper, id, { on: later, begins: '10:30', place: '세종' })
    if (planned.is !== 'planned') throw new Error(planned.is)
    await putOnAgenda(needs, keeper, planned.session, { kind: 'other', title: '안건', minutes: 30, proposal: '본다' })
    await move({ needs, keeper }, planned.session, 'call')
    return planned.session
  }
  async function move(
    { needs, keeper }: Pick<Scene, 'needs' | 'keeper'>,
    session: string,
    step: 'call' | 'open' | 'end' | 'cancel' | 'close',
  ) {
    const { changed } = await shown({ needs, keeper }, session)
    const moved = await moveSession(needs, keeper, { session, move: step, changed })
    expect(moved).toMatchObject({ is: 'moved' })
  }
  async function shown({ needs, keeper }: Pick<Scene, 'needs' | 'keeper'>, session: string) {
    return ((await readSession(needs, keeper, session)) as SessionRead).session
  }

  it('has its seats held by posts that their own agencies name, and nobody else', async () => {
    const { needs, keeper, other, id, council } = await scene()
    const director = await addOfficer(open(), 'motie', 'programme-owner')
    const [ours, , theirs] = (await council()).seats
    const hold = (who: Officer, seat: string, holder: string | null) =>
      holdSeats(needs, who, { council: id, holders: [{ seat, holder }] })
    expect(await hold(keeper, theirs!.id, keeper.capacity.post)).toEqual({ is: 'not for this post' })
    expect(await hold(other, ours!.id, other.capacity.post)).toEqual({ is: 'not for this post' })
    expect(await hold(director, theirs!.id, director.capacity.post)).toEqual({ is: 'not for this post' })
    expect(await hold(other, theirs!.id, keeper.capacity.post)).toMatchObject({ is: 'faulty' })
    expect(await hold(other, theirs!.id, 'no id')).toMatchObject({ is: 'faulty' })
    expect(await hold(other, theirs!.id, director.capacity.post)).toEqual({ is: 'held' })
    expect((await council()).seats.map(({ holder }) => holder?.post ?? null)).toEqual([
      null,
      null,
      director.capacity.post,
    ])
    expect((await council(other)).holdsSeats).toBe(true)
    expect((await council(director)).holdsSeats).toBe(false)
    // He is told that the seat is his, and called to its sitting; the secretary is not, since somebody is named.
    await called({ needs, keeper, id })
    expect((await told(director.capacity.post)).map(({ kind }) => kind)).toEqual(['seat.held', 'session.call'])
    expect((await told(other.capacity.post)).map(({ kind }) => kind)).toEqual(['seat.begun'])
  })

  it('has all seats of an agency held that it named in one go, or none: each fault says which seat', async () => {
    const { needs, keeper, id, council } = await scene()
    const first = await addOfficer(open(), 'mss', 'programme-owner')
    const closed = await addOfficer(open(), 'mss', 'desk-officer')
    await closePost(needs, await addOfficer(open(), 'mss', 'agency-administrator'), closed.capacity.post)
    const [chair, member, theirs] = (await council()).seats.map(seat => seat.id)
    const held = async () => (await council()).seats.map(({ holder }) => holder?.post ?? null)
    const hold = (...named: readonly (readonly [string | undefined, string | null])[]) =>
      holdSeats(needs, keeper, { council: id, holders: named.map(([seat, holder]) => ({ seat: seat!, holder })) })
    const { post } = first.capacity
    expect(await hold([chair, post], [crypto.randomUUID(), post], [member, closed.capacity.post])).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/holders/1/seat' }, { field: '/holders/2/holder' }],
    })
    expect(await hold([chair, post], [chair, null])).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/holders/1/seat', wrong: 'each seat once' }],
    })
    expect(await hold([chair, post], [theirs, post])).toEqual({ is: 'not for this post' })
    expect(await held()).toEqual([null, null, null])
    expect(await told(post)).toEqual([])

    await called({ needs, keeper, id })
    expect(await hold([chair, post], [member, post])).toEqual({ is: 'held' })
    expect(await held()).toEqual([post, post, null])
    // Of two seats too it is told once, and called to a sitting once.
    expect((await told(post)).map(({ kind }) => kind).sort()).toEqual(['seat.held', 'session.call'])
    // What is not named stays.
    expect(await hold([member, null])).toEqual({ is: 'held' })
    expect(await held()).toEqual([post, null, null])
  })

  it('lets nobody past the walls of rows hold a seat of another agency', async () => {
    const { other, council } = await scene()
    const [ours, , theirs] = (await council()).seats
    const write = (seat: string, change: { post_id?: string; kind?: 'chair' } = { post_id: other.capacity.post }) =>
      inTransaction(open(), { person: other.person.id, post: other.capacity.post, on }, tx =>
        tx.updateTable('council_seat').set(change).where('id', '=', seat).returning('id').execute(),
      )
    expect(await write(ours!.id)).toEqual([])
    expect(await write(theirs!.id)).toHaveLength(1)
    const stranger = await addOfficer(open(), 'mss', 'programme-owner')
    await expect(write(theirs!.id, { post_id: stranger.capacity.post })).rejects.toThrow(/row-level security/)
    await expect(write(theirs!.id, { kind: 'chair' })).rejects.toThrow(/permission denied/)
  })

  it('is worded anew on the day it was set up: what was a slip leaves nothing behind', async () => {
    const told = await scene()
    const [chair, , theirs] = await seatsNow(told)
    const changed = await change(told, {
      name: ' 뿌리산업  연계협의회 ',
      nameEn: 'Root Industry',
      quorum: { seats: 1, everyAgency: false },
      rotation: 'fixed',
      seats: [{ ...theirs!, title: '산업정책국장' }, chair!, { agency: 'tipa', title: '본부장', kind: 'observer' }],
    })
    expect(changed).toEqual({ is: 'changed', changed: 2 })
    expect(await told.council()).toMatchObject({
      name: { ko: '뿌리산업 연계협의회', en: 'Root Industry' },
      quorum: { seats: 1, everyAgency: false },
      rotation: 'fixed',
      changed: 2,
      seats: [
        { id: theirs!.id, title: { ko: '산업정책국장' } },
        { id: chair!.id, title: { ko: '차관' } },
        { agency: 'tipa', title: { ko: '본부장' }, kind: 'observer' },
      ],
    })
    expect(await seatsKept(told.id)).toHaveLength(3)
  })

  it('has another seat where the words of one change later, with the same post in it; what was sat on keeps the old one', async () => {
    const first = await scene()
    const { needs, other, id, keeper } = first
    const [, , theirs] = (await first.council()).seats
    await holdSeats(needs, other, { council: id, holders: [{ seat: theirs!.id, holder: other.capacity.post }] })
    // A sitting with its minutes signed.
    const session = await called(first)
    for (const { seat } of (await shown(first, session)).attendance)
      await markAttendance(needs, keeper, { session, seat, state: 'present' })
    await move(first, session, 'open')
    const { items } = await shown(first, session)
    expect(await takeDecision(needs, keeper, { item: items[0]!.id, text: '본다.' })).toMatchObject({ is: 'taken' })
    expect(await change(first, { name: '새 이름' })).toEqual({ is: 'session under way', number: 1 })
    const said = { item: items[0]!.id, gist: '논의함', changed: items[0]!.changed }
    expect(await changeItem(needs, keeper, said)).toMatchObject({ is: 'changed' })
    await move(first, session, 'end')
    expect(await change(first, { name: '새 이름' })).toEqual({ is: 'session under way', number: 1 })
    await move(first, session, 'close')

    const now = { ...first, keeper: onDay(keeper, later), council: () => first.council(onDay(keeper, later)) }
    const seats = await seatsNow(now)
    const done = await change(now, { seats: [seats[0]!, { ...seats[2]!, title: '산업정책국장' }] })
    expect(done).toEqual({ is: 'changed', changed: 2 })
    expect((await now.council()).seats).toMatchObject([
      { title: { ko: '차관' }, holder: null },
      { title: { ko: '산업정책국장' }, holder: { post: other.capacity.post } },
    ])
    expect(await seatsKept(id)).toMatchObject([
      { title_ko: '차관', since: on, until: null },
      { title_ko: '제조혁신과장', since: on, until: '2026-06-19' },
      { title_ko: '산업정책관', since: on, until: '2026-06-19' },
      { title_ko: '산업정책국장', since: later, until: null },
    ])
    // The minutes name who sat there then.
    expect((await shown(now, session)).attendance.map(({ title }) => title.ko)).toEqual([
      '차관',
      '제조혁신과장',
      '산업정책관',
    ])
    expect((await shown(now, session)).quorum).toEqual({ is: 'met', present: 3, needed: 2 })
    // By the rule of then.
    expect(await change(now, { quorum: { seats: 1, everyAgency: true } })).toMatchObject({ is: 'changed' })
    expect((await shown(now, session)).quorum).toEqual({ is: 'met', present: 3, needed: 2 })
  })

  it('calls who has a seat by now to a sitting that was called, and no longer who has none', async () => {
    const first = await scene()
    const { needs, keeper, id } = first
    const agency = await addOfficer(open(), 'tipa', 'secretary')
    const session = await called(first)
    const now = {
      ...first,
      keeper: onDay(keeper, '2026-06-10'),
      council: () => first.council(onDay(keeper, '2026-06-10')),
    }
    const [chair, , theirs] = await seatsNow(now)
    await change(now, { seats: [chair!, theirs!, { agency: 'tipa', title: '본부장', kind: 'member' }] })
    const { attendance, quorum } = await shown(now, session)
    expect(attendance.map(({ title, state }) => [title.ko, state])).toEqual([
      ['차관', 'invited'],
      ['산업정책관', 'invited'],
      ['본부장', 'invited'],
    ])
    expect(quorum).toMatchObject({ needed: 2 })
    expect((await told(agency.capacity.post)).map(({ kind }) => kind)).toEqual(['seat.begun', 'session.call'])
    expect((await told(first.other.capacity.post)).map(({ kind }) => kind)).toEqual(['seat.begun', 'session.call'])
    expect(await readCouncil(needs, onDay(agency, '2026-06-10'), id)).toMatchObject({ is: 'found' })
  })

  it('refuses what would leave it without its secretariat, another side, or a name of its own', async () => {
    const told = await scene()
    const { needs, keeper, other } = told
    const [chair, member, theirs] = await seatsNow(told)
    const fieldsOf = async (changed: Partial<CouncilChange>) => {
      const done = await change(told, changed)
      return done.is === 'faulty' ? done.fields.map(({ field }) => field) : done.is
    }
    expect(await fieldsOf({ seats: [theirs!, { agency: 'tipa', title: '본부장', kind: 'member' }] })).toEqual([
      '/seats',
    ])
    expect(await fieldsOf({ seats: [chair!, member!] })).toEqual(['/seats'])
    expect(await fieldsOf({ seats: [chair!, { ...theirs!, id: crypto.randomUUID() }] })).toEqual(['/seats/1/id'])
    expect(await fieldsOf({ seats: [chair!, theirs!, { ...theirs!, title: '과장' }] })).toEqual(['/seats/2/id'])
    expect(await drawUpCouncil(needs, keeper, { ...asked, name: '다른 협의회' })).toMatchObject({ is: 'drawn up' })
    expect(await fieldsOf({ name: '다른 협의회' })).toEqual(['/name'])
    expect(await fieldsOf({ changed: 7 })).toBe('changed meanwhile')
    expect(await change(told, {}, other)).toEqual({ is: 'not for this post' })
    expect(await fieldsOf({})).toBe('changed')
  })

  it('gives what was said for a seat to no other agency, and tells whoever comes, goes, and is called', async () => {
    const first = await scene()
    const { needs, keeper, other, id } = first
    const [agency, next] = [
      await addOfficer(open(), 'tipa', 'secretary'),
      await addOfficer(open(), 'kosmes', 'secretary'),
    ]
    const [chair, , theirs] = await seatsNow(first)
    const third = { agency: 'tipa', title: '본부장', kind: 'member' as const }
    await change(first, { seats: [chair!, theirs!, third] })
    const session = await called(first)
    const seat = (await first.council()).seats[2]!
    const coming = { session, seat: seat.id, state: 'coming', deputy: '단장' } as const
    expect(await markAttendance(needs, agency, coming)).toEqual({ is: 'marked' })
    await change(first, { seats: [chair!, theirs!, { ...third, id: seat.id, agency: 'kosmes' }] })
    expect((await shown(first, session)).attendance.at(-1)).toMatchObject({
      agency: 'kosmes',
      state: 'invited',
      deputy: null,
    })
    const kinds = async (who: Officer) => (await told(who.capacity.post)).map(({ kind }) => kind)
    expect(await kinds(agency)).toEqual(['seat.begun', 'session.call', 'seat.ended'])
    expect(await kinds(next)).toEqual(['seat.begun', 'session.call'])
    // Put off, the same count of changes comes again: nobody is left out.
    const { changed } = await shown(first, session)
    await changeSession(needs, keeper, { session, place: '서울', changed })
    expect(await kinds(next)).toEqual(['seat.begun', 'session.call', 'session.call'])
    // Who comes to hold a seat hears what it was called to, and each time that it is his.
    const holder = await addOfficer(open(), 'motie', 'programme-owner')
    for (const post of [holder.capacity.post, null, holder.capacity.post])
      await holdSeats(needs, other, { council: id, holders: [{ seat: theirs!.id!, holder: post }] })
    expect(await kinds(holder)).toEqual(['seat.held', 'session.call', 'seat.held'])
  })

  it('keeps a seat for an agency that has something to do, or a task to answer for', async () => {
    const first = await scene()
    const { needs, other, id } = first
    const owner = await addOfficer(open(), 'motie', 'programme-owner')
    const asked = { code: 'R1', title: '과제', needs: '자료', proposedBy: ['motie'], programmes: [], pathways: [] }
    const drafted = await draftTask(needs, owner, id, asked)
    if (drafted.is !== 'drafted') throw new Error(JSON.stringify(drafted))
    const [chair, member] = await seatsNow(first)
    const others = { seats: [chair!, member!, { agency: 'tipa', title: '본부장', kind: 'member' as const }] }
    await moveTask(needs, other, { task: drafted.task, move: 'propose', changed: 1 })
    expect(await change(first, others)).toMatchObject({ is: 'faulty', fields: [{ field: '/seats' }] })
    await moveTask(needs, other, { task: drafted.task, move: 'withdraw', changed: 2 })
    expect(await change(first, others)).toMatchObject({ is: 'changed' })
  })

  it('keeps what was said on closing days for a seat whose words are put right', async () => {
    const { needs, keeper, other } = await scene()
    const drawn = await drawUpCouncil(needs, keeper, {
      ...asked,
      name: '상생협의체',
      kind: 'consultative',
      municipality: '11110',
      seats: [
        { agency: 'mss', side: 'public', title: '국장', kind: 'member' },
        { agency: 'motie', side: 'large', title: '과장', kind: 'member' },
        { side: 'small', title: '상인회', kind: 'member' },
      ],
    })
    if (drawn.is !== 'drawn up') throw new Error(JSON.stringify(drawn))
    const proposed = await proposeClosingDays(needs, keeper, drawn.council, {
      municipality: '11110',
      rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE',
      onHoliday: 'closed',
      from: '2026-07-01',
      exceptions: [],
    })
    if (proposed.is !== 'proposed') throw new Error(JSON.stringify(proposed))
    const read = await readCouncil(needs, keeper, drawn.council)
    if (read.is !== 'found') throw new Error(read.is)
    const { seats, quorum, rotation, changed, unfinished } = read.council
    expect(unfinished).toEqual({ sessions: 0, actions: 0, tasks: 0, closings: 1 })
    expect(await dissolveCouncil(needs, keeper, drawn.council, changed)).toMatchObject({ is: 'unfinished' })
    const stated = await statePosition(needs, other, {
      agreement: proposed.agreement,
      seat: seats[1]!.id,
      position: 'agree',
    })
    expect(stated).toMatchObject({ is: 'stated' })
    const words = async (who: Officer) => {
      const closings = await readClosings(needs, who, drawn.council)
      if (closings.is !== 'found') throw new Error(closings.is)
      return closings.agreements[0]!.positions.map(({ title, position }) => [title.ko, position])
    }
    const done = await changeCouncil(needs, keeper, drawn.council, {
      changed,
      name: '상생협의체',
      quorum,
      rotation,
      seats: seats.map(({ id, agency, side, title, kind }) => ({
        id,
        agency: agency ?? undefined,
        side: side as 'public',
        title: title.ko === '과장' ? '유통과장' : title.ko,
        kind,
      })),
    })
    expect(done).toMatchObject({ is: 'changed' })
    // The seat of before counts to the end of its day.
    expect(await words(onDay(keeper, '2026-06-02'))).toEqual([['유통과장', 'agree']])
  })

  it('is dissolved once nothing is left to do in it, and is read by its agencies from then on, and changed by nobody', async () => {
    const first = await scene()
    const { needs, keeper, other, id, council } = first
    const owner = await addOfficer(open(), 'mss', 'programme-owner')
    const drafted = await draftTask(needs, owner, id, {
      code: 'R1',
      title: '뿌리기업 잇기',
      needs: '자료',
      proposedBy: ['mss'],
      programmes: [],
      pathways: [],
    })
    if (drafted.is !== 'drafted') throw new Error(JSON.stringify(drafted))
    const { task } = drafted
    await moveTask(needs, owner, { task, move: 'propose', changed: 1 })
    const session = await called(first)
    const dissolve = async (who = keeper) => dissolveCouncil(needs, who, id, (await council()).changed)
    expect(await dissolve(other)).toEqual({ is: 'not for this post' })
    expect(await dissolve()).toEqual({
      is: 'unfinished',
      unfinished: { sessions: 1, actions: 0, tasks: 1, closings: 0 },
    })
    await moveTask(needs, owner, { task, move: 'withdraw', changed: 2 })
    await move(first, session, 'cancel')
    expect(await dissolveCouncil(needs, keeper, id, 7)).toEqual({ is: 'changed meanwhile' })
    const held = [{ seat: (await council()).seats[2]!.id, holder: other.capacity.post }]
    expect(await holdSeats(needs, other, { council: id, holders: held })).toEqual({ is: 'held' })
    const administrator = await addOfficer(open(), 'motie', 'agency-administrator')
    const seatsOf = async (post: string) => {
      const listed = await listPosts(needs, administrator)
      return listed.is === 'posts' ? listed.posts.find(one => one.id === post)?.open.seats : undefined
    }
    expect(await seatsOf(other.capacity.post)).toBe(1)
    expect(await dissolve()).toEqual({ is: 'dissolved', on })
    // A seat that nobody can give up any more is nothing to pass on.
    expect(await seatsOf(other.capacity.post)).toBe(0)

    expect((await told(other.capacity.post)).map(({ kind }) => kind)).toContain('council.dissolved')
    for (const who of [keeper, other])
      expect(await council(who)).toMatchObject({ dissolvedOn: on, keeps: false, holdsSeats: false })
    expect(await listCouncils(needs, other)).toMatchObject([{ id, dissolvedOn: on }])
    const refused = { is: 'not for this post' }
    expect(await planSession(needs, keeper, id, { on: later, begins: '10:30', place: '세종' })).toEqual(refused)
    expect(await change(first, {})).toEqual(refused)
    expect(await dissolve()).toEqual(refused)
    const holders = [{ seat: (await council()).seats[2]!.id, holder: null }]
    expect(await holdSeats(needs, other, { council: id, holders })).toEqual(refused)
    expect(
      await draftTask(needs, owner, id, {
        code: 'R2',
        title: '또',
        needs: '자료',
        proposedBy: ['mss'],
        programmes: [],
        pathways: [],
      }),
    ).toEqual(refused)
    // The second wall: not even past the services.
    const written = await inTransaction(open(), { person: keeper.person.id, post: keeper.capacity.post, on }, tx =>
      tx.updateTable('council').set({ name_ko: '딴 이름' }).where('id', '=', id).returning('id').execute(),
    )
    expect(written).toEqual([])
    // Its name is free again.
    expect(await drawUpCouncil(needs, keeper, asked)).toMatchObject({ is: 'drawn up' })
  })

  it('is not left without a secretary', async () => {
    const { needs, keeper, id, council } = await scene()
    const administrator = await addOfficer(open(), 'mss', 'agency-administrator')
    const close = () => closePost(needs, administrator, keeper.capacity.post)
    expect(await close()).toEqual({ is: 'last secretary' })
    const fellow = await addOfficer(open(), 'mss', 'secretary')
    expect(await dissolveCouncil(needs, fellow, id, (await council()).changed)).toMatchObject({ is: 'dissolved' })
    expect(await closePost(needs, administrator, fellow.capacity.post)).toMatchObject({ is: 'closed' })
    expect(await close()).toMatchObject({ is: 'closed' })
  })

  it('passes what a post had to do in it to its successor, and leaves a seat empty where there is none', async () => {
    const first = await scene()
    const { needs, keeper, other, id, council } = first
    const administrator = await addOfficer(open(), 'motie', 'agency-administrator')
    await addOfficer(open(), 'motie', 'agency-administrator')
    const old = await addOfficer(open(), 'motie', 'programme-owner')
    const young = await addOfficer(open(), 'motie', 'programme-owner')
    const auditor = await addOfficer(open(), 'motie', 'auditor')
    const seat = (await council()).seats[2]!.id
    await holdSeats(needs, other, { council: id, holders: [{ seat, holder: old.capacity.post }] })
    const session = await called(first)
    for (const one of (await shown(first, session)).attendance)
      await markAttendance(needs, keeper, { session, seat: one.seat, state: 'present' })
    await move(first, session, 'open')
    const { items } = await shown(first, session)
    const taken = await takeDecision(needs, keeper, {
      item: items[0]!.id,
      text: '기준을 마련한다.',
      actions: [{ title: '기준', ownerPost: old.capacity.post, due: later, proofWanted: '공문' }],
    })
    if (taken.is !== 'taken') throw new Error(JSON.stringify(taken))
    const [action] = taken.actions
    const drafted = await draftTask(needs, other, id, {
      code: 'R1',
      title: '과제',
      needs: '자료',
      proposedBy: ['motie'],
      programmes: [],
      pathways: [],
    })
    if (drafted.is !== 'drafted') throw new Error(drafted.is)
    await moveTask(needs, other, { task: drafted.task, move: 'propose', changed: 1 })
    expect(await nameOwners(needs, other, drafted.task, [old.capacity.post])).toEqual({ is: 'named' })
    const openOf = async ({ capacity }: Officer) => {
      const listed = await listPosts(needs, administrator)
      return listed.is === 'posts' ? listed.posts.find(post => post.id === capacity.post)?.open : undefined
    }
    // What is said beforehand to pass on is what passes on.
    const inCouncils = { actions: 1, tasks: 1, seats: 1, sending: 0, receiving: 0, batches: 0, programmes: [] }
    expect(await openOf(old)).toMatchObject(inCouncils)
    expect(await closePost(needs, administrator, old.capacity.post)).toMatchObject({
      is: 'successor needed',
      actions: 1,
    })
    expect(await handOver(needs, administrator, old.capacity.post, auditor.capacity.post)).toMatchObject({
      is: 'successor does not look after',
    })
    expect(await handOver(needs, administrator, old.capacity.post, young.capacity.post)).toMatchObject({
      is: 'handed over',
    })
    expect(await openOf(old)).toMatchObject({ actions: 0, tasks: 0, seats: 0 })
    expect(await openOf(young)).toMatchObject(inCouncils)
    const report = { action: action!, move: 'report', changed: 1, text: '마련함' } as const
    expect(await moveAction(needs, old, report)).not.toMatchObject({ is: 'moved' })
    expect(await moveAction(needs, young, report)).toMatchObject({ is: 'moved' })
    expect((await council()).seats[2]!.holder).toMatchObject({ post: young.capacity.post })

    const only = await addOfficer(open(), 'motie', 'approver')
    await holdSeats(needs, other, { council: id, holders: [{ seat, holder: only.capacity.post }] })
    expect(await closePost(needs, administrator, only.capacity.post)).toMatchObject({ is: 'closed' })
    expect((await council()).seats[2]!.holder).toBeNull()
  })
})
