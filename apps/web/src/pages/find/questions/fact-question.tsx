import { AnswerDay } from './answer-day.tsx'
import { AnswerNumber } from './answer-number.tsx'
import { AnswerOneOf } from './answer-one-of.tsx'
import type { AnswerProps } from './answer-props.ts'
import { AnswerRecords } from './answer-records.tsx'
import { AnswerSeveral } from './answer-several.tsx'
import { AnswerSomeOf } from './answer-some-of.tsx'
import { AnswerText } from './answer-text.tsx'
import { AnswerYesNo } from './answer-yes-no.tsx'
import './questions.css'

/** The form that fits a fact. */
export function FactQuestion(props: AnswerProps) {
  const { fact } = props
  switch (fact.type) {
    case 'boolean':
      return <AnswerYesNo {...props} />
    case 'number':
      return <AnswerNumber {...props} />
    case 'date':
      return <AnswerDay {...props} />
    case 'enum':
      return <AnswerOneOf {...props} />
    case 'list':
      return fact.values ? <AnswerSomeOf {...props} /> : <AnswerSeveral {...props} />
    case 'records':
      return <AnswerRecords {...props} />
    case 'text':
      return <AnswerText {...props} />
  }
}
