/** A site with a council of which much is open, some opens on a day and some never; the day is turned by the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, workHere } from '@ieum/server'
import { newSigningKey, sealerOf, signerOf } from '@ieum/services'
import { addHalfOpenCouncil, type HalfOpenCouncil, koreanCatalogue, opening } from '@ieum/services/testing'
import { papersInFolder } from '@ieum/storage'
import { expect, test } from 'vitest'
import { openRecords } from './records.ts'
import { root } from './site.ts'
import type { Visitor, VisitorTraits } from './visitor.ts'
import { visitorsOf } from './visitors.ts'

export interface OpenRecordSite {
  readonly address: string
  readonly council: HalfOpenCouncil
  readonly turnTo: (day: string) => void
}

async function startRecord(): Promise<OpenRecordSite & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-open-record-'))
  const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)
  const catalogue = await koreanCatalogue()
  const database = await openRecords(folder)
  const council = await addHalfOpenCouncil(database)
  let day: string = opening.before
  const work = workHere(catalogue)
  const shared = { catalogue, work, today: () => day, report }
  const desk = {
    ...shared,
    database,
    timeZone: 'Asia/Seoul',
    papers: await papersInFolder(join(folder, 'papers')),
    signer: await signerOf(await newSigningKey()),
    sealer: sealerOf('a secret of more than thirty-two signs'),
    personOf: async () => null,
  }
  const serving = await serve(publicUrl => ({ ...shared, publicUrl, pages: join(root, 'apps/web/dist'), desk }), {
    port: 0,
    host: '127.0.0.1',
  })
  if (serving.is !== 'serving') throw new Error(serving.is)
  return {
    address: serving.address,
    council,
    turnTo: to => {
      day = to
    },
    async close() {
      await serving.close()
      await work.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs off its first argument
  .extend('record', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { close, ...record } = await startRecord()
    onCleanup(close)
    return record as OpenRecordSite
  })
  .extend('visits', async ({ record, task }, { onCleanup }) => {
    const comes = visitorsOf(task, onCleanup)
    return async (traits?: VisitorTraits): Promise<Visitor> => {
      record.turnTo(opening.before)
      return comes(record.address, traits)
    }
  })

// It is set up before the first test's own time runs.
it.beforeAll(({ record }) => expect(record.address).toContain('http'), 120_000)
