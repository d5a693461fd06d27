/** Runs once before the first of the records tests: one PostgreSQL, and a migrated copy of each home to start from. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareHomes } from '@ieum/storage/testing/prepare'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'ieum-homes-'))
  const postgres = await startPostgres()
  const stop = async () => {
    await postgres.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
  try {
    project.provide('homes', await prepareHomes({ folder: scratch, url: postgres.url }))
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
