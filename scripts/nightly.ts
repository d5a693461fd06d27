/**
 * `npm run test:nightly`: all rounds of what is tried again and again, and the load; about an hour and a half on two cores with nothing else
 * running. Writes what was reached to docs/nightly.json and docs/trust.md. `IEUM_ROUNDS=20` does at most 20 rounds (or seconds) of each;
 * words behind the command choose files: `npm run test:nightly -- load`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Reached } from '../nightly/harness/reached.ts'
import { ensurePostgres } from './postgres.ts'
import { root } from './steps.ts'
import { type Figure, type Night, nightFile, trustPage } from './trust/page.ts'

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
      readonly meta?: { readonly reached?: readonly Reached[] }
    }[]
  }[]
}

const chosen = process.argv.slice(2)
const day = new Date().toISOString().slice(0, 10)
const taken = runNightly()
  .testResults.flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'passed' || status === 'failed')
const reached = taken.flatMap(({ fullName: title, status, failureMessages, meta }): Figure[] => {
  const told = meta?.reached ?? []
  if (status === 'passed') return told.map(one => ({ ...one, title, held: true, day }))
  const check = told[0]?.check ?? /\bC\d\d\b/.exec(title)?.[0] ?? '?'
  const figure = told[0]?.figure ?? firstLine(failureMessages[0] ?? 'it failed')
  return [{ check, title, held: false, rounds: told[0]?.rounds ?? 0, figure, day }]
})

// Those that were not asked for keep the figures that they had.
const before = existsSync(nightFile) ? (JSON.parse(readFileSync(nightFile, 'utf8')) as Night).reached : []
const again = new Set(reached.map(({ title }) => title))
const kept = chosen.length > 0 ? before.filter(({ title }) => !again.has(title)) : []
const night: Night = {
  machine: `${cpus()[0]?.model ?? 'Unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  versions: `Node ${process.versions.node}, ${postgresVersion()}, PGlite ${versionOf('@electric-sql/pglite')}`,
  reached: [...kept, ...reached].sort((a, b) => (a.check + a.title < b.check + b.title ? -1 : 1)),
}
writeFileSync(nightFile, `${JSON.stringify(night, null, 2)}\n`)
writeFileSync(join(root, 'docs/trust.md'), trustPage())

const passed = taken.filter(({ status }) => status === 'passed').length
for (const { check, held, rounds, figure } of reached)
  process.stdout.write(`${check} ${held ? 'holds' : 'FAILS'} (${rounds}): ${figure}\n`)
process.stdout.write(`\n${passed} passed, ${taken.length - passed} failed\n`)
process.exitCode = passed > 0 && passed === taken.length ? 0 : 1

/** One file at a time: what is measured has the machine to itself. */
function runNightly(): Report {
  const scratch = mkdtempSync(join(tmpdir(), 'ieum-nightly-'))
  const file = join(scratch, 'report.json')
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'nightly', '--no-file-parallelism']
  const report = ['--reporter=default', '--reporter=json', `--outputFile=${file}`]
  spawnSync(process.execPath, [...vitest, ...report, ...chosen], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const read = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : { testResults: [] }
  rmSync(scratch, { recursive: true, force: true })
  return read
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replaceAll('|', '/').slice(0, 200)
}

function postgresVersion(): string {
  const found = ensurePostgres()
  if (found.is === 'missing') return 'no PostgreSQL'
  const said = spawnSync(join(found.bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout
  return said.replace('postgres (PostgreSQL)', 'PostgreSQL').trim()
}

function versionOf(name: string): string {
  const read = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  return (read as { version: string }).version
}
