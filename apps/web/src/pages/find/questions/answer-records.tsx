import type { Value } from '@ieum/catalogue/records'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import type { AnswerProps } from './answer-props.ts'
import { QuestionForm } from './question-form.tsx'
import { RecordFields, type RecordHere } from './record-fields.tsx'
import { useQuestion } from './use-question.ts'

/** A list that one builds up: each record is written in a small form and put on the list. */
export function AnswerRecords(props: AnswerProps) {
  const { t } = useTranslation()
  const { form, entry, refuse } = useQuestion(props)
  const { fact, onAnswer } = props
  const { say } = useFactWords()
  const [records, setRecords] = useState<readonly RecordHere[]>(() => recordsIn(props.value))
  const [draft, setDraft] = useState<RecordHere>()

  const keep = () => {
    if (!draft || Object.keys(draft).length === 0) return refuse(t('find.records.empty'))
    setRecords([...records, draft])
    setDraft(undefined)
  }

  // A record that is still being written counts: whoever presses "next" means it.
  const submit = () => onAnswer(draft && Object.keys(draft).length > 0 ? [...records, draft] : records)

  return (
    <QuestionForm {...form} onSubmit={submit}>
      {records.length === 0 && !draft ? <p className="field-help">{t('find.records.none')}</p> : null}
      <ul className="records">
        {records.map((record, index) => (
          <li key={JSON.stringify(record)}>
            <span>{say(fact.name, record)}</span>
            <button
              type="button"
              className="plain-button"
              aria-label={t('find.records.removeNamed', { name: say(fact.name, record) })}
              onClick={() => setRecords(records.filter((_, at) => at !== index))}
            >
              {t('find.records.remove')}
            </button>
          </li>
        ))}
      </ul>
      {draft ? (
        <fieldset className="record-draft">
          <legend>{t('find.records.addTitle')}</legend>
          <RecordFields fact={fact} entry={entry} record={draft} onChange={setDraft} />
          <button type="button" className="button quiet" onClick={keep}>
            {t('find.records.keep')}
          </button>
        </fieldset>
      ) : (
        <button type="button" id={entry} className="button quiet" onClick={() => setDraft({})}>
          {t('find.records.add')}
        </button>
      )}
    </QuestionForm>
  )
}

const recordsIn = (value: Value | undefined): readonly RecordHere[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'object' && one !== null && !Array.isArray(one)) : []
