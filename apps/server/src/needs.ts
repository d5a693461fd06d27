/** What the app is given: it opens nothing itself. */
import type { Day } from '@ieum/catalogue/records'
import type { JWK, OpenCatalogue, Person, Sealer, Signer } from '@ieum/services'
import type { Database, PaperScanner, PaperStore } from '@ieum/storage'
import type { CrowdLimits } from './crowd-limits.ts'
import type { Demonstration } from './demonstration/demonstration.ts'
import type { FirmWork } from './firm-work.ts'
import type { Keeper } from './house/keeper.ts'
import type { SignIn } from './sign-in/sign-in.ts'

export interface Needs {
  /** As it runs: ask it for what is needed when it is needed, for its links may change from one request to the next. */
  readonly catalogue: OpenCatalogue
  readonly work: FirmWork
  readonly today: () => Day
  /** Left out, nobody can act: nothing is kept. */
  readonly desk?: DeskNeeds
  /** Left out, nobody can sign in: no records are kept. */
  readonly signIn?: SignIn
  /** Addresses and networks whose `X-Forwarded-For` is believed; none when left out. */
  readonly trustedProxies?: readonly string[]
  /** How many are answered at once, and how often one person; the usual when left out. */
  readonly crowd?: CrowdLimits
  /** Whether the records answer; left out where there are none. */
  readonly recordsAnswer?: () => Promise<boolean>
  /** Signs people in with a click where everything is made up; left out everywhere else. */
  readonly demonstration?: Demonstration
  /** How people reach this site, for addresses that are taken away; as it was asked when left out. */
  readonly publicUrl?: string
  /** What the command line may ask who shares the folder with this server. */
  readonly keeper?: Keeper
  /** Folder of the built pages; left out, only the API is served. */
  readonly pages?: string
  readonly report: (error: Error) => void
}

/** What the part needs where somebody acts. */
export interface DeskNeeds extends Pick<Needs, 'catalogue' | 'work' | 'today' | 'report' | 'trustedProxies' | 'crowd'> {
  readonly database: Database
  /** To be called when an agreement has changed: from then on the catalogue counts with it. Left out, none that is agreed here counts. */
  readonly linksChanged?: () => Promise<void>
  readonly papers: PaperStore
  /** Left out: papers are looked through by their form alone, and each says so. */
  readonly scanner?: PaperScanner
  readonly personOf: (headers: Headers) => Promise<Person | null>
  /** The moment, for what grows stale in minutes; the machine's clock when left out. */
  readonly now?: () => Date
  /** Where the agencies are, for times of day in minutes: `Asia/Seoul`; UTC when left out. */
  readonly timeZone?: string
  /** The name by which other installations know this one; left out, nothing is taken from any. */
  readonly installation?: string
  /** The key that is prepared to follow, for others to know it before; none when left out. */
  readonly nextKey?: () => Promise<JWK | undefined>
  /** Webhooks to this machine, over plain HTTP: for trials. */
  readonly allowLocalHooks?: boolean
  /** The key of this installation. */
  readonly signer: Signer
  /** Keeps its secrets out of sight of the records. */
  readonly sealer: Sealer
  /** Addresses whose pages may call: behind TLS the server itself does not see its own. */
  readonly origins?: readonly string[]
  /** Everything in the records is made up, and people sign in with a click. */
  readonly demonstration?: boolean
}
