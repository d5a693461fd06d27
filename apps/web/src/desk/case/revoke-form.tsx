import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../client/paths.ts'
import type { CheckedDecision } from '../client/shapes.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'
import { leaveOrSend } from './leave-or-send.ts'

interface RevokeFormProps {
  decision: CheckedDecision
  post: string
  onLeave: () => void
  onDone: () => void
}

/** A signed decision is taken back with a reason, which stays in the trail. */
export function RevokeForm({ decision, post, onLeave, onDone }: RevokeFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const entry = useRef<HTMLInputElement>(null)
  const [reason, setReason] = useState('')
  const [isWrong, setWrong] = useState(false)
  const { isSending, refused, send } = useChange<object>()
  useEffect(() => entry.current?.focus(), [])
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isSending) return
    setWrong(reason.trim().length < 2)
    if (reason.trim().length < 2) return entry.current?.focus()
    if (await send(ofPost(post).revokeDecision(decision.id), { reason: reason.trim() })) onDone()
  }
  return (
    <form
      className="case-form"
      onSubmit={event => void submit(event)}
      onKeyDown={leaveOrSend(onLeave, submit)}
      noValidate
    >
      <h3>{t('desk.decisions.takeBackTitle')}</h3>
      <p className="field-help">{t('desk.decisions.takeBackMeans')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <div className="field">
        <label htmlFor={id}>{t('desk.case.reason')}</label>
        {isWrong ? (
          <p id={`${id}-wrong`} className="field-wrong" role="alert">
            {t('desk.decisions.reasonWrong')}
          </p>
        ) : null}
        <input
          id={id}
          ref={entry}
          className="entry"
          maxLength={500}
          value={reason}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={event => setReason(event.target.value)}
        />
      </div>
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'desk.decisions.takeBack')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}
