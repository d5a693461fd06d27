/** A process with a server, records of its own and a small world in them; says on its output where it is and who is in it, as one line of JSON. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSignIn, serve, workHere } from '@ieum/server'
import { newSigningKey, openCatalogue, sealerOf, signerOf } from '@ieum/services'
import { openDatabase, papersInFolder } from '@ieum/storage'
import { day } from './desk-day.ts'
import { makeWorld } from './desk-world.ts'
import { makeFirmWorld } from './firm-world.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ieum-desk-'))
const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)

const opening = await openCatalogue(join(root, 'catalogue/kr'))
if (opening.is !== 'open') throw new Error('the catalogue has faults: ieum check')
const { catalogue } = opening
const opened = await openDatabase({ folder })
if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
const { database } = opened
const signer = await signerOf(await newSigningKey())
const papers = await papersInFolder(join(folder, 'papers'))
const work = workHere(catalogue)
const secret = 'a secret of more than thirty-two signs'

const signInAt = (baseUrl: string) =>
  createSignIn({
    kysely: database.kysely,
    secret,
    baseUrl,
    mail: async () => undefined,
    demonstration: true,
    report,
  })
const serving = await serve(
  address => {
    const signIn = signInAt(address)
    return {
      catalogue,
      work,
      today: () => day,
      report,
      pages: join(root, 'apps/web/dist'),
      signIn,
      desk: {
        catalogue,
        work,
        database,
        papers,
        signer,
        sealer: sealerOf(secret),
        today: () => day,
        report,
        personOf: headers => signIn.personOf(headers),
        origins: signIn.origins,
      },
    }
  },
  { port: 0, host: '127.0.0.1' },
)
if (serving.is !== 'serving') throw new Error(serving.is)
const signIn = signInAt(serving.address)
const world = await makeWorld({ database, catalogue, signer, papers }, signIn, serving.address)
const firms = await makeFirmWorld({ database, catalogue, signer, papers }, { signIn, address: serving.address, world })
process.stdout.write(`${JSON.stringify({ address: serving.address, world, firms })}\n`)

process.on('SIGTERM', async () => {
  await serving.close()
  await work.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
