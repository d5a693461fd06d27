import type { Database, PaperScanner, PaperStore } from '@ieum/storage'

export interface PaperNeeds {
  readonly database: Database
  readonly papers: PaperStore
  /** Left out: papers are looked through by their form alone, and each says so. */
  readonly scanner?: PaperScanner | undefined
}

export const paperLimits = { bytes: 20_000_000, bytesOfFirm: 200_000_000, papersOfFirm: 500 } as const
