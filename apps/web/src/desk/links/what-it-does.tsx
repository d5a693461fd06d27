import { isDay, weekday } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { linkDays, workCalendarOf } from '@ieum/desk'
import { sayDay } from '@ieum/wording'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import type { LinkTerms } from '../client/shapes.ts'
import { useRulesOf } from './use-rules-of.ts'

type Doing = Pick<LinkTerms, 'toProgramme' | 'kind' | 'waives' | 'accepts' | 'validFrom' | 'validTo'> & {
  /** Undefined while it is not a number yet. */
  readonly places: number | null | undefined
  /** Undefined while they are not numbers yet. */
  readonly days:
    | { readonly daysToAnswer: number; readonly remindBefore: number; readonly expireAfter: number }
    | undefined
}

/** What terms change for a firm, counted from the catalogue and the calendar: nothing here is an estimate. */
export function WhatItDoes({ does, title }: { does: Doing; title: string }) {
  const { t } = useTranslation()
  return (
    <section className="case-section link-does" aria-label={title}>
      <h2>{title}</h2>
      <p>{t(`agreement.kind.${does.kind}`)}</p>
      <Part name={t('agreement.does.criteria')}>
        <CriteriaPart does={does} />
      </Part>
      <Part name={t('agreement.does.clock')}>
        <ClockPart does={does} />
      </Part>
      {does.places === undefined ? null : (
        <Part name={t('agreement.does.places')}>
          <p>
            {does.places === null ? t('agreement.does.unlimited') : t('agreement.does.limited', { count: does.places })}
          </p>
        </Part>
      )}
      {isDay(does.validFrom) ? (
        <Part name={t('agreement.does.span')}>
          <SpanPart from={does.validFrom} to={does.validTo} />
        </Part>
      ) : null}
    </section>
  )
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="link-does-part">
      <h3>{name}</h3>
      <div>{children}</div>
    </div>
  )
}

function CriteriaPart({ does: { toProgramme, waives, accepts } }: { does: Doing }) {
  const { t } = useTranslation()
  const { rules, nameOf } = useRulesOf(toProgramme)
  const rest = rules.filter(({ id }) => !waives.includes(id) && !accepts.includes(id)).length
  if (rules.length === 0 && waives.length + accepts.length === 0) return <p>{t('agreement.does.noneKnown')}</p>
  if (rest === rules.length) return <p>{t('agreement.does.same', { count: rest })}</p>
  return (
    <>
      {(['waives', 'accepts'] as const).map(way => {
        const ids = { waives, accepts }[way]
        return ids.length === 0 ? null : (
          <div key={way}>
            <p>{t(`agreement.does.${way}`, { count: ids.length })}</p>
            <ul className="link-does-rules">
              {ids.map(id => (
                <li key={id}>
                  <WithKorean text={nameOf(id)} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {rest > 0 ? <p>{t('agreement.does.rest', { count: rest })}</p> : null}
    </>
  )
}

function ClockPart({ does: { days, validFrom } }: { does: Doing }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const on = useOn()
  const { holidays } = useRulebook()
  if (!days) return <p>{t('agreement.does.noDays')}</p>
  const sent = isDay(validFrom) && validFrom > on ? validFrom : on
  const calendar = workCalendarOf(holidays)
  const counted = linkDays(sent, days, calendar)
  const skipped = (holidays?.years ?? [])
    .flatMap(year => year.days)
    .filter(({ day }) => day > sent && day <= counted.lastDay && !calendar.weekend.has(weekday(day) - 1))
  const line = (day: Day, what: string) => (
    <div>
      <dt>{what}</dt>
      <dd>
        <time dateTime={day}>{sayDay(day, language)}</time>
      </dd>
    </div>
  )
  return (
    <>
      <p>{t('agreement.does.ifSent', { day: sayDay(sent, language) })}</p>
      <dl className="link-does-days">
        {line(counted.remindFrom, t('agreement.does.remind'))}
        {line(counted.due, t('agreement.does.due'))}
        {line(counted.lastDay, t('agreement.does.last'))}
      </dl>
      <p className="field-help">
        {skipped.length === 0
          ? t('agreement.does.noHoliday')
          : t('agreement.does.skipped', {
              days: skipped.map(({ day, name }) => `${sayDay(day, language)} ${said(name)}`).join(', '),
            })}
      </p>
      {counted.approximate ? <p className="field-help">{t('agreement.does.approximate')}</p> : null}
    </>
  )
}

function SpanPart({ from, to }: { from: Day; to: Day | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const span =
    to && isDay(to)
      ? t('desk.links.span', { from: sayDay(from, language), to: sayDay(to, language) })
      : t('desk.links.since', { from: sayDay(from, language) })
  return <p>{t('agreement.does.holds', { span })}</p>
}
