/** A process with the whole house as someone tries it: the demonstration with its council, on the day of the desk. Says where it is as one line of JSON. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse, serve, workHere } from '@ieum/server'
import { runningCatalogue } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { day } from './desk-day.ts'
import { openRecords } from './records.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ieum-demonstration-'))
const today = () => day
const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)

const running = runningCatalogue(await koreanCatalogue())
const { catalogue } = running
const database = await openRecords(folder)
const work = workHere(catalogue)
const inHouse = await openHouse(
  { running, today, timeZone: 'Asia/Seoul', report, showLetter: () => undefined, say: () => undefined },
  { isProduction: false, home: folder, where: { folder }, trustedProxies: [], oidc: [], allowLocalHooks: false },
  database,
  { IEUM_SECRET: 'a secret of more than thirty-two signs' },
)
if (inHouse.is !== 'open') throw new Error(inHouse.why)
const { house } = inHouse
const serving = await serve(
  address => ({
    catalogue,
    work,
    today,
    report,
    pages: join(root, 'apps/web/dist'),
    ...house.needsAt(address, work),
  }),
  { port: 0, host: '127.0.0.1' },
)
if (serving.is !== 'serving') throw new Error(serving.is)
process.stdout.write(`${JSON.stringify({ address: serving.address })}\n`)

process.on('SIGTERM', async () => {
  await serving.close()
  await work.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
