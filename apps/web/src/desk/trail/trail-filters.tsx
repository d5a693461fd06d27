import { addMonths, isDay } from '@ieum/catalogue/days'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { KeptEntry } from '../../parts/kept-entry.tsx'
import type { TrailSearch } from './trail-asked.ts'

const route = getRouteApi('/desk/$post/trail')

/** The days that are shown when none are asked for: the last month. */
export function useSpan(): { from: string; to: string; isSpan: boolean } {
  const on = useOn()
  const { from = addMonths(on, -1), to = on } = route.useSearch()
  return { from, to, isSpan: isDay(from) && isDay(to) && from <= to }
}

type Text = 'person' | 'firm'

/** Days at once, texts when they are sent: each letter would be another question. */
export function TrailFilters({
  texts,
  operations,
}: {
  texts: readonly Text[]
  operations?: { readonly all: readonly string[]; readonly say: (operation: string) => string }
}) {
  const { t } = useTranslation()
  const id = useId()
  const { from, to, isSpan } = useSpan()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const ask = (change: TrailSearch) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    ask(Object.fromEntries(texts.map(name => [name, String(form.get(name) ?? '').trim() || undefined])))
  }
  return (
    <form className="trail-filters no-print" onSubmit={submit}>
      {(['from', 'to'] as const).map(end => (
        <div className="field" key={end}>
          <label htmlFor={`${id}-${end}`}>{t(`desk.span.${end}`)}</label>
          <KeptEntry
            id={`${id}-${end}`}
            type="date"
            className="entry"
            required
            kept={end === 'from' ? from : to}
            onTyped={day => ask({ [end]: day })}
          />
        </div>
      ))}
      {operations ? (
        <div className="field">
          <label htmlFor={`${id}-operation`}>{t('agency.trail.operation')}</label>
          <select
            id={`${id}-operation`}
            className="entry"
            value={search.operation ?? ''}
            onChange={event => ask({ operation: event.target.value || undefined })}
          >
            <option value="">{t('agency.trail.anyOperation')}</option>
            {operations.all.map(operation => (
              <option key={operation} value={operation}>
                {operations.say(operation)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {texts.map(name => (
        <div className="field" key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`agency.trail.filter.${name}`)}</label>
          <input
            key={search[name] ?? ''}
            id={`${id}-${name}`}
            name={name}
            className="entry"
            maxLength={name === 'firm' ? 40 : 254}
            defaultValue={search[name] ?? ''}
          />
        </div>
      ))}
      <button type="submit" className="button quiet">
        {t('agency.trail.find')}
      </button>
      {isSpan ? null : (
        <p className="field-wrong" role="alert">
          {t('desk.span.wrong')}
        </p>
      )}
    </form>
  )
}
