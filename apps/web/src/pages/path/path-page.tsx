import type { FactName, Firm, Value } from '@ieum/catalogue/records'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { firmFileOf } from '../../firm/firm-file.ts'
import { answer, answerNotKnown, isBlank, keepFirm } from '../../firm/firm-store.ts'
import { useFirm } from '../../firm/use-firm.ts'
import { councilPathwaysFirst } from '../../rulebook/council-pathways.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { Page } from '../../shell/page.tsx'
import { AskForm } from './ask-form.tsx'
import { type Route, routeOf } from './path-asked.ts'
import type { Ask } from './plan-messages.ts'
import { PlanShown } from './plan-shown.tsx'
import { reachedBefore } from './reached-before.ts'
import { RouteLine } from './route-line.tsx'
import { usePlan } from './use-plan.ts'
import { WhoseFirm } from './whose-firm.tsx'
import './path.css'
import './what-else.css'

/** Dated ways through the programmes of several ministries. */
export function PathPage() {
  const { t } = useTranslation()
  const today = useOn()
  const asked = useSearch({ from: '/path' })
  const rulebook = useRulebook()
  const own = useFirm()
  const [example, setExample] = useState<Firm>()

  const whole = useMemo(() => routeOf(asked, councilPathwaysFirst(rulebook), today), [asked, rulebook, today])
  const told = useMemo(() => (isBlank(own) ? undefined : firmFileOf(own)), [own])
  const firm = example ?? told
  // Stops of one's own are gone to as they stand.
  const { done, ahead } = useMemo(
    () =>
      firm && whole.pathway ? reachedBefore(whole.via, firm, rulebook.programmes) : { done: [], ahead: whole.via },
    [firm, whole, rulebook],
  )
  const route = useMemo(() => ({ ...whole, via: ahead }), [whole, ahead])
  const planning = usePlan(rulebook, useAsk(firm, route))

  /** Answers a question of the firm that is looked at; without a value it is not known. */
  const tell = (fact: FactName, value: Value | undefined) => {
    if (example) setExample(value === undefined ? example : { ...example, facts: { ...example.facts, [fact]: value } })
    else keepFirm(value === undefined ? answerNotKnown(own, fact) : answer(own, fact, value))
  }

  return (
    <Page title={t('path.title')} className="path" lead={<p>{t('path.lead')}</p>}>
      <WhoseFirm firm={firm} isExample={example !== undefined} onExample={setExample} />
      <AskForm route={whole} today={today} />
      {whole.via.length > 0 ? <RouteLine via={whole.via} done={done.length} /> : null}
      {done.length > 0 ? (
        <p className="path-behind">
          {t(ahead.length > 0 ? 'path.behind.some' : 'path.behind.all', { count: done.length })}
        </p>
      ) : null}
      {firm && route.via.length > 0 ? <PlanShown planning={planning} route={route} firm={firm} onTell={tell} /> : null}
    </Page>
  )
}

/** The same question stays the same object, so that it is not planned again. */
function useAsk(firm: Firm | undefined, { via, on, years, maxLegs }: Route): Ask | undefined {
  const question = JSON.stringify(via)
  return useMemo(() => {
    const waypoints = JSON.parse(question) as string[]
    return firm && waypoints.length > 0 ? { firm, on, via: waypoints, horizon: `P${years}Y`, maxLegs } : undefined
  }, [firm, question, on, years, maxLegs])
}
