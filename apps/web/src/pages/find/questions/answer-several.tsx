import type { Value } from '@ieum/catalogue/records'
import { sayPercent } from '@ieum/wording'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { readNumbers } from './read-number.ts'
import { useQuestion } from './use-question.ts'

/** A list without a set of values: figures of several years, or texts, with commas between. */
export function AnswerSeveral(props: AnswerProps) {
  const { t } = useTranslation()
  const { form, entry, wrong, refuse, describedBy } = useQuestion(props)
  const { fact, onAnswer } = props
  const isNumbers = fact.items === 'number'
  const isMoney = fact.unit === 'KRW'
  const [text, setText] = useState(() => written(props.value, fact.unit))

  const submit = () => {
    const values = isNumbers ? readNumbers(text, fact) : textsIn(text)
    if (values) onAnswer(values)
    else refuse(t(isMoney ? 'find.wrong.money' : 'find.wrong.number'))
  }

  return (
    <QuestionForm {...form} onSubmit={submit}>
      <div className="entry-with-unit">
        <input
          id={entry}
          className="entry"
          aria-labelledby="question"
          aria-describedby={[describedBy, `${entry}-help`].filter(Boolean).join(' ')}
          aria-invalid={wrong ? true : undefined}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        {fact.unit === 'fraction' ? <span>%</span> : null}
      </div>
      <p className="field-help" id={`${entry}-help`}>
        {isNumbers ? t('find.numbers.help') : t('find.numbers.texts')} {isMoney ? t('find.numbers.money') : null}
      </p>
    </QuestionForm>
  )
}

const textsIn = (text: string): string[] =>
  text
    .split(/[,;·]/)
    .map(part => part.trim())
    .filter(part => part !== '')

function written(value: Value | undefined, unit: string | undefined): string {
  if (!Array.isArray(value)) return ''
  return value.map(one => (typeof one === 'number' && unit === 'fraction' ? sayPercent(one) : String(one))).join(', ')
}
