/** What the app is given: it opens nothing itself. */
import type { Day } from '@ieum/catalogue/records'
import type { OpenCatalogue, Person } from '@ieum/services'
import type { Database } from '@ieum/storage'
import type { FirmWork } from './firm-work.ts'

export interface Needs {
  readonly catalogue: OpenCatalogue
  readonly work: FirmWork
  readonly today: () => Day
  /** Left out, nobody can act: nothing is kept. */
  readonly desk?: DeskNeeds
  /** Folder of the built pages; left out, only the API is served. */
  readonly pages?: string
  readonly report: (error: Error) => void
}

/** What the part needs where somebody acts. */
export interface DeskNeeds extends Pick<Needs, 'catalogue' | 'today' | 'report'> {
  readonly database: Database
  readonly personOf: (headers: Headers) => Promise<Person | null>
}
