import { type ProgrammeChange, rulesToChange, type Standing } from '@ieum/planning'
import { sayDay } from '@ieum/wording'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { type Trial, useTrial } from './use-trial.ts'

interface TrialSectionProps {
  programme: string
  /** As the decision words it; left out where it is told in words alone. */
  to?: ProgrammeChange | undefined
  /** Shown at once, for who is asked for it; others open it. */
  isOpen: boolean
}

type Kind = ProgrammeChange['is']
const kinds: readonly Kind[] = ['window', 'limit', 'without']

/** A change of a programme tried on example firms: its verdict, and when a way through it arrives, before and after. */
export function TrialSection({ programme: id, to, isOpen }: TrialSectionProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const at = useId()
  const rulebook = useRulebook()
  const programme = rulebook.programmes.find(one => one.id === id)
  const [kind, setKind] = useState<Kind>(to?.is ?? 'limit')
  const [edition, setEdition] = useState(to?.edition ?? programme?.editions.at(-1)?.edition ?? '')
  const [opens, setOpens] = useState(to?.is === 'window' ? to.opens : '')
  const [closes, setCloses] = useState(to?.is === 'window' ? to.closes : '')
  const [rule, setRule] = useState(to && to.is !== 'window' ? to.rule : '')
  const [from, setFrom] = useState(to?.is === 'limit' ? to.from : undefined)
  const [limit, setLimit] = useState(to?.is === 'limit' ? String(to.to) : '')
  const [pathway, setPathway] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const [trial, run] = useTrial(id)
  if (!programme) return null

  const round = programme.editions.find(one => one.edition === edition)
  const all = round ? rulesToChange(rulebook, round) : []
  const rules = kind === 'limit' ? all.filter(({ limits }) => limits.length > 0) : all
  const chosen = rules.find(one => one.id === rule) ?? rules[0]
  const limitNow = chosen?.limits.find(one => one === from) ?? chosen?.limits[0]
  const ways = rulebook.pathways.filter(({ waypoints }) => waypoints.includes(id))
  const way = ways.find(one => one.id === (pathway ?? ways[0]?.id))

  const change = (): ProgrammeChange | undefined => {
    if (kind === 'window') return opens && closes ? { is: 'window', edition, opens, closes } : undefined
    if (!chosen) return undefined
    if (kind === 'without') return { is: 'without', edition, rule: chosen.id }
    const number = Number(limit)
    return limit.trim() !== '' && Number.isFinite(number) && limitNow !== undefined
      ? { is: 'limit', edition, rule: chosen.id, from: limitNow, to: number }
      : undefined
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = change()
    setMissing(!asked)
    if (asked) run(asked, way?.waypoints ?? [id])
  }
  return (
    <details className="follow-trial" open={isOpen}>
      <summary>{t('follow.trial.title')}</summary>
      <p className="field-help">{t('follow.trial.lead')}</p>
      <form className="follow-trial-form no-print" onSubmit={submit} noValidate>
        <Field id={`${at}-kind`} label={t('follow.trial.kind')}>
          <select
            id={`${at}-kind`}
            className="entry"
            value={kind}
            onChange={event => setKind(event.target.value as Kind)}
          >
            {kinds.map(one => (
              <option key={one} value={one}>
                {t(`follow.trial.is.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${at}-edition`} label={t('follow.trial.edition')}>
          <select
            id={`${at}-edition`}
            className="entry"
            value={edition}
            onChange={event => setEdition(event.target.value)}
          >
            {programme.editions.map(one => (
              <option key={one.edition} value={one.edition}>
                {t('programmes.page.edition', { edition: one.edition })}
              </option>
            ))}
          </select>
        </Field>
        {kind === 'window' ? (
          <>
            <Field id={`${at}-opens`} label={t('follow.trial.opens')}>
              <input
                id={`${at}-opens`}
                type="date"
                className="entry"
                value={opens}
                onChange={event => setOpens(event.target.value)}
              />
            </Field>
            <Field id={`${at}-closes`} label={t('follow.trial.closes')}>
              <input
                id={`${at}-closes`}
                type="date"
                className="entry"
                value={closes}
                onChange={event => setCloses(event.target.value)}
              />
            </Field>
          </>
        ) : rules.length === 0 ? (
          <p className="field-help">{t('follow.trial.noLimits')}</p>
        ) : (
          <Field id={`${at}-rule`} label={t('follow.trial.rule')}>
            <select
              id={`${at}-rule`}
              className="entry"
              value={chosen?.id}
              onChange={event => setRule(event.target.value)}
            >
              {rules.map(one => (
                <option key={one.id} value={one.id}>
                  {said(one.label) || one.id}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'limit' && chosen ? (
          <>
            <Field id={`${at}-from`} label={t('follow.trial.limit')}>
              <select
                id={`${at}-from`}
                className="entry"
                value={limitNow}
                onChange={event => setFrom(Number(event.target.value))}
              >
                {chosen.limits.map(one => (
                  <option key={one} value={one}>
                    {one.toLocaleString('ko-KR')}
                  </option>
                ))}
              </select>
            </Field>
            <Field id={`${at}-to`} label={t('follow.trial.to')}>
              <input
                id={`${at}-to`}
                className="entry"
                inputMode="decimal"
                value={limit}
                onChange={event => setLimit(event.target.value)}
              />
            </Field>
          </>
        ) : null}
        <Field id={`${at}-way`} label={t('follow.trial.way')}>
          <select
            id={`${at}-way`}
            className="entry"
            value={way?.id ?? ''}
            onChange={event => setPathway(event.target.value)}
          >
            {ways.map(one => (
              <option key={one.id} value={one.id}>
                {said(one.name)}
              </option>
            ))}
            <option value="">{t('follow.trial.alone')}</option>
          </select>
        </Field>
        {isMissing ? (
          <p role="alert" className="field-wrong">
            {t('follow.trial.missing')}
          </p>
        ) : null}
        <p className="row">
          <button type="submit" className="button quiet">
            {t('follow.trial.run')}
          </button>
        </p>
      </form>
      <Result trial={trial} />
    </details>
  )
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

function Result({ trial: { is, firms, rows } }: { trial: Trial }) {
  const { t } = useTranslation()
  const said = useSaid()
  const arriving = (side: 'before' | 'after') => rows.filter(row => typeof row[side].arrives === 'string').length
  const nameOf = (id: string) => said(firms.find(firm => firm.id === id)?.name) || id
  return (
    <>
      <p role="status">
        {is === 'running' ? t('follow.trial.running', { done: rows.length, all: firms.length || '…' }) : null}
        {is === 'not there' ? t('follow.trial.notThere') : null}
        {is === 'done'
          ? t('follow.trial.sum', { before: arriving('before'), after: arriving('after'), all: rows.length })
          : null}
      </p>
      {rows.length > 0 ? (
        <div className="desk-table-frame">
          <table className="desk-table">
            <thead>
              <tr>
                <th scope="col">{t('follow.trial.firm')}</th>
                <th scope="col">{t('follow.trial.before')}</th>
                <th scope="col">{t('follow.trial.after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ firm, before, after }) => (
                <tr key={firm} data-changed={JSON.stringify(before) !== JSON.stringify(after) || undefined}>
                  <th scope="row">
                    {nameOf(firm)}{' '}
                    {JSON.stringify(before) === JSON.stringify(after) ? null : (
                      <strong className="follow-state">{t('follow.trial.changed')}</strong>
                    )}
                  </th>
                  <td>
                    <Stands standing={before} />
                  </td>
                  <td>
                    <Stands standing={after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  )
}

function Stands({ standing: { verdict, arrives } }: { standing: Standing }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      {verdict ? t(`follow.trial.verdict.${verdict}`) : null}
      <br />
      <small>
        {arrives === undefined
          ? t('follow.trial.notKnown')
          : arrives === null
            ? t('follow.trial.noWay')
            : t('follow.trial.arrives', { day: sayDay(arrives, language) })}
      </small>
    </>
  )
}
