/** The records of a server for tests, in a folder of their own. */
import { type Database, openDatabase } from '@ieum/storage'

/** Names the dump that a run of tests makes once: to migrate anew for each server would only take the same way again. */
export const migratedDump = 'IEUM_MIGRATED_DUMP'

export async function openRecords(folder: string): Promise<Database> {
  const prepared = process.env[migratedDump]
  const opened = await openDatabase({ folder }, prepared === undefined ? {} : { prepared })
  if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
  return opened.database
}
