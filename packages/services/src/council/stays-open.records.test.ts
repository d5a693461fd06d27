import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { addAction, addCouncil } from '../testing/councils.ts'
import { twoAgencies } from '../testing/two-agencies.ts'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { changeItem } from './change-agenda.ts'
import { changeSession } from './change-session.ts'
import { planSession } from './plan-session.ts'

const openAlready = (field: string) => ({
  is: 'faulty',
  fields: [{ field, wrong: 'it is open to everyone already' }],
})
const passed = { is: 'faulty', fields: [{ field: '/openFrom', wrong: 'a day that has passed' }] }

describeInBothHomes('what is open to everyone', open => {
  /** Everything of it is open from the day, or nothing. */
  async function scene(openFrom: string | null) {
    const database = open()
    const needs = { database, catalogue: twoAgencies(), timeZone: 'Asia/Seoul' }
    const keeper = await addOfficer(database, 'tipa', 'secretary')
    const owner = await addOfficer(database, 'kpic', 'programme-owner')
    const there = await addCouncil(database, keeper)
    const action = await addAction(database, there, owner)
    await inTheHouse(database, async tx => {
      for (const table of ['council_session', 'council_decision', 'council_action'] as const)
        await tx.updateTable(table).set({ open_from: openFrom }).where('council_id', '=', there.council).execute()
      await tx.updateTable('agenda_item').set({ open_from: openFrom }).where('id', '=', there.item).execute()
    })
    const opens = () =>
      inTheHouse(database, async tx => {
        const of = async (table: 'agenda_item' | 'council_decision' | 'council_action', id: string) =>
          (await tx.selectFrom(table).select('open_from').where('id', '=', id).executeTakeFirstOrThrow()).open_from
        return [
          await of('agenda_item', there.item),
          await of('council_decision', there.decision),
          await of('council_action', action),
        ]
      })
    return { needs, keeper, ...there, opens }
  }

  it.each([null, '2026-07-01', '2026-05-01'])(
    'stays open before the minutes are signed, though a session is to open on %s instead',
    async openFrom => {
      const { needs, keeper, session } = await scene('2026-05-20')
      expect(await changeSession(needs, keeper, { session, changed: 1, openFrom })).toEqual(openAlready('/openFrom'))
      expect(await changeSession(needs, keeper, { session, changed: 1, openFrom: '2026-05-20' })).toMatchObject({
        is: 'changed',
      })
    },
  )

  it('stays open as an item of an agenda, without a ground as with one', async () => {
    const { needs, keeper, item, opens } = await scene(on)
    const asked = { item, changed: 1 }
    expect(await changeItem(needs, keeper, { ...asked, openFrom: null, closedGround: '제9조' })).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/openFrom' }, { field: '/closedGround' }],
    })
    expect(await changeItem(needs, keeper, { ...asked, openFrom: '2026-07-01' })).toEqual(openAlready('/openFrom'))
    expect(await changeItem(needs, keeper, { ...asked, closedGround: '제9조' })).toEqual(openAlready('/closedGround'))
    expect(await changeItem(needs, keeper, { ...asked, openFrom: on, gist: '논의' })).toMatchObject({ is: 'changed' })
    expect(await opens()).toEqual([on, on, on])
  })

  it('stays open as a decision with its actions, though its item opens later', async () => {
    const { needs, keeper, item, opens } = await scene('2026-05-20')
    await inTheHouse(needs.database, tx =>
      tx.updateTable('agenda_item').set({ open_from: null }).where('id', '=', item).execute(),
    )
    expect(await changeItem(needs, keeper, { item, changed: 1, openFrom: '2026-09-01' })).toMatchObject({
      is: 'changed',
    })
    expect(await opens()).toEqual(['2026-09-01', '2026-05-20', '2026-05-20'])
  })

  it('is not a decision that was kept closed on an item that is open, though the day of the item is said again', async () => {
    const { needs, keeper, item, opens } = await scene(null)
    await inTheHouse(needs.database, tx =>
      tx.updateTable('agenda_item').set({ open_from: '2026-05-20' }).where('id', '=', item).execute(),
    )
    const again = { item, changed: 1, openFrom: '2026-05-20', closedGround: null, gist: '논의' }
    expect(await changeItem(needs, keeper, again)).toMatchObject({ is: 'changed' })
    expect(await opens()).toEqual(['2026-05-20', null, null])
  })

  it('was open on no day that had passed when it was said', async () => {
    const { needs, keeper, council, session, item, opens } = await scene(null)
    const openFrom = '2026-05-31'
    const plan = { on: '2026-06-20', begins: '10:30', place: '세종', openFrom }
    expect(await changeSession(needs, keeper, { session, changed: 1, openFrom })).toEqual(passed)
    expect(await changeItem(needs, keeper, { item, changed: 1, openFrom })).toEqual(passed)
    expect(await planSession(needs, keeper, council, plan)).toEqual(passed)
    expect(await changeItem(needs, keeper, { item, changed: 1, openFrom: on })).toMatchObject({ is: 'changed' })
    expect(await opens()).toEqual([on, on, on])
  })
})
