import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeInBothHomes } from './testing/homes.ts'
import { asWorker, inTransaction } from './transaction.ts'

/** More often than a statement must be asked to get a name, and a named one to get a plan for all values. */
const often = Array.from({ length: 20 }, (_, number) => number)

describeInBothHomes('statements that are asked again and again', open => {
  it('answer with the columns that a table has got meanwhile', async () => {
    const { kysely } = open()
    await sql`create table growing (id integer); grant select on growing to ieum_app`.execute(kysely)
    try {
      await sql`insert into growing values (1)`.execute(kysely)
      const read = async () =>
        (await inTransaction(open(), {}, tx => sql`select * from growing where id = ${1}`.execute(tx))).rows
      for (const _ of often) expect(await read()).toEqual([{ id: 1 }])
      await sql`alter table growing add column name text default 'late'`.execute(kysely)
      expect(await read()).toEqual([{ id: 1, name: 'late' }])
    } finally {
      await sql`drop table growing`.execute(kysely)
    }
  })

  it('find the index that a conflict is about, whatever values stand in its condition', async () => {
    const database = open()
    await sql`create table once (id integer, state text)`.execute(database.kysely)
    await sql`create unique index once_live on once (id) where state = 'live'`.execute(database.kysely)
    try {
      for (const number of often)
        await sql`insert into once values (${number % 2}, 'live') on conflict (id) where state = ${'live'} do nothing`.execute(
          database.kysely,
        )
      expect((await sql`select id from once order by id`.execute(database.kysely)).rows).toEqual([{ id: 0 }, { id: 1 }])
    } finally {
      await sql`drop table once`.execute(database.kysely)
    }
  })

  it('are asked as who acts there, however the roles of transactions take turns', async () => {
    const database = open()
    for (const number of often) {
      const person = `person-${number}`
      const seen = await inTransaction(database, { person }, async tx => {
        const who = async () =>
          (
            await sql<{ role: string; person: string }>`
              select current_user as role, current_setting('ieum.person') as person where ${number} = ${number}::int`.execute(
              tx,
            )
          ).rows[0]
        return [await who(), await asWorker(tx, who), await asWorker(tx, who), await who()]
      })
      expect(seen).toEqual(['ieum_app', 'ieum_worker', 'ieum_worker', 'ieum_app'].map(role => ({ role, person })))
    }
  })

  it('are no answer where the transaction that they were asked in did not begin', async () => {
    const client = await open().pool.connect()
    try {
      const asking = async () => {
        await client.query('start transaction isolation level nonsense')
        return client.query('select 1 as one')
      }
      await expect(asking()).rejects.toThrow(/syntax error/)
      await client.query('rollback')
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    } finally {
      client.release()
    }
  })

  it('fail with what was wrong before them, where that was not waited for', async () => {
    const database = open()
    const acting = inTransaction(database, {}, async tx => {
      await sql`select set_config(${'role'}, ${'nobody_at_all'}, true)`.execute(tx)
      return sql`select 1`.execute(tx)
    })
    await expect(acting).rejects.toThrow(/nobody_at_all/)
    // And the connection is as good as before.
    await expect(inTransaction(database, {}, tx => sql`select 1 as one`.execute(tx))).resolves.toMatchObject({
      rows: [{ one: 1 }],
    })
  })
})
