import { readFileSync } from 'node:fs'
import { newSigningKey, runningCatalogue, signerOf } from '@ieum/services'
import { addHalfOpenCouncil, inTheHouse, koreanCatalogue, opening, sealer } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { noPapers } from './desk/testing/desk-app-for.ts'
import { workHere } from './firm-work.ts'
import { oparl, popolo } from './testing/oparl-shapes.ts'

const site = 'https://ieum.example'
const document = readFileSync(new URL('../../../docs/open-record.md', import.meta.url), 'utf8')

interface Thing {
  readonly id: string
  readonly type: string
  readonly [property: string]: unknown
}

describeInBothHomes('the open record for others', open => {
  let base: Awaited<ReturnType<typeof koreanCatalogue>>
  beforeAll(async () => {
    base = await koreanCatalogue()
  }, 60_000)

  async function scene() {
    const database = open()
    const council = await addHalfOpenCouncil(database)
    const running = runningCatalogue(base)
    const signer = await signerOf(await newSigningKey())
    const report = (error: Error) => {
      throw error
    }
    const shared = { catalogue: running.catalogue, work: workHere(running.catalogue), today: () => opening.day, report }
    const desk = { ...shared, database, timeZone: 'Asia/Seoul', demonstration: true, signer, sealer, papers: noPapers }
    const app = createApp({ ...shared, publicUrl: site, desk: { ...desk, personOf: async () => null } })
    const read = async (address: string) => {
      const reply = await app.request(address.startsWith(site) ? address : `${site}${address}`)
      expect([address, reply.status]).toEqual([address, 200])
      return reply.json() as Promise<never>
    }
    const status = async (path: string) => (await app.request(`${site}${path}`)).status
    /** Everything that OParl leads to from its system. */
    const all = async (): Promise<readonly Thing[]> => {
      const system: Thing & { body: string } = await read('/api/open/oparl/system')
      const bodies: { data: readonly Thing[] } = await read(system.body)
      const found: Thing[] = [system, ...bodies.data]
      for (const body of bodies.data)
        for (const list of ['organization', 'person', 'meeting', 'paper', 'agendaItem', 'consultation']) {
          const page: { data: readonly Thing[] } = await read(String(body[list]))
          found.push(...page.data)
        }
      return found
    }
    return { database, council, read, status, all }
  }

  it('is OParl: each thing has the shape of its type, and answers at its address', async () => {
    const { all, read } = await scene()
    const things = await all()
    const types = new Set(things.map(({ type }) => type.split('/').at(-1)))
    expect([...types].sort()).toEqual([...new Set(Object.keys(oparl))].sort())
    for (const thing of things) {
      const { error } = oparl[thing.type.split('/').at(-1)!]!.safeParse(thing)
      expect([thing.id, error?.issues]).toEqual([thing.id, undefined])
      expect(await read(thing.id)).toEqual(thing)
    }
  }, 60_000)

  it('gives lists in pages, by what opened when', async () => {
    const { council, read, status } = await scene()
    const at = `/api/open/oparl/body/${council.id}/meeting`
    interface Listed {
      readonly data: readonly Thing[]
      readonly links: { readonly next?: string }
      readonly pagination: object
    }
    const first: Listed = await read(`${at}?limit=2`)
    expect(first).toMatchObject({ pagination: { totalElements: 3, totalPages: 2, currentPage: 1 } })
    const second: Listed = await read(first.links.next!)
    expect([...first.data, ...second.data].map(({ id }) => id.split('/').at(-1))).toEqual(['1', '2', '3'])
    const since = encodeURIComponent(`${opening.day}T00:00:00+09:00`)
    const opened: Listed = await read(`${at}?created_since=${since}`)
    expect(opened.data.map(({ id }) => id.split('/').at(-1))).toEqual(['3'])
    expect(await status(`${at}?created_since=yesterday`)).toBe(422)
    expect(await status('/api/open/oparl/body/none/meeting')).toBe(404)
    expect(await status(`/api/open/oparl/meeting/${council.id}/4`)).toBe(404)
  })

  it('is Popolo: each thing has its shape, and leads to things that are there', async () => {
    const { council, database, read } = await scene()
    await inTheHouse(database, tx =>
      tx
        .updateTable('council_decision')
        .set({ open_from: opening.day })
        .where('number', '=', '2026-1-3')
        .where('council_id', '=', council.id)
        .execute(),
    )
    for (const id of [council.id, 'mss-motie']) {
      const told: Record<string, readonly Record<string, string>[]> = await read(`/api/open/popolo/${id}`)
      expect(popolo.safeParse(told).error?.issues).toBeUndefined()
      const there = new Set(Object.values(told).flatMap(things => things.map(thing => thing.id)))
      for (const things of Object.values(told))
        for (const thing of things)
          for (const [name, value] of Object.entries(thing))
            if (name.endsWith('_id')) expect([name, value, there.has(value)]).toEqual([name, value, true])
    }
  })

  it('uses no word of its own that docs/open-record.md does not list, and that lists none that is not used', async () => {
    const { council, all, read } = await scene()
    const told = JSON.stringify([
      await all(),
      await read(`/api/open/popolo/${council.id}`),
      await read('/api/open/popolo/mss-motie'),
    ])
    const used = [...new Set([...told.matchAll(/"(ieum:\w+)":/g)].map(([, term]) => term))].sort()
    const listed = [...new Set([...document.matchAll(/^\| `(ieum:\w+)`/gm)].map(([, term]) => term))].sort()
    expect(used).toEqual(listed)
  }, 60_000)
})
