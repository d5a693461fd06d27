import { setTimeout } from 'node:timers/promises'
import type { Agency, Council } from '@ieum/catalogue/records'
import type { Database, Tables } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { sql, type Transaction } from 'kysely'
import { expect, it } from 'vitest'
import { catalogueOf } from '../../open-catalogue.ts'
import { twoAgencies } from '../../testing/two-agencies.ts'
import { addOfficer, inTheHouse } from '../../testing/world.ts'
import { foundCouncil } from '../found-council.ts'
import { readCouncil } from '../read-council.ts'
import { readSession } from '../read-session.ts'
import { holdCodes } from '../task-codes.ts'
import { readPaperForCouncil } from './read-paper.ts'
import { takeUpDraft } from './take-up-draft.ts'

const words = (text: string) => ({ ko: text, en: text })
let councils = 0

const names: Readonly<Record<string, string>> = { tipa: '중소기업기술정보진흥원', kpic: '국가뿌리산업진흥센터' }
const named = (agencies: readonly Agency[]) =>
  agencies.map(agency => (names[agency.id] ? { ...agency, name: words(names[agency.id]!) } : agency))

const paper = Buffer.from(`뿌리산업 정책협의회 개최 계획
(일시·장소) 2026. 6. 20.(토) 10:30~12:00, 세종 회의실
(참석자) 중소기업기술정보진흥원, 국가뿌리산업진흥센터
□ 안건
ㅇ 공정 자동화 기업 추천 (국가뿌리산업진흥센터)
ㅇ 뿌리업종 협력 (중소기업기술정보진흥원)
□ 진행 순서
10:30~10:40 개회
10:40~12:00 안건 논의
문의: 사무관 홍길동 044-999-0000`)

/** Until another connection waits for a lock; in a folder of records, which has one connection, nobody comes to that. */
async function waitsForSomebody(tx: Transaction<Tables>, { home }: Database): Promise<void> {
  if (home === 'embedded') return setTimeout(500)
  for (;;) {
    const { rows } = await sql`select 1 from pg_locks where not granted`.execute(tx)
    if (rows.length > 0) return
    await setTimeout(25)
  }
}

describeInBothHomes('what was read out of a paper', open => {
  async function scene() {
    councils += 1
    const { rulebook, warnings } = twoAgencies()
    const council: Council = {
      id: `read-${councils}`,
      name: words('정책협의회'),
      kind: 'policy',
      seats: [
        { agency: 'tipa', post: words('정책기획관') },
        { agency: 'kpic', post: words('국장') },
      ],
      tasks: [{ id: `R-${councils}`, title: words('뿌리업종 협력'), proposed_by: ['tipa'] }],
      source: { title: 'release' },
    }
    const needs = {
      database: open(),
      catalogue: catalogueOf({ ...rulebook, agencies: named(rulebook.agencies), councils: [council] }, warnings),
    }
    const secretary = await addOfficer(open(), 'tipa', 'secretary')
    const other = await addOfficer(open(), 'kpic', 'secretary')
    const stranger = await addOfficer(open(), 'kosmes', 'secretary')
    expect(await foundCouncil(needs, secretary, council.id)).toMatchObject({ is: 'founded' })
    return { needs, id: council.id, secretary, other, stranger }
  }

  const trailOf = async (person: string) => {
    const entries = await inTheHouse(open(), tx =>
      tx.selectFrom('audit_entry').select('operation').where('person_id', '=', person).execute(),
    )
    return entries.map(({ operation }) => operation)
  }

  const session = { on: '2026-06-20', begins: '10:30', place: '세종 회의실' }

  it('is held against the council, and nothing of it is kept', async () => {
    const { needs, id, secretary, other, stranger } = await scene()
    const before = await readCouncil(needs, secretary, id)
    const read = await readPaperForCouncil(needs, secretary, id, paper)
    expect(read).toMatchObject({
      is: 'drafted',
      seated: ['tipa', 'kpic'],
      there: [{ at: 1, code: `R-${councils}` }],
      draft: {
        session: { date: { value: '2026-06-20', line: 2 }, from: { value: '10:30' }, place: { value: '세종 회의실' } },
        tasks: [{ title: '공정 자동화 기업 추천', proposedBy: ['kpic'] }, { proposedBy: ['tipa'] }],
      },
    })
    expect(JSON.stringify(read)).not.toMatch(/홍길동|999-0000/)
    expect(await readCouncil(needs, secretary, id)).toEqual(before)
    expect(await readPaperForCouncil(needs, other, id, paper)).toEqual({ is: 'not for this post' })
    expect(await readPaperForCouncil(needs, stranger, id, paper)).toEqual({ is: 'no such council' })
    expect(await readPaperForCouncil(needs, secretary, id, Buffer.from('MZ\u0090\u0000'))).toEqual({
      is: 'refused',
      because: 'kind',
    })
  })

  it('becomes a session with its agenda and tasks, each in the name of who proposes it', async () => {
    const { needs, id, secretary, other } = await scene()
    const there = await readPaperForCouncil(needs, secretary, id, paper)
    if (there.is !== 'drafted') throw new Error(there.is)
    const taken = await takeUpDraft(needs, secretary, id, {
      session,
      tasks: [{ title: '공정 자동화 기업 추천', proposedBy: ['kpic'] }],
      items: [
        { kind: 'opening', title: '개회', minutes: 10 },
        { kind: 'task', task: 0, minutes: 40 },
        { kind: 'standing task', task: there.there[0]!.task, minutes: 40 },
      ],
    })
    if (taken.is !== 'taken up') throw new Error(JSON.stringify(taken))
    expect(taken).toMatchObject({ items: 3, tasks: [{ code: expect.stringMatching(/^T\d+$/) }] })
    const timed = { ...needs, timeZone: 'Asia/Seoul', now: new Date('2026-06-01T00:00:00Z') }
    const held = await readSession(timed, other, taken.session)
    if (held.is !== 'found') throw new Error(held.is)
    expect(held.session.items.map(({ title, minutes }) => [title.ko, minutes])).toEqual([
      ['개회', 10],
      ['공정 자동화 기업 추천', 40],
      ['뿌리업종 협력', 40],
    ])
    // It is a draft of the other side's, which proposes it or does not.
    const read = await readCouncil(needs, other, id)
    expect(read.is === 'found' && read.council.tasks.map(({ code, state }) => [code, state])).toContainEqual([
      taken.tasks[0]!.code,
      'drafted',
    ])
  })

  it.each([
    [
      'a task of an agency without a seat',
      { tasks: [{ title: '과제', proposedBy: ['kosmes'] }] },
      '/tasks/0/proposedBy/0',
    ],
    ['a day that has passed', { session: { ...session, on: '2024-05-28' } }, '/session/on'],
    [
      'an item of a task that is not in it',
      { items: [{ kind: 'task' as const, task: 3, minutes: 5 }] },
      '/items/0/task',
    ],
    [
      'a task that is nowhere',
      { items: [{ kind: 'standing task' as const, task: '00000000-0000-4000-8000-000000000000', minutes: 5 }] },
      '/items/0/task',
    ],
  ])('leaves nothing half saved: %s', async (_, wrong, field) => {
    const { needs, id, secretary } = await scene()
    const before = await readCouncil(needs, secretary, id)
    const asked = { session, tasks: [{ title: '처음 과제', proposedBy: ['tipa'] }], items: [], ...wrong }
    const once = { key: crypto.randomUUID(), request: '0'.repeat(64) }
    const outcome = await takeUpDraft(needs, { ...secretary, once }, id, asked)
    expect(outcome).toMatchObject({ is: 'faulty', fields: [{ field }] })
    expect(await readCouncil(needs, secretary, id)).toEqual(before)
    // Nothing of it stands in the trail either, and the same request is answered the same.
    expect(await trailOf(secretary.person.id)).toEqual(['found council'])
    expect(await takeUpDraft(needs, { ...secretary, once }, id, asked)).toEqual(outcome)
  })

  it('keeps nobody waiting who holds the codes of tasks and goes on to the council', async () => {
    const { needs, id, secretary } = await scene()
    const asked = { session, tasks: [{ title: '처음 과제', proposedBy: ['tipa'] }], items: [] }
    const taking = await inTheHouse(open(), async tx => {
      await holdCodes({ tx })
      const taking = takeUpDraft(needs, secretary, id, asked)
      await waitsForSomebody(tx, open())
      await tx.selectFrom('council').select('id').where('id', '=', id).forKeyShare().noWait().executeTakeFirstOrThrow()
      return { taking }
    })
    expect(await taking.taking).toMatchObject({ is: 'taken up' })
  })

  it('is taken up by who keeps the council alone', async () => {
    const { needs, id, other, stranger } = await scene()
    const asked = { session, tasks: [], items: [] }
    expect(await takeUpDraft(needs, other, id, asked)).toEqual({ is: 'not for this post' })
    expect(await takeUpDraft(needs, stranger, id, asked)).toEqual({ is: 'no such council' })
  })
})
