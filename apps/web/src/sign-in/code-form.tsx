import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../desk/client/use-change.ts'
import { RefusedText } from '../desk/refused-text.tsx'

interface CodeFormProps {
  onSignedIn: () => Promise<void>
  onBack: () => void
}

/** The second step: six digits of an authenticator, or one of the codes that were kept on paper. */
export function CodeForm({ onSignedIn, onBack }: CodeFormProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<'code' | 'backup-code'>('code')
  const [code, setCode] = useState('')
  const { isSending, refused, send, forget } = useChange<{ is: 'signed in' }>()
  const entry = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind of code is another field to start in
  useEffect(() => entry.current?.focus(), [kind])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const written = kind === 'code' ? code.replaceAll(/\D/g, '') : code.trim()
    if (await send(`/api/sign-in/${kind}`, { code: written })) await onSignedIn()
  }
  const swap = () => {
    setKind(kind === 'code' ? 'backup-code' : 'code')
    setCode('')
    forget()
  }
  return (
    <form className="desk-form" onSubmit={event => void submit(event)}>
      <h2>{t('signIn.secondStep')}</h2>
      {refused ? (
        <RefusedText refused={refused} takesFocus>
          {refused.code === 'begin-again' ? (
            <p>
              <button type="button" className="plain-button" onClick={onBack}>
                {t('signIn.again')}
              </button>
            </p>
          ) : null}
        </RefusedText>
      ) : null}
      <div className="field">
        <label htmlFor="code">{t(`signIn.${kind}`)}</label>
        <input
          id="code"
          ref={entry}
          className="entry"
          inputMode={kind === 'code' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          required
          maxLength={40}
          aria-describedby="code-help"
          value={code}
          onChange={event => setCode(event.target.value)}
        />
        <p id="code-help" className="field-help">
          {t(`signIn.${kind}-help`)}
        </p>
      </div>
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'signIn.confirm')}
        </button>
        <button type="button" className="plain-button" onClick={swap}>
          {t(kind === 'code' ? 'signIn.use-backup-code' : 'signIn.use-code')}
        </button>
      </p>
    </form>
  )
}
