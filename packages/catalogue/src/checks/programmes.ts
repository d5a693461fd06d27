import { wrongInFacts } from '../fact-values.ts'
import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { Example, Programme } from '../records.ts'
import { yearOfEdition } from '../windows.ts'
import { wrongInEdition } from './editions.ts'
import type { Names } from './names.ts'
import { repeated } from './repeated.ts'

export function* wrongInProgrammes(programmes: readonly Programme[], names: Names): Generator<Finding> {
  for (const programme of programmes) {
    const pointer = ['programmes', programme.id]
    if (!names.agencies.has(programme.agency))
      yield {
        pointer: [...pointer, 'agency'],
        wrong: `no agency ${programme.agency}`,
        right: didYouMean(programme.agency, names.agencies.keys()) ?? 'one that stands in agencies.yaml',
      }
    yield* wrongInOrder(programme)
    for (const [index, edition] of programme.editions.entries())
      yield* wrongInEdition(programme, edition, [...pointer, 'editions', index], names)
    for (const [index, example] of (programme.examples ?? []).entries())
      yield* wrongInExample(programme, example, [...pointer, 'examples', index], names)
    if (names.thorough) yield* missingExamples(programme)
  }
}

/** The last edition is the one that forecasts start from. */
function* wrongInOrder({ id, editions }: Programme): Generator<Finding> {
  for (const index of repeated(editions.map(({ edition }) => edition)))
    yield {
      pointer: ['programmes', id, 'editions', index, 'edition'],
      wrong: `edition ${editions[index]?.edition} for the second time`,
      right: 'each edition once',
    }
  for (const [index, edition] of editions.entries()) {
    const before = editions[index - 1]
    if (before && (yearOfEdition(before) ?? 0) > (yearOfEdition(edition) ?? 9999))
      yield {
        pointer: ['programmes', id, 'editions', index, 'edition'],
        wrong: `edition ${edition.edition} comes after ${before.edition}`,
        right: 'oldest first',
      }
  }
}

type At = (string | number)[]

function* wrongInExample({ editions }: Programme, example: Example, at: At, { facts }: Names): Generator<Finding> {
  yield* wrongInFacts(example.firm, facts, [...at, 'firm'])
  const known = editions.map(({ edition }) => edition)
  if (example.edition !== undefined && !known.includes(example.edition))
    yield {
      pointer: [...at, 'edition'],
      wrong: `no edition ${example.edition}`,
      right: didYouMean(example.edition, known),
    }
}

/** One firm that may apply, one that may not, one of which that cannot be told yet. */
function* missingExamples({ id, examples = [] }: Programme): Generator<Finding> {
  const kinds = [['eligible', 'judgement'], ['not-eligible'], ['unknown']]
  for (const kind of kinds)
    if (!examples.some(({ expect }) => kind.includes(expect)))
      yield {
        pointer: ['programmes', id, 'examples'],
        wrong: `no example that is ${kind.join(' or ')}`,
        right: 'one of each',
      }
}
