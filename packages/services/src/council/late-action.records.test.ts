import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { makeFeed } from '../calendars/feeds.ts'
import { readFeed } from '../calendars/read-feed.ts'
import { readOpenRecord } from '../open-record/read-open-record.ts'
import { addAction, addCouncil } from '../testing/councils.ts'
import { twoAgencies } from '../testing/two-agencies.ts'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { countActions, listActions } from './list-actions.ts'
import { listCouncils, readCouncil } from './read-council.ts'
import { readRoom } from './read-room.ts'
import { readSession } from './read-session.ts'

describeInBothHomes('an action that is due on a Sunday', open => {
  it('is due on the Monday in the calendar of its owner', async () => {
    const needs = { database: open(), catalogue: twoAgencies(), timeZone: 'Asia/Seoul' }
    const keeper = await addOfficer(open(), 'tipa', 'secretary')
    const owner = await addOfficer(open(), 'kpic', 'programme-owner')
    const action = await addAction(open(), await addCouncil(open(), keeper), owner, { due: '2026-05-31' })
    const made = await makeFeed(needs, owner, { about: 'mine', language: 'ko' })
    if (made.is !== 'made') throw new Error(made.is)
    expect(await readFeed(needs, { token: made.token, on, place: owner.place })).toMatchObject({
      duties: [{ id: action, due: '2026-06-01' }],
    })
  })

  it('is late from the Tuesday on, wherever it is read', async () => {
    const database = open()
    const needs = { database, catalogue: twoAgencies(), timeZone: 'Asia/Seoul' }
    const keeper = await addOfficer(database, 'tipa', 'secretary')
    const owner = await addOfficer(database, 'kpic', 'programme-owner')
    const { council, session, ...there } = await addCouncil(database, keeper, { state: 'sitting' })
    await addAction(database, { council, session, ...there }, owner, { due: '2026-05-31' })
    await inTheHouse(database, async tx => {
      await tx.updateTable('council').set({ open_from: '2026-01-01' }).where('id', '=', council).execute()
      for (const table of ['council_session', 'council_decision', 'council_action'] as const)
        await tx.updateTable(table).set({ open_from: '2026-05-20' }).where('council_id', '=', council).execute()
    })
    const lateOn = async (day: string) => {
      const who = { ...keeper, on: day }
      const read = await readCouncil(needs, who, council)
      const sitting = await readSession(needs, who, session)
      const room = await readRoom(needs, who, { session })
      if (read.is !== 'found' || sitting.is !== 'found' || room.is !== 'found') throw new Error('it is not there')
      const record = await readOpenRecord(needs, council, day)
      return {
        councils: (await listCouncils(needs, who)).map(({ lateActions }) => lateActions === 1),
        council: read.council.actions.map(({ late }) => late),
        session: sitting.session.actions.map(({ late }) => late),
        room: room.room!.actions.map(({ late }) => late),
        followed: (await listActions(needs, who)).actions.map(({ late }) => late),
        counted: [(await countActions(needs, who)).late === 1],
        record: record!.actions.map(({ late }) => late),
      }
    }
    for (const [day, late] of [
      ['2026-06-01', false],
      ['2026-06-02', true],
    ] as const)
      for (const [where, found] of Object.entries(await lateOn(day)))
        expect([day, where, found]).toEqual([day, where, [late]])
  })
})
