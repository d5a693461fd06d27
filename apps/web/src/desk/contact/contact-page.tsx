import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../../shell/waiting.tsx'
import { ofPost } from '../client/paths.ts'
import { useAsked } from '../client/use-asked.ts'
import { useChange } from '../client/use-change.ts'
import { DeskPage } from '../desk-page.tsx'
import { RefusedText } from '../refused-text.tsx'
import '../agency.css'

const route = getRouteApi('/desk/$post/contact')

const ways = ['desk', 'mail', 'table', 'installation'] as const

interface Contact {
  readonly way: (typeof ways)[number]
  readonly mail: string | null
  readonly webhookUrl: string | null
  readonly installation: string | null
}

/** How the agency hears of referrals and answers them. */
export function ContactPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('agency.contact.title')} lead={<p>{t('agency.contact.lead')}</p>}>
      {() => <Shown key={post} post={post} />}
    </DeskPage>
  )
}

function Shown({ post }: { post: string }) {
  const { value, refused, again } = useAsked<Contact>(ofPost(post).contact)
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />
  return <Form post={post} kept={value} />
}

type Field = 'mail' | 'webhookUrl' | 'installation'
const fields: readonly Field[] = ['mail', 'webhookUrl', 'installation']

function Form({ post, kept }: { post: string; kept: Contact }) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<Contact & { secret: string | null }>()
  const [way, setWay] = useState(kept.way)
  const [texts, setTexts] = useState({
    mail: kept.mail ?? '',
    webhookUrl: kept.webhookUrl ?? '',
    installation: kept.installation ?? '',
  })
  const [newSecret, setNewSecret] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [isKept, setKept] = useState(false)
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isKept) told.current?.focus()
  }, [isKept])
  const wrong = (refused?.fields ?? []).map(({ field }) => field.slice(1))
  const wrongAt = fields.find(field => wrong.includes(field))
  useEffect(() => {
    if (wrongAt) document.getElementById(`contact-${wrongAt}`)?.focus()
  }, [wrongAt])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    setKept(false)
    const given = (field: Field) => texts[field].trim() || null
    const set = await send(
      ofPost(post).contact,
      {
        way,
        mail: given('mail'),
        webhookUrl: given('webhookUrl'),
        installation: way === 'installation' ? given('installation') : null,
        ...(newSecret && { newSecret }),
      },
      'PUT',
    )
    if (!set) return
    setSecret(set.secret)
    setNewSecret(false)
    setKept(true)
  }
  const entry = (field: Field, type: 'email' | 'url' | 'text') => (
    <div className="field">
      <label htmlFor={`contact-${field}`}>{t(`agency.contact.${field}`)}</label>
      {wrong.includes(field) ? (
        <p id={`contact-${field}-wrong`} className="field-wrong">
          {t(`agency.contact.wrong.${field}`)}
        </p>
      ) : null}
      <input
        id={`contact-${field}`}
        className="entry"
        type={type}
        autoComplete="off"
        value={texts[field]}
        aria-invalid={wrong.includes(field) ? true : undefined}
        aria-describedby={wrong.includes(field) ? `contact-${field}-wrong` : `contact-${field}-help`}
        onChange={event => setTexts({ ...texts, [field]: event.target.value })}
      />
      <p id={`contact-${field}-help`} className="field-help">
        {t(`agency.contact.help.${field}`)}
      </p>
    </div>
  )
  return (
    <form className="agency-form" onSubmit={event => void submit(event)} noValidate>
      <div ref={told} tabIndex={-1} role="status" className={isKept ? 'agency-told' : 'only-heard'}>
        {isKept ? <p>{t('agency.contact.kept')}</p> : null}
        {isKept && secret ? (
          <>
            <p>
              <strong>{t('agency.contact.secret')}</strong>
            </p>
            <p>
              <code className="agency-secret">{secret}</code>
            </p>
          </>
        ) : null}
      </div>
      {refused && !wrongAt ? <RefusedText refused={refused} takesFocus /> : null}
      <fieldset>
        <legend className="field-label">{t('agency.contact.way')}</legend>
        {ways.map(one => (
          <label key={one} className="choice">
            <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
            <span>
              <strong>{t(`agency.contact.ways.${one}`)}</strong>
              <br />
              <span className="field-help">{t(`agency.contact.wayHelp.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {entry('mail', 'email')}
      {entry('webhookUrl', 'url')}
      {kept.webhookUrl && texts.webhookUrl ? (
        <label className="choice">
          <input type="checkbox" checked={newSecret} onChange={event => setNewSecret(event.target.checked)} />
          <span>{t('agency.contact.newSecret')}</span>
        </label>
      ) : null}
      {way === 'installation' ? entry('installation', 'text') : null}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'agency.contact.keep')}
        </button>
      </p>
    </form>
  )
}
