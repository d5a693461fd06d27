import type { Itinerary, Plan } from '@ieum/planning'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { choicesOf } from './choices.ts'
import { ChoicesList } from './choices-list.tsx'
import { LegList } from './leg-list.tsx'
import { Measures } from './measures.tsx'
import { NothingFound } from './nothing-found.tsx'
import type { Route } from './path-asked.ts'
import { Picture } from './picture/picture.tsx'
import { PlanStatus } from './plan-status.tsx'
import { TakeAway } from './take-away.tsx'
import type { Planning } from './use-plan.ts'

interface PlanShownProps {
  planning: Planning
  route: Route
}

/** What the planning has found so far. */
export function PlanShown({ planning, route }: PlanShownProps) {
  const plan = planning.is === 'failed' ? undefined : planning.plan
  const isNothing = planning.is === 'done' && planning.plan.itineraries.length === 0
  return (
    <div className="path-plan" data-under-way={planning.is === 'under way' || undefined}>
      <PlanStatus planning={planning} />
      {isNothing ? <NothingFound plan={planning.plan} route={route} /> : null}
      {plan && plan.itineraries.length > 0 ? <Itineraries plan={plan} /> : null}
    </div>
  )
}

/** The same way stays shown and pinned when it is found again after a change. */
const keyOf = ({ legs }: Itinerary): string => legs.map(({ programme, apply }) => `${programme} ${apply}`).join(' ')

function Itineraries({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const choices = useMemo(() => choicesOf(plan.itineraries), [plan])
  const [chosen, setChosen] = useState<string>()
  const [pinnedKey, setPinned] = useState<string>()
  const shown = choices.find(({ itinerary }) => keyOf(itinerary) === chosen)?.itinerary ?? choices[0]!.itinerary
  const pinned = choices.find(({ itinerary }) => keyOf(itinerary) === pinnedKey)?.itinerary

  return (
    <div className="path-halves">
      <ChoicesList
        choices={choices}
        shown={shown}
        pinned={pinned}
        onShow={itinerary => setChosen(keyOf(itinerary))}
        onPin={itinerary => setPinned(itinerary && keyOf(itinerary))}
      />
      <section className="path-shown" aria-label={t('path.picture.title')}>
        <Measures shown={shown} pinned={pinned} />
        <Picture itinerary={shown} on={plan.on} />
        <LegList itinerary={shown} via={plan.via} on={plan.on} />
        <TakeAway itinerary={shown} />
      </section>
    </div>
  )
}
