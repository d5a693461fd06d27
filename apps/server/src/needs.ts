/** What the app is given: it opens nothing itself. */
import type { Day } from '@ieum/catalogue/records'
import type { OpenCatalogue } from '@ieum/services'
import type { FirmWork } from './firm-work.ts'

export interface Needs {
  readonly catalogue: OpenCatalogue
  readonly work: FirmWork
  readonly today: () => Day
  /** Folder of the built pages; left out, only the API is served. */
  readonly pages?: string
  readonly report: (error: Error) => void
}
