import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClosingWords } from '../use-closing-words.ts'
import type { ActFormProps } from './agreement-card-props.ts'
import { ofClosing, type Position, positions } from './shapes.ts'

/** What a seat says, by whoever speaks for it: its own agency, or the secretary for associations that are no agency here. */
export function PositionForm({ post, agreement, closings, again, acting, isHeld }: ActFormProps) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const id = useId()
  const seats = closings.seats.filter(({ speaks }) => speaks)
  const [seat, setSeat] = useState(seats[0]?.id ?? '')
  const [position, setPosition] = useState<Position>('agree')
  const [reason, setReason] = useState('')
  const [session, setSession] = useState('')
  const [isKept, setKept] = useState(false)
  if (seats.length === 0) return null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setKept(false)
    const kept = await acting.send(ofClosing(post, agreement.id).positions, {
      seat,
      position,
      ...(reason.trim() && { reason: reason.trim() }),
      ...(session && { session }),
    })
    if (!kept) return
    setReason('')
    setKept(true)
    again()
  }
  return (
    <details>
      <summary>{t('closingDesk.statePosition')}</summary>
      <form className="closing-form" onSubmit={event => void submit(event)} noValidate>
        <div className="field">
          <label htmlFor={`${id}-seat`}>{t('closingDesk.stateFor')}</label>
          <select id={`${id}-seat`} className="entry" value={seat} onChange={event => setSeat(event.target.value)}>
            {seats.map(one => (
              <option key={one.id} value={one.id}>
                {words.said(one.title)} ({t(`closingDesk.side.${one.side}`)})
              </option>
            ))}
          </select>
        </div>
        <fieldset className="closing-choices">
          <legend>{t('closingDesk.column.position')}</legend>
          {positions.map(one => (
            <label key={one} className="choice">
              <input
                type="radio"
                name={`${id}-position`}
                checked={position === one}
                onChange={() => setPosition(one)}
              />
              {t(`closingDesk.position.${one}`)}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-reason`}>{t('closingDesk.column.reason')}</label>
          <textarea
            id={`${id}-reason`}
            className="entry"
            rows={2}
            required={position !== 'agree'}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-session`}>{t('closingDesk.session')}</label>
          <select
            id={`${id}-session`}
            className="entry"
            value={session}
            onChange={event => setSession(event.target.value)}
          >
            <option value="">{t('closingDesk.noSession')}</option>
            {closings.sessions.map(one => (
              <option key={one.id} value={one.id}>
                {t('closingDesk.sessionName', { number: one.number, day: words.day(one.on) })}
              </option>
            ))}
          </select>
        </div>
        <div className="row">
          <button type="submit" className="button" aria-disabled={isHeld}>
            {t('closingDesk.keepPosition')}
          </button>
          <span role="status">{isKept ? t('closingDesk.kept') : null}</span>
        </div>
      </form>
    </details>
  )
}
