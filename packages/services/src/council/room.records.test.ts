import type { Council } from '@ieum/catalogue/records'
import type { SessionMove } from '@ieum/council'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../open-catalogue.ts'
import { twoAgencies } from '../testing/two-agencies.ts'
import { addAgreedLink, addFirm, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { changeItem, putOnAgenda, turnToItem } from './change-agenda.ts'
import { changeSession } from './change-session.ts'
import type { Count, Measure } from './count-indicators.ts'
import { foundCouncil } from './found-council.ts'
import { markAttendance } from './mark-attendance.ts'
import { moveSession } from './move-session.ts'
import { planSession } from './plan-session.ts'
import { draftTask } from './propose-task.ts'
import { readCouncil } from './read-council.ts'
import { type RoomShown, readRoom } from './read-room.ts'
import { readScreen } from './read-screen.ts'
import { takeDecision } from './take-decision.ts'
import { isOfFew } from './tasks-of-session.ts'

const words = (text: string) => ({ ko: text, en: text })
let councils = 0

describeInBothHomes('the room of a session', open => {
  async function scene({ sits = true } = {}) {
    councils += 1
    const known: Council = {
      id: `room-${councils}`,
      name: words('정책협의회'),
      kind: 'policy',
      seats: [
        { agency: 'tipa', post: words('정책기획관') },
        { agency: 'kpic', post: words('국장') },
      ],
      tasks: [{ id: `R${councils}`, title: words('협력'), needs: words('자료 공유'), proposed_by: ['tipa'] }],
      source: { title: 'release' },
    }
    const database: Database = open()
    const { rulebook, warnings } = twoAgencies()
    const catalogue = catalogueOf({ ...rulebook, councils: [known] }, warnings)
    const needs = { database, catalogue, timeZone: 'Asia/Seoul', now: new Date() }
    const secretary = await addOfficer(database, 'tipa', 'secretary')
    const owner = await addOfficer(database, 'kpic', 'programme-owner')
    const stranger = await addOfficer(database, 'kosmes', 'secretary')
    await foundCouncil(needs, secretary, known.id)
    const read = await readCouncil(needs, secretary, known.id)
    const planned = await planSession(needs, secretary, known.id, { on: '2026-06-20', begins: '10:30', place: '세종' })
    if (read.is !== 'found' || planned.is !== 'planned') throw new Error('no session')
    const { session } = planned
    const task = read.council.tasks[0]!.id
    const items: string[] = []
    for (const asked of [
      { kind: 'task' as const, title: '협력', minutes: 20, task },
      { kind: 'other' as const, title: '그 밖', minutes: 10, proposal: '다음에 또' },
    ]) {
      const put = await putOnAgenda(needs, secretary, session, asked)
      if (put.is !== 'put') throw new Error(put.is)
      items.push(put.item)
    }
    const room = async (who = secretary): Promise<RoomShown> => {
      const shown = await readRoom(needs, who, { session })
      if (shown.is !== 'found' || !shown.room) throw new Error(shown.is)
      return shown.room
    }
    const move = async (move: SessionMove, at?: string) =>
      moveSession(needs, secretary, { session, move, changed: (await room()).changed, at })
    if (sits) {
      await move('call')
      await inTheHouse(database, tx =>
        tx
          .updateTable('council_session')
          .set({ called_at: minutesAgo(90) })
          .where('id', '=', session)
          .execute(),
      )
      for (const { seat } of (await room()).attendance)
        await markAttendance(needs, secretary, { session, seat, state: 'present' })
      expect(await move('open', minutesAgo(60))).toMatchObject({ is: 'moved' })
    }
    return { needs, council: known.id, secretary, owner, stranger, session, task, items, room, move }
  }

  describe('in one request', () => {
    it('holds both sides, figures and posts by title; posts are for who keeps it alone', async () => {
      const { room, secretary, owner, task, needs, stranger, session } = await scene()
      expect(await room()).toMatchObject({
        keeps: true,
        timeZone: 'Asia/Seoul',
        tasks: [{ id: task, proposedBy: ['tipa'], sides: [{ agency: 'kpic', position: null }], moves: ['stop'] }],
      })
      expect((await room()).tasks[0]!.indicators.map(({ measure }) => measure)).toContain('firms-referred')
      expect((await room()).posts.map(({ id }) => id)).toEqual(
        expect.arrayContaining([secretary.capacity.post, owner.capacity.post]),
      )
      expect(JSON.stringify((await room()).posts)).not.toContain(owner.person.id)
      expect((await room(owner)).posts).toEqual([])
      expect(await readRoom(needs, stranger, { session })).toEqual({ is: 'no such session' })
      expect(await readScreen(needs, stranger, { session })).toEqual({ is: 'no such session' })
    })

    it('holds the decisions of other sittings that still stand, for who keeps it alone: a new one may replace them', async () => {
      const { needs, secretary, owner, council, items, task, room } = await scene()
      const first = await takeDecision(needs, secretary, { item: items[0]!, text: '하나' })
      if (first.is !== 'taken') throw new Error(first.is)
      const second = await takeDecision(needs, secretary, {
        item: items[0]!,
        text: '둘',
        supersedes: first.decision,
      })
      if (second.is !== 'taken') throw new Error(second.is)
      expect((await room()).earlier).toEqual([])
      const next = await planSession(needs, secretary, council, { on: '2026-07-20', begins: '10:30', place: '세종' })
      if (next.is !== 'planned') throw new Error(next.is)
      const { decision: id, number } = second
      const read = async (who: typeof secretary) => readRoom(needs, who, { session: next.session })
      expect(await read(secretary)).toMatchObject({
        room: { earlier: [{ id, number, text: { ko: '둘', en: null }, on, task }] },
      })
      expect(await read(owner)).toMatchObject({ room: { earlier: [] } })
    })

    it('says that it is held on the day on which it was opened, whatever day it was planned for', async () => {
      const before = await scene({ sits: false })
      expect(await before.room()).toMatchObject({ state: 'planned', on: '2026-06-20' })
      expect(await (await scene()).room()).toMatchObject({ state: 'sitting', on })
    })

    it('is short for who has seen it, until anything of it changes', async () => {
      const { needs, secretary, owner, session, items } = await scene()
      let { mark: seen } = (await readRoom(needs, secretary, { session })) as { mark: string }
      const change = async (work: () => Promise<{ readonly is: string }>) => {
        expect(await readRoom(needs, secretary, { session, seen })).toEqual({ is: 'found', mark: seen, room: null })
        expect(await readScreen(needs, secretary, { session, seen })).toEqual({ is: 'found', mark: seen, screen: null })
        expect((await work()).is).toMatch(/turned|changed|marked|taken/)
        const now = await readRoom(needs, secretary, { session, seen })
        if (now.is !== 'found' || !now.room) throw new Error('it looks the same')
        seen = now.mark
        return now.room
      }
      await change(() => turnToItem(needs, secretary, items[0]!))
      await change(() => changeItem(needs, secretary, { item: items[0]!, changed: 1, gist: '논의' }))
      const { attendance } = await change(() => takeDecision(needs, secretary, { item: items[0]!, text: '추진' }))
      const { seat } = attendance.find(({ agency }) => agency === 'kpic')!
      await change(() => markAttendance(needs, secretary, { session, seat, state: 'present', deputy: '과장' }))
      expect(owner.capacity.agency).toBe('kpic')
    })
  })

  describe('after the network was away', () => {
    it('takes over when it was turned to an item, but not over a later turn', async () => {
      const { needs, secretary, items, room } = await scene()
      const began = minutesAgo(30)
      expect(await turnToItem(needs, secretary, items[0]!, began)).toEqual({ is: 'turned', began })
      const later = minutesAgo(10)
      expect(await turnToItem(needs, secretary, items[1]!, later)).toEqual({ is: 'turned', began: later })
      expect(await turnToItem(needs, secretary, items[0]!, minutesAgo(20))).toEqual({ is: 'changed meanwhile' })
      expect((await room()).current).toEqual({ item: items[1], began: later })
    })

    it('takes no moment that is still to come, and none before it was opened', async () => {
      const { needs, secretary, items } = await scene()
      const before = await turnToItem(needs, secretary, items[0]!, minutesAgo(600))
      expect(before.is === 'turned' && Date.parse(before.began)).toBeGreaterThan(Date.parse(minutesAgo(61)))
      const ahead = await turnToItem(needs, secretary, items[1]!, minutesAgo(-90))
      expect(ahead).toEqual({ is: 'turned', began: needs.now.toISOString() })
    })

    it('was opened and ended when it was', async () => {
      const { room, move } = await scene()
      expect(await move('end', minutesAgo(5))).toMatchObject({ is: 'moved', state: 'ended' })
      const { openedAt, endedAt } = await room()
      expect(Math.round((Date.parse(endedAt!) - Date.parse(openedAt!)) / 60_000)).toBe(55)
    })

    it('was not opened before it was called, whatever a clock in the room said', async () => {
      const { needs, secretary, session, room, move } = await scene({ sits: false })
      await move('call')
      for (const { seat } of (await room()).attendance)
        await markAttendance(needs, secretary, { session, seat, state: 'present' })
      expect(await move('open', minutesAgo(60))).toMatchObject({ is: 'moved' })
      expect(Date.parse((await room()).openedAt!)).toBeGreaterThan(Date.parse(minutesAgo(1)))
    })

    it('was not held on a day before it was called, though the clock of a tablet is a day behind', async () => {
      const { needs, secretary, session, room, move } = await scene({ sits: false })
      await move('call')
      await inTheHouse(open(), tx =>
        tx
          .updateTable('council_session')
          .set({ called_at: new Date(`${on}T00:30:00Z`) })
          .where('id', '=', session)
          .execute(),
      )
      for (const { seat } of (await room()).attendance)
        await markAttendance(needs, secretary, { session, seat, state: 'present' })
      expect(await move('open', '2026-05-31T01:00:00.000Z')).toMatchObject({ is: 'moved' })
      expect(await room()).toMatchObject({ on, openedAt: `${on}T00:30:00.000Z` })
    })

    it('takes back who was to sit for a post', async () => {
      const { needs, secretary, session, room } = await scene()
      const { seat } = (await room()).attendance[0]!
      const say = (deputy: string | null | undefined, seenDeputy: string | null) =>
        markAttendance(needs, secretary, { session, seat, state: 'present', deputy, seenDeputy })
      expect(await say('과장', null)).toEqual({ is: 'marked' })
      expect(await say(undefined, '과장')).toEqual({ is: 'marked' })
      expect((await room()).attendance[0]).toMatchObject({ deputy: '과장' })
      expect(await say(null, '국장')).toEqual({ is: 'changed meanwhile' })
      expect(await say(null, '과장')).toEqual({ is: 'marked' })
      expect((await room()).attendance[0]).toMatchObject({ deputy: null })
    })

    it('is told where somebody else was to sit for a post meanwhile', async () => {
      const { needs, secretary, session, room } = await scene()
      const { seat } = (await room()).attendance[0]!
      const told = { session, seat, state: 'present', seen: 'present' } as const
      const say = (more: { deputy?: string; seenDeputy?: string | null }) =>
        markAttendance(needs, secretary, { ...told, ...more })
      expect(await say({ deputy: '과장', seenDeputy: null })).toEqual({ is: 'marked' })
      expect(await say({ deputy: '국장', seenDeputy: null })).toEqual({ is: 'changed meanwhile' })
      expect(await say({ seenDeputy: null })).toEqual({ is: 'changed meanwhile' })
      // The same said twice is one word, and who has seen it may say another.
      expect(await say({ deputy: '과장', seenDeputy: null })).toEqual({ is: 'marked' })
      expect(await say({ deputy: '국장', seenDeputy: '과장' })).toEqual({ is: 'marked' })
      expect((await room()).attendance[0]).toMatchObject({ deputy: '국장' })
    })

    it('is told where somebody marked a seat otherwise meanwhile', async () => {
      const { needs, secretary, session, room } = await scene()
      const { seat } = (await room()).attendance[0]!
      await markAttendance(needs, secretary, { session, seat, state: 'absent' })
      const told = { session, seat, seen: 'invited' } as const
      expect(await markAttendance(needs, secretary, { ...told, state: 'present' })).toEqual({ is: 'changed meanwhile' })
      expect(await markAttendance(needs, secretary, { ...told, state: 'absent' })).toEqual({ is: 'marked' })
    })
  })

  describe('on its wall', () => {
    it('stands what is on, with what was decided, and no gist, nobody’s post, no seat', async () => {
      const { needs, secretary, session, items } = await scene()
      await turnToItem(needs, secretary, items[0]!)
      await changeItem(needs, secretary, { item: items[0]!, changed: 1, gist: '비밀스러운 말' })
      await takeDecision(needs, secretary, { item: items[0]!, text: '추진한다.' })
      const shown = await readScreen(needs, secretary, { session })
      expect(shown).toMatchObject({
        screen: {
          state: 'sitting',
          current: {
            id: items[0],
            proposal: { ko: '자료 공유' },
            decisions: [{ number: '2026-1-1', text: { ko: '추진한다.' }, votes: { is: 'without objection' } }],
            task: { sides: [{ agency: 'kpic', position: null }] },
          },
        },
      })
      expect(JSON.stringify(shown)).not.toMatch(/비밀스러운 말|정책기획관|secretary/)
    })

    it('does not show a task that its proposer has not put forward', async () => {
      const { needs, secretary, session, council } = await scene({ sits: false })
      const asked = { code: `D${councils}`, title: '감춘 과제', needs: '자료', proposedBy: ['tipa'], programmes: [] }
      const drafted = await draftTask(needs, secretary, council, { ...asked, pathways: [] })
      if (drafted.is !== 'drafted') throw new Error(drafted.is)
      const put = await putOnAgenda(needs, secretary, session, {
        kind: 'task',
        title: '협의',
        minutes: 5,
        task: drafted.task,
      })
      if (put.is !== 'put') throw new Error(put.is)
      await inTheHouse(open(), tx =>
        tx
          .updateTable('council_session')
          .set({ state: 'sitting', current_item: put.item, item_began: minutesAgo(1) })
          .where('id', '=', session)
          .execute(),
      )
      const shown = await readScreen(needs, secretary, { session })
      expect(shown).toMatchObject({ screen: { current: { id: put.item, task: null, proposal: null } } })
      expect(JSON.stringify(shown)).not.toContain('감춘 과제')
    })

    it('no count stands that is of so few firms that they could be told apart', async () => {
      const { needs, secretary, session, items, task, room } = await scene()
      const code = (await room()).tasks.find(({ id }) => id === task)!.code
      const link = await addAgreedLink(open())
      const { capacity } = await addFirm(open())
      await inTheHouse(open(), async tx => {
        await tx.updateTable('link_agreement').set({ council_task: code }).where('id', '=', link.id).execute()
        await tx
          .insertInto('referral')
          .values({
            number: `W-${code}`,
            agreement_id: link.id,
            firm_id: capacity.firm,
            from_agency: 'tipa',
            to_agency: 'kpic',
            from_programme: link.fromProgramme,
            to_programme: link.toProgramme,
            state: 'sent',
            drafted_on: '2026-04-28',
            sent_on: '2026-05-01',
          })
          .execute()
      })
      await turnToItem(needs, secretary, items[0]!)
      const countOf = (lines: readonly { measure: Measure; count: unknown }[]) =>
        lines.find(({ measure }) => measure === 'firms-referred')!.count
      expect(countOf((await room()).tasks[0]!.indicators)).toEqual({ is: 'counted', value: 1 })
      const shown = await readScreen(needs, secretary, { session })
      const lines = shown.is === 'found' ? shown.screen!.current!.task!.indicators : []
      expect(countOf(lines)).toEqual({ is: 'too few to tell' })
    })
  })

  describe('before it begins', () => {
    it('is moved by who keeps it, who was called is called anew, and who comes second is told', async () => {
      const { needs, secretary, owner, session, room, move } = await scene({ sits: false })
      await move('call')
      const { changed } = await room()
      const asked = { session, changed, on: '2026-07-01', begins: '14:00', place: '서울' }
      expect(await changeSession(needs, owner, asked)).toEqual({ is: 'not for this post' })
      expect(await changeSession(needs, secretary, { ...asked, on: '2020-01-01', host: 'kosmes' })).toMatchObject({
        is: 'faulty',
        fields: [{ field: '/on' }, { field: '/host' }],
      })
      expect(await changeSession(needs, secretary, asked)).toEqual({ is: 'changed', changed: changed + 1 })
      expect(await changeSession(needs, secretary, asked)).toEqual({ is: 'changed meanwhile' })
      expect(await room()).toMatchObject({ on: '2026-07-01', begins: '14:00', place: { ko: '서울' } })
    })

    it('may not be moved once it sits; from when it is open may still be said', async () => {
      const { needs, secretary, session, room } = await scene()
      const { changed } = await room()
      expect(await changeSession(needs, secretary, { session, changed, place: '서울' })).toMatchObject({
        is: 'not allowed now',
      })
      expect(await changeSession(needs, secretary, { session, changed, openFrom: '2026-07-01' })).toMatchObject({
        is: 'changed',
      })
    })
  })

  it('opens a decision on no day that has passed, and with an item that is open on the day on which it is taken', async () => {
    const { needs, secretary, items, room } = await scene()
    const [open_from, item] = ['2026-05-20', items[1]!]
    const asked = { item, text: '한다.', openFrom: open_from }
    expect(await takeDecision(needs, secretary, asked)).toEqual({
      is: 'faulty',
      fields: [{ field: '/openFrom', wrong: 'a day that has passed' }],
    })
    await inTheHouse(open(), tx => tx.updateTable('agenda_item').set({ open_from }).where('id', '=', item).execute())
    expect(await takeDecision(needs, secretary, asked)).toMatchObject({ is: 'taken' })
    expect((await room()).items[1]!.decisions).toMatchObject([{ openFrom: on }])
  })

  it('opens what was decided on an item with the item', async () => {
    const { needs, secretary, items, room, owner } = await scene()
    const action = { title: '할 일', ownerPost: owner.capacity.post, due: '2026-08-01', proofWanted: '문서' }
    await takeDecision(needs, secretary, { item: items[1]!, text: '한다.', actions: [action] })
    expect(
      await changeItem(needs, secretary, {
        item: items[1]!,
        changed: 1,
        openFrom: '2026-09-01',
        closedGround: '제9조',
      }),
    ).toMatchObject({ is: 'changed' })
    expect((await room()).items[1]).toMatchObject({
      openFrom: '2026-09-01',
      closedGround: '제9조',
      decisions: [{ openFrom: '2026-09-01' }],
    })
    const opens = await inTheHouse(open(), tx =>
      tx.selectFrom('council_action').select('open_from').where('owner_post', '=', owner.capacity.post).execute(),
    )
    expect(opens).toEqual([{ open_from: '2026-09-01' }])
  })
})

describe('a figure', () => {
  const all = (counts: Partial<Record<Measure, Count>>) => counts as Record<Measure, Count>
  it.each<[string, Measure, Partial<Record<Measure, Count>>, boolean]>([
    ['of one firm', 'firms-referred', { 'firms-referred': { is: 'counted', value: 1 } }, true],
    ['of none', 'firms-referred', { 'firms-referred': { is: 'counted', value: 0 } }, false],
    ['of three', 'firms-referred', { 'firms-referred': { is: 'counted', value: 3 } }, false],
    ['that leaves out one', 'accepted', { accepted: { is: 'counted', value: 6, of: 7 } }, true],
    [
      'that is a median of two',
      'days-to-selection',
      { 'days-to-selection': { is: 'counted', value: 90 }, accepted: { is: 'counted', value: 2, of: 9 } },
      true,
    ],
    ['of links', 'links-in-force', { 'links-in-force': { is: 'counted', value: 1 } }, false],
    ['that is not measured', 'completed', { completed: { is: 'not measured' } }, false],
  ])('%s is of few: %s', (_, measure, counts, few) => {
    expect(isOfFew(measure, all(counts))).toBe(few)
  })
})

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
