import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IndustryPicker } from '../../../parts/industry-picker.tsx'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { useQuestion } from './use-question.ts'

export function AnswerText(props: AnswerProps) {
  const { t } = useTranslation()
  const { form, entry, wrong, refuse, describedBy } = useQuestion(props)
  const { fact, onAnswer } = props
  const [text, setText] = useState(typeof props.value === 'string' ? props.value : '')
  const isIndustry = fact.name === 'industry'

  const submit = () => {
    if (text.trim()) onAnswer(text.trim())
    else refuse(t(isIndustry ? 'find.wrong.industry' : 'find.wrong.text'))
  }

  return (
    <QuestionForm {...form} help={isIndustry ? t('front.industryHelp') : form.help} onSubmit={submit}>
      {isIndustry ? (
        <IndustryPicker
          id={entry}
          value={text || undefined}
          onChange={code => setText(code ?? '')}
          describedBy="question-help"
          labelledBy="question"
          isWrong={wrong !== undefined}
        />
      ) : (
        <input
          id={entry}
          className="entry"
          aria-labelledby="question"
          aria-describedby={describedBy}
          aria-invalid={wrong ? true : undefined}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      )}
    </QuestionForm>
  )
}
