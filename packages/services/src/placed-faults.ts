import type { LoadedCatalogue } from '@ieum/catalogue/node'
import type { Fault } from '@ieum/catalogue/records'
import type { SentenceFault } from '@ieum/rules'

/** What is wrong in sentences, with the file, line and column where it stands. */
export const placedFaults = (faults: readonly SentenceFault[], place: LoadedCatalogue['place']): Fault[] =>
  faults.map(({ pointer, line, column, wrong, right }) => ({
    ...place(pointer, { line, column }),
    wrong,
    ...(right && { right }),
  }))
