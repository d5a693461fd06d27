/** Opens a catalogue: reads its folder, compiles its sentences, and puts a matcher and a planner on it. */

import { loadCatalogue } from '@ieum/catalogue/node'
import type { Fault } from '@ieum/catalogue/records'
import { type Matcher, matcherOf } from '@ieum/matching'
import { type Planner, plannerOf } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { buildRulebook } from '@ieum/rules/parse'
import { keptRulebook } from './kept-rulebook.ts'
import { placedFaults } from './placed-faults.ts'

export interface OpenCatalogue {
  readonly rulebook: Rulebook
  readonly matcher: Matcher
  readonly planner: Planner
  /** What does not stop the catalogue from being used, such as a link to a programme that was cut out. */
  readonly warnings: readonly Fault[]
}

export type Opening =
  | { readonly is: 'open'; readonly catalogue: OpenCatalogue }
  | { readonly is: 'faulty'; readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] }

export interface OpeningOptions {
  /** A folder in which what was read is kept for the next time; left out, everything is read every time. */
  readonly keptIn?: string
}

/** Every fault is reported, not only the first. */
export async function openCatalogue(dir: string, { keptIn }: OpeningOptions = {}): Promise<Opening> {
  const kept = keptIn === undefined ? undefined : keptRulebook(dir, keptIn)
  const known = kept?.read()
  if (known) return { is: 'open', catalogue: catalogueOf(known.rulebook, known.warnings) }

  const { catalogue, faults, warnings, place } = await loadCatalogue(dir)
  if (faults.length > 0) return { is: 'faulty', faults, warnings }

  const { rulebook, faults: sentenceFaults } = buildRulebook(catalogue)
  if (sentenceFaults.length > 0) return { is: 'faulty', faults: placedFaults(sentenceFaults, place), warnings }
  kept?.keep({ rulebook, warnings })
  return { is: 'open', catalogue: catalogueOf(rulebook, warnings) }
}

/** A matcher and a planner on a rulebook that was checked before. */
export function catalogueOf(rulebook: Rulebook, warnings: readonly Fault[] = []): OpenCatalogue {
  return { rulebook, matcher: matcherOf(rulebook), planner: plannerOf(rulebook), warnings }
}
