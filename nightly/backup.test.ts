import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, summaryOf } from '@ieum/storage'
import pg from 'pg'
import { expect, inject, it, onTestFinished } from 'vitest'
import { ensurePostgres, startPostgres } from '../scripts/postgres.ts'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, reached, seconds } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { makeScene, writeScene } from './harness/scene.ts'
import { hearNothing, startWriter } from './harness/start-writer.ts'
import { whole } from './harness/whole.ts'

const manyFirms = 1_000 * rounds({ onPush: 1, nightly: 100 })
const root = join(import.meta.dirname, '..')
const programs = ensurePostgres()
const bin = programs.is === 'found' ? programs.bin : ''

/** The commands of docs/operations.md under this name, as they stand there. */
function recipe(name: string): string {
  const found = new RegExp(`\`\`\`sh ${name}\\n([\\s\\S]*?)\`\`\``).exec(
    readFileSync(join(root, 'docs/operations.md'), 'utf8'),
  )
  if (!found) throw new Error(`docs/operations.md has no recipe ${name}`)
  return found[1]!.replaceAll('npx ieum', `"${process.execPath}" "${join(root, 'apps/cli/src/main.ts')}"`)
}

/** How many milliseconds it took. */
function follow(name: string, env: Record<string, string>): number {
  const start = performance.now()
  const path = `${bin}:${process.env.PATH}`
  const done = spawnSync('/bin/sh', ['-e', '-c', recipe(name)], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path, ...env },
  })
  expect({ status: done.status, said: done.stderr }).toEqual({ status: 0, said: '' })
  return performance.now() - start
}

/** Referrals on all the ways that they go, written by the use cases themselves. */
async function handOnFor(
  milliseconds: number,
  where: { url: string } | { folder: string },
  scene: string,
): Promise<void> {
  const heard = hearNothing()
  const writer = startWriter({ where, scene, desks: 1, checks: false }, heard)
  await writer.opened
  await new Promise(later => setTimeout(later, milliseconds))
  await writer.kill()
  expect(heard.writes).toBeGreaterThan(10)
}

async function summaries(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  const { rows } = await client.query(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  const all: Record<string, unknown> = {}
  for (const { name } of rows) all[name] = await summaryOf(client, name)
  await client.end()
  return all
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('C06 T7: a PostgreSQL that was backed up and restored as the manual says is the same, row by row', async context => {
  const { url, superuser } = await ownPostgres()
  // Another server, on which nobody knows of us.
  const other = await startPostgres({ durable: true })
  onTestFinished(() => other.stop())
  const database = await openFor(url)
  const scene = await writeScene(await makeScene(database, { firms: 12 }))
  onTestFinished(scene.remove)
  await handOnFor(3_000, { url }, scene.file)
  await database.pool.query(
    `insert into person (id, email, name) select 'more-' || n, 'more-' || n || '@example.kr', '대표 ' || n from generate_series(1, ${manyFirms}) n`,
  )
  const owner = new pg.Client(superuser)
  await owner.connect()
  await owner.query(`
    insert into firm (number, name_ko) select lpad((1000000000 + n)::text, 10, '0'), '예시기업 ' || n from generate_series(1, ${manyFirms}) n;
    insert into fact (firm_id, name, value, source, source_name, as_of, recorded_by)
      select f.id, 'employees', to_jsonb(n), 'entered', 'firm', '2026-05-01', 'more-1' from firm f, generate_series(1, 3) n`)
  await owner.end()

  const env = {
    BACKUP: join(scratch(), 'ieum.dump'),
    SUPERUSER_URL: superuser,
    NEW_SERVER_URL: other.url('postgres'),
    RESTORED_URL: other.url('ieum_restored'),
  }
  const took = follow('backup', env) + follow('restore', env)
  expect(await summaries(other.url('ieum_restored'))).toEqual(await summaries(superuser))
  // It opens for the program's own role, holds together, and goes on.
  const restored = await openFor(other.url('ieum_restored', 'ieum'))
  expect((await whole(restored)).broken).toEqual([])
  await handOnFor(2_000, { url: other.url('ieum_restored', 'ieum') }, scene.file)
  expect((await whole(restored)).broken).toEqual([])
  expect(took).toBeLessThanOrEqual(300_000)
  const files = scratch()
  const kept = {
    DATABASE_URL: other.url('ieum_restored', 'ieum'),
    TRAIL: join(files, 'accesses.jsonl'),
    CHANGES: join(files, 'changes.jsonl'),
    CHECKPOINT: join(files, 'checkpoint.json'),
  }
  follow('trail-export', kept)
  // The files are all that it needs.
  follow('trail-verify', { ...kept, DATABASE_URL: '', IEUM_HOME: join(files, 'none') })
  const lines = readFileSync(kept.TRAIL, 'utf8').trimEnd().split('\n')
  writeFileSync(kept.TRAIL, `${lines.slice(0, -1).join('\n')}\n`)
  expect(() => follow('trail-verify', kept)).toThrow()
  reached(context, {
    check: 'C06',
    rounds: 1,
    figure: `PostgreSQL with ${inWords(manyFirms)} firms: all tables equal, trails whole, backed up and restored in ${seconds(took)}`,
  })
}, 400_000)

it('C06 T7: a folder that was backed up opens again, and moves to PostgreSQL as it was', async context => {
  const home = scratch()
  const made = await openDatabase({ folder: home }, { prepared: inject('homes').dump })
  if (made.is !== 'open') throw new Error(JSON.stringify(made))
  const scene = await writeScene(await makeScene(made.database, { firms: 6 }))
  onTestFinished(scene.remove)
  await made.database.close()
  await handOnFor(3_000, { folder: home }, scene.file)

  const env = { BACKUP: join(scratch(), 'ieum.tgz'), IEUM_HOME: home, RESTORED_HOME: join(scratch(), 'home') }
  follow('folder-backup', env)
  follow('folder-restore', env)
  expect(readdirSync(env.RESTORED_HOME)).toContain('postgres')
  const { url, superuser } = await ownPostgres()
  const took = follow('move', { IEUM_HOME: env.RESTORED_HOME, DATABASE_URL: '', NEW_DATABASE_URL: url })
  const database = await openFor(url)
  expect((await whole(database)).broken).toEqual([])
  const moved = await summaries(superuser)
  const reopened = await openDatabase({ folder: home })
  if (reopened.is !== 'open') throw new Error(JSON.stringify(reopened))
  onTestFinished(() => reopened.database.close())
  await reopened.database.pool.query(`set timezone = 'UTC'`)
  for (const table of Object.keys(moved))
    if (table !== 'migrations')
      expect([table, await summaryOf(reopened.database.pool, table)]).toEqual([table, moved[table]])
  await handOnFor(2_000, { url }, scene.file)
  expect((await whole(database)).broken).toEqual([])
  reached(context, {
    check: 'C06',
    rounds: 1,
    figure: `folder to PostgreSQL: all tables equal, trails whole, in ${seconds(took)}`,
  })
}, 200_000)
