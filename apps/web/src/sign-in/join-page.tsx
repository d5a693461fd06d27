import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusedText } from '../desk/refused-text.tsx'
import { Page } from '../shell/page.tsx'
import { useLanguage } from '../words/use-language.ts'
import { Entry } from './entry.tsx'
import { faultOfEmail, faultOfNewPassword } from './faults.ts'
import { LetterSent } from './letter-sent.tsx'
import { PasswordEntry } from './password-entry.tsx'
import { useFields } from './use-fields.ts'
import { WrongFields } from './wrong-fields.tsx'
import '../desk/desk.css'
import './sign-in.css'
import '../pages/me/own.css'

/** Joins by name, mail address and password; a letter confirms the address. */
export function JoinPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const form = useFields<{ is: 'letter sent' }>('join', ['name', 'email', 'password'])
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const given = { name: name.trim(), email: email.trim(), password, locale: language }
    const known = {
      name: given.name === '' && 'empty',
      email: faultOfEmail(given.email),
      password: faultOfNewPassword(password),
    } as const
    if (await form.send(known, '/api/sign-in/join', given)) setSentTo(given.email)
  }
  return (
    <Page title={t('joining.join.title')} lead={<p>{t('joining.join.lead')}</p>} className="sign-in">
      {sentTo !== undefined ? (
        <LetterSent kind="join" email={sentTo} onOtherAddress={() => setSentTo(undefined)} />
      ) : (
        <form className="desk-form" onSubmit={event => void submit(event)} noValidate>
          <WrongFields wrong={form.wrong} />
          {form.refused ? <RefusedText refused={form.refused} takesFocus /> : null}
          <Entry
            {...form.at('name')}
            label={t('joining.name')}
            autoComplete="name"
            maxLength={100}
            value={name}
            onValue={setName}
          />
          <Entry
            {...form.at('email')}
            label={t('joining.email')}
            help={t('joining.join.emailHelp')}
            type="email"
            autoComplete="username"
            maxLength={254}
            value={email}
            onValue={setEmail}
          />
          <PasswordEntry
            {...form.at('password')}
            label={t('joining.join.password')}
            help={t('joining.join.passwordHelp')}
            value={password}
            onValue={setPassword}
            isNew
          />
          <button type="submit" className="button" aria-disabled={form.isSending}>
            {t(form.isSending ? 'joining.sending' : 'joining.join.send')}
          </button>
          <p>
            {t('joining.join.already')}{' '}
            <Link to="/sign-in" className="own-link">
              {t('joining.toSignIn')}
            </Link>
          </p>
        </form>
      )}
    </Page>
  )
}
