import { useId } from 'react'
import { useTranslation } from 'react-i18next'

export const shortestPurpose = 5

interface PurposeFieldProps {
  purpose: string
  isWrong: boolean
  onChange: (purpose: string) => void
}

/** What a file is for: kept in the trail, and shown to each firm in it. */
export function PurposeField({ purpose, isWrong, onChange }: PurposeFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('desk.take.purpose')}</label>
      {isWrong ? (
        <p id={`${id}-wrong`} className="field-wrong" role="alert">
          {t('desk.take.purposeWrong', { count: shortestPurpose })}
        </p>
      ) : null}
      <input
        id={id}
        className="entry"
        data-purpose=""
        autoComplete="off"
        maxLength={500}
        value={purpose}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-wrong ${id}-help` : `${id}-help`}
        onChange={event => onChange(event.target.value)}
      />
      <p id={`${id}-help`} className="field-help">
        {t('desk.take.purposeHelp')}
      </p>
    </div>
  )
}
