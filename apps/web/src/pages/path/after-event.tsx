import type { Event, ExplainedPlan, Itinerary, Leg, LegChanges } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import { LegList } from './leg-list.tsx'
import { Measures } from './measures.tsx'
import { NothingFound } from './nothing-found.tsx'
import { WholeOdds } from './odds.tsx'
import type { Route } from './path-asked.ts'
import { Picture } from './picture/picture.tsx'
import type { Ask } from './plan-messages.ts'
import { TakeAway } from './take-away.tsx'
import { usePlaceName } from './use-place-name.ts'
import { usePlan } from './use-plan.ts'

interface AfterEventProps {
  /** As it stands in the address. */
  event: string
  happened: Event
  /** The itinerary that it happens to. */
  before: Itinerary
  /** What that one was the answer to; left out while better ones are still looked for. */
  ask: Ask | undefined
  route: Route
  /** Whether one came here from the itinerary, rather than by the address. */
  isFollowed: () => boolean
}

/** What is left of an itinerary when one of its legs does not go as planned, and the soonest way on from there. */
export function AfterEvent({ event, happened, before, ask, route, isFollowed }: AfterEventProps) {
  const { t } = useTranslation()
  const rulebook = useRulebook()
  const title = useId()
  const again = useMemo(() => ask && { ...ask, after: { legs: before.legs, event } }, [ask, before, event])
  const planning = usePlan(rulebook, again)
  const name = usePlaceName()(before.legs[happened.leg - 1]!.programme)
  // Of a question asked before, an answer may still be there.
  const plan = planning.is !== 'failed' && planning.plan?.after?.event === event ? planning.plan : undefined
  const isWay = plan !== undefined && plan.itineraries.length > 0

  return (
    <section className="path-after" aria-labelledby={title} data-under-way={planning.is === 'under way' || undefined}>
      <p className="no-print">
        <Link
          to="/path"
          search={stay => ({ ...stay, event: undefined })}
          resetScroll={false}
          className="path-line-link"
        >
          {t('path.after.back')}
        </Link>
      </p>
      <Title id={title} takesFocus={isFollowed}>
        {useEventInWords(happened, name)}
      </Title>
      <p role="status" className={planning.is === 'done' ? 'only-heard' : 'path-status'}>
        {planning.is === 'failed'
          ? t('path.state.failed')
          : planning.is === 'under way'
            ? t('path.after.looking')
            : t(isWay ? 'path.after.found' : 'path.after.none')}
      </p>
      {planning.is === 'done' && !planning.plan.complete && isWay ? (
        <p className="path-time-up">{t('path.state.timeUp')}</p>
      ) : null}
      {plan ? <WayOn plan={plan} before={before} start={ask?.on ?? plan.on} /> : null}
      {plan && planning.is === 'done' && !isWay ? <NothingFound plan={plan} route={route} /> : null}
    </section>
  )
}

/** It takes the focus from what was pressed and is no longer there; who opens the page at this address starts at its top. */
function Title({ id, takesFocus, children }: { id: string; takesFocus: () => boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus()) heading.current?.focus()
  }, [takesFocus])
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}

function useEventInWords(happened: Event, name: string): string {
  const { t } = useTranslation()
  if (happened.is !== 'delayed') return t(`path.after.${happened.is}`, { name })
  const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(happened.by) ?? []
  const inMonths = Number(years ?? 0) * 12 + Number(months ?? 0)
  const by = [
    ...(inMonths > 0 ? [t('path.measure.months', { count: inMonths })] : []),
    ...(days ? [t('path.measure.days', { count: Number(days) })] : []),
  ].join(' ')
  return t('path.after.delayed', { name, by })
}

function WayOn({ plan, before, start }: { plan: ExplainedPlan; before: Itinerary; start: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const soonest = plan.itineraries[0]
  const { after } = plan
  if (!after) return null
  const known = t('path.after.known', { day: sayDay(after.known, language) })
  if (!soonest || !after.changes)
    return (
      <>
        <p>{known}</p>
        <Changes changes={{ stays: after.standing, moved: [], dropped: [], added: [] }} />
      </>
    )
  return (
    <>
      <p>
        {known} {t('path.after.soonest')}
      </p>
      <Changes changes={after.changes} />
      <Measures
        shown={soonest}
        pinned={before}
        names={{ pinned: t('path.after.before'), shown: t('path.after.shown') }}
      />
      <WholeOdds odds={soonest.odds} />
      <Picture itinerary={soonest} on={start} />
      <LegList itinerary={soonest} via={plan.via} on={plan.on} changes={after.changes} />
      {plan.itineraries.length > 1 ? <p>{t('path.after.others', { count: plan.itineraries.length - 1 })}</p> : null}
      <TakeAway itinerary={soonest} />
    </>
  )
}

/** What stands, what moves, what drops out and what is new. */
function Changes({ changes: { stays, moved, dropped, added } }: { changes: LegChanges }) {
  const { t } = useTranslation()
  const nameOf = usePlaceName()
  if (![stays, moved, dropped, added].some(legs => legs.length > 0)) return null
  const names = (legs: readonly Leg[]) => legs.map(leg => <li key={keyOf(leg)}>{nameOf(leg.programme)}</li>)
  return (
    <dl className="path-changes">
      <Kind name={t('path.after.stays')} is="stays" rows={names(stays)} />
      <Kind
        name={t('path.after.moved')}
        is="moved"
        rows={moved.map(({ from, to }) => (
          <li key={keyOf(to)}>
            {nameOf(to.programme)}
            <MovedDays from={from} to={to} />
          </li>
        ))}
      />
      <Kind name={t('path.after.dropped')} is="dropped" rows={names(dropped)} />
      <Kind
        name={t('path.after.added')}
        is="added"
        rows={added.map(leg => (
          <li key={keyOf(leg)}>
            {nameOf(leg.programme)}
            <small>
              {t('path.legs.apply')} <Day of={leg.apply} />
            </small>
          </li>
        ))}
      />
    </dl>
  )
}

const keyOf = ({ programme, apply }: Leg): string => `${programme} ${apply}`

function Kind({ name, is, rows }: { name: string; is: keyof LegChanges; rows: readonly ReactNode[] }) {
  if (rows.length === 0) return null
  return (
    <div data-change={is}>
      <dt>{name}</dt>
      <dd>
        <ul>{rows}</ul>
      </dd>
    </div>
  )
}

/** The days of a leg that are others now. */
function MovedDays({ from, to }: { from: Leg; to: Leg }) {
  const { t } = useTranslation()
  const days = (['apply', 'decided', 'ends'] as const).filter(
    moment => from[moment] !== to[moment] && !(moment === 'ends' && to.ends === to.decided),
  )
  return days.map(moment => (
    <small key={moment}>
      {t(`path.legs.${moment}`)} <Day of={from[moment]} /> <span aria-hidden="true">→</span>
      <span className="only-heard">{t('path.after.becomes')}</span> <Day of={to[moment]} />
    </small>
  ))
}

function Day({ of }: { of: string }) {
  return <time dateTime={of}>{sayDay(of, useLanguage())}</time>
}
