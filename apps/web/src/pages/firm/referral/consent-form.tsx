import { addMonths, addYears } from '@ieum/catalogue/days'
import type { Day, FactName } from '@ieum/catalogue/records'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../../day/use-on.ts'
import type { Moved } from '../../../desk/client/shapes.ts'
import { useAsked } from '../../../desk/client/use-asked.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { ConsentAsked, ConsentKind, ConsentsAsked, Dossier } from '../client/shapes.ts'
import { ConsentBody } from './consent-body.tsx'
import { ItemsToPass } from './items-to-pass.tsx'
import type { PartProps } from './part-props.ts'

/** What the firm would agree to, each consent apart: nothing of it is agreed to beforehand. */
export function ConsentForm(props: PartProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const { capacity, shown } = props
  const terms = termsFrom(on)
  const [until, setUntil] = useState(terms[1].until)
  const [chosen, setChosen] = useState<Chosen>({ without: new Set(), participations: true, papers: new Set() })
  const of = ofFirm(capacity.firm)
  const { value, refused, isAsking, again } = useAsked<ConsentsAsked>(
    of.consentsAsked(shown.id, {
      language,
      until,
      without: [...chosen.without],
      participations: chosen.participations,
      papers: [...chosen.papers],
    }),
  )
  const { value: dossier } = useAsked<Dossier>(of.dossier)
  return (
    <section className="firm-section" aria-labelledby="consent-title">
      <h2 id="consent-title">{t('firm.consent.title')}</h2>
      <p>{t('firm.consent.lead')}</p>
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      {value ? (
        <Form
          {...props}
          consents={value.consents}
          dossier={dossier}
          isAsking={isAsking}
          chosen={chosen}
          onChosen={setChosen}
          until={until}
          onUntil={setUntil}
          terms={terms}
        />
      ) : refused ? null : (
        <p role="status">{t('shell.waiting')}</p>
      )}
    </section>
  )
}

interface Term {
  readonly name: 'm3' | 'm6' | 'y1' | 'y2'
  readonly until: Day
}

const termsFrom = (on: Day): readonly [Term, Term, Term, Term] => [
  { name: 'm3', until: addMonths(on, 3) },
  { name: 'm6', until: addMonths(on, 6) },
  { name: 'y1', until: addYears(on, 1) },
  { name: 'y2', until: addYears(on, 2) },
]

/** Facts are left out one by one; no paper goes along that was not picked. */
interface Chosen {
  readonly without: ReadonlySet<FactName>
  readonly participations: boolean
  readonly papers: ReadonlySet<string>
}

interface FormProps extends PartProps {
  consents: readonly ConsentAsked[]
  dossier: Dossier | undefined
  /** The texts for what is chosen now are on their way. */
  isAsking: boolean
  chosen: Chosen
  onChosen: (chosen: Chosen) => void
  until: Day
  onUntil: (until: Day) => void
  terms: readonly Term[]
}

function Form(props: FormProps) {
  const { capacity, shown, consents, dossier, isAsking, isStale, chosen, onChosen: setChosen } = props
  const { until, onUntil, terms, onChanged, onStale } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const isAdviser = capacity.role === 'adviser'
  const { isSending, refused, send } = useChange<Moved>()
  const leaving = useChange<Moved>()
  const [agreed, setAgreed] = useState<ReadonlySet<ConsentKind>>(new Set())
  const [isWrong, setWrong] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const isWaiting = isAsking || isStale || isSending || leaving.isSending

  useEffect(() => {
    if (isWrong) summary.current?.focus()
  }, [isWrong])
  const tried = leaving.refused?.status === 409 ? 'refusing' : refused?.status === 409 ? 'agreeing' : undefined
  useEffect(() => {
    if (tried) onStale(tried)
  }, [tried, onStale])

  const toggle = (kind: ConsentKind) => setAgreed(toggled(agreed, kind))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isWaiting || isAdviser) return
    if (!agreed.has('hand-off')) {
      setWrong(true)
      summary.current?.focus()
      return
    }
    const moved = await send(ofFirm(capacity.firm).giveConsent(shown.id), {
      language,
      until,
      facts: consents.flatMap(({ facts }) => facts).filter(name => !chosen.without.has(name)),
      participations: chosen.participations,
      ...(agreed.has('papers') && { papers: [...chosen.papers] }),
      outcome: agreed.has('outcome'),
      changed: shown.changed,
    })
    if (moved) onChanged(t('firm.consent.given'))
  }
  const refuse = async () => {
    const moved = await leaving.send(ofFirm(capacity.firm).move(shown.id), {
      move: 'withdraw',
      reason: 'not-agreed',
      changed: shown.changed,
    })
    if (moved) onChanged(t('firm.consent.refused'))
  }

  return (
    <form className="consents" onSubmit={event => void submit(event)} noValidate>
      <div ref={summary} tabIndex={-1} role={isWrong ? 'alert' : undefined} className="consent-summary">
        {isWrong && !agreed.has('hand-off') ? (
          <div className="question-wrong">
            <strong>{t('firm.consent.wrongTitle')}</strong>
            <p>
              <a href="#agree-hand-off">{t('firm.consent.wrong')}</a>
            </p>
          </div>
        ) : null}
      </div>
      {isAdviser ? <p className="firm-note">{t('firm.consent.adviser')}</p> : null}
      <div className="field">
        <label htmlFor="consent-until">{t('firm.consent.until')}</label>
        <select
          id="consent-until"
          className="entry"
          value={until}
          disabled={isAdviser}
          aria-describedby="consent-until-help"
          onChange={event => onUntil(event.target.value)}
        >
          {terms.map(term => (
            <option key={term.name} value={term.until}>
              {t(`firm.consent.term.${term.name}`, { day: sayDay(term.until, language) })}
            </option>
          ))}
        </select>
        <p id="consent-until-help" className="field-help">
          {t('firm.consent.untilHelp')}
        </p>
      </div>
      {consents.map((asked, index) => {
        const { kind, required } = asked.text
        return (
          <section key={kind} className="consent" data-required={required} aria-labelledby={`consent-${kind}`}>
            <h3 id={`consent-${kind}`}>
              {index + 1}. {t(`firm.consent.kind.${kind}`)}{' '}
              <span className="consent-need">{t(required ? 'firm.consent.required' : 'firm.consent.optional')}</span>
            </h3>
            {kind === 'hand-off' ? (
              <ItemsToPass
                asked={asked}
                dossier={dossier}
                without={chosen.without}
                participations={chosen.participations}
                isDisabled={isAdviser}
                onFact={fact => setChosen({ ...chosen, without: toggled<FactName>(chosen.without, fact) })}
                onParticipations={() => setChosen({ ...chosen, participations: !chosen.participations })}
              />
            ) : null}
            {kind === 'papers' ? (
              <fieldset className="consent-items">
                <legend>{t('firm.consent.choosePapers')}</legend>
                {asked.papers.map(({ id, name }) => (
                  <label key={id} className="choice">
                    <input
                      type="checkbox"
                      checked={chosen.papers.has(id)}
                      disabled={isAdviser}
                      onChange={() => {
                        const papers = toggled(chosen.papers, id)
                        setChosen({ ...chosen, papers })
                        // Nothing is left to agree to.
                        if (papers.size === 0) setAgreed(without(agreed, 'papers'))
                      }}
                    />
                    <span lang="ko">{name}</span>
                  </label>
                ))}
              </fieldset>
            ) : null}
            {kind === 'papers' && chosen.papers.size === 0 ? (
              <p className="field-help">{t('firm.consent.noPapersChosen')}</p>
            ) : (
              <>
                <ConsentBody text={asked.text} isAsking={isAsking} />
                <label className="choice consent-agree">
                  <input
                    type="checkbox"
                    id={`agree-${kind}`}
                    checked={agreed.has(kind)}
                    disabled={isAdviser}
                    aria-invalid={required && isWrong && !agreed.has(kind) ? true : undefined}
                    onChange={() => toggle(kind)}
                  />
                  <strong>{t(`firm.consent.agree.${kind}`)}</strong>
                </label>
              </>
            )}
          </section>
        )
      })}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {leaving.refused ? <RefusedText refused={leaving.refused} takesFocus /> : null}
      {isAdviser ? null : (
        <>
          <p className="row consent-moves">
            <button type="submit" className="button" aria-disabled={isWaiting}>
              {t(isSending ? 'firm.sending' : 'firm.consent.give')}
            </button>
            <Link to="/firm/$firm" params={{ firm: capacity.firm }} className="button quiet">
              {t('firm.consent.later')}
            </Link>
            <button
              type="button"
              className="button quiet"
              aria-disabled={isWaiting}
              onClick={() => {
                if (!isWaiting) void refuse()
              }}
            >
              {t('firm.consent.refuse')}
            </button>
          </p>
          <p className="field-help">{t('firm.consent.movesHelp')}</p>
        </>
      )}
    </form>
  )
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return set.has(one) ? without(set, one) : new Set([...set, one])
}

const without = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => new Set([...set].filter(other => other !== one))
