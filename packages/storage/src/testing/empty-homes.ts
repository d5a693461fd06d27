/** Databases without any table, one in each home, for tests that bring migrations of their own. */
import { describe, inject, onTestFinished } from 'vitest'
import { type Opened, type OpenOptions, openDatabase, type Where } from '../open-database.ts'
import { dropServerDatabase, makeServerDatabase } from './homes.ts'
import { scratchFolder } from './migration-folder.ts'

export interface Place {
  readonly where: Where
  /** May be called again and again; what is open is closed when the test ends. */
  open(options: OpenOptions): Promise<Opened>
}

/** The suite gets a function that makes a new, empty place. */
export function describeInEmptyHomes(title: string, suite: (makePlace: () => Promise<Place>) => void): void {
  describe(`${title} (PGlite)`, () => {
    suite(async () => placeAt({ folder: scratchFolder() }))
  })
  describe(`${title} (PostgreSQL)`, () => {
    suite(async () => {
      const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
      const url = await makeServerDatabase(name, 'empty')
      onTestFinished(() => dropServerDatabase(name))
      return placeAt({ url })
    })
  })
}

const placeAt = (where: Where): Place => ({
  where,
  async open(options) {
    const opened = await openDatabase(where, { prepared: inject('homes').emptyDump, ...options })
    if (opened.is === 'open') onTestFinished(() => opened.database.close())
    return opened
  },
})
