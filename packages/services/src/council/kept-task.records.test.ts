import type { Council } from '@ieum/catalogue/records'
import { inTransaction } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { describe, expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { catalogueOf } from '../open-catalogue.ts'
import { twoAgencies } from '../testing/two-agencies.ts'
import { addAgreedLink, addFirm, addOfficer, addParticipation, inTheHouse, on } from '../testing/world.ts'
import { countByMonth } from './count-indicators.ts'
import { foundCouncil } from './found-council.ts'
import { addMilestone, changeMilestone } from './keep-milestones.ts'
import { nameOwners } from './own-task.ts'
import { readCouncil } from './read-council.ts'
import { readTask } from './read-task.ts'
import { type ChosenIndicator, chooseIndicators, readIndicators } from './task-indicators.ts'

type Officer = Acting<PostCapacity>

const words = (text: string) => ({ ko: text, en: text })
const council: Council = {
  id: 'joint',
  name: words('정책협의회'),
  kind: 'policy',
  seats: [
    { agency: 'tipa', post: words('정책기획관') },
    { agency: 'kpic', post: words('국장') },
  ],
  tasks: [
    {
      id: 'T7',
      title: words('뿌리업종 협력'),
      proposed_by: ['tipa', 'kpic'],
      posts: [{ agency: 'tipa', post: words('제조혁신과'), inferred: true }],
    },
  ],
  source: { title: 'release' },
}
const chosen = (change: Partial<ChosenIndicator> = {}): ChosenIndicator => ({
  measure: 'firms-referred',
  target: 20,
  targetBy: '2026-12-31',
  baseline: 0,
  baselineSource: '2024년 보도자료',
  ...change,
})

describeInBothHomes('a task over time', open => {
  async function scene() {
    const { rulebook, warnings } = twoAgencies()
    const needs = { database: open(), catalogue: catalogueOf({ ...rulebook, councils: [council] }, warnings) }
    const officer = (agency: string, role: PostCapacity['role']) => addOfficer(open(), agency, role as 'secretary')
    const people = {
      secretary: await officer('tipa', 'secretary'),
      owner: await officer('tipa', 'programme-owner'),
      colleague: await officer('tipa', 'desk-officer'),
      auditor: await officer('tipa', 'auditor'),
      other: await officer('kpic', 'programme-owner'),
      stranger: await officer('kosmes', 'secretary'),
    }
    await foundCouncil(needs, people.secretary, council.id)
    const read = await readCouncil(needs, people.secretary, council.id)
    if (read.is !== 'found') throw new Error(read.is)
    const task = read.council.tasks[0]!.id
    const stop = () =>
      inTheHouse(open(), tx =>
        tx.updateTable('collaboration_task').set({ state: 'stopped' }).where('id', '=', task).execute(),
      )
    return { needs, task, stop, ...people }
  }

  describe('has milestones that', () => {
    const milestone = { title: '협약 두 건', due: '2026-09-30' }

    it('either side sets, moves and marks as reached, in the order of their days', async () => {
      const { needs, task, owner, other } = await scene()
      await addMilestone(needs, owner, task, { title: '성과 점검', due: '2026-12-31' })
      const added = await addMilestone(needs, other, task, milestone)
      if (added.is !== 'added') throw new Error(added.is)
      const change = (officer: Officer, changed: number, rest: object) =>
        changeMilestone(needs, officer, { milestone: added.milestone, changed, ...rest })
      expect(await change(owner, 1, { due: '2026-10-31' })).toEqual({ is: 'changed', changed: 2 })
      expect(await change(other, 1, { due: '2026-11-30' })).toEqual({ is: 'changed meanwhile', changed: 2 })
      expect(await change(other, 2, { reachedOn: '2026-06-02' })).toMatchObject({
        is: 'faulty',
        fields: [{ field: '/reachedOn' }],
      })
      expect(await change(other, 2, { reachedOn: on })).toEqual({ is: 'changed', changed: 3 })
      expect(await readTask(needs, owner, task)).toMatchObject({
        task: {
          milestones: [
            { title: { ko: '협약 두 건' }, due: '2026-10-31', reachedOn: on },
            { title: { ko: '성과 점검' }, due: '2026-12-31', reachedOn: null },
          ],
        },
      })
    })

    it('nobody else keeps, nor anybody once the task is over', async () => {
      const { needs, task, owner, auditor, stranger, stop } = await scene()
      expect(await addMilestone(needs, auditor, task, milestone)).toEqual({ is: 'not for this post' })
      expect(await addMilestone(needs, stranger, task, milestone)).toEqual({ is: 'no such task' })
      expect(await changeMilestone(needs, owner, { milestone: 'none', changed: 1 })).toEqual({
        is: 'no such milestone',
      })
      await stop()
      expect(await addMilestone(needs, owner, task, milestone)).toEqual({ is: 'not allowed now', state: 'stopped' })
    })
  })

  describe('is owned by posts that', () => {
    it('an agency names among its own; what was inferred goes, and others of it keep nothing from then on', async () => {
      const { needs, task, owner, colleague, secretary, other, auditor } = await scene()
      expect(await readTask(needs, owner, task)).toMatchObject({
        task: { posts: [{ agency: 'tipa', post: null, inferred: true }], keeps: true, namesOwners: true },
      })
      const own = owner.capacity.post
      expect(await nameOwners(needs, auditor, task, [own])).toEqual({ is: 'not for this post' })
      expect(await nameOwners(needs, owner, task, [own, other.capacity.post, 'x'])).toEqual({
        is: 'faulty',
        fields: [
          { field: '/posts/1', wrong: 'no open post of this agency' },
          { field: '/posts/2', wrong: 'no open post of this agency' },
        ],
      })
      expect(await nameOwners(needs, owner, task, [own])).toEqual({ is: 'named' })
      expect(await nameOwners(needs, other, task, [other.capacity.post])).toEqual({ is: 'named' })
      expect(await readTask(needs, colleague, task)).toMatchObject({
        task: {
          posts: [
            { agency: 'tipa', post: own, inferred: false },
            { agency: 'kpic', post: other.capacity.post },
          ],
          keeps: false,
        },
      })
      const milestone = { title: '협약', due: '2026-09-30' }
      expect(await addMilestone(needs, colleague, task, milestone)).toEqual({ is: 'not for this post' })
      for (const keeper of [owner, secretary, other])
        expect(await addMilestone(needs, keeper, task, milestone)).toMatchObject({ is: 'added' })
    })

    it('C15: nobody takes anything off in the database himself', async () => {
      const { needs, task, owner } = await scene()
      await chooseIndicators(needs, owner, task, [chosen()])
      const { person, capacity } = owner
      for (const table of ['task_post', 'task_indicator'] as const)
        await expect(
          inTransaction(open(), { person: person.id, post: capacity.post, on }, tx =>
            tx.deleteFrom(table).where('task_id', '=', task).execute(),
          ),
        ).rejects.toThrow(/permission denied/)
    })
  })

  describe('shows figures that', () => {
    it('are chosen with target and baseline, and chosen anew as a whole', async () => {
      const { needs, task, owner, other, auditor, stranger } = await scene()
      expect(await chooseIndicators(needs, owner, task, [chosen(), chosen({ measure: 'accepted' })])).toEqual({
        is: 'chosen',
      })
      const next = chosen({ measure: 'accepted', target: 12.5, baseline: null, baselineSource: '없음' })
      expect(await chooseIndicators(needs, other, task, [next])).toEqual({ is: 'chosen' })
      expect(await readIndicators(needs, auditor, task)).toMatchObject({
        is: 'found',
        keeps: false,
        indicators: [
          { measure: 'accepted', target: 12.5, baseline: null, baselineSource: null, count: { is: 'not measured' } },
        ],
      })
      expect(await readIndicators(needs, stranger, task)).toEqual({ is: 'no such task' })
      expect(await chooseIndicators(needs, auditor, task, [])).toEqual({ is: 'not for this post' })
    })

    it('say what is wrong with what was chosen', async () => {
      const { needs, task, owner } = await scene()
      const wrong = [chosen({ target: null }), chosen({ baselineSource: ' ' })]
      expect(await chooseIndicators(needs, owner, task, wrong)).toEqual({
        is: 'faulty',
        fields: [
          { field: '/indicators/0/target', wrong: 'a day without a target' },
          { field: '/indicators/1/measure', wrong: 'chosen twice' },
          { field: '/indicators/1/baselineSource', wrong: 'say where the baseline is from' },
        ],
      })
    })

    it('are counted from records as they stood at the end of each month', async () => {
      const { needs, task, owner } = await scene()
      await sentInApril()
      await chooseIndicators(needs, owner, task, [
        chosen(),
        chosen({ measure: 'completed' }),
        chosen({ measure: 'days-to-selection' }),
      ])
      const read = await readIndicators(needs, owner, task)
      if (read.is !== 'found') throw new Error(read.is)
      const lines = read.indicators.map(({ months }) =>
        months.slice(-4).map(({ until, count }) => [until, count.is === 'counted' ? count.value : count.is]),
      )
      expect(lines).toEqual([
        [
          ['2026-03-31', 0],
          ['2026-04-30', 1],
          ['2026-05-31', 1],
          ['2026-06-01', 1],
        ],
        [
          ['2026-03-31', 'not measured'],
          ['2026-04-30', 'not measured'],
          ['2026-05-31', 0],
          ['2026-06-01', 1],
        ],
        [
          ['2026-03-31', 'not measured'],
          ['2026-04-30', 'not measured'],
          ['2026-05-31', 35],
          ['2026-06-01', 35],
        ],
      ])
      expect(read.indicators[0]!.months).toHaveLength(12)
    })

    it('count a link until it was ended, and the version in its place from its day on', async () => {
      const { needs } = await scene()
      const first = await addAgreedLink(open())
      const second = await addAgreedLink(open())
      const set = (id: string, row: object) =>
        inTheHouse(open(), tx =>
          tx
            .updateTable('link_agreement')
            .set({ council_task: 'T7', ...row })
            .where('id', '=', id)
            .execute(),
        )
      await set(first.id, { valid_from: '2026-02-10', superseded_by: second.id })
      await set(second.id, { valid_from: '2026-03-15', state: 'ended', ended_on: '2026-05-10' })
      const counted = await countByMonth(needs, { code: 'T7', pathways: [] }, { on, months: 6 })
      const lines = counted.map(({ until, counts: { 'links-in-force': count } }) => [
        until,
        count.is === 'counted' && count.value,
      ])
      expect(lines).toEqual([
        ['2026-01-31', 0],
        ['2026-02-28', 1],
        ['2026-03-31', 1],
        ['2026-04-30', 1],
        ['2026-05-31', 0],
        ['2026-06-01', 0],
      ])
    })
  })

  /** One firm: out of the first programme on 10 April, sent on the 20th, accepted and enrolled in May, completed on 1 June. */
  async function sentInApril() {
    const link = await addAgreedLink(open())
    const { capacity } = await addFirm(open())
    await addParticipation(open(), capacity.firm, { agency: 'tipa', programme: link.fromProgramme, on: '2026-04-10' })
    await inTheHouse(open(), async tx => {
      await tx.updateTable('link_agreement').set({ council_task: 'T7' }).where('id', '=', link.id).execute()
      const { id } = await tx
        .insertInto('referral')
        .values({
          number: 'S-1',
          agreement_id: link.id,
          firm_id: capacity.firm,
          from_agency: 'tipa',
          to_agency: 'kpic',
          from_programme: link.fromProgramme,
          to_programme: link.toProgramme,
          state: 'completed',
          drafted_on: '2026-04-15',
          sent_on: '2026-04-20',
          answered_on: '2026-05-04',
          answered_due: '2026-05-12',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const [seq, move, to, day] of [
        [1, 'accept', 'accepted', '2026-05-04'],
        [2, 'enrol', 'enrolled', '2026-05-15'],
        [3, 'complete', 'completed', on],
      ] as const)
        await tx
          .insertInto('referral_event')
          .values({ referral_id: id, seq, move, to_state: to, on_day: day, by_party: 'receiver' })
          .execute()
    })
  }
})
