import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusedText } from '../../desk/refused-text.tsx'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { faultOfNewPassword } from '../../sign-in/faults.ts'
import { PasswordEntry } from '../../sign-in/password-entry.tsx'
import { useFields } from '../../sign-in/use-fields.ts'
import { WrongFields } from '../../sign-in/wrong-fields.tsx'

export function ChangePassword() {
  const { t } = useTranslation()
  const { isOpen, opener, open, leave } = useFormInPlace()
  const [isChanged, setChanged] = useState(false)
  return (
    <div className="own-part">
      <h3>{t('me.safety.password')}</h3>
      <p role="status" className={isChanged ? 'own-told' : 'only-heard'}>
        {isChanged ? t('me.safety.changed') : null}
      </p>
      {isOpen ? (
        <Form
          onDone={changed => {
            leave()
            setChanged(changed)
          }}
        />
      ) : (
        <p className="row">
          <button
            ref={opener}
            type="button"
            className="button quiet"
            onClick={() => {
              open()
              setChanged(false)
            }}
          >
            {t('me.safety.changePassword')}
          </button>
        </p>
      )}
    </div>
  )
}

function Form({ onDone }: { onDone: (changed: boolean) => void }) {
  const { t } = useTranslation()
  const form = useFields<{ is: 'changed' }>('change', ['password', 'next'])
  const [password, setPassword] = useState('')
  const [next, setNext] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const known = { password: password === '' && 'empty', next: faultOfNewPassword(next) } as const
    if (await form.send(known, '/api/sign-in/change-password', { password, next })) onDone(true)
  }
  return (
    <form ref={goInto} className="desk-form" onSubmit={event => void submit(event)} noValidate>
      <WrongFields wrong={form.wrong} />
      {form.refused ? <RefusedText refused={form.refused} takesFocus /> : null}
      <PasswordEntry {...form.at('password')} label={t('me.safety.present')} value={password} onValue={setPassword} />
      <PasswordEntry
        {...form.at('next')}
        label={t('me.safety.next')}
        help={t('joining.join.passwordHelp')}
        value={next}
        onValue={setNext}
        isNew
      />
      <p className="row">
        <button type="submit" className="button" aria-disabled={form.isSending}>
          {t(form.isSending ? 'joining.sending' : 'me.safety.changePassword')}
        </button>
        <button type="button" className="plain-button" onClick={() => onDone(false)}>
          {t('me.leave')}
        </button>
      </p>
    </form>
  )
}
