/** Databases without any table, one in each home, for tests that bring migrations of their own. */
import { describe, inject, onTestFinished } from 'vitest'
import { type Opened, type OpenOptions, openDatabase } from '../open-database.ts'
import { dropServerDatabase, makeServerDatabase } from './homes.ts'
import { scratchFolder } from './migration-folder.ts'

/** Opens the place again each time it is called; what is open is closed when the test ends. */
export type OpenEmpty = (options: OpenOptions) => Promise<Opened>

/** The suite gets a function that makes a new, empty place. */
export function describeInEmptyHomes(title: string, suite: (makePlace: () => Promise<OpenEmpty>) => void): void {
  describe(`${title} (PGlite)`, () => {
    suite(async () => {
      const folder = scratchFolder()
      return options => openUntilTestEnds({ folder }, { prepared: inject('homes').emptyDump, ...options })
    })
  })
  describe(`${title} (PostgreSQL)`, () => {
    suite(async () => {
      const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
      const url = await makeServerDatabase(name, 'empty')
      onTestFinished(() => dropServerDatabase(name))
      return options => openUntilTestEnds({ url }, options)
    })
  })
}

async function openUntilTestEnds(where: Parameters<typeof openDatabase>[0], options: OpenOptions): Promise<Opened> {
  const opened = await openDatabase(where, options)
  if (opened.is === 'open') onTestFinished(() => opened.database.close())
  return opened
}
