import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import { listNotices } from '../notices/list-notices.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAction, addCouncil } from '../testing/councils.ts'
import { addAgreedLink, addOfficer, inTheHouse } from '../testing/world.ts'
import { moveAction } from './move-action.ts'
import { remindOfActions } from './remind-of-actions.ts'

let catalogue: OpenCatalogue
beforeAll(async () => {
  catalogue = await koreanCatalogue()
}, 60_000)

describeInBothHomes('the clock of actions', open => {
  async function scene(due: string) {
    const needs = { database: open(), catalogue }
    const keeper = await addOfficer(open(), 'tipa', 'secretary')
    const owner = await addOfficer(open(), 'kpic', 'programme-owner')
    const there = await addCouncil(open(), keeper)
    const action = await addAction(open(), there, owner, { due })
    const told = async (officer: typeof owner) => {
      const { notices } = await listNotices(needs, { person: officer.person, post: officer.capacity.post })
      return notices.map(({ kind }) => kind).toReversed()
    }
    return { needs, keeper, owner, there, action, told }
  }
  const none = { reminded: 0, escalated: 0 }

  it('tells the owner before, on and after the last day, and the secretariat once it is late for days', async () => {
    // Friday 18 September 2026; the 24th to the 26th are Chuseok, the 25th a Friday.
    const { needs, keeper, owner, told } = await scene('2026-09-18')
    const days: [string, object][] = [
      ['2026-09-10', none],
      ['2026-09-11', { reminded: 1, escalated: 0 }],
      ['2026-09-11', none],
      ['2026-09-14', none],
      ['2026-09-18', { reminded: 1, escalated: 0 }],
      ['2026-09-19', none],
      ['2026-09-21', { reminded: 1, escalated: 0 }],
      ['2026-09-23', none],
      // The third working day after is the 23rd; the 24th and 25th are holidays, so the fourth is the 28th.
      ['2026-09-24', none],
      ['2026-09-28', { reminded: 0, escalated: 1 }],
      ['2026-09-29', none],
    ]
    for (const [day, brought] of days) expect([day, await remindOfActions(needs, day)]).toEqual([day, brought])
    expect(await told(owner)).toEqual(['action.soon', 'action.today', 'action.late', 'action.escalate'])
    expect(await told(keeper)).toEqual(['action.escalate'])
  })

  it('counts a last day that is a holiday as the next working day', async () => {
    // Hangeul Day, Friday 9 October 2026: due on Monday the 12th.
    const { needs, owner, told } = await scene('2026-10-09')
    for (const day of ['2026-10-09', '2026-10-12', '2026-10-13']) await remindOfActions(needs, day)
    expect(await told(owner)).toEqual(['action.today', 'action.late'])
  })

  it('tells once, whichever of two servers looks first, and after a restart that came late only what holds then', async () => {
    const { needs, owner, told } = await scene('2026-09-18')
    const both = await Promise.all([remindOfActions(needs, '2026-09-11'), remindOfActions(needs, '2026-09-11')])
    expect(both.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1)
    // Nobody looked on the day itself, nor for a week after it.
    await remindOfActions({ ...needs }, '2026-09-30')
    expect(await told(owner)).toEqual(['action.soon', 'action.escalate'])
    const trail = await inTheHouse(open(), tx =>
      tx.selectFrom('audit_entry').select('operation').where('lane', '=', 'clock').execute(),
    )
    expect(trail).toHaveLength(2)
  })

  it('leads to the action by mail, and says no more than its id', async () => {
    const { needs, owner, action, there } = await scene('2026-09-18')
    await inTheHouse(open(), tx =>
      tx
        .insertInto('agency_contact')
        .values({ agency: 'kpic', way: 'desk', webhook_url: 'https://hooks.example/', webhook_sealed: 'sealed' })
        .execute(),
    )
    await remindOfActions(needs, '2026-09-11')
    const letters = await inTheHouse(open(), tx =>
      tx.selectFrom('delivery').select(['channel', 'address', 'body']).orderBy('channel').execute(),
    )
    expect(letters).toEqual([
      {
        channel: 'mail',
        address: owner.person.email,
        body: {
          letter: 'notice',
          kind: 'action.soon',
          language: 'ko',
          path: `/desk/${owner.capacity.post}/actions#${action}`,
        },
      },
      { channel: 'webhook', address: 'kpic', body: { kind: 'action.soon', council: there.council, action } },
    ])
  })

  it('tells the other side of a report that nobody has looked at, and its owner no more', async () => {
    const { needs, keeper, owner, action, told } = await scene('2026-09-18')
    const other = await addOfficer(open(), 'kpic', 'secretary')
    const reported = { ...owner, on: '2026-09-11' }
    expect(await moveAction(needs, reported, { action, move: 'report', changed: 1, text: '마쳤다' })).toMatchObject({
      is: 'moved',
    })
    expect(await remindOfActions(needs, '2026-09-18')).toEqual(none)
    expect(await remindOfActions(needs, '2026-09-21')).toEqual({ reminded: 1, escalated: 0 })
    expect(await told(keeper)).toEqual(['action.report', 'action.awaits-nod'])
    expect([...(await told(owner)), ...(await told(other))]).toEqual([])
  })

  it('tells the owner when the link that was drawn up for it is in force', async () => {
    const { needs, owner, action, told } = await scene('2026-12-18')
    const link = await addAgreedLink(open())
    await inTheHouse(open(), async tx => {
      await tx.updateTable('council_action').set({ agreement_id: link.id }).where('id', '=', action).execute()
      await tx.updateTable('link_agreement').set({ valid_from: '2026-09-14' }).where('id', '=', link.id).execute()
    })
    expect(await remindOfActions(needs, '2026-09-11')).toEqual(none)
    expect(await remindOfActions(needs, '2026-09-14')).toEqual({ reminded: 1, escalated: 0 })
    expect(await remindOfActions(needs, '2026-09-15')).toEqual(none)
    expect(await told(owner)).toEqual(['action.link-in-force'])
  })

  it('tells the secretaries of the owner’s agency once his post is closed', async () => {
    const { needs, owner } = await scene('2026-09-18')
    const secretary = await addOfficer(open(), 'kpic', 'secretary')
    await inTheHouse(open(), tx =>
      tx
        .updateTable('post')
        .set({ closed_at: new Date('2026-06-01T00:00:00Z') })
        .where('id', '=', owner.capacity.post)
        .execute(),
    )
    expect(await remindOfActions(needs, '2026-09-11')).toEqual({ reminded: 1, escalated: 0 })
    const { notices } = await listNotices(needs, { person: secretary.person, post: secretary.capacity.post })
    expect(notices.map(({ kind }) => kind)).toEqual(['action.soon'])
  })
})
