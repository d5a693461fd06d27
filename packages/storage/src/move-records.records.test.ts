import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { moveRecords, summaryOf } from './move-records.ts'
import { type Database, openDatabase, openEmbedded } from './open-database.ts'
import { dropServerDatabase, makeServerDatabase, superuserOf } from './testing/homes.ts'

async function house(): Promise<Database> {
  const opened = await openEmbedded({ prepared: inject('homes').dump }, {})
  if (opened.is !== 'open') throw new Error(opened.is)
  onTestFinished(() => opened.database.close())
  return opened.database
}

async function newServer(): Promise<{ database: Database; name: string }> {
  const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
  const url = await makeServerDatabase(name)
  onTestFinished(() => dropServerDatabase(name))
  const opened = await openDatabase({ url })
  if (opened.is !== 'open') throw new Error(opened.is)
  onTestFinished(() => opened.database.close())
  return { database: opened.database, name }
}

/** Values that a careless carrier would change. */
const strange = `
  insert into person (id, email, name) select 'p' || n, 'p' || n || '@example.kr', E'이름 "따옴표", \\\\ (괄호)\\n' || n from generate_series(1, 3000) n;
  insert into firm (id, number, name_ko) values ('7d0f1e0c-3b8e-4d5a-9d42-0d8a3f1b2c4d', '1234567890', '');
  insert into fact (firm_id, name, value, source, source_name, as_of, recorded_at, recorded_by)
    values ('7d0f1e0c-3b8e-4d5a-9d42-0d8a3f1b2c4d', 'null', 'null', 'entered', 'firm', '2026-02-28', '2026-05-01T09:00:00.123456+09', 'p1'),
           ('7d0f1e0c-3b8e-4d5a-9d42-0d8a3f1b2c4d', 'big', '123456789012345678901234567890.1', 'entered', 'firm', '0001-01-01', now(), 'p1');
  insert into audit_entry (lane, person_id, operation, subject, detail) select 'tipa', 'p' || n, 'x', 'y', '{"a": [1, null]}' from generate_series(1, 50) n`

describe('records that are moved from a folder to a server', () => {
  it('C06: are all there, as they were, behind the same walls', async () => {
    const from = await house()
    await from.pool.query(strange)
    const { database: to, name } = await newServer()
    const moved = await moveRecords(from, to)
    if (moved.is !== 'moved') throw new Error(moved.is)
    const rowsIn = Object.fromEntries(moved.tables.map(({ table, rows }) => [table, rows]))
    expect(rowsIn).toMatchObject({ person: 3000, firm: 1, fact: 2, audit_entry: 50, trail_head: 1, referral: 0 })

    const superuser = await superuserOf(name)
    onTestFinished(() => superuser.end())
    await superuser.query(`set timezone = 'UTC'`)
    for (const { table } of moved.tables)
      expect(await summaryOf(superuser, table)).toEqual(await summaryOf(from.pool, table))
    const wallsOf = async (client: Pick<typeof superuser, 'query'>) =>
      (
        await client.query(`select
          (select count(*)::int from pg_class where relforcerowsecurity) as walled,
          (select count(*)::int from pg_constraint where contype = 'f' and convalidated) as referring,
          (select count(*)::int from pg_trigger where tgenabled = 'O' and not tgisinternal) as triggers`)
      ).rows[0]
    expect(await wallsOf(superuser)).toEqual(await wallsOf(from.pool))
    // The chain goes on where it ended.
    await superuser.query(`insert into audit_entry (lane, operation, subject) values ('tipa', 'x', 'y')`)
    expect((await superuser.query('select max(seq)::int as last from audit_entry')).rows).toEqual([{ last: 51 }])
  })

  it('are not mixed with what is there', async () => {
    const { database: to } = await newServer()
    await to.pool.query(`insert into person (id, email, name) values ('p', 'p@example.kr', 'p')`)
    expect(await moveRecords(await house(), to)).toEqual({ is: 'not empty', table: 'person' })
  })

  it('leave nothing behind when one of them cannot be right', async () => {
    const from = await house()
    await from.pool.query(`set session_replication_role = replica;
      insert into firm_member (firm_id, person_id, kind) values (gen_random_uuid(), 'nobody', 'member');
      set session_replication_role = origin`)
    const { database: to } = await newServer()
    await expect(moveRecords(from, to)).rejects.toThrow(/foreign key/)
    expect(await moveRecords(await house(), to)).toMatchObject({ is: 'moved' })
  })
})
