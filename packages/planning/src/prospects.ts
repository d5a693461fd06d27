/** How an application would stand: one edition, on a day, with what has been gained by then. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayOfNumber } from '@ieum/catalogue/days'
import { isInForce } from '@ieum/catalogue/links'
import type { Fact, FactName } from '@ieum/catalogue/records'
import {
  type Choices,
  choicesOf,
  factsOfFirm,
  isHeldBy,
  isStated,
  supportOffered,
  type Waivers,
  waiversOf,
} from '@ieum/matching'
import {
  type Evaluator,
  evaluatorOf,
  type Rule,
  type Rulebook,
  type RuledEdition,
  type RuledProgramme,
  type Situation,
} from '@ieum/rules'
import { type Facts, type Gain, statedSince, withGains } from './gains.ts'
import type { Assumption, PlanRequest } from './plan.ts'

export interface Prospect {
  /** No criterion is unmet and no exclusion met. */
  readonly isOpen: boolean
  /** Ids of the criteria that are unmet and the exclusions that are met. */
  readonly unmet: readonly string[]
  readonly barring: readonly string[]
  /** Rule by rule, criteria first: a criterion that is met, an exclusion that is not, or either waived. */
  readonly sound: readonly boolean[]
  readonly support: number
  readonly ownCost: number
  /** Empty when it is not open. */
  readonly assumes: readonly Assumption[]
}

export interface Standpoint {
  readonly evaluator: Evaluator
  readonly facts: ReadonlyMap<FactName, Fact>
  /** The firm's own facts, with its declarations. */
  readonly firm: Facts
  /** Links that waive criteria, by the programme that they lead to. */
  readonly waivers: Waivers
  readonly choices: Choices
}

/** A firm as it comes from its file, ready to be looked at. */
export function standpointOf(rulebook: Rulebook, request: Pick<PlanRequest, 'firm' | 'on' | 'standing'>): Standpoint {
  const evaluator = evaluatorOf(rulebook)
  return {
    evaluator,
    facts: new Map(rulebook.facts.map(fact => [fact.name, fact])),
    firm: statedSince(factsOfFirm(request.firm, rulebook.facts), request),
    waivers: waiversOf(rulebook.links),
    choices: choicesOf(evaluator),
  }
}

/** `gains`: those held by the day, in the order of their days. */
export function situationWith(standpoint: Standpoint, gains: readonly Gain[], on: DayNumber): Situation {
  return standpoint.evaluator.situation(withGains(standpoint.firm, gains, standpoint.facts), dayOfNumber(on))
}

export function prospectOf(
  standpoint: Standpoint,
  programme: RuledProgramme,
  edition: RuledEdition,
  gains: readonly Gain[],
  on: DayNumber,
  situation: Situation,
): Prospect {
  const waived = waivedRules(standpoint, programme, gains, on)
  const sound: boolean[] = []
  const assumed: (readonly [rule: Rule, isExclusion: boolean])[] = []
  const unmet: string[] = []
  const barring: string[] = []

  const look = (rule: Rule, isExclusion: boolean) => {
    if (waived.has(rule.id)) return sound.push(true)
    const truth = truthOf(standpoint, rule, isExclusion, situation)
    if (truth === undefined) assumed.push([rule, isExclusion])
    else if ((truth === true) === isExclusion) (isExclusion ? barring : unmet).push(rule.id)
    return sound.push(isExclusion ? truth !== true : truth === true)
  }
  for (const rule of edition.criteria) look(rule, false)
  for (const rule of edition.exclusions) look(rule, true)

  const { max = 0, rate } = supportOffered(edition, standpoint.evaluator, situation, rule => waived.has(rule))
  const ownCost = rate !== undefined && rate > 0 ? Math.round(max / rate) - max : 0
  const isOpen = unmet.length + barring.length === 0
  const assumes = isOpen ? assumed.map(each => assumption(standpoint, ...each, situation)) : []
  return { isOpen, unmet, barring, sound, support: max, ownCost, assumes }
}

/** What an edition asks, criteria first. */
export function rulesOf({ criteria, exclusions }: RuledEdition): readonly { rule: Rule; isExclusion: boolean }[] {
  return [
    ...criteria.map(rule => ({ rule, isExclusion: false })),
    ...exclusions.map(rule => ({ rule, isExclusion: true })),
  ]
}

/** What a rule that cannot be told leaves to be assumed. */
export function assumedOf(
  standpoint: Standpoint,
  rule: Rule,
  isExclusion: boolean,
  situation: Situation,
): Assumption | undefined {
  const truth = truthOf(standpoint, rule, isExclusion, situation)
  return truth === undefined ? assumption(standpoint, rule, isExclusion, situation) : undefined
}

/** What no choice of the application can give is as good as known. */
function truthOf({ evaluator, choices }: Standpoint, { sentence }: Rule, isExclusion: boolean, situation: Situation) {
  if (sentence === undefined) return undefined
  const truth = evaluator.truth(sentence, situation)
  if (truth !== undefined) return truth
  const chosen = choices.decide(sentence, !isExclusion, situation)
  return chosen === 'condition' ? undefined : chosen
}

function assumption(
  { evaluator, facts, firm }: Standpoint,
  rule: Rule,
  isExclusion: boolean,
  situation: Situation,
): Assumption {
  const exclusion = isExclusion ? { exclusion: true as const } : {}
  if (rule.sentence === undefined) return { id: rule.id, verdict: 'judgement', ...exclusion, facts: [] }
  const proof = evaluator.proof(rule.sentence, situation)
  // Of a list that was not stated and has been added to, the rest is what is missing, not what is derived from it.
  const isOpen = (name: FactName) => firm[name] === undefined && Array.isArray(situation.facts[name])
  const open = evaluator.factsOf(rule.sentence).filter(isOpen)
  const named = open.length === 0 ? proof.missing : proof.missing.filter(name => !evaluator.derivation(name))
  const missing = [...new Set([...named, ...open])]
  const isChoice = missing.length > 0 && missing.every(name => facts.get(name)?.about === 'application')
  return { id: rule.id, verdict: isChoice ? 'condition' : 'unknown', ...exclusion, facts: missing }
}

/** A link waives criteria and exclusions of the programme it leads to for a firm that holds the programme it comes from. */
export function waivedRules(
  { waivers, firm }: Standpoint,
  programme: RuledProgramme,
  gains: readonly Gain[],
  on: DayNumber,
): ReadonlySet<string> {
  const links = waivers.get(programme.id)
  if (!links) return new Set()
  const day = dayOfNumber(on)
  return new Set(
    links
      .filter(
        link => isInForce(link, day) && (isStated(link, firm, day) || gains.some(({ award }) => isHeldBy(link, award))),
      )
      .flatMap(({ waives }) => waives ?? []),
  )
}
