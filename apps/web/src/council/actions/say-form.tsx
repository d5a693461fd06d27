import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { followPaths } from '../follow/follow-paths.ts'
import type { FollowedAction } from '../follow/shapes.ts'

interface SayFormProps {
  post: string
  action: FollowedAction
  kind: 'report' | 'return'
  isStale: boolean
  onDone: () => void
  onLeave: () => void
  onChanged: () => void
}

/** What was done, and where the proof is; or what is still needed. */
export function SayForm({ post, action, kind, isStale, onDone, onLeave, onChanged }: SayFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [proof, setProof] = useState(action.proof ?? '')
  const [isMissing, setMissing] = useState(false)
  const { isSending, refused, send } = useChange<object>({ isStale, onChanged })
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') {
      setMissing(true)
      field.current?.focus()
      return
    }
    const body = { move: kind, changed: action.changed, text, ...(kind === 'report' && { proof }) }
    if (await send(followPaths(post).moveAction(action.id), body)) onDone()
  }
  return (
    <form
      className="case-form"
      noValidate
      onSubmit={event => void submit(event)}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onLeave()
      }}
    >
      <h4>{t(`follow.${kind}.open`)}</h4>
      <p>{t(`follow.${kind}.means`)}</p>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t(`follow.${kind}.text`)}</label>
        {isMissing ? (
          <p id={`${id}-wrong`} className="field-wrong">
            {t(`follow.${kind}.missing`)}
          </p>
        ) : null}
        <textarea
          ref={field}
          id={`${id}-text`}
          className="entry"
          rows={3}
          maxLength={10_000}
          value={text}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-wrong` : undefined}
          onChange={event => {
            setText(event.target.value)
            setMissing(false)
          }}
        />
      </div>
      {kind === 'report' ? (
        <div className="field">
          <label htmlFor={`${id}-proof`}>{t('follow.report.proof')}</label>
          <input
            id={`${id}-proof`}
            className="entry"
            maxLength={1_000}
            value={proof}
            aria-describedby={`${id}-help`}
            onChange={event => setProof(event.target.value)}
          />
          <p id={`${id}-help`} className="field-help">
            {t('follow.report.proofHelp')}
          </p>
        </div>
      ) : null}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        <button type="submit" className="button" disabled={isStale} aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : `follow.${kind}.send`)}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}
