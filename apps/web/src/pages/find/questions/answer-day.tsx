import { isDay } from '@ieum/catalogue/days'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { useQuestion } from './use-question.ts'

export function AnswerDay(props: AnswerProps) {
  const { t } = useTranslation()
  const { form, entry, wrong, refuse, describedBy } = useQuestion(props)
  const [day, setDay] = useState(typeof props.value === 'string' ? props.value : '')
  return (
    <QuestionForm {...form} onSubmit={() => (isDay(day) ? props.onAnswer(day) : refuse(t('find.wrong.date')))}>
      <input
        id={entry}
        type="date"
        max="2100-12-31"
        className="entry entry-day"
        aria-labelledby="question"
        aria-describedby={describedBy}
        aria-invalid={wrong ? true : undefined}
        value={day}
        onChange={event => setDay(event.target.value)}
      />
    </QuestionForm>
  )
}
