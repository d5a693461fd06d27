/** What the app is given: it opens nothing itself. */
import type { Day } from '@ieum/catalogue/records'
import type { OpenCatalogue, Person, Signer } from '@ieum/services'
import type { Database, PaperScanner, PaperStore } from '@ieum/storage'
import type { FirmWork } from './firm-work.ts'
import type { SignIn } from './sign-in/sign-in.ts'

export interface Needs {
  readonly catalogue: OpenCatalogue
  readonly work: FirmWork
  readonly today: () => Day
  /** Left out, nobody can act: nothing is kept. */
  readonly desk?: DeskNeeds
  /** Left out, nobody can sign in: no records are kept. */
  readonly signIn?: SignIn
  /** Addresses and networks whose `X-Forwarded-For` is believed; none when left out. */
  readonly trustedProxies?: readonly string[]
  /** Folder of the built pages; left out, only the API is served. */
  readonly pages?: string
  readonly report: (error: Error) => void
}

/** What the part needs where somebody acts. */
export interface DeskNeeds extends Pick<Needs, 'catalogue' | 'work' | 'today' | 'report' | 'trustedProxies'> {
  readonly database: Database
  readonly papers: PaperStore
  /** Left out: papers are looked through by their form alone, and each says so. */
  readonly scanner?: PaperScanner
  readonly personOf: (headers: Headers) => Promise<Person | null>
  /** The key of this installation. */
  readonly signer: Signer
}
