import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { sayMoment } from '../../desk/say-moment.ts'
import { askWho } from '../../desk/who.ts'
import { Entry } from '../../sign-in/entry.tsx'
import { useFields } from '../../sign-in/use-fields.ts'
import { WrongFields } from '../../sign-in/wrong-fields.tsx'
import { useLanguage } from '../../words/use-language.ts'

/** The name and the language of letters; the mail address stays, since invitations and letters hang on it. */
export function PersonForm({ person }: { person: Me['person'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const form = useFields<{ is: 'changed' }>('me', ['name'])
  const [name, setName] = useState(person.name)
  const [locale, setLocale] = useState(person.locale)
  const [isSaved, setSaved] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    const given = { name: name.trim(), locale }
    if (!(await form.send({ name: given.name === '' && 'empty' }, '/api/sign-in/me', given))) return
    setSaved(true)
    await askWho()
  }
  return (
    <section className="own-section" aria-labelledby="person">
      <h2 id="person">{t('me.person.title')}</h2>
      <dl className="own-facts">
        <div>
          <dt>{t('me.person.email')}</dt>
          <dd>{person.email}</dd>
        </div>
        <div>
          <dt>{t('me.person.since')}</dt>
          <dd>{sayMoment(person.signedInAt, language)}</dd>
        </div>
      </dl>
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
        <fieldset>
          <legend className="field-label">{t('me.person.locale')}</legend>
          {(['ko', 'en'] as const).map(one => (
            <label key={one} className="choice">
              <input type="radio" name="locale" checked={locale === one} onChange={() => setLocale(one)} />
              <span lang={one}>{t(`me.person.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <div className="row">
          <button type="submit" className="button" aria-disabled={form.isSending}>
            {t(form.isSending ? 'joining.sending' : 'me.save')}
          </button>
          <p role="status">{isSaved ? t('me.saved') : null}</p>
        </div>
      </form>
    </section>
  )
}
