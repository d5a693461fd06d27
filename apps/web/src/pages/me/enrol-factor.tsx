import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { askWho } from '../../desk/who.ts'
import { Entry } from '../../sign-in/entry.tsx'
import { PasswordEntry } from '../../sign-in/password-entry.tsx'
import { useFields } from '../../sign-in/use-fields.ts'
import { WrongFields } from '../../sign-in/wrong-fields.tsx'
import { CopyButton } from './copy-button.tsx'
import { secretIn } from './otpauth.ts'
import { QrCode } from './qr-code.tsx'

interface Begun {
  readonly uri: string
  readonly backupCodes: readonly string[]
}

interface EnrolFactorProps {
  me: Me
  onEnrolled: (backupCodes: readonly string[]) => void
}

/** First the password, then the app and its first code: nothing counts before that. */
export function EnrolFactor({ me, onEnrolled }: EnrolFactorProps) {
  const [begun, setBegun] = useState<Begun>()
  return begun ? (
    <LinkApp me={me} uri={begun.uri} onEnrolled={() => onEnrolled(begun.backupCodes)} />
  ) : (
    <Begin onBegun={setBegun} />
  )
}

function Begin({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const { t } = useTranslation()
  const form = useFields<Begun>('begin', ['password'])
  const [password, setPassword] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const begun = await form.send({ password: password === '' && 'empty' }, '/api/sign-in/second-factor', { password })
    if (begun) onBegun(begun)
  }
  return (
    <section className="own-section">
      <h2>{t('me.factor.begin.title')}</h2>
      <p>{t('me.factor.begin.text')}</p>
      <form className="desk-form" onSubmit={event => void submit(event)} noValidate>
        <WrongFields wrong={form.wrong} />
        {form.refused ? <RefusedText refused={form.refused} takesFocus /> : null}
        <PasswordEntry
          {...form.at('password')}
          label={t('me.factor.begin.password')}
          help={t('me.factor.begin.passwordHelp')}
          value={password}
          onValue={setPassword}
        />
        <button type="submit" className="button" aria-disabled={form.isSending}>
          {t(form.isSending ? 'joining.sending' : 'me.factor.begin.do')}
        </button>
      </form>
    </section>
  )
}

function LinkApp({ me, uri, onEnrolled }: { me: Me; uri: string; onEnrolled: () => void }) {
  const { t } = useTranslation()
  const form = useFields<{ is: 'enrolled' }>('enrol', ['code'])
  const [code, setCode] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const secret = secretIn(uri)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const digits = code.replaceAll(/\s/g, '')
    const fault = digits === '' ? 'empty' : /^\d{6}$/.test(digits) ? false : 'shape'
    if (!(await form.send({ code: fault }, '/api/sign-in/second-factor/confirm', { code: digits }))) return
    onEnrolled()
    await askWho()
  }
  return (
    <>
      <section className="own-section">
        <h2 ref={heading} tabIndex={-1}>
          {t('me.factor.link.title')}
        </h2>
        <p>{t('me.factor.link.text')}</p>
        <QrCode text={uri} label={t('me.factor.link.picture')} />
        <p>{t('me.factor.link.byHand')}</p>
        <dl className="own-facts">
          <div>
            <dt>{t('me.factor.link.account')}</dt>
            <dd>{me.person.email}</dd>
          </div>
          <div>
            <dt>{t('me.factor.link.key')}</dt>
            <dd>
              <code className="own-secret">{secret}</code>
            </dd>
          </div>
          <div>
            <dt>{t('me.factor.link.kind')}</dt>
            <dd>{t('me.factor.link.timeBased')}</dd>
          </div>
        </dl>
        <p className="row">
          <CopyButton
            text={secret.replaceAll(' ', '')}
            label={t('me.factor.link.copy')}
            copied={t('me.factor.link.copied')}
          />
          <a href={uri} className="own-link">
            {t('me.factor.link.open')}
          </a>
        </p>
      </section>
      <section className="own-section">
        <h2>{t('me.factor.code.title')}</h2>
        <form className="desk-form" onSubmit={event => void submit(event)} noValidate>
          <WrongFields wrong={form.wrong} />
          {form.refused ? <RefusedText refused={form.refused} takesFocus /> : null}
          <Entry
            {...form.at('code')}
            label={t('me.factor.code.label')}
            help={t('me.factor.code.help')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            onValue={setCode}
          />
          <button type="submit" className="button" aria-disabled={form.isSending}>
            {t(form.isSending ? 'joining.sending' : 'me.factor.code.do')}
          </button>
        </form>
      </section>
    </>
  )
}
