import { type ReactNode, useEffect, useRef } from 'react'

/** What was done, where the focus goes, and what can come next. */
export function Done({ text, children }: { text: string; children?: ReactNode }) {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="desk-done">
      <p ref={box} tabIndex={-1} role="status">
        <strong>{text}</strong>
      </p>
      {children ? <p className="row">{children}</p> : null}
    </div>
  )
}
