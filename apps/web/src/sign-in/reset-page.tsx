import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusedText } from '../desk/refused-text.tsx'
import { askWho } from '../desk/who.ts'
import { Page } from '../shell/page.tsx'
import { Done } from './done.tsx'
import { faultOfNewPassword } from './faults.ts'
import { PasswordEntry } from './password-entry.tsx'
import { useFields } from './use-fields.ts'
import { useToken } from './use-token.ts'
import { WrongFields } from './wrong-fields.tsx'
import '../desk/desk.css'
import './sign-in.css'
import '../pages/me/own.css'

/** A new password, by the token of the letter. */
export function ResetPage() {
  const { t } = useTranslation()
  const token = useToken('token')
  return (
    <Page title={t('joining.reset.title')} className="sign-in">
      {token === undefined ? (
        <>
          <p>{t('joining.reset.noToken')}</p>
          <ToForgot />
        </>
      ) : (
        <Choose key={token} token={token} />
      )}
    </Page>
  )
}

function Choose({ token }: { token: string }) {
  const { t } = useTranslation()
  const form = useFields<{ is: 'changed' }>('reset', ['password'])
  const [password, setPassword] = useState('')
  const [isDone, setDone] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await form.send({ password: faultOfNewPassword(password) }, '/api/sign-in/reset', { token, password })))
      return
    setDone(true)
    // Whoever was signed in here is so no more.
    await askWho()
  }
  if (isDone)
    return (
      <Done title={t('joining.reset.doneTitle')}>
        <p>{t('joining.reset.done')}</p>
        <p className="row">
          <Link to="/sign-in" search={{ to: '/me' }} className="button">
            {t('joining.toSignIn')}
          </Link>
        </p>
      </Done>
    )
  // A token of other signs than ours is one that was cut or changed on the way.
  if (form.refused?.code === 'link-spent' || form.refused?.code === 'fields')
    return (
      <Done title={t('joining.reset.spentTitle')}>
        <p>{t('joining.reset.spent')}</p>
        <ToForgot />
      </Done>
    )
  return (
    <form className="desk-form" onSubmit={event => void submit(event)} noValidate>
      <p>{t('joining.reset.lead')}</p>
      <WrongFields wrong={form.wrong} />
      {form.refused ? <RefusedText refused={form.refused} takesFocus /> : null}
      <PasswordEntry
        {...form.at('password')}
        label={t('joining.reset.password')}
        help={t('joining.join.passwordHelp')}
        value={password}
        onValue={setPassword}
        isNew
      />
      <button type="submit" className="button" aria-disabled={form.isSending}>
        {t(form.isSending ? 'joining.sending' : 'joining.reset.do')}
      </button>
    </form>
  )
}

function ToForgot() {
  const { t } = useTranslation()
  return (
    <p className="row">
      <Link to="/sign-in/forgot" className="button">
        {t('joining.reset.again')}
      </Link>
    </p>
  )
}
