import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { addHalfOpenCouncil } from '../testing/half-open-council.ts'
import { twoAgencies } from '../testing/two-agencies.ts'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { listOpenings, sayWhenOpen } from './openings.ts'
import { readOpenRecord } from './read-open-record.ts'

describeInBothHomes('from when a council is open', open => {
  async function scene(database: Database = open()) {
    const { id } = await addHalfOpenCouncil(database)
    await inTheHouse(database, tx =>
      tx
        .insertInto('council_seat')
        .values({ council_id: id, agency: 'kpic', title_ko: '국장', position: 1, since: '2026-01-01' })
        .execute(),
    )
    const keeper = await addOfficer(database, 'tipa', 'secretary')
    const seated = await addOfficer(database, 'kpic', 'secretary')
    const stranger = await addOfficer(database, 'kosmes', 'secretary')
    const read = await listOpenings({ database }, keeper, id)
    if (read.is !== 'found') throw new Error(read.is)
    const of = (what: 'task' | 'decision', isOpen = false) =>
      read.openings.find(one => one.what === what && (isOpen ? one.openFrom! <= on : one.openFrom === null))!
    const record = (day: string) =>
      readOpenRecord({ database, catalogue: twoAgencies(), timeZone: 'Asia/Seoul' }, id, day)
    return { needs: { database }, id, keeper, seated, stranger, of, record }
  }

  it('is said by its secretariat, and holds from that day on: a task, and a decision with its actions', async () => {
    const { needs, id, keeper, of, record } = await scene()
    for (const what of ['task', 'decision'] as const)
      expect(await sayWhenOpen(needs, keeper, { council: id, what, id: of(what).id, openFrom: '2026-06-02' })).toEqual({
        is: 'said',
      })
    const before = (await record(on))!
    const after = (await record('2026-06-02'))!
    expect(before.tasks.map(({ code }) => code)).not.toContain(of('task').called)
    expect(after.tasks.map(({ code }) => code)).toContain(of('task').called)
    expect(after.decisions.length).toBe(before.decisions.length + 1)
    expect(after.actions.length).toBe(before.actions.length + 1)
    expect(after.updated).toBe('2026-06-02')
  })

  it('is never said backwards, nor taken back once it has come', async () => {
    const { needs, id, keeper, of } = await scene()
    const asked = { council: id, what: 'task', id: of('task').id } as const
    expect(await sayWhenOpen(needs, keeper, { ...asked, openFrom: '2026-05-31' })).toMatchObject({ is: 'faulty' })
    expect(await sayWhenOpen(needs, keeper, { ...asked, openFrom: '2026-06-02' })).toEqual({ is: 'said' })
    expect(await sayWhenOpen(needs, keeper, { ...asked, openFrom: null })).toEqual({ is: 'said' })
    const opened = { council: id, what: 'decision', id: of('decision', true).id, openFrom: null } as const
    expect(await sayWhenOpen(needs, keeper, opened)).toEqual({ is: 'open already', since: '2026-01-05' })
  })

  it('T1: is read by who sits there, said by nobody else, and nothing to a stranger', async () => {
    const { needs, id, seated, stranger, of } = await scene()
    const asked = { council: id, what: 'task', id: of('task').id, openFrom: '2026-06-02' } as const
    expect(await listOpenings(needs, seated, id)).toMatchObject({ is: 'found', keeps: false })
    expect(await sayWhenOpen(needs, seated, asked)).toEqual({ is: 'not for this post' })
    expect(await listOpenings(needs, stranger, id)).toEqual({ is: 'no such council' })
    expect(await sayWhenOpen(needs, stranger, asked)).toEqual({ is: 'no such council' })
  })
})
