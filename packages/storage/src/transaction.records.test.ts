import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from './open-database.ts'
import { describeInBothHomes } from './testing/homes.ts'
import { inTransaction } from './transaction.ts'

const notes = `
  create table notes (id int generated always as identity primary key, owner text not null, count int not null default 0);
  alter table notes enable row level security;
  alter table notes force row level security;
  create policy own on notes to ieum_app using (owner = current_setting('ieum.person', true));
  create policy server on notes to current_user using (true);
  grant select, insert, update on notes to ieum_app;`

describeInBothHomes('a transaction on behalf of somebody', open => {
  let database: Database
  beforeAll(async () => {
    database = open()
    await sql.raw(notes).execute(database.kysely)
  })
  beforeEach(() => sql`insert into notes (owner) values ('kim'), ('lee')`.execute(database.kysely))

  const kim = { person: 'kim', capacity: 'officer' }
  const who = sql<{ role: string; person: string | null; capacity: string | null }>`
    select current_user as role, nullif(current_setting('ieum.person', true), '') as person,
      nullif(current_setting('ieum.capacity', true), '') as capacity`

  it('runs as a role that is neither superuser nor above row-level security, and owns nothing', async () => {
    const { rows } = await inTransaction(database, kim, transaction =>
      sql`select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
            (select count(*) from pg_class where relowner = pg_roles.oid) as owned
          from pg_roles where rolname = current_user`.execute(transaction),
    )
    expect(rows).toEqual([
      {
        rolname: 'ieum_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
      },
    ])
  })

  it('tells policies who it is for, until it ends', async () => {
    const during = await inTransaction(database, kim, transaction => who.execute(transaction))
    expect(during.rows).toEqual([{ role: 'ieum_app', ...kim }])
    const { rows } = await who.execute(database.kysely)
    expect(rows).toEqual([{ role: expect.not.stringMatching('ieum_app'), person: null, capacity: null }])
  })

  it.each([
    ['kim', ['kim']],
    ['lee', ['lee']],
    ['park', []],
  ])('shows %s only what policies allow', async (person, seen) => {
    const { rows } = await inTransaction(database, { person }, transaction =>
      sql<{ owner: string }>`select owner from notes`.execute(transaction),
    )
    expect(rows.map(({ owner }) => owner)).toEqual(seen)
  })

  it('shows nothing to nobody', async () => {
    const { rows } = await inTransaction(database, {}, transaction => sql`select owner from notes`.execute(transaction))
    expect(rows).toEqual([])
  })

  it('takes no setting that is not one of ours', async () => {
    const work = () => Promise.resolve('done')
    await expect(inTransaction(database, { 'role.x': 'postgres' }, work)).rejects.toThrow('no name of a setting')
    expect(await inTransaction(database, {}, work)).toBe('done')
  })

  it('leaves nothing behind when its work throws', async () => {
    const failed = inTransaction(database, kim, async transaction => {
      await sql`insert into notes (owner) values ('kim')`.execute(transaction)
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect((await sql`select count(*) as notes from notes`.execute(database.kysely)).rows).toEqual([{ notes: 2 }])
  })

  it('that only reads cannot write', async () => {
    const write = inTransaction(
      database,
      kim,
      transaction => sql`insert into notes (owner) values ('kim')`.execute(transaction),
      { readOnly: true },
    )
    await expect(write).rejects.toThrow('read-only transaction')
  })

  const fail = (code: string) => sql.raw(`do $$ begin raise exception 'once more' using errcode = '${code}'; end $$`)

  it.each(['40001', '40P01'])('is tried again after %s, five times at most', async code => {
    let tries = 0
    const answer = await inTransaction(database, kim, async transaction => {
      tries += 1
      await sql`insert into notes (owner) values ('kim')`.execute(transaction)
      if (tries < 3) await fail(code).execute(transaction)
      return tries
    })
    expect(answer).toBe(3)
    expect((await sql`select count(*) as notes from notes`.execute(database.kysely)).rows).toEqual([{ notes: 3 }])

    tries = 0
    const hopeless = inTransaction(database, kim, async transaction => {
      tries += 1
      await fail(code).execute(transaction)
    })
    await expect(hopeless).rejects.toMatchObject({ code })
    expect(tries).toBe(5)
  })

  it('is not tried again after anything else', async () => {
    let tries = 0
    const failed = inTransaction(database, kim, async transaction => {
      tries += 1
      await fail('23505').execute(transaction)
    })
    await expect(failed).rejects.toMatchObject({ code: '23505' })
    expect(tries).toBe(1)
  })

  it('loses no update to another that runs at the same time', async () => {
    const addOne = () =>
      inTransaction(
        database,
        kim,
        async transaction => {
          const { rows } = await sql<{ count: number }>`select count from notes`.execute(transaction)
          await sql`update notes set count = ${rows[0]!.count + 1}`.execute(transaction)
        },
        { isolation: 'serializable' },
      )
    await Promise.all([addOne(), addOne(), addOne()])
    expect((await sql`select count from notes where owner = 'kim'`.execute(database.kysely)).rows).toEqual([
      { count: 3 },
    ])
  })
})
