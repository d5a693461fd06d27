import type { Council } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import { inTransaction } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { putOnAgenda } from '../council/change-agenda.ts'
import { foundCouncil } from '../council/found-council.ts'
import { markAttendance } from '../council/mark-attendance.ts'
import { moveSession } from '../council/move-session.ts'
import { planSession } from '../council/plan-session.ts'
import { readSession } from '../council/read-session.ts'
import { takeDecision } from '../council/take-decision.ts'
import { catalogueOf, type OpenCatalogue } from '../open-catalogue.ts'
import { koreanCatalogue } from '../testing/index.ts'
import { addOfficer, on } from '../testing/world.ts'
import { agreeClosingDays, withdrawClosingDays } from './agree-closing-days.ts'
import { type ClosingToPropose, proposeClosingDays } from './propose-closing-days.ts'
import { listClosingDays, readClosingDays } from './read-closing-days.ts'
import { type ClosingsRead, readClosings } from './read-closings.ts'
import { statePosition } from './state-position.ts'

type Officer = Acting<PostCapacity>
const jongno = '11110'
const wednesdays: ClosingToPropose = {
  municipality: jongno,
  rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE',
  onHoliday: 'closed',
  from: '2026-06-01',
  exceptions: [{ drop: '2026-06-10', add: '2026-06-03', why: '지방선거일에 쉼' }],
  storesIn: '대형마트 2곳',
  gets: '공동 배송과 판로',
}

describeInBothHomes('closing days agreed in a consultative body', open => {
  let korean: OpenCatalogue
  beforeAll(async () => {
    korean = await koreanCatalogue()
  }, 60_000)

  /** The national body of the catalogue, kept by the trade ministry, with a stranger of an agency that has no seat. */
  async function aBody() {
    const database = open()
    const needs = { database, catalogue: korean }
    const keeper = await addOfficer(database, 'motie', 'secretary')
    const other = await addOfficer(database, 'mss', 'secretary')
    const stranger = await addOfficer(database, 'kosmes', 'secretary')
    expect(await foundCouncil(needs, keeper, 'large-small-retail')).toMatchObject({ is: 'founded' })
    const read = async (officer: Officer): Promise<ClosingsRead> => {
      const found = await readClosings(needs, officer, 'large-small-retail')
      if (found.is !== 'found') throw new Error(found.is)
      return found
    }
    const seatOf = async (side: string) => (await read(keeper)).seats.find(seat => seat.side === side)!.id
    const propose = async (officer: Officer, asked: Partial<ClosingToPropose> = {}) =>
      proposeClosingDays(needs, officer, 'large-small-retail', { ...wednesdays, ...asked })
    const proposed = async (officer: Officer, asked: Partial<ClosingToPropose> = {}): Promise<string> => {
      const outcome = await propose(officer, asked)
      if (outcome.is !== 'proposed') throw new Error(JSON.stringify(outcome))
      return outcome.agreement
    }
    const kinds = async (day = on, today = day) =>
      (await listClosingDays({ ...needs, today }, day)).municipalities.find(({ code }) => code === jongno)!
    return { needs, database, keeper, other, stranger, read, seatOf, propose, proposed, kinds }
  }

  /** A sitting at which everybody is, with one decision. */
  async function decided(database: Database, catalogue: OpenCatalogue, keeper: Officer): Promise<string> {
    const needs = { database, catalogue, timeZone: 'Asia/Seoul', now: new Date(`${on}T01:00:00Z`) }
    const planned = await planSession(needs, keeper, 'large-small-retail', { on, begins: '10:00', place: '세종' })
    if (planned.is !== 'planned') throw new Error(planned.is)
    const { session } = planned
    const put = await putOnAgenda(needs, keeper, session, { kind: 'other', title: '의무휴업일', minutes: 20 })
    if (put.is !== 'put') throw new Error(put.is)
    const now = async () => {
      const read = await readSession(needs, keeper, session)
      if (read.is !== 'found') throw new Error(read.is)
      return read.session
    }
    for (const move of ['call', 'open'] as const) {
      if (move === 'open')
        for (const { seat } of (await now()).attendance)
          await markAttendance(needs, keeper, { session, seat, state: 'present' })
      const moved = await moveSession(needs, keeper, { session, move, changed: (await now()).changed })
      if (moved.is !== 'moved') throw new Error(JSON.stringify(moved))
    }
    const taken = await takeDecision(needs, keeper, {
      item: put.item,
      text: '종로구는 둘째·넷째 수요일에 쉰다',
      openFrom: on,
    })
    if (taken.is !== 'taken') throw new Error(JSON.stringify(taken))
    return taken.decision
  }

  it('has seats of both sides, for associations too that are no agency here', async () => {
    const { read, keeper, other } = await aBody()
    const { seats, keeps } = await read(keeper)
    expect(keeps).toBe(true)
    expect(seats.map(({ title, side, speaks }) => [title.ko, side, speaks])).toEqual([
      ['산업통상자원부', 'public', true],
      ['중소벤처기업부', 'public', false],
      ['국무조정실', 'public', true],
      ['한국체인스토어협회', 'large', true],
      ['전국상인연합회', 'small', true],
      ['한국수퍼마켓협동조합연합회', 'small', true],
    ])
    expect((await read(other)).seats.filter(({ speaks }) => speaks).map(({ title }) => title.ko)).toEqual([
      '중소벤처기업부',
    ])
  })

  it('are agreed by a decision once both sides said yes, and everyone sees them from their day on', async () => {
    const { needs, database, keeper, other, read, seatOf, proposed, kinds } = await aBody()
    const agreement = await proposed(other)
    expect((await kinds('2026-06-30')).kind).toBe('unknown')
    const decision = await decided(database, korean, keeper)
    const ask = { agreement, changed: 1, decision, openFrom: '2026-06-15' }
    expect(await agreeClosingDays(needs, keeper, ask)).toEqual({
      is: 'sides do not agree',
      silent: ['large', 'small'],
      against: [],
    })
    const say = async (side: string, position: 'agree' | 'cannot', reason?: string) =>
      statePosition(needs, keeper, { agreement, seat: await seatOf(side), position, reason })
    expect(await say('large', 'agree')).toEqual({ is: 'stated' })
    expect(await say('small', 'cannot')).toMatchObject({ is: 'faulty' })
    expect(await say('small', 'cannot', '주말 손님이 줄어듦')).toEqual({ is: 'stated' })
    expect(await agreeClosingDays(needs, keeper, ask)).toMatchObject({ is: 'sides do not agree', against: ['small'] })
    expect(await say('small', 'agree')).toEqual({ is: 'stated' })
    expect(await agreeClosingDays(needs, keeper, ask)).toMatchObject({ is: 'agreed', version: 1, supersedes: null })

    const line = (await read(other)).agreements[0]!
    expect(line).toMatchObject({ state: 'agreed', agreedOn: on, decision: expect.stringMatching(/^2026-/) })
    expect(line.positions.map(({ side, position }) => [side, position])).toEqual([
      ['large', 'agree'],
      ['small', 'agree'],
    ])
    // Before the day on which it is opened it leaks nowhere, whatever day is asked about.
    expect((await kinds('2026-06-14')).kind).toBe('unknown')
    expect((await kinds('2026-07-01', '2026-06-14')).kind).toBe('unknown')
    const span = { from: '2026-06-01', to: '2026-06-30' }
    expect(await readClosingDays({ ...needs, today: '2026-06-14' }, jongno, '2026-06-15', span)).toMatchObject({
      now: null,
      coming: null,
      days: [],
    })
    const june = await readClosingDays({ ...needs, today: '2026-06-15' }, jongno, '2026-06-15', span)
    expect(june).toMatchObject({
      line: { kind: 'weekday', origin: 'agreement' },
      now: {
        status: 'agreed',
        decision: { council: 'large-small-retail' },
        gets: [{ ko: '공동 배송과 판로', en: null }],
      },
      days: [
        { day: '2026-06-03', is: 'added', for: '2026-06-10' },
        { day: '2026-06-24', is: 'regular' },
      ],
    })
  })

  it('are entered with a source where they were agreed elsewhere, and a later version takes their place', async () => {
    const { needs, keeper, proposed, kinds, read } = await aBody()
    const source = { title: '종로구 고시', url: 'https://example.kr/1', dated: '2026-04-20' }
    const first = await proposed(keeper)
    await agreeClosingDays(needs, keeper, { agreement: first, changed: 1, source, openFrom: on })
    const second = await proposed(keeper, { rule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', from: '2026-09-01', exceptions: [] })
    expect(
      await agreeClosingDays(needs, keeper, { agreement: second, changed: 1, source, openFrom: on }),
    ).toMatchObject({
      is: 'agreed',
      version: 2,
      supersedes: first,
    })
    expect((await kinds('2026-08-31')).kind).toBe('weekday')
    expect((await kinds('2026-08-31')).next.map(({ day }) => day)).toEqual([
      '2026-09-13',
      '2026-09-27',
      '2026-10-11',
      '2026-10-25',
    ])
    expect((await kinds('2026-09-01')).kind).toBe('sunday')
    expect((await read(keeper)).agreements.map(({ version, superseded }) => [version, superseded])).toEqual([
      [2, false],
      [1, true],
    ])
  })

  it('are not agreed without a decision or a source, nor with both, nor twice', async () => {
    const { needs, keeper, proposed } = await aBody()
    const agreement = await proposed(keeper)
    const source = { title: '고시' }
    const ask = (more: object) => agreeClosingDays(needs, keeper, { agreement, changed: 1, openFrom: on, ...more })
    expect(await ask({})).toMatchObject({ is: 'faulty', fields: [{ field: '/decision' }] })
    expect(await ask({ source, decision: agreement })).toMatchObject({ is: 'faulty' })
    expect(await ask({ decision: agreement })).toMatchObject({ is: 'faulty', fields: [{ field: '/decision' }] })
    expect(await ask({ source, changed: 7 })).toEqual({ is: 'changed meanwhile', changed: 1 })
    expect(await ask({ source })).toMatchObject({ is: 'agreed' })
    expect(await ask({ source })).toEqual({ is: 'no longer open', state: 'agreed' })
    expect(await withdrawClosingDays(needs, keeper, { agreement, changed: 2 })).toMatchObject({ is: 'no longer open' })
  })

  it('are withdrawn by who proposed them or by the secretary, and their number is not given again', async () => {
    const { needs, keeper, other, proposed, propose } = await aBody()
    const agreement = await proposed(other)
    expect(await withdrawClosingDays(needs, keeper, { agreement, changed: 1 })).toEqual({ is: 'withdrawn', changed: 2 })
    expect(await propose(other)).toMatchObject({ is: 'proposed', version: 2 })
  })

  it('C13 T2: stay among who sits there until they are agreed; a stranger finds nothing and does nothing', async () => {
    const { needs, keeper, stranger, propose, proposed, seatOf } = await aBody()
    const agreement = await proposed(keeper)
    expect(await propose(stranger)).toEqual({ is: 'no such council' })
    expect(await readClosings(needs, stranger, 'large-small-retail')).toEqual({ is: 'no such council' })
    expect(await statePosition(needs, stranger, { agreement, seat: await seatOf('large'), position: 'agree' })).toEqual(
      {
        is: 'no such agreement',
      },
    )
    expect(await withdrawClosingDays(needs, stranger, { agreement, changed: 1 })).toEqual({ is: 'no such agreement' })
    const seen = await inTransaction(needs.database, { on: '2030-01-01' }, tx =>
      tx.selectFrom('closing_agreement').selectAll().execute(),
    )
    expect(seen).toEqual([])
  })

  it('C15: no agency speaks for another side, past the use case either', async () => {
    const { needs, database, keeper, other, proposed, seatOf } = await aBody()
    const agreement = await proposed(keeper)
    const seat = await seatOf('small')
    expect(await statePosition(needs, other, { agreement, seat, position: 'agree' })).toEqual({
      is: 'not for this post',
    })
    const written = inTransaction(database, { person: other.person.id, on, post: other.capacity.post }, tx =>
      tx
        .insertInto('closing_position')
        .values({
          agreement_id: agreement,
          seat_id: seat,
          side: 'small',
          position: 'agree',
          post_id: other.capacity.post,
          person_id: other.person.id,
        })
        .execute(),
    )
    await expect(written).rejects.toThrow(/row-level security/)
  })

  it('C15: what was agreed is never edited, by its secretary either', async () => {
    const { needs, database, keeper, proposed } = await aBody()
    const agreement = await proposed(keeper)
    await agreeClosingDays(needs, keeper, { agreement, changed: 1, source: { title: '고시' }, openFrom: on })
    const edited = inTransaction(database, { person: keeper.person.id, on, post: keeper.capacity.post }, tx =>
      tx
        .updateTable('closing_agreement')
        .set({ rule: 'FREQ=MONTHLY;BYDAY=1MO,3MO' })
        .where('id', '=', agreement)
        .execute(),
    )
    await expect(edited).rejects.toThrow(/superseded, never edited/)
  })

  it('an agency agrees to nothing in the name of the body that it does not keep, past the use case either', async () => {
    const { needs, database, other, proposed } = await aBody()
    const agreement = await proposed(other)
    expect(
      await agreeClosingDays(needs, other, { agreement, changed: 1, source: { title: '고시' }, openFrom: on }),
    ).toEqual({ is: 'not for this post' })
    const agreed = inTransaction(database, { person: other.person.id, on, post: other.capacity.post }, tx =>
      tx
        .updateTable('closing_agreement')
        .set({ state: 'agreed', agreed_on: on, source_title: '고시', open_from: on })
        .where('id', '=', agreement)
        .execute(),
    )
    await expect(agreed).rejects.toThrow(/row-level security/)
  })

  describe('are not proposed', () => {
    it.each([
      ['for a municipality that there is not', { municipality: '99999' }, '/municipality'],
      ['with a rule that is not supported', { rule: 'FREQ=DAILY' }, '/rule'],
      ['ending before they begin', { until: '2026-05-01' }, '/until'],
      ['with an exception that changes nothing', { exceptions: [{ why: '설' }] }, '/exceptions/0'],
      ['without a day that is none of the rule', { exceptions: [{ drop: '2026-06-11' }] }, '/exceptions/0/drop'],
      ['with a day before they begin', { exceptions: [{ add: '2026-05-31' }] }, '/exceptions/0/add'],
      ['with exceptions where no day is set', { rule: null }, '/exceptions'],
    ] as const)('%s', async (_, asked, field) => {
      const { propose, keeper } = await aBody()
      const outcome = await propose(keeper, asked as Partial<ClosingToPropose>)
      expect(outcome).toMatchObject({ is: 'faulty' })
      expect(outcome.is === 'faulty' && outcome.fields.map(fault => fault.field)).toContain(field)
    })

    it('in a council of another kind', async () => {
      const { needs, keeper } = await aBody()
      const policy: Council = { ...korean.rulebook.councils!.find(({ kind }) => kind === 'policy')!, tasks: [] }
      const { rulebook, warnings } = korean
      const catalogue = catalogueOf({ ...rulebook, councils: [policy] }, warnings)
      await foundCouncil({ ...needs, catalogue }, keeper, policy.id)
      expect(await proposeClosingDays(needs, keeper, policy.id, wednesdays)).toEqual({ is: 'not a consultative body' })
      expect(await readClosings(needs, keeper, policy.id)).toEqual({ is: 'not a consultative body' })
    })
  })
})
