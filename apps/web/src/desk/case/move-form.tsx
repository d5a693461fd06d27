import type { Reason, ReferralState } from '@ieum/desk'
import { sayReason, sayReferralMove, sayReferralState } from '@ieum/wording'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import type { Case, CaseMove, Moved } from '../client/shapes.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'

interface MoveFormProps {
  shown: Case
  post: string
  asked: CaseMove
  isStale: boolean
  onLeave: () => void
  onDone: (state: ReferralState) => void
  /** The case is not as it was: it is read anew, what was typed stays. */
  onChanged: () => void
}

const longestNote = 2000

/** What was typed into a form that was left, for its next opening; gone with the page. */
const typed = new Map<string, { readonly reason: Reason | undefined; readonly note: string }>()

/** A move with its reason and a note. Ctrl+Enter sends, Escape leaves and keeps what was typed. */
export function MoveForm({
  shown,
  post,
  asked: { move, reasons },
  isStale,
  onLeave,
  onDone,
  onChanged,
}: MoveFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  // What was to be chosen stays in view when somebody else was quicker and the move is gone.
  const [offered] = useState(reasons)
  const kept = typed.get(`${post} ${shown.id} ${move}`)
  const [reason, setReason] = useState<Reason | undefined>(kept?.reason)
  const [note, setNote] = useState(kept?.note ?? '')
  const [isMissing, setMissing] = useState(false)
  const { isSending, refused, send } = useChange<Moved>({ isStale, onChanged })
  const isGone = !shown.moves.some(one => one.move === move)

  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isGone) return
    if (offered.length > 0 && !reason) {
      setMissing(true)
      form.current?.querySelector<HTMLElement>('input')?.focus()
      return
    }
    const moved = await send(ofPost(post).move(shown.id), {
      move,
      changed: shown.changed,
      ...(reason && { reason }),
      ...(note.trim() && { note: note.trim() }),
    })
    if (!moved) return
    typed.delete(`${post} ${shown.id} ${move}`)
    onDone(moved.state)
  }
  const leave = () => {
    typed.set(`${post} ${shown.id} ${move}`, { reason, note })
    onLeave()
  }

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }

  return (
    <form className="case-form" ref={form} onSubmit={event => void submit(event)} onKeyDown={press} noValidate>
      <h2>{sayReferralMove(move, language)}</h2>
      {refused ? (
        <RefusedText refused={refused} takesFocus>
          {refused.code === 'changed-meanwhile' ? (
            <p>
              {t('desk.case.standsNow', { state: sayReferralState(shown.state, language) })}{' '}
              {t(isGone ? 'desk.case.goneButKept' : 'desk.case.typedIsKept')}
            </p>
          ) : null}
        </RefusedText>
      ) : null}
      {offered.length > 0 ? (
        <fieldset aria-describedby={isMissing && !reason ? `${id}-missing` : undefined}>
          <legend className="field-label">{t('desk.case.reason')}</legend>
          {isMissing && !reason ? (
            <p id={`${id}-missing`} className="field-wrong" role="alert">
              {t('desk.case.reasonMissing')}
            </p>
          ) : null}
          {offered.map(one => (
            <label key={one} className="choice">
              <input
                type="radio"
                name={`${id}-reason`}
                value={one}
                checked={reason === one}
                onChange={() => setReason(one)}
              />
              {sayReason(one, language)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('desk.case.note')}</label>
        <textarea
          id={`${id}-note`}
          className="entry"
          rows={3}
          maxLength={longestNote}
          aria-describedby={`${id}-help`}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
        <p id={`${id}-help`} className="field-help">
          {t('desk.case.noteHelp')}
        </p>
      </div>
      <p className="row">
        <button type="submit" className="button" disabled={isGone || isStale} aria-disabled={isSending}>
          {isSending ? t('desk.sending') : sayReferralMove(move, language)}
          <span className="key" aria-hidden="true">
            Ctrl ⏎
          </span>
        </button>
        <button type="button" className="button quiet" onClick={leave}>
          {t('desk.leave')}{' '}
          <span className="key" aria-hidden="true">
            Esc
          </span>
        </button>
      </p>
    </form>
  )
}
