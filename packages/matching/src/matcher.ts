/** One firm against every programme: verdicts with their proofs. */
import type { Day, Fact, FactName, Firm } from '@ieum/catalogue/records'
import { type Evaluator, evaluatorOf, type Rule, type Rulebook, type RuledEdition, type Situation } from '@ieum/rules'
import { changesThatOpen } from './changes.ts'
import { factsOfFirm } from './declares.ts'
import { editionOnDay, windowOnDay } from './edition-on-day.ts'
import { nextQuestion } from './question.ts'
import type { CriterionResult, CriterionVerdict, Match, ProgrammeVerdict, Result } from './result.ts'
import { supportOffered } from './support.ts'

export interface MatchOptions {
  /** One row a programme (the edition that counts on the day), or a row an edition. */
  readonly editions?: 'on-day' | 'all'
  /** Leave out the changes that would open a programme: they are the larger part of the work. */
  readonly withoutChanges?: boolean
}

export interface Matcher {
  readonly rulebook: Rulebook
  readonly evaluator: Evaluator
  /** Every programme for one firm on a day: verdict, proof, window, support, changes, and the next best question. */
  match(firm: Firm, on: Day, options?: MatchOptions): Match
  /** One edition of one programme; undefined when the catalogue has no such programme or edition. */
  matchOne(firm: Firm, on: Day, programme: string, edition?: string): Result | undefined
}

type RuledProgramme = Rulebook['programmes'][number]

export function matcherOf(rulebook: Rulebook): Matcher {
  const evaluator = evaluatorOf(rulebook)
  const facts = new Map<FactName, Fact>(rulebook.facts.map(fact => [fact.name, fact]))
  const needs: Needs = { evaluator, isOfApplication: name => facts.get(name)?.about === 'application', facts }

  function situationOf(firm: Firm, on: Day): Situation {
    return evaluator.situation(factsOfFirm(firm, rulebook.facts), on)
  }

  return {
    rulebook,
    evaluator,
    match(firm, on, { editions = 'on-day', withoutChanges = false } = {}) {
      const situation = situationOf(firm, on)
      const results = rulebook.programmes.flatMap(programme => {
        const shown = editions === 'all' ? programme.editions : [editionOnDay(programme.editions, on)]
        return shown.map(edition => resultOf(needs, programme, edition, situation, on, withoutChanges))
      })
      const question = nextQuestion(results, facts)
      return { on, firm: firm.id, results, ...(question && { nextQuestion: question }) }
    },
    matchOne(firm, on, id, editionId) {
      const programme = rulebook.programmes.find(programme => programme.id === id)
      if (!programme) return undefined
      const edition = editionId
        ? programme.editions.find(({ edition }) => edition === editionId)
        : editionOnDay(programme.editions, on)
      return edition && resultOf(needs, programme, edition, situationOf(firm, on), on, false)
    },
  }
}

interface Needs {
  readonly evaluator: Evaluator
  readonly facts: ReadonlyMap<FactName, Fact>
  readonly isOfApplication: (fact: FactName) => boolean
}

function resultOf(
  needs: Needs,
  programme: RuledProgramme,
  edition: RuledEdition,
  situation: Situation,
  on: Day,
  withoutChanges: boolean,
): Result {
  const criteria = [
    ...edition.criteria.map(rule => criterionResult(needs, rule, false, situation)),
    ...edition.exclusions.map(rule => criterionResult(needs, rule, true, situation)),
  ]
  const verdict = programmeVerdict(criteria)
  return {
    programme: programme.id,
    edition: edition.edition,
    agency: programme.agency,
    verdict,
    window: windowOnDay(edition, on),
    support: supportOffered(edition, needs.evaluator, situation),
    criteria,
    missing: verdict === 'unknown' ? missingFacts(needs, edition, criteria, situation) : [],
    changes: verdict === 'not-eligible' && !withoutChanges ? changesThatOpen(needs, edition, situation, on) : [],
  }
}

function criterionResult(needs: Needs, rule: Rule, isExclusion: boolean, situation: Situation): CriterionResult {
  const exclusion = isExclusion ? { exclusion: true as const } : {}
  if (rule.sentence === undefined) return { id: rule.id, verdict: 'judgement', ...exclusion, because: [] }
  const { truth, because, missing } = needs.evaluator.proof(rule.sentence, situation)
  const verdict = criterionVerdict(truth, missing.length > 0 && missing.every(needs.isOfApplication))
  return { id: rule.id, verdict, ...exclusion, because }
}

/** A sentence whose answer is FEEL's null does not hold: it is known, and it is not true. */
function criterionVerdict(truth: boolean | null | undefined, isChoice: boolean): CriterionVerdict {
  if (truth === undefined) return isChoice ? 'condition' : 'unknown'
  return truth ? 'met' : 'unmet'
}

/** Not eligible if any criterion is unmet or any exclusion met; else unknown if any is; else judgement if any asks for one; else eligible. */
export function programmeVerdict(
  criteria: readonly Pick<CriterionResult, 'verdict' | 'exclusion'>[],
): ProgrammeVerdict {
  if (criteria.some(({ verdict, exclusion }) => verdict === (exclusion ? 'met' : 'unmet'))) return 'not-eligible'
  if (criteria.some(({ verdict }) => verdict === 'unknown')) return 'unknown'
  if (criteria.some(({ verdict }) => verdict === 'judgement')) return 'judgement'
  return 'eligible'
}
