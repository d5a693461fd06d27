import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { type Holder, lockFolder, whoHolds } from './folder-lock.ts'
import { type Database, openDatabase } from './open-database.ts'
import { scratchFolder } from './testing/migration-folder.ts'
import { startWriter, writersTables } from './testing/start-writer.ts'
import type { WriterWork } from './testing/writer.ts'

async function openHere({ where, migrations, prepared }: WriterWork): Promise<Database> {
  const opened = await openDatabase(where, { migrations, ...(prepared !== undefined && { prepared }) })
  if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
  onTestFinished(() => opened.database.close())
  return opened.database
}

/** A folder that any number of writers may try to open. */
const someFolder = (): WriterWork & { where: { folder: string } } => ({
  where: { folder: scratchFolder() },
  migrations: writersTables(),
  prepared: inject('homes').emptyDump,
})

describe('a folder of records', () => {
  it('is refused to a second opener of the same process, ten times', async () => {
    const { where, ...options } = someFolder()
    const database = await openHere({ where, ...options })
    database.tellAddress('http://localhost:8080')
    for (let tries = 0; tries < 10; tries += 1) {
      const start = performance.now()
      const second = await openDatabase(where, options)
      expect(performance.now() - start).toBeLessThan(2_000)
      expect(second).toEqual({
        is: 'in use',
        pid: process.pid,
        since: expect.any(String),
        address: 'http://localhost:8080',
      } satisfies { is: string } & Holder)
    }
    expect(await whoHolds(where.folder)).toMatchObject({ pid: process.pid })
    await database.close()
    expect(await whoHolds(where.folder)).toBeUndefined()
    expect(existsSync(join(where.folder, 'holder.json'))).toBe(false)
  })

  it('C03: is refused to other processes within two seconds, in a sentence, ten times; nothing is lost', async () => {
    const work = someFolder()
    const holder = startWriter(work)
    expect((await holder.first).said).toBe('open')
    for (let round = 0; round < 5; round += 1) {
      const others = [startWriter(work), startWriter(work)]
      for (const other of others) {
        const first = await other.first
        expect(first.said).toBe('refused')
        expect(first.after).toBeLessThan(2_000)
        const { code, errors } = await other.ended
        expect(code).toBe(1)
        expect(errors).toMatch(
          /is used by another program \(process \d+, since .+\): stop that one first, or talk to it\n$/,
        )
      }
    }
    await holder.kill()
    const database = await openHere(work)
    const { rows } = await sql<{ referrals: number; events: number; last: number }>`
      select (select count(*) from referrals) as referrals, count(*) as events, max(referral) as last from events`.execute(
      database.kysely,
    )
    expect(rows[0]!.events).toBe(rows[0]!.referrals)
    expect(holder.acknowledged.length).toBeGreaterThan(0)
    expect(rows[0]!.last).toBeGreaterThanOrEqual(holder.acknowledged.at(-1)!)
  }, 60_000)

  it('C01: opens again after kill -9 without a manual step, ten times, with all that was acknowledged', async () => {
    const work = someFolder()
    const acknowledged: number[] = []
    for (let round = 0; round < 10; round += 1) {
      const writer = startWriter(work)
      expect((await writer.first).said).toBe('open')
      await wait(60 + 20 * round)
      await writer.kill()
      acknowledged.push(...writer.acknowledged)
    }
    const database = await openHere(work)
    const { rows } = await sql<{ id: number; event: number | null }>`
      select id, referral as event from referrals full join events on referral = id order by id`.execute(
      database.kysely,
    )
    expect(rows.filter(({ id, event }) => id !== event)).toEqual([])
    const kept = new Set(rows.map(({ id }) => id))
    expect(acknowledged.length).toBeGreaterThan(50)
    expect(acknowledged.filter(id => !kept.has(id))).toEqual([])
    // What was on its way when the process was killed may be there or not: at most one for each time.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(10)
  }, 60_000)

  it('goes to one of many who ask for it at the moment its holder is killed', async () => {
    const work = someFolder()
    for (let round = 0; round < 2; round += 1) {
      const holder = startWriter(work)
      await holder.first
      const others = Array.from({ length: 4 }, () => startWriter(work))
      await holder.kill()
      const said = await Promise.all(others.map(other => other.first.then(first => first.said)))
      expect(said.filter(word => word === 'open').length).toBeLessThanOrEqual(1)
      await Promise.all(others.map(other => other.kill()))
    }
  }, 60_000)

  it('is given to exactly one of many who ask at once', async () => {
    const folder = scratchFolder()
    for (let round = 0; round < 6; round += 1) {
      const locked = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)))
      const held = locked.flatMap(locking => (locking.is === 'held' ? [locking.lock] : []))
      expect(held.length).toBe(1)
      held[0]!.release()
    }
  }, 60_000)

  it('that cannot be made is said to be unreachable', async () => {
    const folder = `${import.meta.filename}/records`
    expect(await openDatabase({ folder })).toEqual({
      is: 'unreachable',
      why: expect.stringMatching(/^.*records: ENOTDIR/),
    })
  })

  it('half made when the process was killed is made anew', async () => {
    const { where, migrations } = someFolder()
    for (const pause of [50, 250, 450]) {
      const writer = startWriter({ where, migrations })
      while (!readdirSync(where.folder).some(name => name.startsWith('postgres'))) await wait(5)
      await wait(pause)
      await writer.kill()
    }
    expect((await openHere({ where, migrations })).home).toBe('embedded')
  }, 60_000)
})
