import type { Link as CatalogueLink } from '@ieum/catalogue/records'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgrammePicker } from '../../parts/programme-picker.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useDirectory, useRulebook } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import type { PostCapacity } from '../client/shapes.ts'
import { Way } from '../way.tsx'

/** Three ways to begin: what a notice says already, a pair of programmes, or nothing. */
export function StartChoice({ capacity }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const { post } = capacity
  return (
    <>
      <section className="case-section">
        <h2>{t('agreement.draw.fromCatalogue')}</h2>
        <p>{t('agreement.draw.fromCatalogueText')}</p>
        <LinksOfCatalogue capacity={capacity} />
      </section>
      <section className="case-section">
        <h2>{t('agreement.draw.fromPair')}</h2>
        <p>{t('agreement.draw.fromPairText')}</p>
        <PairForm post={post} />
      </section>
      <section className="case-section">
        <h2>{t('agreement.draw.fromNothing')}</h2>
        <p>{t('agreement.draw.fromNothingText')}</p>
        <p className="row">
          <Link to="/desk/$post/links/new" params={{ post }} search={{ start: 'nothing' }} className="button quiet">
            {t('agreement.draw.useNothing')}
          </Link>
        </p>
      </section>
    </>
  )
}

const shownAtFirst = 8

function LinksOfCatalogue({ capacity: { post, agency, programmes } }: { capacity: PostCapacity }) {
  const { t } = useTranslation()
  const said = useSaid()
  const subject = useSubject()
  const agencyName = useAgencyName()
  const rulebook = useRulebook()
  const { programme, ministryOf, isAgreedHere } = useDirectory()
  const [query, setQuery] = useState('')
  const [showsAll, setShowsAll] = useState(false)
  const search = useId()
  const agencyOf = (id: string) => programme(id)?.agency ?? ''
  const isOwn = (id: string) => agencyOf(id) === agency && (programmes.length === 0 || programmes.includes(id))
  const isOverMinistries = ({ from, to }: CatalogueLink) =>
    ministryOf(agencyOf(from.programme)).id !== ministryOf(agencyOf(to)).id
  // An agreement joins two agencies: what one agency does alone needs none, and what was agreed here is renewed instead.
  const joined = rulebook.links.filter(
    link =>
      !isAgreedHere(link) &&
      (isOwn(link.from.programme) || isOwn(link.to)) &&
      agencyOf(link.from.programme) !== agencyOf(link.to),
  )
  // Those that no ministry can arrange by itself come first.
  const links = joined.toSorted((a, b) => Number(isOverMinistries(b)) - Number(isOverMinistries(a)))
  const nameOf = (id: string) => said(programme(id)?.name) || id
  const tight = (text: string) => text.replaceAll(/\s/g, '').toLowerCase()
  const textOf = ({ from, to }: CatalogueLink) =>
    tight([from.programme, to].map(id => `${nameOf(id)}${agencyName(agencyOf(id))}`).join(''))
  const found = links.filter(link => textOf(link).includes(tight(query)))
  const shown = showsAll ? found : found.slice(0, shownAtFirst)
  if (links.length === 0) return <p className="desk-nothing">{t('agreement.draw.noneInCatalogue')}</p>
  return (
    <>
      {links.length > shownAtFirst ? (
        <div className="field">
          <label htmlFor={search}>{t('agreement.draw.search')}</label>
          <input
            id={search}
            type="search"
            className="entry"
            autoComplete="off"
            value={query}
            onChange={event => setQuery(event.target.value)}
          />
          <p role="status" className="field-help">
            {t('agreement.draw.found', { count: found.length, all: links.length })}
          </p>
        </div>
      ) : null}
      <ul className="desk-links">
        {shown.map(({ id, from, to, kind }) => (
          <li key={id} className="desk-link">
            <p>
              <Way
                from={{ agency: agencyOf(from.programme), programme: from.programme }}
                to={{ agency: agencyOf(to), programme: to }}
              />
            </p>
            <p>
              {subject('link', kind)} ·{' '}
              <Link to="/desk/$post/links/new" params={{ post }} search={{ link: id }}>
                {t('agreement.draw.useLink')}{' '}
                <span className="only-heard">
                  {nameOf(from.programme)} → {nameOf(to)}
                </span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <p className="row">
          <button type="button" className="button quiet" onClick={() => setShowsAll(true)}>
            {t('agreement.draw.more', { count: found.length - shown.length })}
          </button>
        </p>
      ) : null}
    </>
  )
}

function PairForm({ post }: { post: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const [isTried, setTried] = useState(false)
  const isWrong = isTried && !(from && to)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (from && to) void navigate({ to: '/desk/$post/links/new', params: { post }, search: { from, to } })
    else document.getElementById(from ? 'pair-to' : 'pair-from')?.focus()
  }
  const end = (id: 'pair-from' | 'pair-to', field: 'fromProgramme' | 'toProgramme') => {
    const [value, set] = id === 'pair-from' ? [from, setFrom] : [to, setTo]
    return (
      <div className="field">
        <label htmlFor={id}>{t(`agreement.field.${field}`)}</label>
        <ProgrammePicker
          id={id}
          label={t(`agreement.field.${field}`)}
          value={value}
          onChange={set}
          describedBy={isWrong ? 'pair-wrong' : undefined}
          isWrong={isWrong && !value}
        />
      </div>
    )
  }
  return (
    <form className="desk-form link-pair" onSubmit={submit} noValidate>
      {isWrong ? (
        <p id="pair-wrong" className="field-wrong" role="alert">
          {t('agreement.draw.pairWrong')}
        </p>
      ) : null}
      {end('pair-from', 'fromProgramme')}
      {end('pair-to', 'toProgramme')}
      <button type="submit" className="button quiet">
        {t('agreement.draw.usePair')}
      </button>
    </form>
  )
}
