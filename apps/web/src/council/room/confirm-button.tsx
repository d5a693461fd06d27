import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmButtonProps {
  what: string
  /** What speaks against it, said before it is done. */
  warnings?: readonly string[]
  onYes: () => void
  isQuiet?: boolean
}

/** What is not taken back is asked about once, in its own place. */
export function ConfirmButton({ what, warnings = [], onYes, isQuiet = false }: ConfirmButtonProps) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  if (!asks)
    return (
      <button type="button" className={isQuiet ? 'button quiet' : 'button'} onClick={() => setAsks(true)}>
        {what}
      </button>
    )
  return (
    <span className="room-sure">
      {warnings.map(warning => (
        <strong key={warning}>{warning}</strong>
      ))}
      <span>{t('councilRoom.room.sure', { what })}</span>
      <button
        type="button"
        className="button"
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
        autoFocus
        onClick={() => {
          setAsks(false)
          onYes()
        }}
      >
        {t('councilRoom.room.yes', { what })}
      </button>
      <button type="button" className="button quiet" onClick={() => setAsks(false)}>
        {t('councilRoom.room.no')}
      </button>
    </span>
  )
}
