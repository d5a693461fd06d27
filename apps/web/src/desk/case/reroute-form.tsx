import { Link } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { ofPost } from '../client/paths.ts'
import type { Agreement, Case, Drafted } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { ProgrammeLine } from '../programme-line.tsx'
import { RefusedText } from '../refused-text.tsx'

interface RerouteFormProps {
  shown: Case
  post: string
  isStale: boolean
  onLeave: () => void
  onDone: (told: string) => void
  onChanged: () => void
}

/** After a no: another link in force that starts from the same programme. */
export function RerouteForm({ shown, post, isStale, onLeave, onDone, onChanged }: RerouteFormProps) {
  const { t } = useTranslation()
  const on = useOn()
  const [agreement, setAgreement] = useState<string>()
  const [reason, setReason] = useState('')
  const { value, refused } = useAsked<{ agreements: readonly Agreement[] }>(
    ofPost(post).agreements({ side: 'from', inForceOn: on }),
  )
  const { isSending, refused: notDone, send } = useChange<Drafted>({ isStale, onChanged })
  const form = useRef<HTMLFormElement>(null)
  const links = value?.agreements.filter(
    ({ id, fromProgramme }) => fromProgramme === shown.from.programme && id !== shown.link.agreement,
  )
  const areThere = links !== undefined
  useEffect(() => {
    if (areThere) form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [areThere])

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!agreement || reason.trim().length < 2) return
    const drafted = await send(ofPost(post).reroute(shown.id), {
      agreement,
      changed: shown.changed,
      reason: reason.trim(),
    })
    if (drafted) onDone(t('desk.draft.done', { number: drafted.number }))
  }

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }

  return (
    <form className="case-form" ref={form} onSubmit={event => void submit(event)} onKeyDown={press}>
      <h2>{t('desk.case.reroute')}</h2>
      {notDone ? <RefusedText refused={notDone} takesFocus /> : null}
      {refused ? <RefusedText refused={refused} /> : null}
      {links === undefined ? (
        refused ? null : (
          <p role="status">{t('shell.waiting')}</p>
        )
      ) : links.length === 0 ? (
        <p>
          {t('desk.case.noOtherLink')}{' '}
          <Link to="/desk/$post/links" params={{ post }}>
            {t('desk.nav.links')}
          </Link>
        </p>
      ) : (
        <>
          <fieldset>
            <legend className="field-label">{t('desk.case.rerouteTo')}</legend>
            {links.map(link => (
              <label key={link.id} className="choice">
                <input
                  type="radio"
                  name="agreement"
                  required
                  checked={agreement === link.id}
                  onChange={() => setAgreement(link.id)}
                />
                <ProgrammeLine agency={link.toAgency} programme={link.toProgramme} />
              </label>
            ))}
          </fieldset>
          <div className="field">
            <label htmlFor="reroute-reason">{t('desk.draft.reason')}</label>
            <textarea
              id="reroute-reason"
              className="entry"
              rows={2}
              required
              minLength={2}
              maxLength={500}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          </div>
        </>
      )}
      <p className="row">
        {links && links.length > 0 ? (
          <button type="submit" className="button" disabled={isStale} aria-disabled={isSending}>
            {t(isSending ? 'desk.sending' : 'desk.draft.send')}
          </button>
        ) : null}
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
