/** What a firm would get: the ceiling and the rate of the bands that it falls in. */
import type { FactName } from '@ieum/catalogue/records'
import {
  type Evaluator,
  type Form,
  inBranches,
  type RuledCap,
  type RuledEdition,
  type RuledSupport,
  type Situation,
} from '@ieum/rules'
import type { SupportOffered } from './result.ts'

interface Band {
  readonly sentence?: number
}

/**
 * Bands are read in order and the first that holds counts; one without a sentence always holds.
 * A band that cannot be told yet is passed over and the facts that it needs are listed under `depends`, as are those of a cap. A cap
 * that a link waives for the firm lowers nothing.
 */
export function supportOffered(
  edition: RuledEdition,
  evaluator: Evaluator,
  situation: Situation,
  isWaived: (rule: string) => boolean = () => false,
): SupportOffered {
  const own = supportWithoutBands(edition) ?? supportInBands(edition.support!, evaluator, situation)
  const caps = edition.caps?.filter(({ rule }) => !isWaived(rule)) ?? []
  return caps.length > 0 ? underCaps(own, caps, evaluator, situation) : own
}

/** What common rules leave of the ceiling. A ceiling that no notice states is not made up of what they leave. */
function underCaps(
  own: SupportOffered,
  caps: readonly RuledCap[],
  evaluator: Evaluator,
  situation: Situation,
): SupportOffered {
  const depends = new Set(own.depends)
  let { max } = own
  let cappedBy: string | undefined
  for (const { rule, left } of caps) {
    const leaves = leftBy(left, evaluator, situation)
    if (leaves === undefined)
      for (const fact of missingFor(max, left, cappedBy === undefined, evaluator, situation)) depends.add(fact)
    else if (leaves !== null && max !== undefined && leaves < max) {
      max = leaves
      cappedBy = rule
    }
  }
  return {
    ...own,
    ...(max !== undefined && { max }),
    ...(cappedBy !== undefined && { cappedBy }),
    ...(depends.size > 0 && { depends: [...depends] }),
  }
}

/** The facts that may make a cap leave less than a ceiling; `isOwn`: the programme's own one. */
function missingFor(
  max: number | undefined,
  left: number,
  isOwn: boolean,
  evaluator: Evaluator,
  situation: Situation,
): readonly FactName[] {
  if (max === undefined) return []
  const { truth, missing } = evaluator.proofOf(covers(evaluator.form(left), max, isOwn), situation)
  return truth === undefined ? missing : []
}

const coverings = new WeakMap<Form, Map<number, Form>>()

/** Whether what a cap leaves is as much as a ceiling. What another cap has left is a figure of one firm and not worth remembering. */
function covers(left: Form, max: number, isOwn: boolean): Form {
  const known = coverings.get(left) ?? new Map<number, Form>()
  coverings.set(left, known)
  const right: Form = { is: 'constant', type: 'number', value: max }
  const made = known.get(max) ?? inBranches(left, branch => ({ is: 'compare', by: '>=', left: branch, right }))
  if (isOwn) known.set(max, made)
  return made
}

/** What a cap leaves, in whole money; null where there is none, undefined where it cannot be told yet. */
export function leftBy(sentence: number, evaluator: Evaluator, situation: Situation): number | null | undefined {
  const left = evaluator.ask(evaluator.form(sentence), situation)
  return typeof left === 'number' ? Math.max(0, Math.floor(left)) : (left as null | undefined)
}

const withoutBands = new WeakMap<RuledEdition, SupportOffered>()

/** Of most editions the support is the same for every firm. */
function supportWithoutBands(edition: RuledEdition): SupportOffered | undefined {
  const known = withoutBands.get(edition)
  if (known) return known
  const { max, rate, ...rest } = edition.support ?? {}
  if (typeof max === 'object' || typeof rate === 'object') return undefined
  const made = offered(rest, max, rate)
  withoutBands.set(edition, made)
  return made
}

function supportInBands(support: RuledSupport, evaluator: Evaluator, situation: Situation): SupportOffered {
  const depends = new Set<FactName>()

  function bandThatHolds<B extends Band>(bands: readonly B[]): B | undefined {
    return bands.find(({ sentence }) => {
      if (sentence === undefined) return true
      const truth = evaluator.truth(sentence, situation)
      if (truth === undefined) for (const fact of evaluator.proof(sentence, situation).missing) depends.add(fact)
      return truth === true
    })
  }

  const max = typeof support.max === 'object' ? bandThatHolds(support.max)?.max : support.max
  const rate = typeof support.rate === 'object' ? bandThatHolds(support.rate)?.rate : support.rate
  return { ...offered(support, max, rate), ...(depends.size > 0 && { depends: [...depends] }) }
}

function offered(
  { per, interest }: Pick<RuledSupport, 'per' | 'interest'>,
  max: number | undefined,
  rate: number | undefined,
): SupportOffered {
  return {
    ...(max !== undefined && { max }),
    ...(rate !== undefined && { rate }),
    ...(per && { per }),
    ...(interest !== undefined && { interest }),
  }
}
