import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, inject, it } from 'vitest'
import type { Opened } from './open-database.ts'
import { describeInEmptyHomes } from './testing/empty-homes.ts'
import { migrationFolder } from './testing/migration-folder.ts'
import { startWriter } from './testing/start-writer.ts'

const people = { '0001-people': 'create table people (id int primary key); insert into people values (1);' }
const posts = { '0002-posts': 'create table posts (id int primary key references people);' }

function opened(outcome: Opened) {
  if (outcome.is !== 'open') throw new Error(JSON.stringify(outcome))
  return outcome.database
}

async function tablesOf(outcome: Opened): Promise<unknown[]> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(opened(outcome).kysely)
  return rows.map(({ name }) => name)
}

describeInEmptyHomes('migrations', makePlace => {
  it('are applied in order, each once', async () => {
    const { open } = await makePlace()
    const first = await open({ migrations: migrationFolder(people) })
    expect(await tablesOf(first)).toEqual(['migrations', 'people'])
    await opened(first).close()

    const second = await open({ migrations: migrationFolder({ ...people, ...posts }) })
    expect(await tablesOf(second)).toEqual(['migrations', 'people', 'posts'])
    await opened(second).close()

    const third = await open({ migrations: migrationFolder({ ...people, ...posts }) })
    expect((await sql`select id from people`.execute(opened(third).kysely)).rows).toEqual([{ id: 1 }])
  })

  it('refuse a database that is newer than the program', async () => {
    const { open } = await makePlace()
    await opened(await open({ migrations: migrationFolder({ ...people, ...posts }) })).close()
    expect(await open({ migrations: migrationFolder(people) })).toEqual({
      is: 'newer',
      has: '0002-posts',
      knows: '0001-people',
    })
  })

  it('refuse a migration that was edited after it landed', async () => {
    const { open } = await makePlace()
    await opened(await open({ migrations: migrationFolder(people) })).close()
    expect(await open({ migrations: migrationFolder({ '0001-people': 'create table people (id bigint);' }) })).toEqual({
      is: 'not migrated',
      why: '0001-people: was changed after it was applied to this database; restore it, and write a new migration instead',
    })
  })

  it('do not mind the line ends of another system', async () => {
    const { open } = await makePlace()
    const lines = 'create table people (\n  id int\n);\n'
    await opened(await open({ migrations: migrationFolder({ '0001-people': lines }) })).close()
    const again = await open({ migrations: migrationFolder({ '0001-people': lines.replaceAll('\n', '\r\n') }) })
    expect(again.is).toBe('open')
  })

  it('refuse a migration that comes before one that was applied, and one whose file is gone', async () => {
    const { open } = await makePlace()
    const folder = migrationFolder({ ...people, '0003-links': 'create table links (id int);' })
    await opened(await open({ migrations: folder })).close()

    migrationFolder(posts, folder)
    expect(await open({ migrations: folder })).toMatchObject({
      is: 'not migrated',
      why: '0002-posts: comes before 0003-links, which was applied already; give it a later number',
    })
    rmSync(join(folder, '0002-posts.sql'))
    rmSync(join(folder, '0001-people.sql'))
    expect(await open({ migrations: folder })).toMatchObject({
      is: 'not migrated',
      why: '0001-people: was applied to this database, and its file is gone',
    })
  })

  it('that are killed half way, again and again, go on from where each was whole', async () => {
    const steps = Array.from({ length: 8 }, (_, index) => `step_${index + 1}`)
    const migrations = migrationFolder(
      Object.fromEntries(
        steps.map((step, index): [string, string] => [
          `000${index + 1}-step`,
          `create table ${step} as select generate_series(1, 20000) as id; create index on ${step} (id);`,
        ]),
      ),
    )
    const { where, open } = await makePlace()
    for (const pause of [0, 100, 200]) {
      const writer = startWriter({ where, migrations, prepared: inject('homes').emptyDump })
      await wait(450 + pause)
      await writer.kill()
    }
    const last = await open({ migrations })
    expect(await tablesOf(last)).toEqual(['migrations', ...steps])
    for (const step of steps) {
      const { rows } = await sql`select count(*) as rows from ${sql.table(step)}`.execute(opened(last).kysely)
      expect(rows).toEqual([{ rows: 20_000 }])
    }
  })

  it('leave the schema before a migration that fails half way', async () => {
    const { open } = await makePlace()
    const half = 'create table posts (id int); insert into posts values (1); select 1 / 0;'
    expect(await open({ migrations: migrationFolder({ ...people, '0002-posts': half }) })).toEqual({
      is: 'not migrated',
      why: '0002-posts: division by zero',
    })
    expect(await tablesOf(await open({ migrations: migrationFolder(people) }))).toEqual(['migrations', 'people'])
  })

  it('leave the schema before a migration that cannot be recorded', async () => {
    const { open } = await makePlace()
    const recorded = `create table posts (id int); insert into migrations values (2, 'mine', '');`
    expect(await open({ migrations: migrationFolder({ ...people, '0002-posts': recorded }) })).toEqual({
      is: 'not migrated',
      why: '0002-posts: duplicate key value violates unique constraint "migrations_pkey"',
    })
    expect(await tablesOf(await open({ migrations: migrationFolder(people) }))).toEqual(['migrations', 'people'])
  })
})
