import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaid } from '../../../words/use-language.ts'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { useQuestion } from './use-question.ts'

/** A longer list gets an entry that narrows it. */
const filterFrom = 15

/** Any number of values; choosing none is an answer too. */
export function AnswerSomeOf(props: AnswerProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { form, entry, describedBy } = useQuestion(props)
  const { fact, onAnswer } = props
  const values = fact.values ?? []
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    Array.isArray(props.value) ? props.value.filter(value => typeof value === 'string') : [],
  )
  const [filter, setFilter] = useState('')
  const nameOf = (value: string): string => said(fact.labels?.[value]) || value
  const tight = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase()
  const shown = values.filter(value => tight(nameOf(value)).includes(tight(filter)))

  const toggle = (value: string) =>
    setChosen(chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value])

  return (
    <QuestionForm {...form} onSubmit={() => onAnswer(chosen)}>
      {values.length >= filterFrom ? (
        <div className="field">
          <label htmlFor={`${entry}-filter`}>{t('find.question.filter')}</label>
          <input
            id={`${entry}-filter`}
            type="search"
            className="entry"
            value={filter}
            onChange={event => setFilter(event.target.value)}
          />
        </div>
      ) : null}
      <fieldset className="some-of" aria-labelledby="question" aria-describedby={describedBy}>
        {shown.map(value => (
          <label key={value} className="choice">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span>{nameOf(value)}</span>
          </label>
        ))}
      </fieldset>
      <p className="field-help" role="status">
        {chosen.length > 0 ? t('find.question.chosen', { count: chosen.length }) : t('find.question.noneOfThem')}
      </p>
    </QuestionForm>
  )
}
