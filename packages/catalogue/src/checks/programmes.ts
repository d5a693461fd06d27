import { wrongInFacts } from '../fact-values.ts'
import type { Finding } from '../finding.ts'
import { didYouMean, nearest } from '../nearest.ts'
import type { Example, Programme } from '../records.ts'
import { wrongInEdition } from './editions.ts'
import type { Names } from './names.ts'
import { repeated } from './repeated.ts'

export function* wrongInProgrammes(programmes: readonly Programme[], names: Names): Generator<Finding> {
  yield* misspeltSubjects(programmes)
  for (const programme of programmes) {
    const pointer = ['programmes', programme.id]
    if (!names.agencies.has(programme.agency))
      yield {
        pointer: [...pointer, 'agency'],
        wrong: `no agency ${programme.agency}`,
        right: didYouMean(programme.agency, names.agencies.keys()) ?? 'one that stands in agencies.yaml',
      }
    yield* repeatedEditions(programme)
    for (const [index, edition] of programme.editions.entries())
      yield* wrongInEdition(programme, edition, [...pointer, 'editions', index], names)
    for (const [index, example] of (programme.examples ?? []).entries())
      yield* wrongInExample(programme, example, [...pointer, 'examples', index], names)
    yield* missingExamples(programme)
  }
}

function* repeatedEditions({ id, editions }: Programme): Generator<Finding> {
  for (const index of repeated(editions.map(({ edition }) => edition)))
    yield {
      pointer: ['programmes', id, 'editions', index, 'edition'],
      wrong: `edition ${editions[index]?.edition} for the second time`,
      right: 'each edition once',
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

/** A stage or chain that no other programme names, and that is nearly one which another does. */
function* misspeltSubjects(programmes: readonly Programme[]): Generator<Finding> {
  for (const kind of ['stages', 'chains'] as const) {
    const named = Map.groupBy(
      programmes.flatMap(programme => programme[kind] ?? []),
      subject => subject,
    )
    for (const { id, [kind]: subjects = [] } of programmes)
      for (const [index, subject] of subjects.entries()) {
        const isAlone = named.get(subject)!.length === 1
        const near = isAlone
          ? nearest(
              subject,
              [...named.keys()].filter(other => other !== subject),
            )
          : undefined
        if (near)
          yield {
            pointer: ['programmes', id, kind, index],
            wrong: `${subject} stands in no other programme`,
            right: `did you mean ${near}?`,
            isWarning: true,
          }
      }
  }
}

/** One firm that may apply, one that may not, one of which that cannot be told yet. */
function* missingExamples({ id, examples = [] }: Programme): Generator<Finding> {
  const kinds = [['eligible', 'judgement'], ['not-eligible'], ['unknown']]
  const missing = kinds.filter(kind => !examples.some(({ expect }) => kind.includes(expect)))
  if (missing.length > 0)
    yield {
      pointer: ['programmes', id, 'examples'],
      wrong: `no example that is ${missing.map(([kind]) => kind).join(', ')}`,
      right: 'one that is eligible, one not-eligible, one unknown',
      isWarning: true,
    }
}
