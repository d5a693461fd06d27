import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropServerDatabase, makeServerDatabase } from '@ieum/storage/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ieum } from './run-ieum.ts'

const slow = 120_000
const [ofMotie, ofMss] = [1, 2].map(() => `ieum_${crypto.randomUUID().replaceAll('-', '')}`) as [string, string]

/** Of the trade ministry, running; and of the SME ministry, at its command line. */
let motie: { readonly environment: Record<string, string>; child?: ChildProcess; url: string }
let mss: Record<string, string>
let folder: string

async function startMotie(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'serve', '--port', '0'], {
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...motie.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  motie.child = child
  let said = ''
  motie.url = await new Promise((ready, ended) => {
    child.once('exit', code => ended(new Error(`ended with ${code}: ${said}`)))
    child.stderr!.on('data', part => {
      said += part
    })
    child.stdout!.on('data', part => {
      said += part
      const address = /ready: (\S+)\n/.exec(said)?.[1]
      if (address) ready(address)
    })
  })
}

async function stopMotie(): Promise<void> {
  if (!motie?.child || motie.child.exitCode !== null) return
  motie.child.kill('SIGTERM')
  await once(motie.child, 'exit')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ieum-installation-'))
  const home = async (name: string, database: string) => ({
    IEUM_HOME: join(folder, name),
    DATABASE_URL: await makeServerDatabase(database),
    IEUM_MODE: '',
    IEUM_INSTALLATION: name,
  })
  motie = {
    environment: await home('motie', ofMotie),
    url: '',
  }
  mss = await home('mss', ofMss)
  await ieum(['agency-admin', '--agency', 'kpic', '--email', 'kim@kpic.example'], motie.environment)
  await startMotie()
}, slow)
afterAll(async () => {
  await stopMotie()
  for (const name of [ofMotie, ofMss]) await dropServerDatabase(name)
  await rm(folder, { recursive: true, force: true })
})

const add = (...more: readonly string[]) => ieum(['installation', 'add', motie.url, ...more], mss)
const list = async () => JSON.parse((await ieum(['installation', 'list', '--json'], mss)).out)
const keyOf = async (...more: readonly string[]) =>
  JSON.parse((await ieum(['installation', 'key', '--json', ...more], motie.environment)).out)

describe('another installation', () => {
  it(
    'is known once its fingerprint was compared, and not before',
    async () => {
      const { now, next } = await keyOf()
      expect(now).toMatch(/^([0-9a-f]{4} ){9}[0-9a-f]{4}$/)
      expect(next).toBeNull()
      const first = await add()
      expect(first).toMatchObject({ code: 1, out: expect.stringContaining(now) })
      expect(first.out).toMatch(/says that it is motie\.\nagencies: kpic\n.+\nIt is not known yet\. Call them/)
      expect(await add('--fingerprint', now.replace(/^./, now.startsWith('0') ? '1' : '0'))).toMatchObject({
        code: 1,
        out: expect.stringContaining('somebody stands between you'),
      })
      expect(await list()).toEqual([])
      const typed = now.toUpperCase().replaceAll(' ', '-')
      expect(await add('--fingerprint', typed)).toMatchObject({
        code: 0,
        out: expect.stringContaining('Referrals to kpic go there from now on.'),
      })
      expect(await list()).toMatchObject([
        { id: 'motie', baseUrl: motie.url, agencies: ['kpic'], fingerprint: now, formerKeys: [], waiting: 0 },
      ])
    },
    slow,
  )

  it(
    'comes to a new key, and the old one is believed until its day',
    async () => {
      const before = await keyOf()
      const prepared = await keyOf('--prepare')
      expect(prepared).toMatchObject({ now: before.now, next: expect.stringMatching(/^[0-9a-f ]{49}$/) })
      expect(await keyOf('--prepare')).toEqual(prepared)
      // The running server says so without being told.
      expect(await add()).toMatchObject({ code: 1, out: expect.stringContaining(prepared.next) })
      expect(await add('--fingerprint', prepared.next, '--old-key-until', '2199-12-31')).toMatchObject({ code: 0 })
      expect(await list()).toMatchObject([
        { fingerprint: prepared.next, formerKeys: [{ fingerprint: before.now, until: '2199-12-31' }] },
      ])
      expect(await keyOf('--use')).toEqual({ installation: 'motie', now: prepared.next, next: null })
      await stopMotie()
      await startMotie()
      const keys = (await (await fetch(`${motie.url}/api/keys`)).json()) as { keys: object[] }
      expect(keys.keys).toHaveLength(2)
      const refused = await ieum(['installation', 'key', '--use'], motie.environment)
      expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/^--use: no key is prepared: .+\n$/) })
    },
    slow,
  )

  it(
    'is removed',
    async () => {
      expect(await ieum(['installation', 'remove', 'motie'], mss)).toMatchObject({
        code: 0,
        out: expect.stringContaining('motie is removed'),
      })
      expect(await list()).toEqual([])
      expect(await ieum(['installation', 'remove', 'motie'], mss)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^id: there is no installation "motie" known here: .+\n$/),
      })
    },
    slow,
  )

  it(
    'is refused in one line that says what would be right',
    async () => {
      const nothing = createServer((_, response) => response.writeHead(404).end())
      await new Promise<void>(ready => nothing.listen(0, '127.0.0.1', ready))
      const other = `http://127.0.0.1:${(nothing.address() as AddressInfo).port}`
      try {
        for (const [words, wrong] of [
          [[`${motie.url}/desk`], /^url: ".+" is no address of an installation: write it as .+ without a path\n$/],
          [['http://10.0.0.1'], /^url: ".+" is no address of an installation: .+https.+\n$/],
          [['https://169.254.169.254'], /^url: ".+" is no address of an installation: .+\n$/],
          [['http://127.0.0.1:1'], /^http:.+: does not answer: .+\n$/],
          [[other], /^http:.+: \/\.well-known\/ieum\.json answered 404: give the address of .+\n$/],
          [[motie.url, '--agencies', 'nobody'], /^--agencies: there is no agency "nobody": .+\n$/],
          [[motie.url, '--old-key-until', 'soon'], /^--old-key-until: "soon" is no day: .+\n$/],
        ] as const)
          expect(await ieum(['installation', 'add', ...words], mss)).toMatchObject({
            code: 2,
            err: expect.stringMatching(wrong),
          })
        expect(await ieum(['installation', 'add', motie.url], { ...mss, IEUM_INSTALLATION: 'motie' })).toMatchObject({
          code: 2,
          err: expect.stringMatching(/has the name of this installation/),
        })
      } finally {
        nothing.close()
      }
    },
    slow,
  )
})
