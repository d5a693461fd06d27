import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { sql } from 'kysely'
import type pg from 'pg'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { type Database, openDatabase, openEmbedded } from './open-database.ts'
import { refusal } from './refusal.ts'
import { describeInEmptyHomes } from './testing/empty-homes.ts'
import { dropServerDatabase, makeServerDatabase } from './testing/homes.ts'
import { migrationFolder, scratchFolder } from './testing/migration-folder.ts'
import { inTransaction } from './transaction.ts'

/** As when the network is gone, or the server was started again. */
function breakOff(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: { stream: Duplex } }
  connection.stream.destroy()
}

describeInEmptyHomes('an open database', makePlace => {
  const openOne = async (): Promise<Database> => {
    const { open } = await makePlace()
    const opened = await open({ migrations: migrationFolder({ '0001-notes': 'create table notes (text text)' }) })
    if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
    return opened.database
  }
  const notes = async ({ kysely }: Database) => (await sql`select text from notes`.execute(kysely)).rows

  it('goes on after a query that fails', async () => {
    const database = await openOne()
    for (const wrong of ['selec', 'select 1 / 0', 'select * from nothing'])
      await expect(sql.raw(wrong).execute(database.kysely)).rejects.toThrow()
    expect(await notes(database)).toEqual([])
  })

  it('goes on after its connection broke within a transaction, of which nothing stays', async () => {
    const database = await openOne()
    for (let round = 0; round < 3; round += 1) {
      const client = await database.pool.connect()
      await client.query("begin; insert into notes values ('lost')")
      breakOff(client)
      await expect(client.query('select 1')).rejects.toThrow()
      client.release(new Error('broken'))
      expect(await notes(database)).toEqual([])
    }
  })

  it('goes on after a connection broke that nobody used', async () => {
    const database = await openOne()
    const client = await database.pool.connect()
    client.release()
    const thrownAway = once(database.pool, 'remove')
    breakOff(client)
    await thrownAway
    expect(await notes(database)).toEqual([])
  })

  it('is closed once, however often it is asked', async () => {
    const database = await openOne()
    await Promise.all([database.close(), database.close()])
    await expect(notes(database)).rejects.toThrow()
  })

  it('keeps large values and many of them', async () => {
    const database = await openOne()
    const text = '가'.repeat(1_000_000)
    await sql`insert into notes select ${text} from generate_series(1, 5)`.execute(database.kysely)
    const rows = (await notes(database)) as { text: string }[]
    expect(rows.map(row => row.text === text)).toEqual([true, true, true, true, true])
  })
})

describe('a folder', () => {
  const setting = async ({ kysely }: Database, name: string) =>
    (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(kysely)).rows[0]!.value
  const openOne = async (folder: string): Promise<Database> => {
    const migrations = migrationFolder({ '0001-notes': 'create table notes (text text)' })
    const opened = await openDatabase({ folder }, { migrations, prepared: inject('homes').emptyDump })
    if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
    return opened.database
  }

  it('keeps a short log, one that was made before that too', async () => {
    const folder = scratchFolder()
    const made = await openOne(folder)
    expect(await setting(made, 'max_wal_size')).toBe('96MB')
    await sql`insert into notes values ('kept')`.execute(made.kysely)
    await made.close()
    await writeFile(join(folder, 'postgres', 'postgresql.auto.conf'), '')
    const old = await openOne(folder)
    onTestFinished(() => old.close())
    expect([await setting(old, 'max_wal_size'), await setting(old, 'min_wal_size')]).toEqual(['96MB', '32MB'])
    expect((await sql`select text from notes`.execute(old.kysely)).rows).toEqual([{ text: 'kept' }])
  })

  it('that cannot be there is unreachable, though nothing is told of its disk', async () => {
    const file = join(scratchFolder(), 'file')
    await writeFile(file, '')
    expect(await openEmbedded({ folder: join(file, 'records', 'postgres') }, {})).toMatchObject({ is: 'unreachable' })
  })
})

describe('a server', () => {
  it('has nothing to warn of where its login role is an ordinary one', async () => {
    const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
    const url = await makeServerDatabase(name)
    onTestFinished(() => dropServerDatabase(name))
    const opened = await openDatabase({ url })
    if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
    onTestFinished(() => opened.database.close())
    expect(opened.database.warnings).toEqual([])
    expect(await inTransaction(opened.database, {}, async () => 'done')).toBe('done')
  })

  it('warns of a login role that no policy holds for', async () => {
    const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
    await makeServerDatabase(name)
    onTestFinished(() => dropServerDatabase(name))
    const opened = await openDatabase({ url: inject('homes').server.superuser.replace('DATABASE', name) })
    if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
    onTestFinished(() => opened.database.close())
    expect(opened.database.warnings).toEqual([{ is: 'login role is superuser', role: 'postgres' }])
  })

  it.each([
    ['postgresql://localhost:1/none', /ECONNREFUSED/],
    ['postgresql://nobody@localhost/none?host=/nowhere', /ENOENT/],
  ])('at %s is unreachable, and says why', async (url, why) => {
    const opened = await openDatabase({ url })
    expect(opened).toEqual({ is: 'unreachable', why: expect.stringMatching(why) })
    if (opened.is === 'unreachable') expect(refusal('DATABASE_URL', opened)).toMatch(/^DATABASE_URL cannot be opened: /)
  })

  it('that does not know the database is unreachable, and says why', async () => {
    const url = inject('homes').server.login.replace('DATABASE', 'never_made')
    expect(await openDatabase({ url })).toEqual({ is: 'unreachable', why: 'database "never_made" does not exist' })
  })
})
