import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaid } from '../../../words/use-language.ts'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { useQuestion } from './use-question.ts'

/** More values than this are chosen from a drop-down list. */
const radiosAtMost = 9

export function AnswerOneOf(props: AnswerProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { form, entry, wrong, refuse, describedBy } = useQuestion(props)
  const { fact, onAnswer } = props
  const values = fact.values ?? []
  const [chosen, setChosen] = useState(typeof props.value === 'string' ? props.value : '')
  const nameOf = (value: string): string => said(fact.labels?.[value]) || value

  return (
    <QuestionForm {...form} onSubmit={() => (chosen ? onAnswer(chosen) : refuse(t('find.wrong.choose')))}>
      {values.length > radiosAtMost ? (
        <select
          id={entry}
          className="entry"
          aria-labelledby="question"
          aria-describedby={describedBy}
          aria-invalid={wrong ? true : undefined}
          value={chosen}
          onChange={event => setChosen(event.target.value)}
        >
          <option value="">{t('parts.picker.choose')}</option>
          {values.map(value => (
            <option key={value} value={value}>
              {nameOf(value)}
            </option>
          ))}
        </select>
      ) : (
        <fieldset aria-labelledby="question" aria-describedby={describedBy}>
          {values.map((value, index) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={fact.name}
                id={index === 0 ? entry : undefined}
                checked={chosen === value}
                onChange={() => setChosen(value)}
              />
              <span>{nameOf(value)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </QuestionForm>
  )
}
