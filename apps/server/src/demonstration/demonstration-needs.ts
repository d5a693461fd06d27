import type { Day } from '@ieum/catalogue/records'
import type { OpenCatalogue, Signer } from '@ieum/services'
import type { Database } from '@ieum/storage'
import type { SignIn } from '../sign-in/sign-in.ts'

export interface DemonstrationNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
  readonly signer: Signer
  readonly secret: string
  /** A file that stands there while the demonstration is made: whatever is found beside it was cut off half-way. */
  readonly unfinished: string
  /** Only in records that nobody has used yet, and never in production. */
  readonly mayBegin: boolean
  readonly on: Day
  /** In which a council's times of day are meant: `Asia/Seoul`. */
  readonly timeZone: string
  readonly seeding: () => SignIn
}
