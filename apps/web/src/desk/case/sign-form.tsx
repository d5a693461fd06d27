import { isDay } from '@ieum/catalogue/days'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useProgrammeName } from '../../parts/use-programme-name.ts'
import { ofPost } from '../client/paths.ts'
import type { Case, CheckedDecision, PostCapacity } from '../client/shapes.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'
import { useCriteria } from '../use-criterion.ts'
import { leaveOrSend } from './leave-or-send.ts'

interface SignFormProps {
  shown: Case
  firm: string
  capacity: PostCapacity
  onLeave: () => void
  onDone: () => void
}

type Field = 'criterion' | 'verdict' | 'on' | 'until' | 'reason'
const fields: readonly Field[] = ['criterion', 'verdict', 'on', 'until', 'reason']

/** What the agency found of the firm on one criterion, signed: first those that the receiving agency takes as they are. */
export function SignForm({ shown, firm, capacity, onLeave, onDone }: SignFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const today = useOn()
  const agencyName = useAgencyName()
  const programmeName = useProgrammeName()
  const criteriaOf = useCriteria()
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState('')
  const [verdict, setVerdict] = useState<'met' | 'unmet'>()
  const [on, setOn] = useState(today)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<readonly Field[]>([])
  const { isSending, refused, send } = useChange<CheckedDecision>()
  useEffect(() => form.current?.querySelector<HTMLElement>('select')?.focus(), [])

  const { from, to, link } = shown
  const groups = [
    {
      programme: to.programme,
      label: t('desk.decisions.taken', { agency: agencyName(to.agency) }),
      criteria: criteriaOf(to.programme).filter(({ id }) => link.accepts.includes(id)),
    },
    {
      programme: from.programme,
      label: t('desk.decisions.own', { programme: programmeName(from.programme) }),
      criteria: criteriaOf(from.programme),
    },
  ].filter(({ criteria }) => criteria.length > 0)
  const [programme, criterion] = chosen.split(' ') as [string, string]
  const isExclusion =
    groups.find(group => group.programme === programme)?.criteria.find(one => one.id === criterion)?.isExclusion ??
    false
  const isTaken = programme === to.programme || link.accepts.includes(criterion)

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isSending) return
    const isOnRight = isDay(on) && on <= today
    const missing: Field[] = [
      ...(chosen ? [] : (['criterion'] as const)),
      ...(verdict ? [] : (['verdict'] as const)),
      ...(isOnRight ? [] : (['on'] as const)),
      ...(until === '' || (isDay(until) && (!isOnRight || until >= on)) ? [] : (['until'] as const)),
      ...(reason.trim().length >= 2 ? [] : (['reason'] as const)),
    ]
    setWrong(missing)
    if (missing[0]) {
      form.current?.querySelector<HTMLElement>(`[data-field=${missing[0]}]`)?.focus()
      return
    }
    const signed = await send(ofPost(capacity.post).decisions, {
      firm,
      programme,
      criterion,
      verdict,
      on,
      until: until || null,
      reason: reason.trim(),
    })
    if (signed) onDone()
  }
  const Wrong = ({ field }: { field: Field }): ReactNode =>
    wrong.includes(field) ? (
      <p id={`${id}-${field}-wrong`} className="field-wrong">
        {t(`desk.decisions.wrong.${field}`)}
      </p>
    ) : null
  const told = (field: Field) => ({
    'data-field': field,
    'aria-invalid': wrong.includes(field) || undefined,
    'aria-describedby': wrong.includes(field) ? `${id}-${field}-wrong` : undefined,
  })
  return (
    <form
      className="case-form"
      ref={form}
      onSubmit={event => void submit(event)}
      onKeyDown={leaveOrSend(onLeave, submit)}
      noValidate
    >
      <h3>{t('desk.decisions.sign')}</h3>
      <p className="field-help">{t('desk.decisions.means')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {wrong.length > 0 ? (
        <p role="alert" className="field-wrong">
          {t('desk.decisions.wrong.some', { count: fields.filter(field => wrong.includes(field)).length })}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-criterion`}>{t('desk.decisions.criterion')}</label>
        <Wrong field="criterion" />
        <select
          id={`${id}-criterion`}
          className="entry"
          value={chosen}
          {...told('criterion')}
          onChange={event => {
            setChosen(event.target.value)
            setVerdict(undefined)
          }}
        >
          <option value="">{t('desk.decisions.choose')}</option>
          {groups.map(group => (
            <optgroup key={group.programme} label={group.label}>
              {group.criteria.map(one => (
                <option key={one.id} value={`${group.programme} ${one.id}`}>
                  {one.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {chosen ? (
          <p className="field-help">
            {t(isTaken ? 'desk.decisions.isTaken' : 'desk.decisions.isNotTaken', { agency: agencyName(to.agency) })}
          </p>
        ) : null}
      </div>
      <fieldset aria-describedby={wrong.includes('verdict') ? `${id}-verdict-wrong` : undefined}>
        <legend className="field-label">{t('desk.decisions.verdict')}</legend>
        <Wrong field="verdict" />
        {(isExclusion ? (['unmet', 'met'] as const) : (['met', 'unmet'] as const)).map((one, index) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={`${id}-verdict`}
              checked={verdict === one}
              {...(index === 0 && { 'data-field': 'verdict' })}
              onChange={() => setVerdict(one)}
            />
            {t(`desk.decisions.${isExclusion ? 'ofExclusion' : 'ofCriterion'}.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="case-form-days">
        <div className="field">
          <label htmlFor={`${id}-on`}>{t('desk.decisions.on')}</label>
          <Wrong field="on" />
          <input
            id={`${id}-on`}
            type="date"
            className="entry"
            max={today}
            value={on}
            {...told('on')}
            onChange={event => setOn(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-until`}>{t('desk.decisions.untilIfAny')}</label>
          <Wrong field="until" />
          <input
            id={`${id}-until`}
            type="date"
            className="entry"
            min={on}
            value={until}
            {...told('until')}
            onChange={event => setUntil(event.target.value)}
          />
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('desk.decisions.reason')}</label>
        <Wrong field="reason" />
        <textarea
          id={`${id}-reason`}
          className="entry"
          rows={3}
          maxLength={500}
          value={reason}
          {...told('reason')}
          onChange={event => setReason(event.target.value)}
        />
        <p className="field-help">{t('desk.decisions.reasonHelp')}</p>
      </div>
      {shown.sentOn ? <p className="field-help">{t('desk.decisions.sentAlready')}</p> : null}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'desk.decisions.signNow')}
          <span className="key" aria-hidden="true">
            Ctrl ⏎
          </span>
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}{' '}
          <span className="key" aria-hidden="true">
            Esc
          </span>
        </button>
      </p>
    </form>
  )
}
