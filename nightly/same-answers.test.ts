import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { inWords, reached } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'

const root = join(import.meta.dirname, '..')
const catalogue = join(root, 'catalogue/kr')
const firms = readdirSync(join(root, 'examples/firms')).sort()
const times = rounds({ onPush: 1, nightly: firms.length })
const on = '2026-06-01'
const programme = 'motie-root-intelligent-process'

/** Its files put down in the opposite order, on a disk where a folder is read as it was written. */
function writtenBackwards(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-same-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const files = readdirSync(catalogue, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  for (const { parentPath, name } of files.reverse()) {
    const to = join(folder, parentPath.slice(catalogue.length), name)
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(join(parentPath, name), to)
  }
  return folder
}

function answer(words: readonly string[], env: Record<string, string>): string {
  const ran = spawnSync(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...words, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 100_000_000,
  })
  expect([ran.status, ran.stderr]).toEqual([0, ''])
  return ran.stdout
}

it(
  'C28: the same facts, rules and day are answered alike, byte by byte, in every process, time zone, language and order of files',
  context => {
    const backwards = writtenBackwards()
    const circumstances = [
      { env: { TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: '' }, from: catalogue },
      { env: { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: '' }, from: catalogue },
      { env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: '' }, from: backwards },
      { env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: '' }, from: backwards },
    ]
    let bytes = 0
    for (const firm of firms.slice(0, times)) {
      const about = ['--firm', join(root, 'examples/firms', firm), '--on', on]
      const questions = [
        ['match', ...about],
        ['match', '--editions', 'all', ...about],
        ['plan', '--via', 'equipment,export', ...about],
        ['explain', ...about, programme],
      ]
      for (const question of questions) {
        const [first, ...others] = circumstances.map(({ env, from }) => answer([...question, '--catalogue', from], env))
        expect(first!.length).toBeGreaterThan(100)
        for (const other of others) expect([question[0], firm, other === first]).toEqual([question[0], firm, true])
        bytes += first!.length
      }
    }
    reached(context, {
      check: 'C28',
      rounds: times,
      figure: `${times * 4} answers (match, plan, explain) of ${inWords(bytes)} bytes, each from ${circumstances.length} processes in 4 time zones, with 2 orders of files: all alike`,
    })
  },
  60_000 + times * 240_000,
)
