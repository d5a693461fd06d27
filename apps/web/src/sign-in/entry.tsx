import type { InputHTMLAttributes } from 'react'

interface EntryProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'autoCapitalize' | 'spellCheck'
  > {
  id: string
  label: string
  help?: string
  wrong: string | undefined
  value: string
  onValue: (value: string) => void
}

/** One field: its label, what helps, what is wrong with it. */
export function Entry({ id, label, help, wrong, value, onValue, ...more }: EntryProps) {
  const described = [wrong && `${id}-wrong`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help ? (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${id}-wrong`} className="field-wrong">
          {wrong}
        </p>
      ) : null}
      <input
        id={id}
        className="entry"
        value={value}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
        onChange={event => onValue(event.target.value)}
        {...more}
      />
    </div>
  )
}
