import { useTranslation } from 'react-i18next'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { useQuestion } from './use-question.ts'

export function AnswerYesNo(props: AnswerProps) {
  const { t } = useTranslation()
  const { form } = useQuestion(props)
  const { value, onAnswer } = props
  return (
    <QuestionForm {...form} onSubmit={() => undefined} withoutNext>
      <div className="yes-no">
        <button type="button" className="button" aria-pressed={value === true} onClick={() => onAnswer(true)}>
          {t('parts.yes')}
        </button>
        <button type="button" className="button" aria-pressed={value === false} onClick={() => onAnswer(false)}>
          {t('parts.no')}
        </button>
      </div>
    </QuestionForm>
  )
}
