import { canTakeOver, keepsTasks, needsSuccessor } from '@ieum/desk'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goInto } from '../../parts/use-form-in-place.ts'
import { useSaid } from '../../words/use-language.ts'
import type { AgencyPost } from './shapes.ts'

interface SuccessorProps {
  of: AgencyPost
  /** Otherwise its work is handed over, and it stays open. */
  isClosing: boolean
  /** Other open posts of the agency. */
  others: readonly AgencyPost[]
  onSend: (to: string) => void
  onLeave: () => void
}

const kinds = ['receiving', 'sending', 'batches', 'actions', 'tasks', 'seats'] as const

/** What passes on from a post, and which one takes it over. */
export function Successor({ of: { id, open }, isClosing, others, onSend, onLeave }: SuccessorProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const [to, setTo] = useState('')
  const [isWrong, setWrong] = useState(false)
  const isNeeded = !isClosing || needsSuccessor(open)
  const passing = kinds.filter(kind => open[kind] > 0)
  const fitting = others.filter(other => canTakeOver(other, open))
  const chosen = fitting.find(other => other.id === to)
  const isNobodyFitting = isNeeded && fitting.length === 0
  const leavesTasks = chosen !== undefined && open.tasks > 0 && !keepsTasks(chosen)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = isNeeded && to === ''
    setWrong(isMissing)
    if (isMissing) document.getElementById(`successor-${id}`)?.focus()
    else onSend(to)
  }
  const described = [isWrong && `successor-${id}-wrong`, leavesTasks && `successor-${id}-tasks`].filter(Boolean)
  return (
    <form ref={goInto} className="agency-form" onSubmit={submit} noValidate>
      <p>{t(isClosing ? 'agency.people.closeText' : 'agency.people.handOverText')}</p>
      {passing.length > 0 ? (
        <>
          <h3>{t('agency.people.passes')}</h3>
          <dl className="agency-open">
            {passing.map(kind => (
              <div key={kind}>
                <dt>{t(`agency.people.passing.${kind}`)}</dt>
                <dd>{open[kind]}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {isNobodyFitting ? (
        <p>{t('agency.people.nobodyTakes')}</p>
      ) : (
        <div className="field">
          <label htmlFor={`successor-${id}`}>{t('agency.people.successor')}</label>
          {isWrong ? (
            <p id={`successor-${id}-wrong`} className="field-wrong">
              {t('agency.people.wrongSuccessor')}
            </p>
          ) : null}
          <select
            id={`successor-${id}`}
            className="entry"
            value={to}
            aria-invalid={isWrong ? true : undefined}
            aria-describedby={described.join(' ') || undefined}
            onChange={event => setTo(event.target.value)}
          >
            <option value="">
              {t(isNeeded ? 'parts.picker.choose' : `agency.people.${passing.length > 0 ? 'leftOpen' : 'noSuccessor'}`)}
            </option>
            {fitting.map(one => (
              <option key={one.id} value={one.id}>
                {said(one.name)}
              </option>
            ))}
          </select>
          {leavesTasks ? (
            <p id={`successor-${id}-tasks`} className="field-help" role="status">
              {t('agency.people.tasksLeft', { count: open.tasks })}
            </p>
          ) : null}
        </div>
      )}
      <p className="row">
        {isNobodyFitting ? null : (
          <button type="submit" className="button">
            {t(`agency.people.do.${isClosing ? 'close' : 'hand-over'}`)}
          </button>
        )}
        <button type="button" className="plain-button" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}
