import { wrongInValue } from '../fact-values.ts'
import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { Criterion, Edition, Effect, MaxBand, Programme, RateBand } from '../records.ts'
import { decidedBy, windowDays } from '../windows.ts'
import type { Names } from './names.ts'
import { repeated } from './repeated.ts'

type At = (string | number)[]

export function* wrongInEdition(programme: Programme, edition: Edition, at: At, names: Names): Generator<Finding> {
  yield* wrongInWindows(edition, at)
  yield* wrongInDecision(edition, at)
  yield* wrongInCompetition(edition, at)
  for (const list of ['criteria', 'exclusions', 'preferences'] as const) {
    const rules = edition[list] ?? []
    for (const [index, rule] of rules.entries()) yield* wrongInCriterion(rule, [...at, list, index])
    for (const index of repeated(rules.map(({ id }) => id)))
      yield {
        pointer: [...at, list, index, 'id'],
        wrong: `the id ${rules[index]?.id} for the second time`,
        right: 'each id once',
      }
  }
  for (const figure of ['max', 'rate'] as const)
    yield* wrongInBands(edition.support?.[figure], [...at, 'support', figure])
  for (const [index, effect] of (edition.effects ?? []).entries())
    yield* wrongInEffect(effect, [...at, 'effects', index], names)
  for (const [index, excluded] of (edition.excludes ?? []).entries())
    yield* wrongInExcluded(programme.id, excluded, [...at, 'excludes', index], names)
}

function* wrongInWindows(edition: Edition, at: At): Generator<Finding> {
  for (const [index, window] of edition.windows.entries()) {
    const { opens, closes, opensAt = '00:00', closesAt = '24:00' } = windowDays(window, edition)
    const isBackwards = opens > closes || (opens === closes && opensAt > closesAt)
    const shownOpening = window.opens ?? `${opens} (filled in)`
    if (isBackwards)
      yield {
        pointer: [...at, 'windows', index],
        wrong: `opens ${shownOpening}, closes ${window.closes}`,
        right: 'opens ≤ closes',
      }
  }
}

function* wrongInDecision(edition: Edition, at: At): Generator<Finding> {
  const { decision, windows } = edition
  if (decision?.days !== undefined && decision.by !== undefined)
    yield { pointer: [...at, 'decision'], wrong: 'both days and by', right: 'one of them' }
  const by = decidedBy(decision)
  const opens = windows.map(window => windowDays(window, edition).opens).sort()[0]
  if (by !== undefined && opens !== undefined && by < opens)
    yield {
      pointer: [...at, 'decision', 'by'],
      wrong: `decided on ${by}, before the window opens on ${opens}`,
      isWarning: true,
    }
}

function* wrongInCompetition({ competition }: Edition, at: At): Generator<Finding> {
  if (!competition) return
  const { applied, chosen, ratio } = competition
  const pointer = [...at, 'competition']
  if ((applied === undefined) !== (chosen === undefined) || (applied === undefined) === (ratio === undefined))
    yield { pointer, wrong: 'not both figures, or both figures and a ratio', right: 'applied and chosen, or ratio' }
  else if (applied !== undefined && chosen! > applied)
    yield { pointer, wrong: `${chosen} chosen of ${applied}`, right: 'chosen ≤ applied' }
}

function* wrongInCriterion({ id, when, judgement }: Criterion, at: At): Generator<Finding> {
  if (when !== undefined && judgement)
    yield { pointer: at, wrong: `${id} has a sentence and asks for judgement`, right: 'when, or judgement: true' }
  if (when === undefined && !judgement)
    yield { pointer: at, wrong: `${id} has no sentence and asks for no judgement`, right: 'when, or judgement: true' }
}

/** A band without a sentence always holds, so none behind it is ever read. */
function* wrongInBands(bands: number | readonly (MaxBand | RateBand)[] | undefined, at: At): Generator<Finding> {
  if (bands === undefined || typeof bands === 'number') return
  const always = bands.findIndex(({ when }) => when === undefined)
  if (always !== -1 && always < bands.length - 1)
    yield {
      pointer: [...at, always + 1],
      wrong: 'behind a band that always holds',
      right: 'the band without when last',
    }
}

/** An effect on a list adds to it: its value is an item or a list of them. */
function* wrongInEffect({ fact: name, value }: Effect, at: At, { facts }: Names): Generator<Finding> {
  const fact = facts.get(name)
  if (!fact) yield { pointer: [...at, 'fact'], wrong: `unknown fact ${name}`, right: didYouMean(name, facts.keys()) }
  else {
    const isItem = (fact.type === 'list' || fact.type === 'records') && !Array.isArray(value) && value !== null
    yield* wrongInValue(fact, isItem ? [value] : value, [...at, 'value'])
  }
}

/** A catalogue that was cut down stays usable: what a programme excludes need not be there. */
function* wrongInExcluded(self: string, excluded: string, pointer: At, { programmes }: Names): Generator<Finding> {
  if (excluded === self) yield { pointer, wrong: 'a programme that excludes itself', right: 'another programme' }
  else if (!programmes.has(excluded))
    yield {
      pointer,
      wrong: `no programme ${excluded}`,
      right: didYouMean(excluded, programmes.keys()),
      isWarning: true,
    }
}
