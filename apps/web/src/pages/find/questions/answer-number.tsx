import { sayPercent, sayUnit } from '@ieum/wording'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../words/use-language.ts'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { readNumber } from './read-number.ts'
import { useNumberWords } from './use-number-words.ts'
import { useQuestion } from './use-question.ts'

/** A number with its unit: money in 억 and 만 or in B and M, shares in percent. */
export function AnswerNumber(props: AnswerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { form, entry, wrong, refuse, describedBy } = useQuestion(props)
  const { fact, value, onAnswer } = props
  const { sayNumber, sayWrong } = useNumberWords(fact)
  const isMoney = fact.unit === 'KRW'
  const [text, setText] = useState(() => (typeof value === 'number' ? written(value, fact.unit) : ''))
  const read = readNumber(text, fact)

  return (
    <QuestionForm {...form} onSubmit={() => (read.is === 'number' ? onAnswer(read.value) : refuse(sayWrong(read)))}>
      <div className="entry-with-unit">
        <input
          id={entry}
          className="entry"
          // The figures of a telephone have no minus.
          inputMode={isMoney || fact.min === undefined ? 'text' : 'decimal'}
          autoComplete="off"
          aria-labelledby="question"
          aria-describedby={[describedBy, isMoney ? `${entry}-read` : undefined].filter(Boolean).join(' ') || undefined}
          aria-invalid={wrong ? true : undefined}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        {fact.unit ? <span>{sayUnit(fact.unit, language)}</span> : null}
      </div>
      {isMoney ? (
        <p id={`${entry}-read`} className="field-help" aria-live="polite">
          {read.is === 'number' ? t('find.money.read', { money: sayNumber(read.value) }) : t('find.money.help')}
        </p>
      ) : null}
    </QuestionForm>
  )
}

const written = (value: number, unit: string | undefined): string =>
  unit === 'fraction' ? sayPercent(value) : value.toLocaleString('en', { maximumFractionDigits: 6 })
