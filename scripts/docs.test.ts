import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openDatabase } from '@ieum/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './steps.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]

/** Commands in back quotes that begin with `npx ieum`; the server is started by tests of its own. */
const commandsIn = (text: string): string[] =>
  unique([...text.matchAll(/`npx (ieum [^`]+)`/g)].map(found => found[1]!)).filter(
    command => !command.startsWith('ieum serve') && !command.includes('…'),
  )

const documents = [
  'README.md',
  'README.ko.md',
  'CONTRIBUTING.md',
  'docs/catalogue.md',
  'docs/adr/README.md',
  'docs/examples.md',
  'docs/feel.md',
  'docs/benchmarks.md',
  'docs/dependencies.md',
  'docs/operations.md',
  'docs/papers.md',
  'docs/exchange.md',
  'docs/open-record.md',
  'docs/trust.md',
  'docs/contracts.md',
  'docs/importing.md',
  'docs/referral-moves.md',
  'docs/agreement-moves.md',
  'docs/council-moves.md',
]

describe('the documents', () => {
  const home = mkdtempSync(join(tmpdir(), 'ieum-docs-'))
  // Commands of the desk want records that are there.
  beforeAll(async () => {
    const opened = await openDatabase({ folder: home })
    if (opened.is === 'open') await opened.database.close()
  }, 60_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it.each(commandsIn(read('README.md')))('show a command that runs: %s', command => {
    const [, ...words] = command.split(' ')
    const ran = spawnSync(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...words], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, IEUM_HOME: home, DATABASE_URL: '' },
    })
    expect({ status: ran.status, error: ran.stderr }).toEqual({ status: 0, error: '' })
    expect(ran.stdout.length).toBeGreaterThan(30)
  })

  it('show the same commands in Korean and English', () => {
    expect(commandsIn(read('README.ko.md'))).toEqual(commandsIn(read('README.md')))
  })

  it.each(documents)('%s links only to what is there', path => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(found => found[1]!)
    expect(links.filter(link => !existsSync(join(root, dirname(path), link)))).toEqual([])
  })
})
