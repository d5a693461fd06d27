import type { AgreementMove, AgreementState } from '@ieum/desk'
import { sayAgreementMove } from '@ieum/wording'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renewRulebook } from '../../rulebook/fetch-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import type { AgreementInFull, PostCapacity } from '../client/shapes.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'
import { Others } from './others.tsx'
import { useWays } from './use-ways.tsx'

interface AgreementMovesProps {
  shown: AgreementInFull
  capacity: PostCapacity
  isStale: boolean
  told: string | undefined
  onTold: (told: string | undefined) => void
  onDone: (state: AgreementState) => void
  onChanged: () => void
}

/** A signature is not given by one press: what it does is said first. */
export function AgreementMoves({ shown, capacity, isStale, told, onTold, onDone, onChanged }: AgreementMovesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState<AgreementMove>()
  const { post } = capacity
  const ways = useWays(shown, capacity)
  const result = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (told !== undefined) result.current?.focus()
  }, [told])
  return (
    <section className="case-moves no-print" aria-label={t('desk.links.moves')}>
      <p ref={result} tabIndex={-1} role="status" className="case-told">
        {told}
      </p>
      {open ? (
        <SignForm
          shown={shown}
          post={post}
          move={open}
          isStale={isStale}
          onLeave={() => setOpen(undefined)}
          onDone={state => {
            setOpen(undefined)
            onDone(state)
          }}
          onChanged={onChanged}
        />
      ) : (
        <>
          {shown.moves.length + ways.length > 0 ? (
            <div className="case-buttons">
              {shown.moves.map(move => (
                <button
                  key={move}
                  type="button"
                  className={needsReason.has(move) || move === 'withdraw' ? 'button quiet' : 'button'}
                  disabled={isStale}
                  onClick={() => {
                    onTold(undefined)
                    setOpen(move)
                  }}
                >
                  {sayAgreementMove(move, language)}
                </button>
              ))}
              {ways}
            </div>
          ) : (
            <p className="case-no-moves">{t('desk.links.noMoves')}</p>
          )}
          <Others shown={shown} />
        </>
      )}
    </section>
  )
}

const needsReason: ReadonlySet<AgreementMove> = new Set(['refuse', 'end'])

interface SignFormProps {
  shown: AgreementInFull
  post: string
  move: AgreementMove
  isStale: boolean
  onLeave: () => void
  onDone: (state: AgreementState) => void
  onChanged: () => void
}

function SignForm({ shown, post, move, isStale, onLeave, onDone, onChanged }: SignFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const { isSending, refused, send } = useChange<{ state: AgreementState; changed: number }>({ isStale, onChanged })
  const form = useRef<HTMLFormElement>(null)
  const asksWhy = needsReason.has(move) || move === 'withdraw'
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, button')?.focus(), [])

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (needsReason.has(move) && reason.trim() === '') return
    const moved = await send(ofPost(post).moveAgreement(shown.id), {
      move,
      changed: shown.changed,
      ...(reason.trim() && { reason: reason.trim() }),
    })
    if (!moved) return
    // Links that came into force or ended: the other pages shall count with it.
    void renewRulebook()
    onDone(moved.state)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }
  return (
    <form className="case-form" ref={form} onSubmit={event => void submit(event)} onKeyDown={press}>
      <h2>{sayAgreementMove(move, language)}</h2>
      <p>{t(`desk.links.means.${move}`)}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {asksWhy ? (
        <div className="field">
          <label htmlFor="agreement-reason">
            {t(needsReason.has(move) ? 'desk.case.reason' : 'desk.case.reasonIfAny')}
          </label>
          <textarea
            id="agreement-reason"
            className="entry"
            rows={2}
            maxLength={2000}
            required={needsReason.has(move)}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </div>
      ) : null}
      <p className="row">
        <button type="submit" className="button" disabled={isStale} aria-disabled={isSending}>
          {isSending ? t('desk.sending') : sayAgreementMove(move, language)}
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
