import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { followPaths } from './follow-paths.ts'
import type { FollowedAction } from './shapes.ts'

interface SayFormProps {
  post: string
  action: FollowedAction
  kind: 'report' | 'return'
  onDone: () => void
  onLeave: () => void
  children?: ReactNode
}

/** What was done, and where the proof is; or what is still needed. */
export function SayForm({ post, action, kind, onDone, onLeave, children }: SayFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [proof, setProof] = useState(action.proof ?? '')
  const [isMissing, setMissing] = useState(false)
  const { isSending, refused, send } = useChange<object>()
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
    <form className="follow-form" onSubmit={event => void submit(event)} noValidate>
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
      {children}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(`follow.${kind}.send`)}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('follow.report.leave')}
        </button>
      </p>
    </form>
  )
}
