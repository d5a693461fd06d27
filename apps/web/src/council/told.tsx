import { useEffect, useRef } from 'react'

/** What was done: said aloud, and where the focus goes. */
export function Told({ told }: { told: string | undefined }) {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (told !== undefined) box.current?.focus()
  }, [told])
  return (
    <p ref={box} tabIndex={-1} role="status" className="case-told">
      {told}
    </p>
  )
}
