/** `ieum serve`: web pages and HTTP API until the process is told to stop. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type House, type Needs, openHouse, openRecords, serve as startServer, workInThreads } from '@ieum/server'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export interface ServeCommand extends CommonOptions {
  readonly port?: number
  readonly host?: string
  /** False with `--no-records`: nobody can sign in, and nothing is kept. */
  readonly records?: boolean
}

const builtPages = join(import.meta.dirname, '../../../web/dist')

const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)

export async function serve(options: ServeCommand): Promise<0 | 1> {
  const words = wordsIn(language(options)).serve
  const port = options.port ?? portOf(process.env.PORT)
  const house = options.records === false ? undefined : await houseAsked(options)
  const catalogue = house?.catalogue ?? (await catalogueAsked(options))
  const work = workInThreads(catalogue)
  const needs: Needs = { catalogue, work, today, ...(existsSync(builtPages) && { pages: builtPages }), report }
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
  const { address } = serving
  process.stdout.write(`${words.ready(address)}\n`)
  if (house?.house.isDemonstration) process.stdout.write(`${words.demonstration(`${address}/sign-in`)}\n`)

  const stopped = new Promise<0>(stop => {
    // A terminal and whoever started this may both pass on the same signal: the second changes nothing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0))
  })
  const broke = house?.house.database.lost.then(error => {
    report(error)
    return 1 as const
  })
  const code = await (broke ? Promise.race([stopped, broke]) : stopped)
  await serving.close()
  await close()
  return code
}

/** The records first: whoever starts a second time is told at once, not after the catalogue has been read. */
async function houseAsked(options: ServeCommand) {
  const settings = settingsAsked()
  const records = await openRecords(settings)
  if (records.is === 'refused') throw new Refused(records.why)
  try {
    const catalogue = await catalogueAsked(options)
    const showLetter: Parameters<typeof openHouse>[0]['showLetter'] = ({ to, subject, text }) => {
      process.stderr.write(`\n--- ${to}: ${subject}\n${text}---\n`)
    }
    const opened = await openHouse({ catalogue, today, report, showLetter }, settings, records.database, process.env)
    if (opened.is === 'refused') throw new Refused(opened.why)
    return { catalogue, house: opened.house satisfies House }
  } catch (error) {
    await records.database.close()
    throw error
  }
}

function portOf(text: string | undefined): number {
  if (!text) return 8080
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Refused(`PORT: "${text}" is not a port: give a whole number from 0 to 65535`)
}
