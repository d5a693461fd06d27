import type { ExplainedPlan, Hindered, Hindrance, Remedy, WhyNot } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { findingOf } from '../../council/follow/finding-of.ts'
import { OntoAgenda } from '../../council/follow/onto-agenda.tsx'
import { OneChange } from '../../parts/proof/changes.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { legsToChoose, type Route } from './path-asked.ts'
import { usePlaceName } from './use-place-name.ts'

/** So many programmes of a stage, and sentences of one notice, are enough to see why. */
const shownAtMost = { programmes: 3, rules: 4 } as const

/** No way: where it stops, why, and which single change would open it. */
export function NothingFound({ plan, route }: { plan: ExplainedPlan; route: Route }) {
  const { t } = useTranslation()
  const { via, whyNot, complete } = plan
  const finding = whyNot && findingOf(whyNot, { via, pathway: route.pathway?.id, on: plan.on })
  return (
    <section className="path-none" aria-labelledby="path-none">
      <h2 id="path-none">{t(complete ? 'path.none.title' : 'path.none.titleTimeUp')}</h2>
      {complete && !whyNot ? null : <p>{t(complete ? 'path.none.where' : 'path.none.timeUp')}</p>}
      {whyNot ? <Stops via={via} whyNot={whyNot} /> : null}
      {whyNot ? <Remedies remedies={whyNot.remedies} /> : null}
      {finding ? <OntoAgenda finding={finding} /> : null}
      <WhatToTry route={route} isComplete={complete} />
    </section>
  )
}

function Stops({ via, whyNot }: { via: readonly string[]; whyNot: WhyNot }) {
  const { t } = useTranslation()
  const nameOf = usePlaceName()
  const language = useLanguage()
  const { waypoint: stuck, before, hindered, programmes } = whyNot
  const others = programmes - shownAtMost.programmes
  return (
    <ol className="path-none-stops">
      {via.map((waypoint, index) => (
        <li key={waypoint} data-stands={index < stuck ? 'reached' : index === stuck ? 'stuck' : 'behind'}>
          <h3>{nameOf(waypoint)}</h3>
          {index < stuck && before ? (
            <p>{t('path.none.reached', { day: sayDay(before.reached[index]!, language) })}</p>
          ) : null}
          {index === stuck
            ? hindered
                .slice(0, shownAtMost.programmes)
                .map(each => <Before key={each.programme} hindered={each} isNamed={each.programme !== waypoint} />)
            : null}
          {index === stuck && others > 0 ? <p>{t('path.none.others', { count: others })}</p> : null}
          {index > stuck ? <p>{t('path.none.behind')}</p> : null}
        </li>
      ))}
    </ol>
  )
}

function Before({ hindered, isNamed }: { hindered: Hindered; isNamed: boolean }) {
  const { programme, edition, hindrances } = hindered
  const nameOf = usePlaceName()
  return (
    <div>
      {isNamed ? (
        <h4>
          <Link to="/programmes/$id" params={{ id: programme }}>
            {nameOf(programme)}
          </Link>
        </h4>
      ) : null}
      {hindrances.map(each => (
        <Why key={each.is} hindrance={each} programme={programme} edition={edition} />
      ))}
    </div>
  )
}

function Why({ hindrance, programme, edition }: { hindrance: Hindrance; programme: string; edition: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = usePlaceName()
  const day = (date: string) => sayDay(date, language)
  switch (hindrance.is) {
    case 'beyond':
      return <p>{t('path.none.beyond')}</p>
    case 'too late':
      return (
        <p>
          {t('path.none.tooLate', {
            closes: day(hindrance.closes),
            ready: day(hindrance.ready),
            count: hindrance.days,
          })}
        </p>
      )
    case 'excluded':
      return <p>{t('path.none.excluded', { by: nameOf(hindrance.by) })}</p>
    case 'used before':
      return <p>{t('path.none.usedBefore')}</p>
    case 'barred':
      return <p>{t('path.none.barred')}</p>
    case 'no window':
      return (
        <p>
          {hindrance.lastClosed
            ? t('path.none.lastClosed', { day: day(hindrance.lastClosed) })
            : t('path.none.noWindow')}
        </p>
      )
    case 'shut':
      return <Rules hindrance={hindrance} programme={programme} edition={edition} />
  }
}

function Rules({
  hindrance: { on, criteria, exclusions },
  programme,
  edition,
}: {
  hindrance: Extract<Hindrance, { is: 'shut' }>
  programme: string
  edition: string
}) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const { programme: programmeOf } = useDirectory()
  const found = programmeOf(programme)?.editions.find(each => each.edition === edition)
  const rules = [
    ...criteria.map(id => found?.criteria.find(rule => rule.id === id) ?? { id }),
    ...exclusions.map(id => found?.exclusions.find(rule => rule.id === id) ?? { id }),
  ]
  const others = rules.length - shownAtMost.rules
  return (
    <>
      <p>{t('path.none.notEligible', { day: sayDay(on, language) })}</p>
      <ul className="path-none-rules">
        {rules.slice(0, shownAtMost.rules).map(rule => (
          <li key={rule.id}>{said(rule.label) || rule.id}</li>
        ))}
      </ul>
      {others > 0 ? (
        <Link to="/programmes/$id" params={{ id: programme }}>
          {t('path.none.more', { count: others })}
        </Link>
      ) : null}
    </>
  )
}

function Remedies({ remedies }: { remedies: readonly Remedy[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (remedies.length === 0) return <p>{t('path.none.noRemedy')}</p>
  return (
    <>
      <h3>{t('path.none.remedies')}</h3>
      <ul className="path-none-remedies">
        {remedies.map(remedy => (
          <li key={JSON.stringify(remedy)}>
            <OneRemedy remedy={remedy} />
            <small>
              {t(remedy.opensAll === false ? 'path.none.arrivesStuck' : 'path.none.arrives', {
                day: sayDay(remedy.arrives, language),
              })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function OneRemedy({ remedy }: { remedy: Remedy }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = usePlaceName()
  switch (remedy.is) {
    case 'firm':
      return (
        <ul>
          {remedy.changes.map(change => (
            <OneChange key={change.fact} change={change} />
          ))}
        </ul>
      )
    case 'window': {
      const days = { opens: sayDay(remedy.opens, language), closes: sayDay(remedy.closes, language) }
      return <span>{t('path.none.window', { programme: nameOf(remedy.programme), ...days })}</span>
    }
    case 'link':
      return <span>{t('path.none.link', { from: nameOf(remedy.from), to: nameOf(remedy.to) })}</span>
    case 'legs':
      return (
        <Link {...asking({ legs: String(remedy.maxLegs) })}>{t('path.none.tryLegs', { count: remedy.maxLegs })}</Link>
      )
    case 'horizon': {
      const years = Number(/^P(\d+)Y$/.exec(remedy.horizon)?.[1])
      return <Link {...asking({ years: String(years) })}>{t('path.none.tryYears', { count: years })}</Link>
    }
  }
}

const asking = (change: { years?: string; legs?: string }) => ({
  to: '/path' as const,
  search: (before: object) => ({ ...before, ...change }),
  resetScroll: false,
  replace: true,
})

function WhatToTry({ route, isComplete }: { route: Route; isComplete: boolean }) {
  const { t } = useTranslation()
  const fewerLegs = legsToChoose.findLast(legs => legs < route.maxLegs && legs >= route.via.length)
  return (
    <>
      <h3>{t('path.none.try')}</h3>
      <ul className="path-none-try">
        {!isComplete && fewerLegs ? (
          <li>
            <Link {...asking({ legs: String(fewerLegs) })}>{t('path.none.tryFewerLegs', { count: fewerLegs })}</Link>
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
