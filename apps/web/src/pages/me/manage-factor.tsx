import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { askWho } from '../../desk/who.ts'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { PasswordEntry } from '../../sign-in/password-entry.tsx'
import { useFields } from '../../sign-in/use-fields.ts'
import { WrongFields } from '../../sign-in/wrong-fields.tsx'

interface ManageFactorProps {
  me: Me
  onMade: (codes: readonly string[]) => void
  onRemoved: () => void
}

/** New backup codes, or none of it any more; each by the password. */
export function ManageFactor({ me, onMade, onRemoved }: ManageFactorProps) {
  const { t } = useTranslation()
  return (
    <div className="own-parts">
      <p className="own-told">{t('me.factor.on')}</p>
      <section className="own-section">
        <h2>{t('me.factor.renew.title')}</h2>
        <p>{t('me.factor.renew.text')}</p>
        <ByPassword<{ backupCodes: readonly string[] }>
          id="renew"
          path="/api/sign-in/second-factor/backup-codes"
          label={t('me.factor.renew.do')}
          onDone={({ backupCodes }) => onMade(backupCodes)}
        />
      </section>
      <section className="own-section">
        <h2>{t('me.factor.remove.title')}</h2>
        <p>{t('me.factor.remove.text')}</p>
        {me.posts.length > 0 ? <p>{t('me.factor.remove.posts')}</p> : null}
        <ByPassword<{ is: 'removed' }>
          id="remove"
          path="/api/sign-in/second-factor/remove"
          label={t('me.factor.remove.do')}
          onDone={() => {
            onRemoved()
            void askWho()
          }}
        />
      </section>
    </div>
  )
}

interface ByPasswordProps<Answer> {
  id: string
  path: string
  label: string
  onDone: (answer: Answer) => void
}

function ByPassword<Answer>({ id, path, label, onDone }: ByPasswordProps<Answer>) {
  const { t } = useTranslation()
  const form = useFields<Answer>(id, ['password'])
  const { isOpen, opener, open, leave } = useFormInPlace()
  const [password, setPassword] = useState('')
  if (!isOpen)
    return (
      <p className="row">
        <button ref={opener} type="button" className="button quiet" onClick={open}>
          {label}
        </button>
      </p>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await form.send({ password: password === '' && 'empty' }, path, { password })
    if (answer) onDone(answer)
  }
  const leaves = () => {
    leave()
    setPassword('')
    form.forget()
  }
  return (
    <form ref={goInto} className="desk-form" onSubmit={event => void submit(event)} noValidate>
      <WrongFields wrong={form.wrong} />
      {form.refused ? <RefusedText refused={form.refused} takesFocus /> : null}
      <PasswordEntry
        {...form.at('password')}
        label={t('me.factor.begin.password')}
        help={t('me.factor.begin.passwordHelp')}
        value={password}
        onValue={setPassword}
      />
      <p className="row">
        <button type="submit" className="button" aria-disabled={form.isSending}>
          {form.isSending ? t('joining.sending') : label}
        </button>
        <button type="button" className="plain-button" onClick={leaves}>
          {t('me.leave')}
        </button>
      </p>
    </form>
  )
}
