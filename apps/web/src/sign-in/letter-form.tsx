import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusedText } from '../desk/refused-text.tsx'
import { Entry } from './entry.tsx'
import { faultOfEmail } from './faults.ts'
import { LetterSent } from './letter-sent.tsx'
import { useFields } from './use-fields.ts'
import { WrongFields } from './wrong-fields.tsx'

const addresses = { again: '/api/sign-in/confirm-again', reset: '/api/sign-in/forgot' } as const

/** Asks for a letter by the mail address alone. */
export function LetterForm({ kind, label }: { kind: keyof typeof addresses; label: string }) {
  const { t } = useTranslation()
  const form = useFields<{ is: 'letter sent' }>('letter', ['email'])
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const address = email.trim()
    if (await form.send({ email: faultOfEmail(address) }, addresses[kind], { email: address })) setSentTo(address)
  }
  if (sentTo !== undefined) return <LetterSent kind={kind} email={sentTo} onOtherAddress={() => setSentTo(undefined)} />
  return (
    <form className="desk-form" onSubmit={event => void submit(event)} noValidate>
      <WrongFields wrong={form.wrong} />
      {form.refused ? <RefusedText refused={form.refused} takesFocus /> : null}
      <Entry
        {...form.at('email')}
        label={t('joining.email')}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={email}
        onValue={setEmail}
      />
      <button type="submit" className="button" aria-disabled={form.isSending}>
        {form.isSending ? t('joining.sending') : label}
      </button>
    </form>
  )
}
