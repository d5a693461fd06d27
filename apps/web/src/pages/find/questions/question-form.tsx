import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface QuestionFormProps {
  question: string
  help?: string | undefined
  readFrom?: string | undefined
  /** How many programmes' verdicts the answer can settle. */
  decides?: number | undefined
  /** What is wrong with the answer, and which entry to go to. */
  wrong?: { readonly text: string; readonly entry: string } | undefined
  /** Focus the question: it has followed upon an answer. */
  takesFocus: boolean
  onSubmit: () => void
  onUnknown: () => void
  onCancel?: (() => void) | undefined
  nextName?: string | undefined
  /** Without a button of its own the answers are buttons themselves. */
  withoutNext?: boolean
  children: ReactNode
}

/** One question: what it settles, its answer, and "not known". */
export function QuestionForm(props: QuestionFormProps) {
  const { question, help, readFrom, decides, wrong, takesFocus, onSubmit, onUnknown, onCancel, nextName, withoutNext } =
    props
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    if (wrong) summary.current?.focus()
  }, [wrong])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }

  return (
    <form className="question" onSubmit={submit} noValidate aria-labelledby="question">
      {wrong ? (
        <div className="question-wrong" role="alert" tabIndex={-1} ref={summary}>
          <strong>{t('find.question.wrongTitle')}</strong>
          <p>
            <a href={`#${wrong.entry}`}>{wrong.text}</a>
          </p>
        </div>
      ) : null}
      <h2 id="question" ref={heading} tabIndex={-1}>
        {question}
      </h2>
      {decides ? <p className="question-decides">{t('find.question.decides', { count: decides })}</p> : null}
      {help || readFrom ? (
        <div id="question-help" className="question-help">
          {help ? <p>{help}</p> : null}
          {readFrom ? <p>{t('find.question.readFrom', { where: readFrom })}</p> : null}
        </div>
      ) : null}
      {props.children}
      <div className="row">
        {withoutNext ? null : (
          <button type="submit" className="button">
            {nextName ?? t('find.question.next')}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onUnknown}>
          {t('find.question.unknown')}
        </button>
        {onCancel ? (
          <button type="button" className="plain-button" onClick={onCancel}>
            {t('find.question.cancel')}
          </button>
        ) : null}
      </div>
    </form>
  )
}
