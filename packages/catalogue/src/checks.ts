/** What no schema can see: that the records of a catalogue fit one another. */

import type { Finding } from './finding.ts'
import type { Catalogue } from './records.ts'

export interface Checked {
  readonly faults: readonly Finding[]
  readonly warnings: readonly Finding[]
}

export interface CheckOptions {
  readonly thorough: boolean
  readonly folders: ReadonlyMap<string, string>
}

export function checkCatalogue(_catalogue: Catalogue, _options: CheckOptions): Checked {
  return { faults: [], warnings: [] }
}
