import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../desk/client/use-change.ts'
import { RefusedText } from '../desk/refused-text.tsx'

interface PasswordFormProps {
  onSignedIn: () => Promise<void>
  onCodeNeeded: () => void
}

export function PasswordForm({ onSignedIn, onCodeNeeded }: PasswordFormProps) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { isSending, refused, send } = useChange<{ is: 'signed in' | 'second factor needed' }>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send('/api/sign-in/password', { email: email.trim(), password })
    if (answer?.is === 'second factor needed') onCodeNeeded()
    else if (answer) await onSignedIn()
  }
  return (
    <form className="desk-form" onSubmit={event => void submit(event)}>
      {refused ? (
        <RefusedText refused={refused} takesFocus>
          {refused.code === 'email-not-confirmed' ? <LetterAgain email={email.trim()} /> : null}
        </RefusedText>
      ) : null}
      <div className="field">
        <label htmlFor="email">{t('signIn.email')}</label>
        <input
          id="email"
          type="email"
          className="entry"
          autoComplete="username"
          required
          maxLength={254}
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="password">{t('signIn.password')}</label>
        <input
          id="password"
          type="password"
          className="entry"
          autoComplete="current-password"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      </div>
      <button type="submit" className="button" aria-disabled={isSending}>
        {t(isSending ? 'desk.sending' : 'signIn.title')}
      </button>
    </form>
  )
}

function LetterAgain({ email }: { email: string }) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<{ is: 'letter sent' }>()
  const [isSent, setSent] = useState(false)
  const again = async () => {
    if (await send('/api/sign-in/confirm-again', { email })) setSent(true)
  }
  return (
    <>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p role="status">{isSent ? t('signIn.letterSentAgain') : null}</p>
      <button type="button" className="button quiet" aria-disabled={isSending} onClick={() => void again()}>
        {t(isSending ? 'desk.sending' : 'signIn.letterAgain')}
      </button>
    </>
  )
}
