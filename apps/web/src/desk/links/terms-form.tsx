import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import type { Refused } from '../client/ask.ts'
import type { LinkTerms, PostCapacity } from '../client/shapes.ts'
import { RefusedText } from '../refused-text.tsx'
import { Way } from '../way.tsx'
import { CriteriaChoice } from './criteria-choice.tsx'
import { DayTerm, EndTerm, NumberTerm, type TermsAt, TextTerm } from './term-entries.tsx'
import { TermChoice } from './term-row.tsx'
import {
  daysTyped,
  differing,
  fieldAt,
  isSame,
  placesTyped,
  readTerms,
  type TermField,
  type TypedTerms,
  termFields,
  typedFrom,
} from './typed-terms.ts'
import { useSayTerm } from './use-say-term.ts'
import { WhatItDoes } from './what-it-does.tsx'
import { WrongSummary } from './wrong-summary.tsx'
import './links.css'

interface TermsFormProps {
  capacity: PostCapacity
  start: TypedTerms
  /** What is kept, or what stands: said where something else is typed. */
  against?: { readonly terms: LinkTerms; readonly is: 'kept' | 'standing' } | undefined
  /** A version of a link stays between its two programmes. */
  isBound?: boolean
  save: string
  isSending: boolean
  /** What it changes is being read anew. */
  isStale?: boolean
  refused: Refused | undefined
  onSend: (terms: LinkTerms) => void
  /** Stands under the two programmes. */
  between?: (typed: TypedTerms) => ReactNode
  /** What can be done about a refusal. */
  onRefused?: ReactNode
}

const kinds = ['required', 'preferred', 'relaxes', 'follow-on', 'raises'] as const
const outcomes = ['selected', 'completed'] as const

/** All terms of a link, with what each means for a firm. Nothing that was typed is lost by a "no". */
export function TermsForm(props: TermsFormProps) {
  const { capacity, start, against, isBound = false, save, isSending, isStale = false } = props
  const { refused, onSend, between, onRefused } = props
  const { t } = useTranslation()
  const subject = useSubject()
  const said = useSaid()
  const on = useOn()
  const directory = useDirectory()
  const [typed, setTyped] = useState(start)
  const [wrong, setWrong] = useState<readonly TermField[]>([])
  const [isUnchanged, setUnchanged] = useState(false)
  const sayTerm = useSayTerm(typed.toProgramme)
  const summary = useRef<HTMLDivElement>(null)
  const [tries, setTries] = useState(0)
  // The server's own look at it comes after the page's.
  const named = refused?.fields.map(({ field }) => fieldAt(field)) ?? []
  const isNamed = named.length > 0 && named.every(field => field !== undefined)
  useEffect(() => {
    const fields = refused?.fields.map(({ field }) => fieldAt(field)) ?? []
    if (fields.length === 0) return
    setWrong(termFields.filter(field => fields.includes(field)))
    setTries(before => before + 1)
  }, [refused])
  useEffect(() => {
    if (tries > 0) summary.current?.focus()
  }, [tries])

  const set = (more: Partial<TypedTerms>) => {
    setTyped({ ...typed, ...more })
    setUnchanged(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSending || isStale) return
    const read = readTerms(typed, { agencyOf: id => directory.programme(id)?.agency, drafter: capacity, on })
    const wrongNow = read.is === 'wrong' ? read.fields : []
    const sameNow = against !== undefined && isSame(typed, typedFrom(against.terms))
    setWrong(wrongNow)
    setUnchanged(sameNow)
    if (read.is === 'terms' && !sameNow) onSend(read.terms)
    else setTries(tries + 1)
  }

  const different = against ? differing(typed, typedFrom(against.terms)) : []
  const stands = (keys: readonly (keyof TypedTerms)[], say: (terms: LinkTerms) => string): string | undefined => {
    if (!against || !keys.some(key => different.includes(key))) return undefined
    return t(against.is === 'kept' ? 'agreement.change.stands' : 'agreement.renew.stands', {
      value: say(against.terms),
    })
  }
  const criteriaOf = (terms: LinkTerms) =>
    (['waives', 'accepts'] as const).map(way => `${t(`desk.links.term.${way}`)}: ${sayTerm(way, terms)}`).join(' / ')
  const isWrong = (field: TermField) => wrong.includes(field)
  const at: TermsAt = { typed, set, isWrong, stands }
  const agencyOf = (id: string) => directory.programme(id)?.agency ?? ''

  return (
    <form className="terms-form" onSubmit={submit} noValidate>
      {wrong.length > 0 || isUnchanged ? <WrongSummary fields={wrong} box={summary} /> : null}
      {refused && !isNamed ? (
        <RefusedText refused={refused} takesFocus>
          {onRefused}
        </RefusedText>
      ) : null}

      <section className="terms-part" aria-labelledby="terms-ends">
        <h2 id="terms-ends">{t('agreement.part.ends')}</h2>
        {isBound ? (
          <p>
            <Way
              from={{ agency: agencyOf(typed.fromProgramme), programme: typed.fromProgramme }}
              to={{ agency: agencyOf(typed.toProgramme), programme: typed.toProgramme }}
            />
          </p>
        ) : (
          <>
            {capacity.programmes.length > 0 ? (
              <p>
                {t('agreement.ofPost', {
                  programmes: capacity.programmes.map(id => said(directory.programme(id)?.name) || id).join(', '),
                })}
              </p>
            ) : null}
            <EndTerm at={at} field="fromProgramme" />
            <EndTerm at={at} field="toProgramme" />
          </>
        )}
        {between?.(typed)}
        <TermChoice
          field="outcome"
          means={t('agreement.means.outcome')}
          stands={stands(['outcome'], of => sayTerm('outcome', of))}
        >
          {outcomes.map(one => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="outcome"
                checked={typed.outcome === one}
                onChange={() => set({ outcome: one })}
              />
              <span>{t(`desk.links.outcome.${one}`)}</span>
            </label>
          ))}
        </TermChoice>
        <TermChoice field="kind" stands={stands(['kind'], of => sayTerm('kind', of))}>
          {kinds.map(one => (
            <label key={one} className="choice">
              <input type="radio" name="kind" checked={typed.kind === one} onChange={() => set({ kind: one })} />
              <span>
                <strong>{subject('link', one)}</strong>
                <br />
                <span className="field-help">{t(`agreement.kind.${one}`)}</span>
              </span>
            </label>
          ))}
        </TermChoice>
      </section>

      <section className="terms-part" aria-labelledby="terms-criteria">
        <h2 id="terms-criteria">{t('agreement.part.criteria')}</h2>
        <TermChoice
          field="criteria"
          isWrong={isWrong('criteria')}
          means={t('agreement.means.criteria')}
          stands={stands(['waives', 'accepts'], criteriaOf)}
        >
          <CriteriaChoice programme={typed.toProgramme} chosen={typed} onChange={set} />
        </TermChoice>
      </section>

      <section className="terms-part" aria-labelledby="terms-days">
        <h2 id="terms-days">{t('agreement.part.days')}</h2>
        {(['daysToAnswer', 'remindBefore', 'expireAfter', 'places'] as const).map(field => (
          <NumberTerm key={field} at={at} field={field} />
        ))}
      </section>

      <section className="terms-part" aria-labelledby="terms-span">
        <h2 id="terms-span">{t('agreement.part.span')}</h2>
        <DayTerm at={at} field="validFrom" />
        <DayTerm at={at} field="validTo" />
      </section>

      <section className="terms-part" aria-labelledby="terms-why">
        <h2 id="terms-why">{t('agreement.part.why')}</h2>
        {(['purposeKo', 'purposeEn', 'legalBasis', 'councilTask'] as const).map(field => (
          <TextTerm key={field} at={at} field={field} />
        ))}
      </section>

      {typed.toProgramme ? (
        <WhatItDoes
          title={t('agreement.does.draft')}
          does={{
            ...typed,
            days: daysTyped(typed),
            places: placesTyped(typed),
            validTo: typed.validTo || null,
          }}
        />
      ) : null}
      <p className="row">
        <button type="submit" className="button" disabled={isStale} aria-disabled={isSending}>
          {isSending ? t('desk.sending') : save}
        </button>
      </p>
    </form>
  )
}
