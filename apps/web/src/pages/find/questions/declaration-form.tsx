import type { Fact, FactName } from '@ieum/catalogue/records'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaid } from '../../../words/use-language.ts'
import { QuestionForm } from './question-form.tsx'

interface DeclarationFormProps {
  exclusions: readonly Fact[]
  decides?: number | undefined
  takesFocus: boolean
  onAnswer: (applying: readonly FactName[]) => void
  onUnknown: () => void
  onCancel?: (() => void) | undefined
}

/** The standing exclusions, answered in one go: none of them, or which. */
export function DeclarationForm(props: DeclarationFormProps) {
  const { exclusions, decides, takesFocus, onAnswer, onUnknown, onCancel } = props
  const { t } = useTranslation()
  const said = useSaid()
  const [names, setNames] = useState(false)
  const [applying, setApplying] = useState<readonly FactName[]>([])
  const toggle = (name: FactName) =>
    setApplying(applying.includes(name) ? applying.filter(one => one !== name) : [...applying, name])

  return (
    <QuestionForm
      question={t('find.declaration.question')}
      help={t('find.declaration.help')}
      decides={decides}
      takesFocus={takesFocus}
      onSubmit={() => onAnswer(applying)}
      onUnknown={onUnknown}
      onCancel={onCancel}
      withoutNext={!names}
    >
      {names ? (
        <fieldset className="some-of">
          <legend>{t('find.declaration.list')}</legend>
          {exclusions.map(exclusion => (
            <label key={exclusion.name} className="choice">
              <input
                type="checkbox"
                checked={applying.includes(exclusion.name)}
                onChange={() => toggle(exclusion.name)}
              />
              <span>{said(exclusion.question)}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <>
          <div className="yes-no">
            <button type="button" className="button" onClick={() => onAnswer([])}>
              {t('find.declaration.none')}
            </button>
            <button type="button" className="button quiet" onClick={() => setNames(true)}>
              {t('find.declaration.some')}
            </button>
          </div>
          <details className="declaration-list">
            <summary>{t('find.declaration.see', { count: exclusions.length })}</summary>
            <ul>
              {exclusions.map(({ name, label }) => (
                <li key={name}>{said(label)}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </QuestionForm>
  )
}
