/** An installation in a process of its own, which can be killed: `node installation-child.ts CONFIG`, with CONFIG as JSON. */
import { exchangeSender, paperFetcher, signerOf } from '@ieum/services'
import { koreanCatalogue, on } from '@ieum/services/testing'
import { openDatabase, papersInFolder } from '@ieum/storage'
import { workHere } from '../firm-work.ts'
import { startDeliveries } from '../house/start-deliveries.ts'
import { serve } from '../serve.ts'

const { url, port, key, installation, papers: folder, fetches } = JSON.parse(process.argv[2] ?? '{}')
const opened = await openDatabase({ url })
if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
const { database } = opened
const catalogue = await koreanCatalogue()
const signer = await signerOf(key)
const papers = await papersInFolder(folder)
const report = (error: Error) => process.stderr.write(`${error.stack}\n`)
const shared = { catalogue, work: workHere(catalogue), today: () => on, report }
const serving = await serve(
  {
    ...shared,
    desk: { ...shared, database, papers, personOf: async () => null, signer, installation },
  },
  { port, host: '127.0.0.1' },
)
if (serving.is !== 'serving') throw new Error(serving.is)
const say = () => undefined
const needs = { database, signer, installation, papers, today: shared.today }
startDeliveries({ database, senders: { exchange: exchangeSender(needs) }, report, say })
if (fetches) startDeliveries({ database, senders: { fetch: paperFetcher(needs) }, report, say })
// No longer than whoever started it.
process.stdin.resume().on('end', () => process.exit())
process.stdout.write(`${serving.port}\n`)
