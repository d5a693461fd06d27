import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface SureProps {
  /** What stands on the button that asks. */
  opens: ReactNode
  yes: string
  no: string
  isSending: boolean
  onYes: () => Promise<void>
  onLeave: () => void
  isQuiet?: boolean
  /** What will happen. */
  children: ReactNode
}

/** It cannot be taken back: what will happen is said, and asked about once. */
export function Sure({ opens, yes, no, isSending, onYes, onLeave, isQuiet = false, children }: SureProps) {
  const id = useId()
  const [isSure, setSure] = useState<boolean>()
  const opener = useRef<HTMLButtonElement>(null)
  const asking = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSure !== undefined) (isSure ? asking : opener).current?.focus()
  }, [isSure])
  if (!isSure)
    return (
      <button ref={opener} type="button" className={isQuiet ? 'button quiet' : 'button'} onClick={() => setSure(true)}>
        {opens}
      </button>
    )
  return (
    <div className="council-sure">
      <div id={id}>{children}</div>
      <p className="row">
        <button
          ref={asking}
          type="button"
          className="button"
          aria-disabled={isSending}
          aria-describedby={id}
          onClick={() => void onYes()}
        >
          {yes}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            setSure(false)
            onLeave()
          }}
        >
          {no}
        </button>
      </p>
    </div>
  )
}
