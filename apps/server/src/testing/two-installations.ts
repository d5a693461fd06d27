/** Two servers that hand firms to each other: of the SME ministry, in this process on PGlite; and of the trade ministry, in a process of its own on PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Acting,
  deliverDue,
  exchangeSender,
  type FirmCapacity,
  type JWK,
  knowInstallation,
  newSigningKey,
  type OpenCatalogue,
  type PostCapacity,
  paperFetcher,
  type Signer,
  signerOf,
} from '@ieum/services'
import {
  addAgreedLink,
  addOfficer,
  consentedCase,
  firmThatCompleted,
  inTheHouse,
  koreanCatalogue,
  move,
  on,
  sealer,
} from '@ieum/services/testing'
import { type Database, openDatabase, type PaperScanner, type PaperStore, papersInFolder } from '@ieum/storage'
import { dropServerDatabase, makeServerDatabase } from '@ieum/storage/testing'
import { expect, inject } from 'vitest'
import { workHere } from '../firm-work.ts'
import { type Serving, serve } from '../serve.ts'

export interface Side {
  readonly name: 'mss' | 'motie'
  readonly needs: {
    readonly database: Database
    readonly catalogue: OpenCatalogue
    readonly signer: Signer
    readonly papers: PaperStore
  }
  baseUrl: string
}

export interface Scene {
  readonly id: string
  readonly number: string
  readonly sender: Acting<PostCapacity>
  readonly receiver: Acting<PostCapacity>
  readonly firm: Acting<FirmCapacity>
}

export const toKpic = { fromAgency: 'tipa', toAgency: 'kpic' }

export type TwoInstallations = Awaited<ReturnType<typeof openTwoInstallations>>

export async function openTwoInstallations() {
  const catalogue = await koreanCatalogue()
  const folder = mkdtempSync(join(tmpdir(), 'ieum-exchange-'))
  const databaseName = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
  const url = await makeServerDatabase(databaseName)
  const motieKey = await newSigningKey()
  const open = async (
    name: Side['name'],
    where: Parameters<typeof openDatabase>[0],
    key: JWK,
    options = {},
  ): Promise<Side> => {
    const opened = await openDatabase(where, options)
    if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
    const papers = await papersInFolder(join(folder, `papers-${name}`))
    return { name, needs: { database: opened.database, catalogue, signer: await signerOf(key), papers }, baseUrl: '' }
  }
  const mss = await open('mss', { folder: join(folder, 'mss') }, await newSigningKey(), {
    prepared: inject('homes').dump,
  })
  const motie = await open('motie', { url }, motieKey)
  let child: ChildProcess | undefined

  /** `fetches`: papers are brought in by the process itself, not when a test asks for it. */
  async function startMotie(port: number, { fetches = false } = {}): Promise<number> {
    const config = { url, port, key: motieKey, installation: 'motie', papers: join(folder, 'papers-motie'), fetches }
    child = spawn(process.execPath, [join(import.meta.dirname, 'installation-child.ts'), JSON.stringify(config)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const [line] = await once(child.stdout!, 'data')
    return Number(String(line))
  }
  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  const report = (error: Error) => process.stderr.write(`${error.stack}\n`)
  const today = () => on
  let serving: Extract<Serving, { is: 'serving' }> | undefined
  /** Again at the same port, after it was away. */
  async function startMss(port = 0): Promise<void> {
    const work = workHere(catalogue)
    const desk = { ...mss.needs, sealer, work, today, report, personOf: async () => null, installation: 'mss' }
    const started = await serve({ catalogue, work, today, report, desk }, { port, host: '127.0.0.1' })
    if (started.is !== 'serving') throw new Error(started.is)
    serving = started
    mss.baseUrl = `http://127.0.0.1:${started.port}`
  }
  await startMss()
  motie.baseUrl = `http://127.0.0.1:${await startMotie(0)}`
  for (const [here, there, agencies] of [
    [mss, motie, ['kpic', 'kiat']],
    [motie, mss, ['tipa']],
  ] as const) {
    const id = there.name
    const publicKey = bare(there.needs.signer.publicJwk)
    expect(await knowInstallation(here.needs, { id, name: id, baseUrl: there.baseUrl, publicKey, agencies })).toEqual({
      is: 'known',
      id,
    })
  }

  const later = (ahead: number) => new Date(Date.now() + ahead)

  return {
    mss,
    motie,
    startMotie,
    startMss,
    kill,
    stopMss: async () => serving?.close(),
    async close() {
      await kill()
      await serving?.close()
      await mss.needs.database.close()
      await motie.needs.database.close()
      await dropServerDatabase(databaseName)
      rmSync(folder, { recursive: true, force: true })
    },

    /** What waits at one of them goes out; as if so many milliseconds had passed. */
    deliver: (ahead = 200, side: Side = mss) =>
      deliverDue(
        {
          database: side.needs.database,
          senders: { exchange: exchangeSender({ ...side.needs, installation: side.name, today }) },
        },
        { now: later(ahead), most: 20 },
      ),

    /** Papers that wait to be fetched are. */
    fetchPapers: (
      side: Side,
      { ahead = 200, scanner }: { readonly ahead?: number; readonly scanner?: PaperScanner } = {},
    ) =>
      deliverDue(
        {
          database: side.needs.database,
          senders: { fetch: paperFetcher({ ...side.needs, installation: side.name, today, scanner }) },
        },
        { now: later(ahead), most: 20 },
      ),

    /** Sent by one side, not delivered yet. The link stands in the records of both. */
    async sentCase(
      from: Side,
      to: Side,
      agencies: { readonly fromAgency: string; readonly toAgency: string; readonly toProgramme?: string },
      {
        bring,
        firm: known,
      }: {
        /** What the firm brings and agrees to have passed. */
        readonly bring?: (firm: Acting<FirmCapacity>) => Promise<readonly string[]>
        readonly firm?: Acting<FirmCapacity>
      } = {},
    ): Promise<Scene> {
      const here = await addAgreedLink(from.needs.database, agencies)
      const there = await addAgreedLink(to.needs.database, agencies)
      await to.needs.database.pool.query('update link_agreement set link = $1 where id = $2', [
        (await from.needs.database.pool.query('select link from link_agreement where id = $1', [here.id])).rows[0].link,
        there.id,
      ])
      const sender = await addOfficer(from.needs.database, here.fromAgency, 'desk-officer')
      const receiver = await addOfficer(to.needs.database, here.toAgency, 'desk-officer')
      const firm = known ?? (await firmThatCompleted(from.needs.database, here))
      const papers = await bring?.(firm)
      // Numbers of firms are counted in this process: the two sides' must not be taken for one another.
      const { id, number } = await consentedCase(from.needs, { link: here, sender, firm, papers })
      expect(await move(from.needs, sender, id, { move: 'send' })).toMatchObject({ is: 'moved', state: 'sent' })
      return { id, number, sender, receiver, firm }
    },

    settled: (side: Side, id: string, state: string) =>
      expect.poll(() => stateAt(side, id), { timeout: 15_000, interval: 100 }).toBe(state),
  }
}

const bare = ({ kty, crv, x }: JWK) => ({ kty, crv, x })

export const stateAt = async (side: Side, id: string) =>
  (
    await inTheHouse(side.needs.database, tx =>
      tx.selectFrom('referral').select('state').where('id', '=', id).executeTakeFirst(),
    )
  )?.state
