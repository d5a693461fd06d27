import type { Value } from '@ieum/catalogue/records'
import { sayPercent } from '@ieum/wording'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { readNumbers } from './read-number.ts'
import { textsIn } from './texts-in.ts'
import { useNumberWords } from './use-number-words.ts'
import { useQuestion } from './use-question.ts'

/** A list without a set of values: figures of several years, or texts, with commas between. Says how it reads the figures. */
export function AnswerSeveral(props: AnswerProps) {
  const { t } = useTranslation()
  const { form, entry, wrong, refuse, describedBy } = useQuestion(props)
  const { fact, onAnswer } = props
  const { sayNumber, sayWrong } = useNumberWords(fact)
  const isMoney = fact.unit === 'KRW'
  const [text, setText] = useState(() => written(props.value, fact.unit))
  const read = fact.items === 'number' ? readNumbers(text, fact) : undefined

  const submit = () => {
    if (!read) onAnswer(textsIn(text))
    else if (read.is === 'numbers') onAnswer(read.values)
    else refuse(read.is === 'ambiguous' ? t('find.wrong.ambiguous', { part: read.part }) : sayWrong(read))
  }
  const help = (() => {
    if (!read) return t('find.numbers.texts')
    if (read.is === 'ambiguous') return t('find.wrong.ambiguous', { part: read.part })
    if (read.is === 'numbers' && read.values.length > 0)
      return t('find.numbers.read', { numbers: read.values.map(sayNumber).join(' · ') })
    return `${t('find.numbers.help')} ${isMoney ? t('find.numbers.money') : ''}`
  })()

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
      <p className="field-help" id={`${entry}-help`} aria-live="polite">
        {help}
      </p>
    </QuestionForm>
  )
}

function written(value: Value | undefined, unit: string | undefined): string {
  if (!Array.isArray(value)) return ''
  return value.map(one => (typeof one === 'number' && unit === 'fraction' ? sayPercent(one) : String(one))).join(', ')
}
