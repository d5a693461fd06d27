import type { Paper } from '@ieum/papers'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addOfficer, inTheHouse } from '../testing/world.ts'
import { changeItem, putOnAgenda } from './change-agenda.ts'
import { foundCouncil } from './found-council.ts'
import { makeSessionPaper, makeTaskPaper, type PaperAsked, type PaperMade, sessionPapers } from './make-paper.ts'
import { markAttendance } from './mark-attendance.ts'
import { moveSession } from './move-session.ts'
import { planSession } from './plan-session.ts'
import { readCouncil } from './read-council.ts'
import { readSession } from './read-session.ts'
import { takeDecision } from './take-decision.ts'

type Officer = Acting<PostCapacity>
type Is<Outcome, Name extends string> = Extract<Outcome, { readonly is: Name }>

function expectIs<Outcome extends { readonly is: string }, Name extends Outcome['is']>(
  name: Name,
  outcome: Outcome,
): Is<Outcome, Name> {
  if (outcome.is !== name) throw new Error(JSON.stringify(outcome))
  return outcome as Is<Outcome, Name>
}

const council = 'mss-motie'
const forCouncil: PaperAsked = { language: 'ko', for: 'council' }
const forEveryone: PaperAsked = { language: 'ko', for: 'everyone' }

/** All that it says, its name and its mark too. */
const textOf = (made: PaperMade): string => JSON.stringify(expectIs('made', made).paper)

const blockAfter = ({ blocks }: Paper, heading: string) =>
  blocks[blocks.findIndex(block => block.is === 'heading' && block.text === heading) + 1]

describeInBothHomes('papers of a council', open => {
  let catalogue: OpenCatalogue
  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)

  /** A session that sat and was minuted, with an item that is open, one that the law keeps closed, and one that nobody has opened yet. */
  async function scene() {
    const needs = { database: open(), catalogue, timeZone: 'Asia/Seoul', now: new Date('2026-06-20T01:30:00Z') }
    const secretary = await addOfficer(open(), 'mss', 'secretary')
    const other = await addOfficer(open(), 'motie', 'programme-owner')
    const stranger = await addOfficer(open(), 'kosmes', 'secretary')
    await foundCouncil(needs, secretary, council)
    const read = expectIs('found', await readCouncil(needs, secretary, council)).council
    const t7 = read.tasks.find(({ code }) => code === 'T7')!.id
    const planned = await planSession(needs, secretary, council, { on: '2026-06-20', begins: '10:30', place: '세종' })
    const { session } = expectIs('planned', planned)
    const put = async (title: string, task?: string) =>
      expectIs(
        'put',
        await putOnAgenda(needs, secretary, session, {
          kind: task === undefined ? 'other' : 'task',
          title,
          minutes: 20,
          proposal: `${title} 제안문`,
          task,
        }),
      ).item
    const items = {
      shown: await put('열린 안건', t7),
      closed: await put('닫힌 안건'),
      unopened: await put('미정 안건'),
    }
    const now = async () => expectIs('found', await readSession(needs, secretary, session)).session
    const move = async (move: 'call' | 'open' | 'end' | 'close') =>
      expectIs('moved', await moveSession(needs, secretary, { session, move, changed: (await now()).changed }))
    await move('call')
    for (const { seat } of (await now()).attendance)
      await markAttendance(needs, secretary, { session, seat, state: 'present' })
    await move('open')
    const action = (title: string) => ({
      title,
      ownerPost: other.capacity.post,
      due: '2026-06-25',
      proofWanted: '점검표',
    })
    for (const [item, text, openFrom] of [
      [items.shown, '열린 결정', '2026-07-01'],
      [items.closed, '닫힌 결정', undefined],
      [items.unopened, '미정 결정', undefined],
    ] as const) {
      await changeItem(needs, secretary, { item, changed: 1, gist: `${text}에 이른 발언` })
      const taken = await takeDecision(needs, secretary, { item, text, openFrom, actions: [action(`${text}의 할 일`)] })
      expectIs('taken', taken)
    }
    await move('end')
    await inTheHouse(open(), async tx => {
      await tx.updateTable('council').set({ open_from: '2026-01-01' }).where('id', '=', council).execute()
      await tx.updateTable('collaboration_task').set({ open_from: '2026-01-01' }).where('id', '=', t7).execute()
      const item = (id: string, set: { open_from?: string; closed_ground?: string }) =>
        tx.updateTable('agenda_item').set(set).where('id', '=', id).execute()
      await item(items.shown, { open_from: '2026-07-01' })
      await item(items.closed, { closed_ground: '정보공개법 제9조제1항제5호' })
      await tx.updateTable('council_session').set({ open_from: '2026-07-01' }).where('id', '=', session).execute()
    })
    const closing = () => move('close')
    const later: Officer = { ...secretary, on: '2026-07-02' }
    return { needs, secretary, other, stranger, later, session, t7, closing }
  }

  it('have all nine items of the minutes, and what is still missing until they are closed', async () => {
    const { needs, later, session, closing } = await scene()
    const draft = async () => textOf(await makeSessionPaper(needs, later, { session, kind: 'minutes', ...forCouncil }))
    const gist = (text: string | null) =>
      inTheHouse(open(), tx =>
        tx.updateTable('agenda_item').set({ gist: text }).where('title_ko', '=', '열린 안건').execute(),
      )
    await gist(null)
    expect(await draft()).toContain('열린 안건: 발언 요지')
    await gist('함께 점검하자는 발언')
    expect(await draft()).not.toContain('아직 확정되지 않은')
    await closing()
    const { paper } = expectIs(
      'made',
      await makeSessionPaper(needs, later, { session, kind: 'minutes', ...forCouncil }),
    )
    expect(paper).toMatchObject({
      file: '제2차 중기부-산업부 정책협의회 회의록',
      mark: '내부용 · 비공개 안건이 들어 있음',
    })
    const all = JSON.stringify(paper)
    for (const one of [
      '개최기관',
      '10:30',
      '세종',
      '제조혁신과장',
      '닫힌 안건',
      '미정 결정에 이른 발언',
      '열린 결정',
      '이의 없음',
    ])
      expect(all).toContain(one)
    expect(blockAfter(paper, '후속조치')).toMatchObject({
      is: 'table',
      rows: expect.arrayContaining([expect.arrayContaining(['열린 결정의 할 일', '2026. 6. 25.(목)', '2026-2-1'])]),
    })
  })

  it('for everyone say nothing of what is not open, and of what the law keeps closed its number and ground', async () => {
    const { needs, later, session, closing } = await scene()
    await closing()
    for (const kind of sessionPapers) {
      const text = textOf(await makeSessionPaper(needs, later, { session, kind, ...forEveryone }))
      expect(text, kind).not.toMatch(/닫힌 |미정 (?:안건|결정)/)
      expect(text, kind).not.toContain('공개일 미정')
      expect(text, kind).toContain(kind === 'follow-up' ? '열린 결정의 할 일' : '열린 안건')
      if (kind === 'agenda' || kind === 'minutes')
        expect(text, kind).toContain('2. 비공개 (정보공개법 제9조제1항제5호)')
      expect(text, kind).not.toMatch(/"3\.? /)
    }
    const inside = textOf(await makeSessionPaper(needs, later, { session, kind: 'agenda', ...forCouncil }))
    expect(inside).toContain('닫힌 안건 제안문')
    expect(inside).toContain('미정 안건')
  })

  it('are for nobody but the council before the day, and minutes not before they are closed', async () => {
    const { needs, secretary, later, session, closing, t7 } = await scene()
    const early: Officer = { ...secretary, on: '2026-06-30' }
    const asked = { session, ...forEveryone }
    expect(await makeSessionPaper(needs, early, { ...asked, kind: 'agenda' })).toEqual({ is: 'not open' })
    expect(await makeSessionPaper(needs, later, { ...asked, kind: 'minutes' })).toEqual({ is: 'not open' })
    await closing()
    expect(await makeSessionPaper(needs, later, { ...asked, kind: 'minutes' })).toMatchObject({ is: 'made' })
    // A press notice is written before its day, as of its day.
    expect(textOf(await makeSessionPaper(needs, early, { ...asked, kind: 'press' }))).toContain('2026. 7. 1.(수)부터')
    const sheet = { task: t7, ...forEveryone }
    expect(await makeTaskPaper(needs, { ...secretary, on: '2025-12-31' }, sheet)).toEqual({ is: 'not open' })
    expect(await makeTaskPaper(needs, later, sheet)).toMatchObject({ is: 'made' })
  })

  it('say of a session that is open before its agenda that only it is', async () => {
    const { needs, later, session } = await scene()
    await inTheHouse(open(), async tx => {
      await tx
        .updateTable('agenda_item')
        .set({ open_from: null, closed_ground: null })
        .where('session_id', '=', session)
        .execute()
      await tx
        .updateTable('council_session')
        .set({ open_from: '2026-06-01', state: 'called', held_on: '2026-07-01' })
        .where('id', '=', session)
        .execute()
    })
    const press = { session, kind: 'press', ...forEveryone } as const
    const { paper } = expectIs('made', await makeSessionPaper(needs, { ...later, on: '2026-06-02' }, press))
    expect(JSON.stringify(paper)).not.toContain('회의 순서')
    expect(JSON.stringify(paper)).toContain('회의가 열린다.')
    const inside = textOf(await makeSessionPaper(needs, later, { session, kind: 'agenda', ...forCouncil }))
    expect(inside).toMatch(/2026\. 6\. 1\.\(월\)부터 공개, 안건 \d+건은 공개일 미정/)
  })

  it.each([
    ['planned', '2026-06-19', 'to come'],
    ['called', '2026-06-20', 'to come'],
    ['called', '2026-06-21', 'neither'],
    ['sitting', '2026-06-20', 'held'],
    ['ended', '2026-06-20', 'held'],
  ] as const)(
    'tell the press of a session that is %s on %s as %s, from whatever day it may report it',
    async (state, on, told) => {
      const { needs, later, session } = await scene()
      for (const open_from of ['2026-06-01', '2026-06-20', '2026-07-01']) {
        await inTheHouse(open(), tx =>
          tx
            .updateTable('council_session')
            .set({ state, open_from, held_on: '2026-06-20' })
            .where('id', '=', session)
            .execute(),
        )
        const text = textOf(
          await makeSessionPaper(needs, { ...later, on }, { session, kind: 'press', language: 'ko', for: 'council' }),
        )
        expect([open_from, text.includes('회의가 열렸다.'), text.includes('회의가 열린다.')]).toEqual([
          open_from,
          told === 'held',
          told === 'to come',
        ])
      }
    },
  )

  it('tell the press of no session that was cancelled, before its day or after', async () => {
    const { needs, later, session } = await scene()
    await inTheHouse(open(), tx =>
      tx.updateTable('council_session').set({ state: 'cancelled' }).where('id', '=', session).execute(),
    )
    for (const on of ['2026-05-01', later.on])
      expect(await makeSessionPaper(needs, { ...later, on }, { session, kind: 'press', ...forEveryone })).toEqual({
        is: 'cancelled',
      })
    expect(await makeSessionPaper(needs, later, { session, kind: 'agenda', ...forCouncil })).toMatchObject({
      is: 'made',
    })
  })

  it('are not there for an agency without a seat', async () => {
    const { needs, stranger, session, t7 } = await scene()
    for (const kind of sessionPapers)
      expect(await makeSessionPaper(needs, stranger, { session, kind, ...forCouncil })).toEqual({
        is: 'no such session',
      })
    expect(await makeTaskPaper(needs, stranger, { task: t7, ...forCouncil })).toEqual({ is: 'no such task' })
    expect(await makeSessionPaper(needs, stranger, { session: 'none', kind: 'agenda', ...forCouncil })).toEqual({
      is: 'no such session',
    })
  })

  it('count what is late and the figures of each task, and type none', async () => {
    const { needs, later, session } = await scene()
    const made = await makeSessionPaper(needs, later, { session, kind: 'follow-up', ...forCouncil })
    const { paper } = expectIs('made', made)
    expect(JSON.stringify(paper)).toContain('모두 3건: 진행 3, 보고 0, 완료 0, 중단 0')
    expect(blockAfter(paper, '기한이 지난 조치')).toMatchObject({
      rows: expect.arrayContaining([expect.arrayContaining(['열린 결정의 할 일', '7일'])]),
    })
    const figures = paper.blocks.findLast(block => block.is === 'table')
    expect(figures).toMatchObject({ rows: expect.arrayContaining([expect.arrayContaining(['0', '측정 안 됨'])]) })
  })

  it('say a task with its owners and what came later, as no result of the council', async () => {
    const { needs, later, t7 } = await scene()
    const text = textOf(await makeTaskPaper(needs, later, { task: t7, ...forCouncil }))
    for (const one of [
      '과제 카드 T7',
      '뿌리업종',
      '출처에 없어',
      '관련된 이후 사실',
      '6,846억 원',
      '협의회의 성과로 확인된 것이 아니라',
    ])
      expect(text).toContain(one)
    const english = textOf(await makeTaskPaper(needs, later, { task: t7, language: 'en', for: 'council' }))
    expect(english).toContain('Help root-industry makers')
    expect(english).toContain('not measured')
  })

  it('have no minutes of a session from before the records', async () => {
    const { needs, secretary } = await scene()
    const { sessions } = expectIs('found', await readCouncil(needs, secretary, council)).council
    const session = sessions.find(({ reported }) => reported)!.id
    expect(await makeSessionPaper(needs, secretary, { session, kind: 'minutes', ...forCouncil })).toEqual({
      is: 'no minutes',
    })
    const agenda = textOf(await makeSessionPaper(needs, secretary, { session, kind: 'agenda', ...forCouncil }))
    // What it was called then.
    expect(agenda).toContain('산업통상자원부')
  })

  it('are written by the template of the agency that keeps the council, where it has one', async () => {
    const { needs, secretary, session } = await scene()
    const { rulebook } = needs.catalogue
    const own = {
      ...rulebook.papers!.find(({ kind, language }) => kind === 'agenda' && language === 'ko')!,
      agency: 'mss',
      file: ['우리 안건'],
    }
    const ours = { ...needs.catalogue, rulebook: { ...rulebook, papers: [...rulebook.papers!, own] } }
    const asked = { session, kind: 'agenda', ...forCouncil } as const
    expect(await makeSessionPaper({ ...needs, catalogue: ours }, secretary, asked)).toMatchObject({
      paper: { file: '우리 안건' },
    })
    const none = { ...needs.catalogue, rulebook: { ...rulebook, papers: [] } }
    expect(await makeSessionPaper({ ...needs, catalogue: none }, secretary, asked)).toEqual({ is: 'no template' })
  })
})
