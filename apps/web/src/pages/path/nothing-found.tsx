import { addYears } from '@ieum/catalogue/days'
import type { Firm } from '@ieum/catalogue/records'
import type { Plan } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { matcherFor } from '../../firm/use-match.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { legsToChoose, type Route, yearsToChoose } from './path-asked.ts'
import { usePlaceName } from './use-place-name.ts'
import { type Hindrance, whyNone } from './why-none.ts'

/** So many sentences of one notice are enough to see why. */
const rulesShown = 4

/** No way: where it stops, and what to try. */
export function NothingFound({ plan, route, firm }: { plan: Plan; route: Route; firm: Firm }) {
  const { t } = useTranslation()
  const nameOf = usePlaceName()
  const rulebook = useRulebook()
  const until = addYears(plan.on, route.years)
  const stops = useMemo(
    () => whyNone(plan.via, rulebook.programmes, matcherFor(rulebook).match(firm, plan.on).results, plan.on, until),
    [plan, rulebook, firm, until],
  )
  const isEachPossible = stops.every(({ hindrance }) => hindrance.is === 'possible')

  return (
    <section className="path-none" aria-labelledby="path-none">
      <h2 id="path-none">{t(plan.complete ? 'path.none.title' : 'path.none.titleTimeUp')}</h2>
      <p>{plan.complete ? t('path.none.where') : t('path.none.timeUp')}</p>
      <ol className="path-none-stops">
        {stops.map(({ waypoint, hindrance }) => (
          <li key={waypoint} data-open={hindrance.is === 'possible' || undefined}>
            <h3>{nameOf(waypoint)}</h3>
            <Why hindrance={hindrance} until={until} />
          </li>
        ))}
      </ol>
      {isEachPossible && plan.complete ? <p>{t('path.none.order')}</p> : null}
      <WhatToTry route={route} isComplete={plan.complete} needsRoom={isEachPossible} />
    </section>
  )
}

function Why({ hindrance, until }: { hindrance: Hindrance; until: string }) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  switch (hindrance.is) {
    case 'unknown place':
      return <p>{t('path.none.unknown')}</p>
    case 'no window':
      return <p>{t('path.none.noWindow', { day: sayDay(until, language) })}</p>
    case 'none eligible':
      return <p>{t('path.none.stageNotEligible', { count: hindrance.programmes })}</p>
    case 'possible':
      return (
        <p>
          {hindrance.programmes === undefined
            ? t('path.none.possible')
            : t('path.none.stagePossible', { count: hindrance.programmes })}
        </p>
      )
    case 'not eligible': {
      const { rules, programme } = hindrance
      return (
        <>
          <p>{t('path.none.notEligible')}</p>
          <ul className="path-none-rules">
            {rules.slice(0, rulesShown).map(rule => (
              <li key={rule.id}>{said(rule.label) || rule.id}</li>
            ))}
          </ul>
          {rules.length > rulesShown ? (
            <Link to="/programmes/$id" params={{ id: programme.id }}>
              {t('path.none.more', { count: rules.length - rulesShown })}
            </Link>
          ) : null}
        </>
      )
    }
  }
}

interface WhatToTryProps {
  route: Route
  isComplete: boolean
  /** More time or more programmes can help: nothing else stands in the way. */
  needsRoom: boolean
}

function WhatToTry({ route, isComplete, needsRoom }: WhatToTryProps) {
  const { t } = useTranslation()
  const moreYears = yearsToChoose.find(years => years > route.years)
  const moreLegs = legsToChoose.find(legs => legs > route.maxLegs)
  const fewerLegs = legsToChoose.findLast(legs => legs < route.maxLegs && legs >= route.via.length)
  const ask = (change: { years?: string; legs?: string }) => ({
    to: '/path' as const,
    search: (before: object) => ({ ...before, ...change }),
    resetScroll: false,
    replace: true,
  })
  return (
    <>
      <h3>{t('path.none.try')}</h3>
      <ul className="path-none-try">
        {isComplete && needsRoom && moreYears ? (
          <li>
            <Link {...ask({ years: String(moreYears) })}>{t('path.none.tryYears', { count: moreYears })}</Link>
          </li>
        ) : null}
        {isComplete && needsRoom && moreLegs ? (
          <li>
            <Link {...ask({ legs: String(moreLegs) })}>{t('path.none.tryLegs', { count: moreLegs })}</Link>
          </li>
        ) : null}
        {!isComplete && fewerLegs ? (
          <li>
            <Link {...ask({ legs: String(fewerLegs) })}>{t('path.none.tryFewerLegs', { count: fewerLegs })}</Link>
          </li>
        ) : null}
        <li>
          <Link to="/find">{t('path.none.tryFind')}</Link>
        </li>
        <li>
          <a href="#path-pathway">{t('path.none.tryOther')}</a>
        </li>
      </ul>
    </>
  )
}
