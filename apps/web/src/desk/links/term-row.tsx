import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { TermField } from './typed-terms.ts'

export const idOf = (field: TermField | 'outcome' | 'kind'): string => `term-${field}`

interface TermRowProps {
  field: TermField
  isWrong: boolean
  /** How to fill it in. */
  help?: string | undefined
  /** What it means for a firm: it stands beside it. */
  means: string
  /** What holds now, where something else is typed. */
  stands?: string | undefined
  children: (entry: { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string }) => ReactNode
}

/** One field of the terms, and beside it what it means for a firm. */
export function TermRow({ field, isWrong, help, means, stands, children }: TermRowProps) {
  const { t } = useTranslation()
  const id = idOf(field)
  const describedBy = [isWrong && 'wrong', 'means', help && 'help', stands && 'stands'].filter(Boolean)
  return (
    <div className="term-row" data-changed={stands !== undefined || undefined}>
      <div className="field">
        <label htmlFor={id}>{t(`agreement.field.${field}`)}</label>
        {isWrong ? <Wrong field={field} /> : null}
        {children({
          id,
          'aria-invalid': isWrong ? true : undefined,
          'aria-describedby': describedBy.map(part => `${id}-${part}`).join(' '),
        })}
        {help ? (
          <p id={`${id}-help`} className="field-help">
            <WithKorean text={help} />
          </p>
        ) : null}
        {stands ? <Stands id={`${id}-stands`} text={stands} /> : null}
      </div>
      <p id={`${id}-means`} className="term-means">
        {means}
      </p>
    </div>
  )
}

interface TermChoiceProps {
  field: 'outcome' | 'kind' | 'criteria'
  isWrong?: boolean
  means?: string | undefined
  stands?: string | undefined
  children: ReactNode
}

/** A field in which one chooses instead of typing. */
export function TermChoice({ field, isWrong = false, means, stands, children }: TermChoiceProps) {
  const { t } = useTranslation()
  const id = idOf(field)
  const describedBy = [isWrong && 'wrong', means && 'means', stands && 'stands'].filter(Boolean)
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="term-row"
      data-changed={stands !== undefined || undefined}
      aria-describedby={describedBy.map(part => `${id}-${part}`).join(' ') || undefined}
    >
      <legend className="field-label">{t(`agreement.field.${field}`)}</legend>
      <div className="term-choices">
        {isWrong && field === 'criteria' ? <Wrong field={field} /> : null}
        {children}
        {stands ? <Stands id={`${id}-stands`} text={stands} /> : null}
      </div>
      {means ? (
        <p id={`${id}-means`} className="term-means">
          {means}
        </p>
      ) : null}
    </fieldset>
  )
}

function Wrong({ field }: { field: TermField }) {
  const { t } = useTranslation()
  return (
    <p id={`${idOf(field)}-wrong`} className="field-wrong">
      {t(`agreement.wrong.${field}`)}
    </p>
  )
}

function Stands({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="term-stands">
      <WithKorean text={text} />
    </p>
  )
}
