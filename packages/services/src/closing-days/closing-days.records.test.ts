import type { Council } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import { inTransaction } from '@ieum/storage'
import { describeInBothHomes, superuserOf } from '@ieum/storage/testing'
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
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { agreeClosingDays, type ClosingToAgree, withdrawClosingDays } from './agree-closing-days.ts'
import { closingCalendarOf } from './calendar-of-closing.ts'
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
    const proposed = async (asked: Partial<ClosingToPropose> = {}, officer = keeper): Promise<string> => {
      const outcome = await propose(officer, asked)
      if (outcome.is !== 'proposed') throw new Error(JSON.stringify(outcome))
      return outcome.agreement
    }
    const agreed = (agreement: string, asked: Partial<ClosingToAgree> = {}) =>
      agreeClosingDays(needs, keeper, { agreement, changed: 1, source: { title: '고시' }, openFrom: on, ...asked })
    const kinds = async (day = on, today = day) =>
      (await listClosingDays({ ...needs, today }, day)).municipalities.find(({ code }) => code === jongno)!
    return { needs, database, keeper, other, stranger, read, seatOf, propose, proposed, agreed, kinds }
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
    const { database, read, keeper, other } = await aBody()
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
    const clerk = await addOfficer(database, 'motie', 'desk-officer')
    const proposers = await Promise.all([keeper, other, clerk].map(read))
    expect(proposers.map(({ proposes }) => proposes)).toEqual([true, true, false])
    expect((await read(other)).seats.filter(({ speaks }) => speaks).map(({ title }) => title.ko)).toEqual([
      '중소벤처기업부',
    ])
  })

  it('are agreed by a decision once both sides said yes, and everyone sees them from their day on', async () => {
    const { needs, database, keeper, other, read, seatOf, proposed, kinds } = await aBody()
    const agreement = await proposed({}, other)
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
    const first = await proposed()
    await agreeClosingDays(needs, keeper, { agreement: first, changed: 1, source, openFrom: on })
    const second = await proposed({ rule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', from: '2026-09-01', exceptions: [] })
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

  it('of a later version take the place of an earlier one whose source has a later day', async () => {
    const { proposed, agreed, kinds } = await aBody()
    await agreed(await proposed(), { source: { title: '고시 1', dated: '2026-05-20' } })
    const sundays = await proposed({ rule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', exceptions: [] })
    expect(await agreed(sundays, { source: { title: '고시 2', dated: '2026-04-20' } })).toMatchObject({ version: 2 })
    expect(await kinds()).toMatchObject({ kind: 'sunday' })
  })

  it('of an earlier version are not agreed any more, and say which one stands', async () => {
    const { proposed, agreed, kinds } = await aBody()
    const first = await proposed()
    const second = await proposed({ rule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', exceptions: [] })
    expect(await agreed(second)).toMatchObject({ is: 'agreed', version: 2 })
    expect(await agreed(first)).toEqual({ is: 'a later version stands', version: 2 })
    expect(await kinds()).toMatchObject({ kind: 'sunday' })
    const third = await proposed()
    expect(await agreed(third)).toMatchObject({ is: 'agreed', version: 3, supersedes: second })
    expect(await agreed(first)).toEqual({ is: 'a later version stands', version: 3 })
  })

  it('count no seat that was given up: its no hinders nobody, and its yes speaks for nobody', async () => {
    const { needs, database, keeper, read, seatOf, proposed, agreed } = await aBody()
    const agreement = await proposed()
    const { seats } = await read(keeper)
    const [market, cooperative] = seats.filter(({ side }) => side === 'small').map(({ id }) => id)
    const say = (seat: string, position: 'agree' | 'cannot') =>
      statePosition(needs, keeper, { agreement, seat, position, reason: '그러함' })
    await say(await seatOf('large'), 'agree')
    await say(market!, 'cannot')
    const decision = await decided(database, korean, keeper)
    const ask = () => agreed(agreement, { decision, source: undefined })
    expect(await ask()).toEqual({ is: 'sides do not agree', silent: [], against: ['small'] })
    await inTheHouse(database, tx =>
      tx
        .updateTable('council_seat')
        .set({ since: '2026-01-01', until: '2026-05-31' })
        .where('id', '=', market!)
        .execute(),
    )
    expect(await ask()).toEqual({ is: 'sides do not agree', silent: ['small'], against: [] })
    expect((await read(keeper)).agreements[0]!.positions.map(({ side }) => side)).toEqual(['large'])
    await say(cooperative!, 'agree')
    expect(await ask()).toMatchObject({ is: 'agreed' })
    // What was said by who sat there then stays on record when that seat is given up later.
    await inTheHouse(database, tx =>
      tx.updateTable('council_seat').set({ until: on }).where('id', '=', cooperative!).execute(),
    )
    const later = await readClosings(needs, { ...keeper, on: '2026-07-01' }, 'large-small-retail')
    if (later.is !== 'found') throw new Error(later.is)
    expect(later.seats.map(({ id }) => id)).not.toContain(cooperative)
    expect(later.agreements[0]!.positions.map(({ title }) => title.ko)).toEqual([
      '한국체인스토어협회',
      '한국수퍼마켓협동조합연합회',
    ])
  })

  it('of a body of three sides are agreed by large and small retail; what the public side says is seen, and hinders nothing', async () => {
    const { needs, database, keeper, other, read, proposed, agreed, kinds } = await aBody()
    const agreement = await proposed({}, other)
    const { seats } = await read(keeper)
    expect(new Set(seats.map(({ side }) => side))).toEqual(new Set(['public', 'large', 'small']))
    const decision = await decided(database, korean, keeper)
    const ask = () => agreed(agreement, { decision, source: undefined })
    const said: Record<string, readonly ['agree' | 'agree-with-changes' | 'study' | 'cannot', string?]> = {
      산업통상자원부: ['study', '상권 조사를 기다림'],
      중소벤처기업부: ['agree'],
      국무조정실: ['cannot', '소비자 불편'],
      한국체인스토어협회: ['agree-with-changes', '축제 때는 옮김'],
      전국상인연합회: ['agree'],
      한국수퍼마켓협동조합연합회: ['study', '조합원에게 물음'],
    }
    for (const { id: seat, title } of seats) {
      const [position, reason] = said[title.ko]!
      const speaker = title.ko === '중소벤처기업부' ? other : keeper
      expect(await statePosition(needs, speaker, { agreement, seat, position, reason })).toEqual({ is: 'stated' })
    }
    // Two of the small side sit there, and both must have said yes.
    expect(await ask()).toEqual({ is: 'sides do not agree', silent: [], against: ['small'] })
    const cooperative = seats.find(({ title }) => title.ko === '한국수퍼마켓협동조합연합회')!.id
    expect(await statePosition(needs, keeper, { agreement, seat: cooperative, position: 'agree' })).toEqual({
      is: 'stated',
    })
    expect(await ask()).toMatchObject({ is: 'agreed', version: 1 })
    expect((await read(other)).agreements[0]!.positions.map(({ title, position }) => [title.ko, position])).toEqual([
      ['산업통상자원부', 'study'],
      ['중소벤처기업부', 'agree'],
      ['국무조정실', 'cannot'],
      ['한국체인스토어협회', 'agree-with-changes'],
      ['전국상인연합회', 'agree'],
      ['한국수퍼마켓협동조합연합회', 'agree'],
    ])
    expect(await kinds()).toMatchObject({ kind: 'weekday', origin: 'agreement' })
  })

  describe('as a calendar', () => {
    const mondays = { rule: 'FREQ=MONTHLY;BYDAY=2MO,4MO', from: '2026-08-01', exceptions: [] }
    const calendar = async (needs: object, day: string = on) => {
      const read = await closingCalendarOf(
        { catalogue: korean, today: day, ...needs },
        {
          code: jongno,
          on: day,
          language: 'ko',
        },
      )
      return read.is === 'found'
        ? read.calendar.series.map(({ rule, first, until }) => [
            rule?.slice('FREQ=MONTHLY;BYDAY='.length),
            first,
            until,
          ])
        : read.is
    }

    it('show what holds until the next agreement begins, and that agreement after it', async () => {
      const { needs, proposed, agreed } = await aBody()
      await agreed(await proposed())
      await agreed(await proposed(mondays))
      expect(await calendar(needs)).toEqual([
        ['2WE,4WE', '2026-06-10', '2026-07-31'],
        ['2MO,4MO', '2026-08-10', null],
      ])
      expect(await calendar(needs, '2026-08-01')).toEqual([['2MO,4MO', '2026-08-10', null]])
    })

    it('show an agreement that is still to begin where nothing holds yet', async () => {
      const { needs, proposed, agreed } = await aBody()
      expect(await calendar(needs)).toBe('no days known')
      await agreed(await proposed(mondays))
      expect(await calendar(needs)).toEqual([['2MO,4MO', '2026-08-10', null]])
    })

    it('show the days that were added to terms that are followed before their rule falls', async () => {
      const { needs, proposed, agreed } = await aBody()
      await agreed(await proposed({ exceptions: [{ add: '2026-06-03' }] }))
      await agreed(await proposed({ ...mondays, from: '2026-06-06' }))
      expect(await calendar(needs)).toEqual([
        [undefined, '2026-06-03', '2026-06-05'],
        ['2MO,4MO', '2026-06-08', null],
      ])
    })
  })

  describe('that several write at once', () => {
    it('get a number each', async () => {
      const { proposed, propose, keeper, other } = await aBody()
      await proposed()
      const all = await Promise.all([keeper, other, keeper, other, keeper, other].map(officer => propose(officer)))
      expect(all.map(outcome => outcome.is === 'proposed' && outcome.version).sort()).toEqual([2, 3, 4, 5, 6, 7])
    })

    /**
     * As long as the table is locked, whoever has come to writing waits there, and whoever comes second waits for the first. The folder's
     * engine has one connection and never races.
     */
    async function raced(
      database: Database,
      table: 'closing_position' | 'closing_agreement',
      first: () => Promise<{ is: string }>,
      second: () => Promise<{ is: string }>,
    ): Promise<readonly string[]> {
      const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
      const superuser = await superuserOf(rows[0]!.name)
      const waiting = async () =>
        (
          await superuser.query(
            `select distinct pid from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
          )
        ).rowCount ?? 0
      try {
        await superuser.query(`begin; lock table ${table} in exclusive mode`)
        const one = first()
        await expect.poll(waiting).toBe(1)
        const two = second()
        await expect.poll(waiting).toBe(2)
        await superuser.query('commit')
        return (await Promise.all([one, two])).map(({ is }) => is)
      } finally {
        await superuser.end()
      }
    }

    it('are stated before they are agreed, or not at all', async () => {
      const { needs, database, keeper, seatOf, proposed, agreed } = await aBody()
      if (database.home === 'embedded') return
      const agreement = await proposed()
      const seat = await seatOf('large')
      const state = () => statePosition(needs, keeper, { agreement, seat, position: 'cannot', reason: '그러함' })
      expect(await raced(database, 'closing_position', state, () => agreed(agreement))).toEqual(['stated', 'agreed'])
    })

    it('are stated no more once they are being agreed', async () => {
      const { needs, database, keeper, read, seatOf, proposed, agreed } = await aBody()
      if (database.home === 'embedded') return
      const agreement = await proposed()
      const seat = await seatOf('large')
      const state = () => statePosition(needs, keeper, { agreement, seat, position: 'cannot', reason: '그러함' })
      expect(await raced(database, 'closing_agreement', () => agreed(agreement), state)).toEqual([
        'agreed',
        'no longer open',
      ])
      expect((await read(keeper)).agreements[0]!.positions).toEqual([])
    })

    it('and agree on at once: one of two versions is agreed first, and the other knows of it', async () => {
      const { database, proposed, agreed } = await aBody()
      if (database.home === 'embedded') return
      const [first, second] = [await proposed(), await proposed()]
      const ends = await raced(
        database,
        'closing_agreement',
        () => agreed(second),
        () => agreed(first),
      )
      expect(ends).toEqual(['agreed', 'a later version stands'])
    })
  })

  it('are not agreed without a decision or a source, nor with both, nor twice', async () => {
    const { needs, keeper, proposed } = await aBody()
    const agreement = await proposed()
    const source = { title: '고시' }
    const ask = (more: object) => agreeClosingDays(needs, keeper, { agreement, changed: 1, openFrom: on, ...more })
    expect(await ask({})).toMatchObject({ is: 'faulty', fields: [{ field: '/decision' }] })
    expect(await ask({ source, decision: agreement })).toMatchObject({ is: 'faulty' })
    expect(await ask({ decision: agreement })).toMatchObject({ is: 'faulty', fields: [{ field: '/decision' }] })
    expect(await ask({ source, openFrom: '2020-01-01' })).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/openFrom', wrong: 'a day that has passed' }],
    })
    expect(await ask({ source, changed: 7 })).toEqual({ is: 'changed meanwhile', changed: 1 })
    expect(await ask({ source })).toMatchObject({ is: 'agreed' })
    expect(await ask({ source })).toEqual({ is: 'no longer open', state: 'agreed' })
    expect(await withdrawClosingDays(needs, keeper, { agreement, changed: 2 })).toMatchObject({ is: 'no longer open' })
  })

  it('are withdrawn by who proposed them or by the secretary, and their number is not given again', async () => {
    const { needs, keeper, other, proposed, propose } = await aBody()
    const agreement = await proposed({}, other)
    expect(await withdrawClosingDays(needs, keeper, { agreement, changed: 1 })).toEqual({ is: 'withdrawn', changed: 2 })
    expect(await propose(other)).toMatchObject({ is: 'proposed', version: 2 })
  })

  it('C13 T2: stay among who sits there until they are agreed; a stranger finds nothing and does nothing', async () => {
    const { needs, stranger, propose, proposed, seatOf } = await aBody()
    const agreement = await proposed()
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
    const { needs, database, other, proposed, seatOf } = await aBody()
    const agreement = await proposed()
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

  it('C15: what a proposal says is never edited, agreed on or not, by its secretary or by the house', async () => {
    const { database, keeper, proposed, agreed } = await aBody()
    const agreement = await proposed()
    const secretary = { person: keeper.person.id, on, post: keeper.capacity.post }
    const edit: Parameters<typeof inTheHouse>[1] = tx =>
      tx
        .updateTable('closing_agreement')
        .set({ rule: 'FREQ=MONTHLY;BYDAY=1MO,3MO' })
        .where('id', '=', agreement)
        .execute()
    for (const step of ['proposed', 'agreed']) {
      if (step === 'agreed') expect(await agreed(agreement)).toMatchObject({ is: 'agreed' })
      await expect(inTransaction(database, secretary, edit)).rejects.toThrow(/permission denied/)
      await expect(inTheHouse(database, edit)).rejects.toThrow(/superseded, never edited/)
    }
  })

  it('an agency agrees to nothing in the name of the body that it does not keep, past the use case either', async () => {
    const { needs, database, other, proposed } = await aBody()
    const agreement = await proposed({}, other)
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
