import type { Day, FactName } from '@ieum/catalogue/records'
import { editionOnDay } from '@ieum/matching'
import type { OpenCatalogue } from '../open-catalogue.ts'

/** The facts that the rules of a programme read on a day, those behind derived ones included: no hand-off needs any other. */
export function factsAskedBy({ rulebook, matcher }: OpenCatalogue, programme: string, on: Day): readonly FactName[] {
  const ruled = rulebook.programmes.find(({ id }) => id === programme)
  if (!ruled) return []
  const edition = editionOnDay(ruled.editions, on)
  const sentences = [...edition.criteria, ...edition.exclusions].flatMap(({ sentence }) => sentence ?? [])
  const asked = new Set(sentences.flatMap(sentence => matcher.evaluator.factsOf(sentence)))
  return [...asked].filter(name => name !== 'on').sort()
}
