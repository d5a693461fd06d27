import type { Day, Value } from '@ieum/catalogue/records'
import type { Reason } from '@ieum/desk'
import { sayDay, sayReason } from '@ieum/wording'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change, Refused } from '../../desk/client/ask.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { ProgrammeLine } from '../../desk/programme-line.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Page } from '../../shell/page.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage } from '../../words/use-language.ts'
import '../firm/firm.css'

type AnswerMove = 'accept' | 'decline' | 'return'

interface OneTimeCase {
  readonly number: string
  readonly due: Day | null
  readonly from: { readonly agency: string; readonly programme: string }
  readonly to: { readonly agency: string; readonly programme: string }
  readonly firm: { readonly name: string; readonly number: string }
  readonly facts: Readonly<Record<string, { readonly value: Value }>>
  readonly answers: Readonly<Partial<Record<AnswerMove, readonly Reason[]>>>
}

/** One case, answered by the link from a mail. The token stands behind `#`: no browser sends that part of an address. */
export function AnswerPage() {
  const { t } = useTranslation()
  const [token] = useState(() => location.hash.slice(1))
  const [shown, setShown] = useState<OneTimeCase>()
  const [refused, setRefused] = useState<Refused>()
  const isToken = /^[\w-]{43}$/.test(token)
  useEffect(() => {
    if (!isToken) return
    change<OneTimeCase>('/api/one-time', { token }).then(setShown, (error: unknown) => {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    })
  }, [isToken, token])

  if (!isToken)
    return (
      <Page title={t('answer.title')}>
        <p>{t('answer.noToken')}</p>
      </Page>
    )
  if (refused?.status === 404) return <Gone />
  return (
    <Page title={t('answer.title')} lead={<p>{t('answer.lead')}</p>} className="firm">
      {refused ? <RefusedText refused={refused} /> : null}
      {shown ? (
        <RulebookBoundary>
          <Shown token={token} shown={shown} />
        </RulebookBoundary>
      ) : refused ? null : (
        <Waiting />
      )}
    </Page>
  )
}

function Gone() {
  const { t } = useTranslation()
  return (
    <Page title={t('answer.gone.title')}>
      <p>{t('answer.gone.text')}</p>
    </Page>
  )
}

function Shown({ token, shown }: { token: string; shown: OneTimeCase }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { nameOf, say } = useFactWords()
  const { isSending, refused, send } = useChange<{ number: string; state: string }>()
  const [move, setMove] = useState<AnswerMove>()
  const [reason, setReason] = useState<Reason>()
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<'move' | 'reason'>()
  const [isDone, setDone] = useState(false)
  const done = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isDone) done.current?.focus()
  }, [isDone])
  const { number, due, from, to, firm, facts, answers } = shown
  const moves = Object.keys(answers) as AnswerMove[]
  const reasons = (move && answers[move]) ?? []

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    const missing = !move ? 'move' : reasons.length > 0 && !reason ? 'reason' : undefined
    setWrong(missing)
    if (missing) {
      document.querySelector<HTMLElement>(`input[name=${missing}]`)?.focus()
      return
    }
    const sent = await send('/api/one-time/answer', {
      token,
      move,
      ...(reasons.length > 0 && { reason }),
      ...(note.trim() && { note: note.trim() }),
    })
    if (sent) setDone(true)
  }
  if (isDone)
    return (
      <section>
        <h2 ref={done} tabIndex={-1}>
          {t('answer.doneTitle')}
        </h2>
        <p>{t('answer.done', { number })}</p>
      </section>
    )
  return (
    <div className="firm-parts">
      <section className="firm-turn">
        <p>
          <strong>{number}</strong> {due ? t('answer.due', { day: sayDay(due, language) }) : null}
        </p>
        <p>
          {t('answer.firm')}:{' '}
          <strong>
            <WithKorean text={firm.name} />
          </strong>{' '}
          {firm.number.replace(/^(\d{3})(\d{2})(\d{5})$/, '$1-$2-$3')}
        </p>
        <div className="firm-way">
          <ProgrammeLine agency={from.agency} programme={from.programme} />
          <span className="firm-way-arrow">
            <span aria-hidden="true">→</span>
            <span className="only-heard">{t('firm.onwards')}</span>
          </span>
          <ProgrammeLine agency={to.agency} programme={to.programme} />
        </div>
      </section>
      <section className="firm-section">
        <h2>{t('answer.facts')}</h2>
        {Object.keys(facts).length === 0 ? <p className="firm-nothing">{t('answer.noFacts')}</p> : null}
        <dl className="in-short">
          {Object.entries(facts).map(([name, { value }]) => (
            <div key={name}>
              <dt>{nameOf(name)}</dt>
              <dd>
                <WithKorean text={say(name, value)} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <form className="firm-form" onSubmit={event => void submit(event)} noValidate>
        {refused ? <RefusedText refused={refused} takesFocus /> : null}
        <fieldset>
          <legend className="field-label">{t('answer.choose')}</legend>
          {wrong === 'move' && !move ? (
            <p className="field-wrong" role="alert">
              {t('answer.chooseWrong')}
            </p>
          ) : null}
          {moves.map(one => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="move"
                checked={move === one}
                onChange={() => {
                  setMove(one)
                  setReason(undefined)
                }}
              />
              {t(`answer.move.${one}`)}
            </label>
          ))}
        </fieldset>
        {reasons.length > 0 ? (
          <fieldset>
            <legend className="field-label">{t('answer.reason')}</legend>
            {wrong === 'reason' && !reason ? (
              <p className="field-wrong" role="alert">
                {t('answer.reasonWrong')}
              </p>
            ) : null}
            {reasons.map(one => (
              <label key={one} className="choice">
                <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
                {sayReason(one, language)}
              </label>
            ))}
          </fieldset>
        ) : null}
        <div className="field">
          <label htmlFor="answer-note">{t('answer.note')}</label>
          <textarea
            id="answer-note"
            className="entry"
            rows={3}
            maxLength={2000}
            aria-describedby="answer-note-help"
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          <p id="answer-note-help" className="field-help">
            {t('answer.noteHelp')}
          </p>
        </div>
        <p className="row">
          <button type="submit" className="button" aria-disabled={isSending}>
            {t(isSending ? 'firm.sending' : 'answer.send')}
          </button>
        </p>
      </form>
    </div>
  )
}
