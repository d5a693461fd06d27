import type { Day } from '@ieum/catalogue/records'
import { isAbout } from '@ieum/catalogue/windows'
import type { Leg, LegChanges } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { AgreedHere } from '../../parts/agreed-here.tsx'
import { Money } from '../../parts/money.tsx'
import { OldNoticeWarning } from '../../parts/old-notice-warning.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useWindowDay } from '../../parts/use-window-day.ts'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import { Assumptions } from './assumptions.tsx'
import { LegOdds } from './odds.tsx'
import { usePlaceName } from './use-place-name.ts'
import { WhatIf } from './what-if.tsx'

export type LegChange = Exclude<keyof LegChanges, 'dropped'>

interface LegItemProps {
  leg: Leg
  at: number
  before: Leg | undefined
  via: readonly string[]
  on: Day
  /** The chance of being chosen; null when it is not known. */
  chance: number | null
  /** What became of it since the way was planned before. */
  change: LegChange | undefined
  canFail: boolean
}

/** One leg: what to apply for when, what one gets, what it rests on. */
export function LegItem({ leg, at, before, via, on, chance, change, canFail }: LegItemProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const placeName = usePlaceName()
  const agencyName = useAgencyName()
  const { nameOf, say } = useFactWords()
  const { links } = useRulebook()
  const { programme: programmeOf, agency, ministryOf } = useDirectory()

  const programme = programmeOf(leg.programme)
  const edition = programme?.editions.find(({ edition }) => edition === leg.edition)
  const link = links.find(({ id }) => id === leg.link)
  const name = programme ? said(programme.name) : leg.programme
  const isChange = before !== undefined && before.ministry !== leg.ministry
  const reached = leg.reaches === null ? undefined : via[leg.reaches]

  return (
    <li className="path-leg" data-ministry={leg.ministry}>
      {isChange ? (
        <p className="path-leg-transfer">
          <span className="path-ring" aria-hidden="true" />
          {t('path.legs.transfer', { from: agencyName(before.ministry), to: agencyName(leg.ministry) })}
        </p>
      ) : null}
      <h3>
        <span className="path-leg-number" aria-hidden="true">
          {at + 1}
        </span>
        <Link to="/programmes/$id" params={{ id: leg.programme }}>
          {name}
        </Link>{' '}
        {leg.forecast ? <span className="path-forecast">{t('parts.window.forecast')}</span> : null}
        {change ? (
          <>
            {' '}
            <span className="path-change" data-change={change}>
              {t(`path.after.${change}`)}
            </span>
          </>
        ) : null}
      </h3>
      <p className="path-leg-whose">
        <AgencyLine agency={agency(leg.agency)} ministry={ministryOf(leg.agency)} />
        <span>{t('path.legs.edition', { edition: leg.edition })}</span>
        <OldNoticeWarning edition={edition} on={on} />
      </p>
      <dl className="path-leg-facts">
        <Row name={t('path.legs.apply')}>
          <SayDay day={leg.apply} />
          <WindowOf leg={leg} />
        </Row>
        <Row name={t('path.legs.decided')}>
          <SayDay day={leg.decided} />
        </Row>
        {leg.ends === leg.decided ? null : (
          <Row name={t('path.legs.ends')}>
            <SayDay day={leg.ends} />
          </Row>
        )}
        <Row name={t('path.legs.gets')}>
          {leg.support > 0 ? <Money won={leg.support} /> : t('path.legs.getsNothing')}
          {programme ? <small> {subject('kind', programme.kind)}</small> : null}
        </Row>
        {leg.ownCost > 0 ? (
          <Row name={t('path.legs.ownCost')}>
            <Money won={leg.ownCost} />
          </Row>
        ) : null}
        {edition?.effects?.length ? (
          <Row name={t('path.legs.brings')}>
            {edition.effects.map(({ fact, value }) => `${nameOf(fact)} ${say(fact, value)}`).join(' · ')}
          </Row>
        ) : null}
        {link ? (
          <Row name={t('path.legs.link')}>
            {subject('link', link.kind)}
            {link.label ? `: ${said(link.label)}` : null} <AgreedHere link={link} />
          </Row>
        ) : null}
        <Row name={t('path.legs.assumes')}>
          <Assumptions assumes={leg.assumes} edition={edition} />
        </Row>
        <Row name={t('path.odds.leg')} className={chance === null ? 'no-print' : undefined}>
          <LegOdds chance={chance} competition={edition?.competition} />
        </Row>
      </dl>
      {reached === leg.programme ? null : (
        <p className="path-leg-reaches">
          {reached === undefined ? t('path.legs.enables') : t('path.legs.reaches', { name: placeName(reached) })}
        </p>
      )}
      {canFail ? <WhatIf leg={at + 1} name={name} /> : null}
    </li>
  )
}

interface RowProps {
  name: string
  className?: string | undefined
  children: ReactNode
}

function Row({ name, className, children }: RowProps) {
  return (
    <div className={className}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function SayDay({ day }: { day: Day }) {
  const language = useLanguage()
  return <time dateTime={day}>{sayDay(day, language)}</time>
}

function WindowOf({ leg: { window } }: { leg: Leg }) {
  const { t } = useTranslation()
  const say = useWindowDay()
  const words = {
    opens: say(window.opens, isAbout(window, 'opens')),
    closes: say(window.closes, isAbout(window, 'closes')),
  }
  return (
    <small className="path-leg-window">
      {t(window.rolling ? 'path.legs.windowRolling' : 'path.legs.window', words)}
    </small>
  )
}
