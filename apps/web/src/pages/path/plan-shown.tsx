import type { FactName, Firm, Value } from '@ieum/catalogue/records'
import { type Plan, readEvent } from '@ieum/planning'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { AfterEvent } from './after-event.tsx'
import { Alongside } from './alongside.tsx'
import { choiceOf, choicesOf, wayOf } from './choices.ts'
import { ChoicesList } from './choices-list.tsx'
import { LegList } from './leg-list.tsx'
import { Measures } from './measures.tsx'
import { NothingFound } from './nothing-found.tsx'
import { WholeOdds } from './odds.tsx'
import type { Route } from './path-asked.ts'
import { Picture } from './picture/picture.tsx'
import { PlanQuestions } from './plan-questions.tsx'
import { PlanStatus } from './plan-status.tsx'
import { TakeAway } from './take-away.tsx'
import { type Planning, useCompanions, useQuestions } from './use-plan.ts'
import { whatIfId } from './what-if.tsx'

interface PlanShownProps {
  planning: Planning
  route: Route
  firm: Firm
  /** Answers a question of the firm; without a value it is not known. */
  onTell: (fact: FactName, value: Value | undefined) => void
}

/** What the planning has found so far. */
export function PlanShown({ planning, route, firm, onTell }: PlanShownProps) {
  const { event } = useSearch({ from: '/path' })
  const plan = planning.is === 'failed' ? undefined : planning.plan
  const isNothing = planning.is === 'done' && planning.plan.itineraries.length === 0
  return (
    <div className="path-plan" data-under-way={planning.is === 'under way' || undefined}>
      <PlanStatus planning={planning} isOfOthers={event !== undefined && readEvent(event) !== undefined} />
      {isNothing ? <NothingFound plan={planning.plan} route={route} /> : null}
      {plan && plan.itineraries.length > 0 ? (
        <Itineraries plan={plan} planning={planning} route={route} firm={firm} onTell={onTell} />
      ) : null}
    </div>
  )
}

/** The ways to choose from and the one that is looked at; or what comes of that one when something happens to it. */
function Itineraries({ plan, planning, route, firm, onTell }: PlanShownProps & { plan: Plan }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const rulebook = useRulebook()
  const { way, event } = useSearch({ from: '/path' })
  const choices = useMemo(() => choicesOf(plan.itineraries), [plan])
  const [pinnedWay, setPinned] = useState<{ readonly way: string | undefined }>()
  const chosen = choiceOf(choices, way) ?? choices[0]!
  const shown = chosen.itinerary
  const pinned = pinnedWay && choiceOf(choices, pinnedWay.way)?.itinerary

  const happened = event === undefined ? undefined : readEvent(event)
  const isHit = happened !== undefined && happened.leg <= shown.legs.length
  const ask = planning.is === 'done' ? planning.ask : undefined
  const companions = useCompanions(rulebook, isHit ? undefined : ask, shown)
  const questions = useQuestions(rulebook, isHit ? undefined : planning)
  const isFollowed = useReturn(isHit ? happened.leg : undefined)

  if (isHit && event !== undefined)
    return (
      <AfterEvent event={event} happened={happened} before={shown} ask={ask} route={route} isFollowed={isFollowed} />
    )

  const nameOf = (itinerary: typeof shown) => wayOf(choices, choices.find(choice => choice.itinerary === itinerary)!)
  const show = (itinerary: typeof shown) =>
    void navigate({
      to: '/path',
      search: before => ({ ...before, way: nameOf(itinerary), event: undefined }),
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="path-halves">
      <ChoicesList
        choices={choices}
        shown={shown}
        pinned={pinned}
        onShow={show}
        onPin={itinerary => setPinned(itinerary && { way: nameOf(itinerary) })}
      />
      <div className="path-shown">
        <section aria-label={t('path.picture.title')}>
          <Measures shown={shown} pinned={pinned} />
          <WholeOdds odds={shown.odds} />
          <Picture itinerary={shown} on={plan.on} />
          <LegList itinerary={shown} via={plan.via} on={plan.on} canFail={planning.is === 'done'} />
          <TakeAway itinerary={shown} />
        </section>
        <Alongside alongside={companions} />
        <PlanQuestions questions={questions} of={plan.itineraries.length} firm={firm} onTell={onTell} />
      </div>
    </div>
  )
}

/** Who comes back from what would happen to a leg goes on reading there. Says whether one came to it from the itinerary. */
function useReturn(leg: number | undefined): () => boolean {
  const before = useRef(leg)
  useEffect(() => {
    if (leg === undefined && before.current !== undefined) document.getElementById(whatIfId(before.current))?.focus()
    before.current = leg
  }, [leg])
  return useCallback(() => before.current === undefined, [])
}
