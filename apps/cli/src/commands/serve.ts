/** `ieum serve`: web pages and HTTP API until the process is told to stop. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve as startServer, workInThreads } from '@ieum/server'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export interface ServeCommand extends CommonOptions {
  readonly port?: number
  readonly host?: string
}

const builtPages = join(import.meta.dirname, '../../../web/dist')

export async function serve(options: ServeCommand): Promise<0> {
  const words = wordsIn(language(options)).serve
  const catalogue = await catalogueAsked(options)
  const work = workInThreads(catalogue)
  const serving = await startServer(
    {
      catalogue,
      work,
      today,
      ...(existsSync(builtPages) && { pages: builtPages }),
      report: error => process.stderr.write(`${error.stack ?? error.message}\n`),
    },
    { port: options.port ?? portOf(process.env.PORT), host: options.host ?? process.env.HOST ?? '127.0.0.1' },
  )
  if (serving.is === 'port taken') {
    await work.close()
    throw new Refused(`PORT: ${serving.port} is used by another program: give another one, such as PORT=8081`)
  }
  if (serving.is === 'no such host') {
    await work.close()
    throw new Refused(`HOST: ${serving.host} is no address of this machine: give one, such as HOST=0.0.0.0`)
  }
  process.stdout.write(`${words.ready(`http://localhost:${serving.port}`)}\n`)

  await new Promise<void>(stop => {
    // A terminal and whoever started this may both pass on the same signal: the second changes nothing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop())
  })
  await serving.close()
  await work.close()
  return 0
}

function portOf(text: string | undefined): number {
  if (!text) return 8080
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Refused(`PORT: "${text}" is not a port: give a whole number from 0 to 65535`)
}
