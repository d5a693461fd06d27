import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { listOpenings, sayWhenOpen } from '../open-record/openings.ts'
import { readOpenRecord } from '../open-record/read-open-record.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { putOnAgenda } from './change-agenda.ts'
import { changeSession } from './change-session.ts'
import type { CouncilToDrawUp, SeatToDrawUp } from './council-to-draw-up.ts'
import { drawUpCouncil } from './draw-up-council.ts'
import { foundCouncil } from './found-council.ts'
import { holdSeats } from './hold-seats.ts'
import { markAttendance } from './mark-attendance.ts'
import { moveSession } from './move-session.ts'
import { planSession } from './plan-session.ts'
import { draftTask, moveTask } from './propose-task.ts'
import { listCouncils, readCouncil } from './read-council.ts'
import { readSession, type SessionRead } from './read-session.ts'
import { readTask } from './read-task.ts'
import { takeDecision } from './take-decision.ts'

const seat = (agency: string, title = '국장', kind: SeatToDrawUp['kind'] = 'member'): SeatToDrawUp => ({
  agency,
  title,
  kind,
})

const asked: CouncilToDrawUp = {
  name: '뿌리산업 협의회',
  nameEn: 'Council on Root Industry',
  kind: 'policy',
  quorum: { seats: 2 / 3, everyAgency: true },
  rotation: 'in-turn',
  seats: [seat('mss', '차관', 'chair'), seat('mss', '제조혁신과장'), seat('motie', '산업정책관')],
}

const body: CouncilToDrawUp = {
  ...asked,
  kind: 'consultative',
  municipality: '11110',
  seats: [
    { ...seat('mss', '국장'), side: 'public' },
    { title: '상인회', kind: 'member', side: 'small' },
  ],
}

describeInBothHomes('a council that is drawn up', open => {
  let catalogue: OpenCatalogue
  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)

  async function scene(database: Database = open()) {
    const needs = {
      database,
      catalogue,
      timeZone: 'Asia/Seoul',
      now: new Date('2026-06-01T01:30:00Z'),
    }
    return {
      needs,
      secretary: await addOfficer(database, 'mss', 'secretary'),
      owner: await addOfficer(database, 'mss', 'programme-owner'),
      other: await addOfficer(database, 'motie', 'secretary'),
      stranger: await addOfficer(database, 'kosmes', 'secretary'),
    }
  }
  type Scene = Awaited<ReturnType<typeof scene>>

  async function drawnUp(
    { needs, secretary }: Pick<Scene, 'needs' | 'secretary'>,
    changed: Partial<CouncilToDrawUp> = {},
  ) {
    const done = await drawUpCouncil(needs, secretary, { ...asked, ...changed })
    if (done.is !== 'drawn up') throw new Error(JSON.stringify(done))
    return done.council
  }
  const rowsOf = () =>
    inTheHouse(open(), async tx => ({
      councils: await tx.selectFrom('council').selectAll().execute(),
      seats: await tx.selectFrom('council_seat').select(['id']).execute(),
    }))

  it('has its seats in their order, and the agency that drew it up as its secretariat', async () => {
    const { needs, secretary, other } = await scene()
    const id = await drawnUp({ needs, secretary })
    expect(id).toBe('mss-council-on-root-industry')
    expect(await readCouncil(needs, other, id)).toMatchObject({
      is: 'found',
      council: {
        name: { ko: '뿌리산업 협의회', en: 'Council on Root Industry' },
        secretariat: 'mss',
        foundedOn: on,
        openFrom: null,
        keeps: false,
        seats: [
          { agency: 'mss', title: { ko: '차관', en: null }, kind: 'chair' },
          { agency: 'mss', title: { ko: '제조혁신과장', en: null }, kind: 'member' },
          { agency: 'motie', title: { ko: '산업정책관', en: null }, kind: 'member' },
        ],
        sessions: [],
        tasks: [],
      },
    })
    expect((await rowsOf()).councils).toMatchObject([
      { quorum_seats: expect.stringMatching(/^0\.666666/), quorum_every_agency: true, rotation: 'in-turn' },
    ])
    const traces = await inTheHouse(open(), tx =>
      tx.selectFrom('audit_entry').select(['operation', 'subject']).where('lane', '=', 'mss').execute(),
    )
    expect(traces).toContainEqual({ operation: 'found council', subject: id })
  })

  it('is nothing to an agency without a seat, and is drawn up by secretaries alone', async () => {
    const { needs, secretary, owner, stranger } = await scene()
    expect(await drawUpCouncil(needs, owner, asked)).toEqual({ is: 'not for this post' })
    const id = await drawnUp({ needs, secretary })
    expect(await readCouncil(needs, stranger, id)).toEqual({ is: 'no such council' })
    expect(await listCouncils(needs, stranger)).toEqual([])
    const mine = await listCouncils(needs, secretary)
    expect(mine.map(council => council.id)).toEqual([id])
  })

  it('has a post assigned to a seat, a session that its quorum opens, and a task from proposal to decision', async () => {
    const { needs, secretary, owner, other } = await scene()
    const id = await drawnUp({ needs, secretary })
    const read = await readCouncil(needs, secretary, id)
    if (read.is !== 'found') throw new Error(read.is)
    const holders = [{ seat: read.council.seats[2]!.id, holder: other.capacity.post }]
    expect(await holdSeats(needs, other, { council: id, holders })).toEqual({ is: 'held' })

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
    expect(await moveTask(needs, owner, { task, move: 'propose', changed: 1 })).toMatchObject({ is: 'moved' })
    const answer = { task, move: 'answer', changed: 2, position: 'agree' } as const
    expect(await moveTask(needs, other, answer)).toMatchObject({ is: 'moved', state: 'answered' })

    const planned = await planSession(needs, secretary, id, { on, begins: '10:30', place: '세종' })
    if (planned.is !== 'planned') throw new Error(planned.is)
    const { session, host } = planned
    expect(host).toBe('mss')
    const put = await putOnAgenda(needs, secretary, session, {
      kind: 'task',
      title: '안건',
      minutes: 30,
      task,
      proposal: '잇는다',
    })
    if (put.is !== 'put') throw new Error(JSON.stringify(put))
    const stands = async () => ((await readSession(needs, secretary, session)) as SessionRead).session
    const move = async (move: 'call' | 'open') =>
      moveSession(needs, secretary, { session, move, changed: (await stands()).changed })
    await move('call')
    const [chair, member, theirs] = (await stands()).attendance.map(({ seat: one }) => one)
    for (const one of [chair!, member!])
      await markAttendance(needs, secretary, { session, seat: one, state: 'present' })
    // Two of three are two thirds, but nobody of the other agency is there.
    expect(await move('open')).toEqual({ is: 'no quorum', present: 2, needed: 2, absent: ['motie'] })
    await markAttendance(needs, secretary, { session, seat: theirs!, state: 'present' })
    expect(await move('open')).toMatchObject({ is: 'moved', state: 'sitting' })
    const taken = await takeDecision(needs, secretary, { item: put.item, text: '채택한다.', task: { move: 'adopt' } })
    expect(taken).toMatchObject({ is: 'taken' })
    expect(await readTask(needs, other, task)).toMatchObject({ task: { state: 'adopted' } })
  })

  it('tells the secretaries of its agencies that a session is called, moved and cancelled, though no seat names a post', async () => {
    const { needs, secretary, owner, other, stranger } = await scene()
    const fellow = await addOfficer(open(), 'mss', 'secretary')
    const id = await drawnUp({ needs, secretary })
    const planned = await planSession(needs, secretary, id, { on, begins: '10:30', place: '세종' })
    if (planned.is !== 'planned') throw new Error(planned.is)
    const { session } = planned
    await putOnAgenda(needs, secretary, session, { kind: 'other', title: '안건', minutes: 30 })
    const changed = async () => ((await readSession(needs, secretary, session)) as SessionRead).session.changed
    const move = async (move: 'call' | 'cancel') =>
      moveSession(needs, secretary, { session, move, changed: await changed() })
    const told = () =>
      inTheHouse(open(), tx =>
        tx
          .selectFrom('notice')
          .select(['post_id', 'kind', 'detail'])
          .where('kind', 'like', 'session.%')
          .orderBy('created_at')
          .execute(),
      )
    expect(await move('call')).toMatchObject({ is: 'moved' })
    // Once each, however many seats the agency has; not who called it, no other role, nobody without a seat.
    const called = await told()
    const { post } = other.capacity
    expect(called.map(({ post_id }) => post_id).sort()).toEqual([post, fellow.capacity.post].sort())
    expect(called.map(({ post_id }) => post_id)).not.toContain(owner.capacity.post)
    expect(called.map(({ post_id }) => post_id)).not.toContain(stranger.capacity.post)
    await changeSession(needs, secretary, { session, place: '서울', changed: await changed() })
    expect(await move('cancel')).toMatchObject({ is: 'moved' })
    const theirs = (await told()).filter(({ post_id }) => post_id === post)
    expect(theirs.map(({ kind }) => kind)).toEqual(['session.call', 'session.call', 'session.cancel'])
    expect(theirs[0]!.detail).toMatchObject({
      council: id,
      councilName: { ko: '뿌리산업 협의회', en: 'Council on Root Industry' },
    })
  })

  it('is open to nobody outside until its secretary says from which day', async () => {
    const { needs, secretary, other } = await scene()
    const id = await drawnUp({ needs, secretary })
    expect(await readOpenRecord(needs, id, on)).toBeNull()
    const openings = await listOpenings(needs, secretary, id)
    expect(openings).toMatchObject({ openings: [{ what: 'council', id, openFrom: null }] })
    const opening = { council: id, what: 'council', id, openFrom: '2026-06-02' } as const
    expect(await sayWhenOpen(needs, other, opening)).toEqual({ is: 'not for this post' })
    expect(await sayWhenOpen(needs, secretary, { ...opening, id: 'mss-motie' })).toEqual({ is: 'no such thing' })
    expect(await sayWhenOpen(needs, secretary, { ...opening, openFrom: '2026-05-31' })).toMatchObject({ is: 'faulty' })
    expect(await sayWhenOpen(needs, secretary, opening)).toEqual({ is: 'said' })
    expect(await readOpenRecord(needs, id, on)).toBeNull()
    expect(await readOpenRecord(needs, id, '2026-06-02')).toMatchObject({ id, name: { ko: '뿌리산업 협의회' } })
  })

  it('is told of by the second of two who draw up the same name at once, and half of it is never kept', async () => {
    const { needs, secretary } = await scene()
    const fellow = await addOfficer(open(), 'mss', 'secretary')
    const done = await Promise.all([
      drawUpCouncil(needs, secretary, asked),
      drawUpCouncil(needs, fellow, { ...asked, name: ' 뿌리산업  협의회 ', nameEn: undefined }),
    ])
    expect(done.map(({ is }) => is).sort()).toEqual(['drawn up', 'faulty'])
    expect(done.find(({ is }) => is === 'faulty')).toMatchObject({ fields: [{ field: '/name' }] })
    const { councils, seats } = await rowsOf()
    expect([councils.length, seats.length]).toEqual([1, 3])
  })

  it('takes no id of the catalogue, and no name from another agency', async () => {
    const told = await scene()
    expect(await drawnUp(told, { name: '가', nameEn: 'MOTIE' })).toBe('mss-motie-2')
    expect(await drawnUp(told, { name: '나', nameEn: undefined })).toBe('mss-policy')
    expect(await drawnUp(told, { name: '다', nameEn: undefined })).toBe('mss-policy-2')
    const { needs, secretary, other } = told
    expect(await drawUpCouncil(needs, other, { ...asked, name: '가' })).toMatchObject({ is: 'drawn up' })
    expect(await foundCouncil(needs, secretary, 'mss-motie')).toMatchObject({ is: 'founded' })
  })

  it('of a municipality seats its sides, organisations that are no agencies here among them', async () => {
    const told = await scene()
    const id = await drawnUp(told, body)
    expect(await readCouncil(told.needs, told.secretary, id)).toMatchObject({
      council: {
        seats: [
          { agency: 'mss', side: 'public' },
          { agency: null, side: 'small', title: { ko: '상인회' } },
        ],
      },
    })
    expect((await rowsOf()).councils).toMatchObject([{ kind: 'consultative', municipality: '11110' }])
  })

  const wrongs: readonly [string, Partial<CouncilToDrawUp>, ...string[]][] = [
    ['founded on a day to come', { foundedOn: '2026-06-02' }, '/foundedOn'],
    ['with no quorum', { quorum: { seats: 0, everyAgency: true } }, '/quorum/seats'],
    ['of a municipality, without being a consultative body', { municipality: '11110' }, '/municipality'],
    ['of a municipality that is none', { ...body, municipality: '99999' }, '/municipality'],
    ['with an agency that is none', { seats: [...asked.seats, seat('nobody')] }, '/seats/3/agency'],
    ['with a seat of nobody', { seats: [...asked.seats, { title: '위원', kind: 'member' }] }, '/seats/3/agency'],
    [
      'with a side in a policy council',
      { seats: [...asked.seats, { ...seat('motie'), side: 'large' }] },
      '/seats/3/side',
    ],
    [
      'with a seat of no side in a consultative body',
      { ...body, seats: [...body.seats, seat('motie')] },
      '/seats/2/side',
    ],
    ['with two chairs', { seats: [...asked.seats, seat('motie', '차관', 'chair')] }, '/seats/3/kind'],
    ['without a seat of its secretariat', { seats: [seat('motie'), seat('kosmes')] }, '/seats'],
    ['of one agency alone', { seats: [seat('mss'), seat('mss')] }, '/seats'],
    ['of one seat', { seats: [seat('mss')] }, '/seats', '/seats'],
    [
      'of more seats than a room holds',
      { seats: Array.from({ length: 61 }, (_, at) => seat(at ? 'mss' : 'motie')) },
      '/seats',
    ],
    ['of observers alone', { seats: [seat('mss', '가', 'observer'), seat('motie', '나', 'observer')] }, '/seats'],
  ]

  it.each(wrongs)('is refused by the field: %s', async (_, changed, ...fields) => {
    const { needs, secretary } = await scene()
    const outcome = await drawUpCouncil(needs, secretary, { ...asked, ...changed })
    expect(outcome.is === 'faulty' && outcome.fields.map(({ field }) => field)).toEqual(fields)
    expect(await rowsOf()).toEqual({ councils: [], seats: [] })
  })
})
