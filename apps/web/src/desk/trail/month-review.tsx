import { sayDay } from '@ieum/wording'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'
import { sayMoment } from '../say-moment.ts'
import { StateMark } from '../state-mark.tsx'
import { AccessTable, Person } from './access-table.tsx'
import type { Access, Month, MonthLine } from './shapes.ts'

const route = getRouteApi('/desk/$post/trail')

/** A month of the log looked through (점검): plain counts with their rules, and the auditor's remark. */
export function MonthReview({ post }: { post: string }) {
  const { t } = useTranslation()
  const id = useId()
  const language = useLanguage()
  const { value, refused, again } = useAsked<{ months: readonly MonthLine[] }>(ofPost(post).months)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  if (!value)
    return refused ? <RefusedText refused={refused} again={again} /> : <p role="status">{t('shell.waiting')}</p>
  // What is due first: the newest month that is over and was not looked through.
  const due = value.months.find(({ over, reviewedAt }) => over && reviewedAt === null)
  const month = search.month ?? (due ?? value.months.find(({ over }) => over) ?? value.months[0])?.month
  if (!month) return <p className="desk-nothing">{t('agency.trail.none')}</p>
  return (
    <>
      <div className="field trail-month no-print">
        <label htmlFor={`${id}-month`}>{t('agency.trail.review.month')}</label>
        <select
          id={`${id}-month`}
          className="entry"
          value={month}
          onChange={event =>
            void navigate({
              search: before => ({ ...before, month: event.target.value }),
              replace: true,
              resetScroll: false,
            })
          }
        >
          {value.months.map(one => (
            <option key={one.month} value={one.month}>
              {sayMonth(one.month, language)} ·{' '}
              {t(`agency.trail.review.${one.reviewedAt ? 'isReviewed' : one.over ? 'isDue' : 'isRunning'}`)}
            </option>
          ))}
        </select>
      </div>
      <Shown key={month} post={post} month={month} onReviewed={again} />
    </>
  )
}

const sayMonth = (month: string, language: 'ko' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))

function Shown({ post, month, onReviewed }: { post: string; month: string; onReviewed: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { value, refused, again } = useAsked<Month>(ofPost(post).month(month))
  if (!value)
    return refused ? <RefusedText refused={refused} again={again} /> : <p role="status">{t('shell.waiting')}</p>
  const { figures, over, reviews } = value
  const { outOfHours, withoutReferral, downloads, neverSent } = figures
  return (
    <>
      <h2>{sayMonth(month, language)}</h2>
      <dl className="trail-counts">
        {(
          [
            ['looks', figures.looks],
            ['firms', figures.firms],
            ['outOfHours', outOfHours.count],
            ['withoutReferral', withoutReferral.count],
            ['downloads', downloads.count],
            ['neverSent', neverSent.count],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{t(`agency.trail.review.count.${name}`)}</dt>
            <dd>{count.toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      <People figures={figures} />
      <Rule
        title={t('agency.trail.review.count.outOfHours')}
        text={
          <>
            {outOfHours.opens && outOfHours.closes
              ? t('agency.trail.review.rule.outOfHours', { opens: outOfHours.opens, closes: outOfHours.closes })
              : t('agency.trail.review.rule.closedDays')}{' '}
            {outOfHours.approximate ? t('agency.trail.review.rule.approximate') : null}
          </>
        }
        count={outOfHours.count}
        entries={outOfHours.entries}
      />
      <Rule
        title={t('agency.trail.review.count.withoutReferral')}
        text={t('agency.trail.review.rule.withoutReferral')}
        count={withoutReferral.count}
        entries={withoutReferral.entries}
      />
      <Rule
        title={t('agency.trail.review.count.downloads')}
        text={t('agency.trail.review.rule.downloads', { count: downloads.withoutReason })}
        count={downloads.count}
        entries={downloads.entries}
      />
      <section className="case-section">
        <h3>{t('agency.trail.review.count.neverSent')}</h3>
        <p className="field-help">{t('agency.trail.review.rule.neverSent')}</p>
        {neverSent.referrals.length === 0 ? (
          <p className="desk-nothing">{t('agency.trail.review.nothing')}</p>
        ) : (
          <ul className="trail-never-sent">
            {neverSent.referrals.map(({ id, number, firm, state, draftedOn, draftedBy, looks }) => (
              <li key={id}>
                <strong>{firm ? <WithKorean text={firm.name} /> : number}</strong>{' '}
                <span className="trail-number">{number}</span> <StateMark state={state} />
                <span>
                  {t('agency.trail.review.drafted', { day: sayDay(draftedOn, language) })}
                  {draftedBy ? (
                    <>
                      {' · '}
                      <Person person={draftedBy} />
                    </>
                  ) : null}
                  {' · '}
                  {t('agency.trail.review.looksSince', { count: looks })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {neverSent.count > neverSent.referrals.length ? (
          <p className="field-help">{t('agency.trail.review.onlyNewest', { count: neverSent.referrals.length })}</p>
        ) : null}
      </section>
      <section className="case-section">
        <h3>{t('agency.trail.review.reviews')}</h3>
        {reviews.length === 0 ? <p className="desk-nothing">{t('agency.trail.review.none')}</p> : null}
        <ul className="trail-reviews">
          {reviews.map(({ id, at, person, remark }) => (
            <li key={id}>
              <p>
                <time dateTime={at}>{sayMoment(at, language)}</time> · <Person person={person} />
              </p>
              <p>
                <WithKorean text={remark} />
              </p>
            </li>
          ))}
        </ul>
        {over ? (
          <Mark
            post={post}
            month={month}
            onDone={() => {
              again()
              onReviewed()
            }}
          />
        ) : (
          <p>{t('agency.trail.review.notOver')}</p>
        )}
      </section>
    </>
  )
}

function People({ figures: { people } }: Pick<Month, 'figures'>) {
  const { t } = useTranslation()
  const counts = ['looks', 'firms', 'outOfHours', 'withoutReferral', 'downloads'] as const
  return (
    <section className="case-section">
      <h3>{t('agency.trail.review.people')}</h3>
      {people.length === 0 ? (
        <p className="desk-nothing">{t('agency.trail.review.nothing')}</p>
      ) : (
        <table className="trail-table">
          <caption className="only-heard">{t('agency.trail.review.people')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('agency.trail.column.who')}</th>
              {counts.map(count => (
                <th key={count} scope="col" className="number">
                  {t(`agency.trail.review.count.${count}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, ...of }) => (
              <tr key={person.id}>
                <td data-label={t('agency.trail.column.who')}>
                  <Person person={person} />
                </td>
                {counts.map(count => (
                  <td key={count} data-label={t(`agency.trail.review.count.${count}`)} className="number">
                    {of[count]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** How it is counted, in words, and the entries that it counts. */
function Rule({
  title,
  text,
  count,
  entries,
}: {
  title: string
  text: ReactNode
  count: number
  entries: readonly Access[]
}) {
  const { t } = useTranslation()
  return (
    <section className="case-section">
      <h3>{title}</h3>
      <p className="field-help">{text}</p>
      {entries.length === 0 ? (
        <p className="desk-nothing">{t('agency.trail.review.nothing')}</p>
      ) : (
        <details>
          <summary>{t('agency.trail.review.show', { count })}</summary>
          <AccessTable accesses={entries} caption={title} />
          {count > entries.length ? (
            <p className="field-help">{t('agency.trail.review.onlyNewest', { count: entries.length })}</p>
          ) : null}
        </details>
      )}
    </section>
  )
}

function Mark({ post, month, onDone }: { post: string; month: string; onDone: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const { send, refused, isSending } = useChange<unknown>()
  const [remark, setRemark] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isDone, setDone] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setDone(false)
    setWrong(remark.trim().length < 2)
    if (remark.trim().length < 2) return void document.getElementById(id)?.focus()
    if (!(await send(ofPost(post).reviewMonth(month), { remark }))) return
    setRemark('')
    setDone(true)
    onDone()
  }
  return (
    <form className="agency-form no-print" onSubmit={event => void submit(event)} noValidate>
      <div className="field">
        <label htmlFor={id}>{t('agency.trail.review.remark')}</label>
        <p className="field-help" id={`${id}-help`}>
          {t('agency.trail.review.remarkHelp')}
        </p>
        {isWrong ? (
          <p className="field-wrong" id={`${id}-wrong`}>
            {t('agency.trail.review.remarkWrong')}
          </p>
        ) : null}
        <textarea
          id={id}
          className="entry"
          rows={3}
          maxLength={2000}
          value={remark}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${isWrong ? `${id}-wrong ` : ''}${id}-help`}
          onChange={event => setRemark(event.target.value)}
        />
      </div>
      <p className="row">
        <button type="submit" className="button">
          {isSending ? t('desk.sending') : t('agency.trail.review.mark')}
        </button>
      </p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p role="status">{isDone ? t('agency.trail.review.marked') : null}</p>
    </form>
  )
}
