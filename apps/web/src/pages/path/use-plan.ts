import type { Companion, ExplainedPlan, Itinerary, PlanQuestion } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { useEffect, useState } from 'react'
import type { Ask } from './plan-messages.ts'
import { planningDesk } from './planning-desk.ts'

export type Planning =
  /** `plan`: what is known so far; the last answer of the same question, or the direct ways. */
  | { readonly is: 'under way'; readonly plan?: ExplainedPlan }
  /** `ask`: what it is the answer to. */
  | { readonly is: 'done'; readonly plan: ExplainedPlan; readonly ask: Ask }
  | { readonly is: 'failed'; readonly why: string }

/** So that a slider that moves does not start a search for every day it passes. */
const stillFor = 120

/** Plans again as soon as what is asked changes; nothing is asked when it is left out. */
export function usePlan(rulebook: Rulebook, ask: Ask | undefined): Planning {
  const [planning, setPlanning] = useState<Planning>({ is: 'under way' })

  useEffect(() => {
    if (!ask) return
    let stop = () => {}
    setPlanning(before => ({ is: 'under way', ...(before.is !== 'failed' && before.plan && { plan: before.plan }) }))
    const soon = setTimeout(() => {
      stop = planningDesk(rulebook).ask({ is: 'plan', ask }, answer => {
        if (answer.is === 'failed') setPlanning(answer)
        else if (answer.is === 'planned')
          setPlanning(answer.isLast ? { is: 'done', plan: answer.plan, ask } : { is: 'under way', plan: answer.plan })
      })
    }, stillFor)
    return () => {
      clearTimeout(soon)
      stop()
    }
  }, [rulebook, ask])

  return planning
}

export type Looking<Found> =
  | { readonly is: 'looking' }
  | { readonly is: 'found'; readonly found: Found }
  /** Not asked yet, or it could not be worked out. */
  | { readonly is: 'nothing' }

/** What else could be used on the way. */
export function useCompanions(
  rulebook: Rulebook,
  ask: Ask | undefined,
  itinerary: Itinerary,
): Looking<readonly Companion[]> {
  const [known, setKnown] = useState<{ readonly of: Itinerary; readonly companions?: readonly Companion[] }>()
  useEffect(() => {
    if (!ask) return
    return planningDesk(rulebook).ask({ is: 'companions', ask, itinerary }, answer => {
      if (answer.is === 'companions') setKnown({ of: itinerary, companions: answer.companions })
      else if (answer.is === 'failed') setKnown({ of: itinerary })
    })
  }, [rulebook, ask, itinerary])
  if (!ask) return { is: 'nothing' }
  if (known?.of !== itinerary) return { is: 'looking' }
  return known.companions ? { is: 'found', found: known.companions } : { is: 'nothing' }
}

/** The assumed facts that would change a plan most; undefined until they are known. */
export function useQuestions(rulebook: Rulebook, planning: Planning | undefined): readonly PlanQuestion[] | undefined {
  const [found, setFound] = useState<{ readonly of: Planning; readonly questions: readonly PlanQuestion[] }>()
  useEffect(() => {
    if (planning?.is !== 'done' || !planning.plan.complete || planning.plan.itineraries.length === 0) return
    const { ask, plan } = planning
    return planningDesk(rulebook).ask({ is: 'questions', ask, plan }, answer => {
      if (answer.is === 'questions') setFound({ of: planning, questions: answer.questions })
    })
  }, [rulebook, planning])
  return found && found.of === planning ? found.questions : undefined
}
