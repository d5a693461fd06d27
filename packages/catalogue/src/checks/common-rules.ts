import { wrongInFacts } from '../fact-values.ts'
import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { CommonRule, Programme, RuleExample } from '../records.ts'
import type { Names } from './names.ts'
import { repeated } from './repeated.ts'

export function* wrongInCommonRules(rules: readonly CommonRule[], names: Names): Generator<Finding> {
  for (const rule of rules) {
    const pointer = ['common-rules', rule.id]
    yield* wrongInApplies(rule, [...pointer, 'applies'], names)
    yield* wrongInKind(rule, pointer)
    const { from, to } = rule.valid ?? {}
    if (from !== undefined && to !== undefined && from > to)
      yield { pointer: [...pointer, 'valid'], wrong: `valid from ${from} to ${to}`, right: 'from ≤ to' }
    for (const [index, example] of (rule.examples ?? []).entries())
      yield* wrongInExample(rule, example, [...pointer, 'examples', index], names)
    yield* missingExamples(rule, pointer)
  }
  yield* idsTakenTwice(rules, names)
}

type At = (string | number)[]

function* wrongInApplies({ applies }: CommonRule, pointer: At, names: Names): Generator<Finding> {
  const { programmes, listed_in } = applies
  if ((programmes === undefined) === (listed_in === undefined))
    yield {
      pointer,
      wrong: programmes ? 'both programmes and listed_in' : 'for no programme',
      right: 'programmes: […], or listed_in: the name of a list parameter',
    }
  else if (programmes) yield* wrongInProgrammes(programmes, [...pointer, 'programmes'], names)
  else yield* wrongInList(listed_in!, [...pointer, 'listed_in'], names)
}

/** A catalogue that was cut down stays usable: a rule may name a programme that is not there. */
function* wrongInProgrammes(ids: readonly string[], at: At, { programmes }: Names): Generator<Finding> {
  for (const [index, id] of ids.entries())
    if (!programmes.has(id))
      yield {
        pointer: [...at, index],
        wrong: `no programme ${id}`,
        right: didYouMean(id, programmes.keys()),
        isWarning: true,
      }
  for (const index of repeated(ids))
    yield { pointer: [...at, index], wrong: `${ids[index]} for the second time`, right: 'each programme once' }
}

/** The list may hold programmes of the past and of others besides: sentences count them. */
function* wrongInList(name: string, pointer: At, { parameters, programmes }: Names): Generator<Finding> {
  const parameter = parameters.get(name)
  if (!parameter) {
    yield { pointer, wrong: `no parameter ${name}`, right: didYouMean(name, parameters.keys()) }
    return
  }
  if (parameter.type !== 'list' || (parameter.items ?? 'text') !== 'text') {
    yield { pointer, wrong: `${name} is no list of texts`, right: 'a list parameter of programme ids' }
    return
  }
  const listed = parameter.editions.flatMap(({ value }) => value ?? []).map(String)
  if (!listed.some(id => programmes.has(id)))
    yield {
      pointer,
      wrong: `${name} names no programme of this catalogue`,
      right: 'a list with at least one',
      isWarning: true,
    }
}

function* wrongInKind({ exclusion, cap }: CommonRule, pointer: At): Generator<Finding> {
  if ((exclusion === undefined) === (cap === undefined))
    yield {
      pointer,
      wrong: cap ? 'both an exclusion and a cap' : 'neither an exclusion nor a cap',
      right: 'exclusion: {when: …}, or cap: {most: …, used: […]}',
    }
}

function* wrongInExample({ cap }: CommonRule, example: RuleExample, at: At, { facts }: Names): Generator<Finding> {
  yield* wrongInFacts(example.firm, facts, [...at, 'firm'])
  if (example.leaves !== undefined && !cap)
    yield { pointer: [...at, 'leaves'], at: 'key', wrong: 'leaves without a cap', right: 'expect alone' }
}

/** One firm that it shuts out, one that it does not, one of which that cannot be told yet. */
function* missingExamples({ examples = [] }: CommonRule, pointer: At): Generator<Finding> {
  const missing = (['met', 'unmet', 'unknown'] as const).filter(kind => !examples.some(({ expect }) => expect === kind))
  if (missing.length > 0)
    yield {
      pointer: [...pointer, 'examples'],
      wrong: `no example that is ${missing.join(', ')}`,
      right: 'one that is met, one unmet, one unknown',
      isWarning: true,
    }
}

/** In an edition the rule stands among exclusions that have ids of their own. */
function* idsTakenTwice(rules: readonly CommonRule[], { programmes, commonRules }: Names): Generator<Finding> {
  const takes = (programme: Programme, id: string) =>
    programme.editions.find(({ criteria, exclusions }) => [...criteria, ...exclusions].some(rule => rule.id === id))
  for (const { id } of rules)
    for (const [programme, own] of commonRules) {
      const found = programmes.get(programme)
      const taken = own.includes(id) && found ? takes(found, id) : undefined
      if (taken)
        yield {
          pointer: ['common-rules', id, 'id'],
          wrong: `edition ${taken.edition} of ${programme} has a criterion ${id} of its own`,
          right: 'an id that none of the programmes uses',
        }
    }
}
