import { addMonths, firstOfMonth, isMonth, lastOfMonth } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { ofPost } from '../client/paths.ts'
import type { Agreement, Candidates, PostCapacity } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'
import { RefusedText } from '../refused-text.tsx'
import { endsOf, Way } from '../way.tsx'
import { useLinksFrom } from './use-links-from.ts'

export interface CandidatesFound {
  readonly link: Agreement
  readonly from: Day
  readonly to: Day
  readonly found: Candidates
}

interface CandidatesAskedProps {
  capacity: PostCapacity
  children: (found: CandidatesFound) => ReactNode
}

/** Along which link, and who came to its outcome in which months. */
export function CandidatesAsked({ capacity, children }: CandidatesAskedProps) {
  const { t } = useTranslation()
  const on = useOn()
  const links = useLinksFrom(capacity)
  const [chosen, setChosen] = useState<string>()
  const [first, setFirst] = useState(addMonths(on, -11).slice(0, 7))
  const [last, setLast] = useState(on.slice(0, 7))
  const link = links.value?.find(({ id }) => id === chosen) ?? (links.value?.length === 1 ? links.value[0] : undefined)
  const isSpan = isMonth(first) && isMonth(last) && first <= last
  const from = isSpan ? firstOfMonth(first) : undefined
  const to = isSpan ? lastOfMonth(last) : undefined
  const { value, refused, isAsking, again } = useAsked<Candidates>(
    link && from && to ? ofPost(capacity.post).candidates({ agreement: link.id, from, to }) : undefined,
  )

  if (links.refused) return <RefusedText refused={links.refused} again={links.again} />
  if (!links.value) return <p role="status">{t('shell.waiting')}</p>
  if (links.value.length === 0)
    return (
      <p className="desk-nothing">
        {t('desk.draft.noLink')}{' '}
        <Link to="/desk/$post/links" params={{ post: capacity.post }}>
          {t('desk.nav.links')}
        </Link>
      </p>
    )
  return (
    <>
      <fieldset className="desk-choose-link">
        <legend className="field-label">{t('desk.draft.link')}</legend>
        {links.value.map(one => (
          <label key={one.id} className="choice">
            <input type="radio" name="link" checked={link?.id === one.id} onChange={() => setChosen(one.id)} />
            <Way {...endsOf(one)} />
          </label>
        ))}
      </fieldset>
      {link ? (
        <fieldset className="desk-span">
          <legend className="field-label">{t(`desk.draft.came.${link.outcome}`)}</legend>
          <Month id="first-month" label={t('desk.span.from')} value={first} onChange={setFirst} />
          <Month id="last-month" label={t('desk.span.to')} value={last} onChange={setLast} />
          {isSpan ? null : (
            <p className="field-wrong" role="alert">
              {t('desk.span.wrong')}
            </p>
          )}
        </fieldset>
      ) : null}
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      {link && isAsking ? <p role="status">{t('shell.waiting')}</p> : null}
      {link && from && to && value && !refused && !isAsking ? children({ link, from, to, found: value }) : null}
    </>
  )
}

interface MonthProps {
  id: string
  label: string
  value: string
  onChange: (month: string) => void
}

function Month({ id, label, value, onChange }: MonthProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="month"
        className="entry"
        required
        placeholder="2026-05"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  )
}
