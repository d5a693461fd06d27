import { sayRole } from '@ieum/wording'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { ofPost } from '../client/paths.ts'
import { useChange } from '../client/use-change.ts'
import { RefusedText } from '../refused-text.tsx'
import { roles } from './shapes.ts'

/** A new post, named in both languages: mails and the other agency's pages speak either. */
export function OpenPost({ of, onDone }: { of: ReturnType<typeof ofPost>; onDone: (told: string) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isSending, refused, send } = useChange<{ post: string }>()
  const { isOpen, opener, open, leave, close } = useFormInPlace()
  const [role, setRole] = useState<(typeof roles)[number]>('desk-officer')
  const [ko, setKo] = useState('')
  const [en, setEn] = useState('')
  const [wrong, setWrong] = useState<readonly ('ko' | 'en')[]>([])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    const missing = [...(ko.trim() ? [] : (['ko'] as const)), ...(en.trim() ? [] : (['en'] as const))]
    setWrong(missing)
    if (missing[0]) {
      document.getElementById(`open-${missing[0]}`)?.focus()
      return
    }
    if (!(await send(of.posts, { role, name: { ko: ko.trim(), en: en.trim() } }))) return
    close()
    setKo('')
    setEn('')
    onDone(t('agency.people.opened'))
  }
  if (!isOpen)
    return (
      <p className="row">
        <button ref={opener} type="button" className="button" onClick={open}>
          {t('agency.people.open')}
        </button>
      </p>
    )
  return (
    <form ref={goInto} className="agency-form" onSubmit={event => void submit(event)} noValidate>
      <h2>{t('agency.people.open')}</h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <div className="field">
        <label htmlFor="open-role">{t('agency.people.role')}</label>
        <select
          id="open-role"
          className="entry"
          value={role}
          onChange={event => setRole(event.target.value as (typeof roles)[number])}
        >
          {roles.map(one => (
            <option key={one} value={one}>
              {sayRole(one, language)}
            </option>
          ))}
        </select>
      </div>
      {(
        [
          ['ko', ko, setKo],
          ['en', en, setEn],
        ] as const
      ).map(([of, value, set]) => (
        <div key={of} className="field">
          <label htmlFor={`open-${of}`}>{t(`agency.people.name.${of}`)}</label>
          {wrong.includes(of) ? (
            <p id={`open-${of}-wrong`} className="field-wrong">
              {t('agency.people.wrongName')}
            </p>
          ) : null}
          <input
            id={`open-${of}`}
            className="entry"
            maxLength={80}
            value={value}
            aria-invalid={wrong.includes(of) ? true : undefined}
            aria-describedby={wrong.includes(of) ? `open-${of}-wrong` : undefined}
            onChange={event => set(event.target.value)}
          />
        </div>
      ))}
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'agency.people.open')}
        </button>
        <button type="button" className="plain-button" onClick={leave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}
