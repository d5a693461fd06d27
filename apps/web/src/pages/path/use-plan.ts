import type { Firm } from '@ieum/catalogue/records'
import type { ExplainedPlan } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { useEffect, useState } from 'react'
import type { Route } from './path-asked.ts'
import { type Ask, planningDesk } from './planning-desk.ts'

export type Planning =
  /** `plan`: what is known so far; the last answer of the same question, or the direct ways. */
  | { readonly is: 'under way'; readonly plan?: ExplainedPlan }
  | { readonly is: 'done'; readonly plan: ExplainedPlan }
  | { readonly is: 'failed'; readonly why: string }

/** So that a slider that moves does not start a search for every day it passes. */
const stillFor = 120

/** Plans again as soon as the firm, the waypoints, the day or a limit changes. */
export function usePlan(rulebook: Rulebook, firm: Firm | undefined, { via, on, years, maxLegs }: Route): Planning {
  const [planning, setPlanning] = useState<Planning>({ is: 'under way' })
  // A text, so that the same waypoints in a new list are the same question.
  const question = JSON.stringify(via)
  const isAsked = via.length > 0

  useEffect(() => {
    if (!firm || !isAsked) return
    const ask: Ask = { firm, on, via: JSON.parse(question) as string[], horizon: `P${years}Y`, maxLegs }
    let stop = () => {}
    setPlanning(before => ({ is: 'under way', ...(before.is !== 'failed' && before.plan && { plan: before.plan }) }))
    const soon = setTimeout(() => {
      stop = planningDesk(rulebook).ask(ask, answer => {
        if (answer.is === 'failed') setPlanning({ is: 'failed', why: answer.why })
        else setPlanning({ is: answer.isLast ? 'done' : 'under way', plan: answer.plan })
      })
    }, stillFor)
    return () => {
      clearTimeout(soon)
      stop()
    }
  }, [rulebook, firm, question, isAsked, on, years, maxLegs])

  return planning
}
