import { firmNumberAsWritten, readFirmNumber } from '@ieum/desk'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { RulebookBoundary } from '../../../rulebook/rulebook-boundary.tsx'
import { useRulebook } from '../../../rulebook/use-rulebook.ts'
import { Page } from '../../../shell/page.tsx'
import { SignedIn } from '../signed-in.tsx'
import '../firm.css'

/** To act for a firm: its number, its name, and as who. */
export function AskFirmPage() {
  const { t } = useTranslation()
  return (
    <SignedIn title={t('firm.ask.title')}>
      {() => (
        <Page title={t('firm.ask.title')} lead={<p>{t('firm.ask.lead')}</p>} className="firm">
          <RulebookBoundary>
            <Form />
          </RulebookBoundary>
        </Page>
      )}
    </SignedIn>
  )
}

interface Wrong {
  readonly field: 'number' | 'name'
  readonly text: string
}

function Form() {
  const { t } = useTranslation()
  const { identifiers } = useRulebook()
  const scheme = identifiers?.firm
  const { isSending, refused, send } = useChange<{ is: 'asked' }>()
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'member' | 'adviser'>('member')
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  const [isDone, setDone] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const done = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wrong.length > 0) summary.current?.focus()
  }, [wrong])
  useEffect(() => {
    if (isDone) done.current?.focus()
  }, [isDone])

  const wrongNumber = (): string | undefined => {
    if (!scheme) return number.trim() === '' ? t('firm.ask.wrong.empty') : undefined
    if (number.trim() === '') return t('firm.ask.wrong.empty')
    const read = readFirmNumber(number, scheme)
    switch (read.is) {
      case 'wrong length':
        return t('firm.ask.wrong.length', { count: read.digits, digits: scheme.digits })
      case 'wrong characters':
        return t('firm.ask.wrong.characters', { sign: [...number.slice(read.at)][0] ?? '' })
      case 'wrong check digit':
        return t('firm.ask.wrong.check')
      case 'number':
        return /^0+$/.test(read.digits) ? t('firm.ask.wrong.check') : undefined
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    const atNumber = wrongNumber()
    const found: Wrong[] = [
      ...(atNumber ? [{ field: 'number' as const, text: atNumber }] : []),
      ...(name.trim() === '' ? [{ field: 'name' as const, text: t('firm.ask.wrong.name') }] : []),
    ]
    setWrong(found)
    if (found.length > 0) return
    if (await send('/api/me/firms', { number: number.trim(), name: name.trim(), kind })) setDone(true)
  }
  const wrongAt = (field: Wrong['field']) => wrong.find(one => one.field === field)?.text
  const example = scheme ? firmNumberAsWritten('9998100015', scheme) : '999-81-00015'

  if (isDone)
    return (
      <section>
        <h2 ref={done} tabIndex={-1}>
          {t('firm.ask.doneTitle')}
        </h2>
        <p>{t('firm.ask.done')}</p>
        <p className="field-help">{t('firm.ask.doneHelp')}</p>
      </section>
    )
  return (
    <form className="firm-form" onSubmit={event => void submit(event)} noValidate>
      <div ref={summary} tabIndex={-1} role={wrong.length > 0 ? 'alert' : undefined} className="consent-summary">
        {wrong.length > 0 ? (
          <div className="question-wrong">
            <strong>{t('find.question.wrongTitle')}</strong>
            <ul>
              {wrong.map(({ field, text }) => (
                <li key={field}>
                  <a href={`#ask-${field}`}>{text}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <div className="field">
        <label htmlFor="ask-number">{t('firm.ask.number')}</label>
        <p id="ask-number-help" className="field-help">
          {t('firm.ask.numberHelp', { example })}
        </p>
        {wrongAt('number') ? (
          <p id="ask-number-wrong" className="field-wrong">
            {wrongAt('number')}
          </p>
        ) : null}
        <input
          id="ask-number"
          className="entry entry-day"
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          value={number}
          aria-invalid={wrongAt('number') ? true : undefined}
          aria-describedby={wrongAt('number') ? 'ask-number-wrong ask-number-help' : 'ask-number-help'}
          onChange={event => setNumber(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="ask-name">{t('firm.ask.name')}</label>
        {wrongAt('name') ? (
          <p id="ask-name-wrong" className="field-wrong">
            {wrongAt('name')}
          </p>
        ) : null}
        <input
          id="ask-name"
          className="entry"
          autoComplete="organization"
          maxLength={100}
          value={name}
          aria-invalid={wrongAt('name') ? true : undefined}
          aria-describedby={wrongAt('name') ? 'ask-name-wrong' : undefined}
          onChange={event => setName(event.target.value)}
        />
      </div>
      <fieldset>
        <legend className="field-label">{t('firm.ask.kind')}</legend>
        {(['member', 'adviser'] as const).map(one => (
          <label key={one} className="choice">
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            <span>
              <strong>{t(`firm.members.kind.${one}`)}</strong>
              <span className="field-help">{t(`firm.ask.kindHelp.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'firm.sending' : 'firm.ask.send')}
        </button>
      </p>
    </form>
  )
}
