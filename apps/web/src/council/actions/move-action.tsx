import type { ActionState } from '@ieum/council'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { councilsOf } from '../client/paths.ts'
import type { Action, OwnActionMove } from '../client/shapes.ts'

interface MoveActionProps {
  action: Action
  post: string
  move: OwnActionMove
  onLeave: () => void
  onDone: (state: ActionState) => void
  onChanged: () => void
}

/** A report says what was done and where the proof is; what is sent back, what is missing; a nod says nothing. */
export function MoveAction({ action, post, move, onLeave, onDone, onChanged }: MoveActionProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { isSending, refused, send } = useChange<{ state: ActionState; changed: number }>()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, button')?.focus(), [])
  useEffect(() => {
    if (refused?.status === 409) onChanged()
  }, [refused, onChanged])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (move !== 'nod' && text.trim() === '') {
      setMissing(true)
      document.getElementById(id)?.focus()
      return
    }
    const moved = await send(councilsOf(post).moveAction(action.id), {
      move,
      changed: action.changed,
      ...(text.trim() && { text: text.trim() }),
    })
    if (moved) onDone(moved.state)
  }
  return (
    <form
      className="case-form"
      ref={form}
      noValidate
      onSubmit={event => void submit(event)}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onLeave()
      }}
    >
      <h3>{t(`councilDesk.action.move.${move}`)}</h3>
      <p>{t(`councilDesk.action.means.${move}`)}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {move === 'nod' ? null : (
        <div className="field">
          <label htmlFor={id}>{t(`councilDesk.action.text.${move}`)}</label>
          {isMissing && text.trim() === '' ? (
            <p id={`${id}-wrong`} className="field-wrong">
              {t('councilDesk.action.textMissing')}
            </p>
          ) : null}
          <textarea
            id={id}
            className="entry"
            rows={3}
            maxLength={10_000}
            aria-invalid={isMissing && text.trim() === '' ? true : undefined}
            aria-describedby={isMissing ? `${id}-wrong` : undefined}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </div>
      )}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? t('desk.sending') : t(`councilDesk.action.move.${move}`)}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}
