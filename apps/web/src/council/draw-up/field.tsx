import type { ReactNode } from 'react'
import { idOf } from './typed.ts'

interface Described {
  readonly id: string
  readonly className: 'entry'
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface FieldProps {
  /** The place in what is sent. */
  field: string
  label: string
  help?: string
  wrong: string | undefined
  children: (described: Described) => ReactNode
}

/** What is wrong with a field stands beside it. */
export function Field({ field, label, help, wrong, children }: FieldProps) {
  const id = idOf(field)
  const described = [wrong && `${id}-wrong`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {wrong ? (
        <p id={`${id}-wrong`} className="field-wrong">
          {wrong}
        </p>
      ) : null}
      {children({
        id,
        className: 'entry',
        'aria-describedby': described || undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
      {help ? (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      ) : null}
    </div>
  )
}
