import { sayExactMoney, sayPercent, sayUnit } from '@ieum/wording'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseMoney } from '../../../facts/parse-money.ts'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import { useLanguage } from '../../../words/use-language.ts'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { readNumber, type Written } from './read-number.ts'
import { useQuestion } from './use-question.ts'

/** A number with its unit: money in 억 and 만 or in B and M, shares in percent. */
export function AnswerNumber(props: AnswerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { say } = useFactWords()
  const { form, entry, wrong, refuse, describedBy } = useQuestion(props)
  const { fact, value, onAnswer } = props
  const isMoney = fact.unit === 'KRW'
  const [text, setText] = useState(() => (typeof value === 'number' ? written(value, fact.unit) : ''))
  const won = isMoney ? parseMoney(text) : undefined

  const submit = () => {
    const read: Written = readNumber(text, fact)
    if (read.is === 'number') onAnswer(read.value)
    else if (read.is === 'no number') refuse(t(isMoney ? 'find.wrong.money' : 'find.wrong.number'))
    else
      refuse(t(read.is === 'too small' ? 'find.wrong.least' : 'find.wrong.most', { value: say(fact.name, read.bound) }))
  }

  return (
    <QuestionForm {...form} onSubmit={submit}>
      <div className="entry-with-unit">
        <input
          id={entry}
          className="entry"
          inputMode={isMoney ? 'text' : 'decimal'}
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
          {won === undefined ? t('find.money.help') : t('find.money.read', { money: sayExactMoney(won, language) })}
        </p>
      ) : null}
    </QuestionForm>
  )
}

const written = (value: number, unit: string | undefined): string =>
  unit === 'fraction' ? sayPercent(value) : value.toLocaleString('en', { maximumFractionDigits: 6 })
