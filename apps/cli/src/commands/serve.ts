/** `ieum serve`: web pages and HTTP API until the process is told to stop. */
import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import type { House, Needs } from '@ieum/server'
import { openRecords, type Settings, whyInUse } from '@ieum/server/house'
import type { OpenCatalogue, RunningCatalogue } from '@ieum/services'
import { languageOf } from '../language.ts'
import type { CommonOptions } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { timeZone, today } from '../today.ts'
import { wordsIn } from '../words/index.ts'
import { inKorean } from '../words/refusals.ts'

export interface ServeCommand extends CommonOptions {
  readonly port?: number
  readonly host?: string
  /** False with `--no-records`: nobody can sign in, and nothing is kept. */
  readonly records?: boolean
}

const builtPages = join(import.meta.dirname, '../../../web/dist')

/** Loaded only when nothing stands in the way of a start: whoever starts a second time is told at once. */
const catalogueAsked = async (options: CommonOptions): Promise<OpenCatalogue> =>
  (await import('../options.ts')).catalogueAsked(options)

const runningOf = async (catalogue: OpenCatalogue): Promise<RunningCatalogue> =>
  (await import('@ieum/services')).runningCatalogue(catalogue)

const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)

export async function serve(options: ServeCommand): Promise<0 | 1> {
  const words = wordsIn(languageOf(options.lang, process.env)).serve
  const port = options.port ?? portOf(process.env.PORT)
  const house = options.records === false ? undefined : await houseAsked(options)
  const running = house?.running ?? (await runningOf(await catalogueAsked(options)))
  const { serve: startServer, workInThreads } = await import('@ieum/server')
  const work = workInThreads(running)
  const needs: Needs = {
    catalogue: running.catalogue,
    work,
    today,
    ...(existsSync(builtPages) && { pages: builtPages }),
    report,
  }
  const close = async () => {
    await work.close()
    await house?.house.close()
  }
  const serving = await startServer(address => ({ ...needs, ...house?.house.needsAt(address, work) }), {
    port,
    host: options.host ?? process.env.HOST ?? '127.0.0.1',
  }).catch(async error => {
    await close()
    throw error
  })
  if (serving.is === 'port taken') {
    await close()
    throw new Refused(`PORT: ${serving.port} is used by another program: give another one, such as PORT=8081`)
  }
  if (serving.is === 'no such host') {
    await close()
    throw new Refused(`HOST: ${serving.host} is no address of this machine: give one, such as HOST=0.0.0.0`)
  }
  await house?.noteRun?.().catch(async error => {
    await serving.close()
    await close()
    throw error
  })
  const { address } = serving
  process.stdout.write(`${words.ready(address)}\n`)
  if (house?.house.isDemonstration) process.stdout.write(`${words.demonstration(`${address}/sign-in`)}\n`)

  // What was compiled on the way here is kept now: a server is often ended in a way that leaves no time for it.
  setTimeout(flushCompileCache, 1_000).unref()

  const stopped = new Promise<0>(stop => {
    // A terminal and whoever started this may both pass on the same signal: the second changes nothing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0))
  })
  // Without its records the house cannot go on; whoever watches over it starts it again.
  const broken = new Promise<1>(stop => {
    void house?.house.database.lost.then(error => {
      report(error)
      stop(1)
    })
  })
  const code = await Promise.race([stopped, broken])
  await serving.close()
  await close()
  return code
}

interface Opened extends Pick<Rules, 'noteRun'> {
  readonly running: RunningCatalogue
  readonly house: House
}

/** The records are opened in a thread, and while that goes on the catalogue is read. */
async function houseAsked(options: ServeCommand): Promise<Opened> {
  const settings = settingsAsked()
  const inUse = await whyInUse(settings)
  if (inUse) throw new Refused(inUse.why)
  const opening = openRecords(settings)
  // Looked at below; until then a failure is nobody's.
  opening.catch(() => undefined)
  const read = await rulesToServe(options, settings).then(
    rules => ({ rules }),
    (error: unknown) => ({ error }),
  )
  // The rest of the program too: the records are not open yet.
  const { openHouse } = await import('@ieum/server')
  const records = await opening
  if (records.is === 'refused') throw new Refused(records.why)
  if ('error' in read) {
    await records.database.close()
    throw read.error
  }
  const { catalogue, noteRun } = read.rules
  const running = await runningOf(catalogue)
  const isKorean = languageOf(options.lang, process.env) === 'ko'
  const say = (sentence: string) =>
    void process.stderr.write(`${(isKorean ? inKorean(sentence) : undefined) ?? sentence}\n`)
  const needs = { running, today, timeZone, report, showLetter, say }
  const opened = await openHouse(needs, settings, records.database, process.env).catch(async error => {
    await records.database.close()
    throw error
  })
  if (opened.is === 'refused') throw new Refused(opened.why)
  return { running, noteRun, house: opened.house }
}

interface Rules {
  readonly catalogue: OpenCatalogue
  /** Keeps that they ran here, where they have to be approved. */
  readonly noteRun?: (() => Promise<void>) | undefined
}

/** As they were approved, where the installation says who approves. */
async function rulesToServe(options: ServeCommand, { approvers, home }: Settings): Promise<Rules> {
  const catalogue = await catalogueAsked(options)
  if (!approvers) return { catalogue }
  const [{ catalogueDir }, { mustBeApproved }] = await Promise.all([import('../options.ts'), import('../approved.ts')])
  return { catalogue, noteRun: await mustBeApproved({ dir: catalogueDir(options), approvers, home }) }
}

/** Where no mail server is named: whoever started the program reads the letters. */
function showLetter({
  to,
  subject,
  text,
}: {
  readonly to: string
  readonly subject: string
  readonly text: string
}): void {
  process.stderr.write(`\n--- ${to}: ${subject}\n${text}---\n`)
}

function portOf(text: string | undefined): number {
  if (!text) return 8080
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Refused(`PORT: "${text}" is not a port: give a whole number from 0 to 65535`)
}
