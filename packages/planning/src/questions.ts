/** Which of the facts that a plan assumes would change it most if they turned out badly. */
import { daysBetween } from '@ieum/catalogue/days'
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import { factsOfFirm } from '@ieum/matching'
import { evaluatorOf, SmallestChanges } from '@ieum/rules'
import type { Itinerary, Plan, PlanRequest } from './plan.ts'
import type { Planner } from './planner.ts'

export interface PlanQuestion {
  readonly fact: FactName
  /** How many of the itineraries rest on it. */
  readonly itineraries: number
  /** An answer that shuts a leg. */
  readonly answer: Value
  /** When one arrives with that answer; null when there is then no way. */
  readonly arrives: Day | null
  /** How much later that is, in days; null when there is no way. */
  readonly later: number | null
}

const most = { tried: 6, given: 3 } as const

interface Assumed {
  readonly itineraries: Set<Itinerary>
  /** The first line that rests on it. */
  readonly sentence: number
  readonly isExclusion: boolean
  readonly apply: Day
}

/** The questions that matter most first: with a bad answer there is no way, or a later one. Each bad answer was planned with. */
export function planQuestions(planner: Planner, request: PlanRequest, plan: Plan): readonly PlanQuestion[] {
  const soonest = plan.itineraries[0]
  if (!soonest) return []
  const { timeIsUp = () => false } = request
  const evaluator = evaluatorOf(planner.rulebook)
  const firm = factsOfFirm(request.firm, planner.rulebook.facts)
  const found: PlanQuestion[] = []
  for (const [fact, assumed] of mostAssumed(planner, plan)) {
    if (timeIsUp()) break
    const situation = evaluator.situation(firm, assumed.apply)
    const search = new SmallestChanges(evaluator, situation, { answers: new Set([fact]) })
    const answer = search.thatGive([{ sentence: assumed.sentence, wanted: assumed.isExclusion }])[0]?.[0]?.to
    if (answer === undefined) continue
    const facts = { ...request.firm.facts, [fact]: answer }
    const then = planner.plan({ ...request, firm: { ...request.firm, facts } })
    if (!then.complete && then.itineraries.length === 0) continue
    const arrives = then.itineraries[0]?.arrives ?? null
    const later = arrives === null ? null : daysBetween(soonest.arrives, arrives)
    if (later !== 0) found.push({ fact, itineraries: assumed.itineraries.size, answer, arrives, later })
  }
  return found.sort((a, b) => harm(b) - harm(a) || b.itineraries - a.itineraries).slice(0, most.given)
}

const harm = ({ later }: PlanQuestion): number => later ?? Number.POSITIVE_INFINITY

/** The facts that most itineraries rest on, those of the soonest first; choices of an application are not asked of a firm. */
function mostAssumed({ rulebook }: Planner, { itineraries }: Plan): readonly (readonly [FactName, Assumed])[] {
  const facts = new Map(rulebook.facts.map(fact => [fact.name, fact]))
  const found = new Map<FactName, Assumed>()
  for (const itinerary of itineraries)
    for (const { programme, edition, apply, assumes } of itinerary.legs) {
      const rules = rulebook.programmes
        .find(({ id }) => id === programme)
        ?.editions.find(each => each.edition === edition)
      for (const { id, exclusion, verdict, facts: names } of assumes) {
        const rule = (exclusion ? rules?.exclusions : rules?.criteria)?.find(each => each.id === id)
        if (verdict !== 'unknown' || rule?.sentence === undefined) continue
        for (const name of names) {
          const fact = facts.get(name)
          if (!fact?.ask || fact.about === 'application') continue
          const known = found.get(name) ?? {
            itineraries: new Set(),
            sentence: rule.sentence,
            isExclusion: exclusion === true,
            apply,
          }
          known.itineraries.add(itinerary)
          found.set(name, known)
        }
      }
    }
  const isInSoonest = ({ itineraries: own }: Assumed) => (own.has(itineraries[0]!) ? 1 : 0)
  return [...found]
    .sort(([, a], [, b]) => isInSoonest(b) - isInSoonest(a) || b.itineraries.size - a.itineraries.size)
    .slice(0, most.tried)
}
