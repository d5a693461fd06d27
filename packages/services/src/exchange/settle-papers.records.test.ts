import { randomUUID } from 'node:crypto'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addHandedOn } from '../testing/handed-on.ts'
import { addAgreedLink, addFirm, inTheHouse, on } from '../testing/world.ts'
import { settlePapers } from './settle-papers.ts'

/** A case that came from another installation, with a paper that nobody may read any longer. */
async function addTakenBack(database: Database, sha256: string): Promise<string> {
  const { capacity, person } = await addFirm(database)
  const { referral } = await addHandedOn(
    database,
    { firm: capacity.firm, person: person.id },
    await addAgreedLink(database),
    {},
  )
  await inTheHouse(database, async tx => {
    await tx
      .insertInto('installation')
      .values({
        id: 'mss',
        name: 'MSS',
        base_url: 'https://mss.example.kr',
        public_key: '{}',
        agencies: ['tipa'],
      })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    await tx
      .updateTable('referral')
      .set({ installation_id: 'mss', state: 'withdrawn' })
      .where('id', '=', referral)
      .execute()
    await tx
      .insertInto('passed_paper')
      .values({
        referral_id: referral,
        paper: randomUUID(),
        direction: 'in',
        paper_id: randomUUID(),
        kind: 'plan',
        name: 'plan.pdf',
        media_type: 'application/pdf',
        bytes: 1,
        sha256,
        state: 'taken-back',
      })
      .execute()
  })
  return referral
}

describeInBothHomes('papers that are taken back', open => {
  let place: PaperPlace
  beforeAll(async () => {
    place = await folderPlace()
  })
  afterAll(() => place?.close())

  it('are settled also where one before them cannot be, and none waits for that one', async () => {
    const database = open()
    const bad = 'a'.repeat(64)
    const papers = {
      ...place.store,
      remove: async (sha256: string) => {
        if (sha256 === bad) throw new Error('storage is away')
      },
    }
    const cases = [await addTakenBack(database, bad)]
    for (const sign of ['b', 'c']) cases.push(await addTakenBack(database, sign.repeat(64)))
    const round = (most: number) => settlePapers({ database, papers }, { on, now: new Date(), most })
    const states = () =>
      inTheHouse(database, async tx => {
        const rows = await tx.selectFrom('passed_paper').select(['referral_id', 'state', 'told']).execute()
        return cases.map(
          id => rows.filter(one => one.referral_id === id).map(({ state, told }) => `${state}, ${told}`)[0],
        )
      })
    await expect(round(2)).rejects.toThrow('storage is away')
    expect(await states()).toEqual(['taken-back, awaited', 'destroyed, destroyed', 'taken-back, awaited'])
    expect(await round(1)).toEqual({ takenBack: 0, destroyed: 1, told: 1 })
    expect((await states())[2]).toBe('destroyed, destroyed')
  })
})
