import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmButtonProps {
  what: string
  /** The question and both answers, where those made from the name of the move could be mixed up. */
  words?: { readonly sure: string; readonly yes: string; readonly no: string }
  /** What speaks against it, said before it is done. */
  warnings?: readonly string[]
  /** Where it is waited for: whether it came to be. Then it goes on asking until it is taken off the page, else it stops. */
  onYes: () => undefined | Promise<boolean>
  isQuiet?: boolean
}

/** What is not taken back is asked about once, in its own place. */
export function ConfirmButton({ what, words, warnings = [], onYes, isQuiet = false }: ConfirmButtonProps) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const [isSending, setSending] = useState(false)
  const isLeft = useRef(false)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isLeft.current && !asks) opener.current?.focus()
    isLeft.current = false
  }, [asks])
  const yes = async () => {
    if (isSending) return
    setSending(true)
    if (await onYes()) return
    setSending(false)
    setAsks(false)
  }
  if (!asks)
    return (
      <button ref={opener} type="button" className={isQuiet ? 'button quiet' : 'button'} onClick={() => setAsks(true)}>
        {what}
      </button>
    )
  return (
    <span className="room-sure">
      {warnings.map(warning => (
        <strong key={warning}>{warning}</strong>
      ))}
      <span>{words?.sure ?? t('councilRoom.room.sure', { what })}</span>
      <button
        type="button"
        className="button"
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
        autoFocus
        aria-disabled={isSending}
        onClick={() => void yes()}
      >
        {words?.yes ?? t('councilRoom.room.yes', { what })}
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          isLeft.current = true
          setAsks(false)
        }}
      >
        {words?.no ?? t('councilRoom.room.no')}
      </button>
    </span>
  )
}
