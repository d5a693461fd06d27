import { useEffect, useRef, useState } from 'react'

interface ToldProps {
  told: string | undefined
  /** How often something was told: the same words once more are news as well. */
  times?: number
  /** What was pressed still stands, and keeps the focus: it is only said. */
  pressed?: 'stays' | undefined
}

/** What was done: said aloud, and where the focus goes. */
export function Told({ told, times = 0, pressed }: ToldProps) {
  const box = useRef<HTMLParagraphElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words are told anew
  useEffect(() => {
    if (told !== undefined && pressed !== 'stays') box.current?.focus()
  }, [told, times, pressed])
  return (
    <p ref={box} tabIndex={-1} role="status" className="case-told">
      {told === undefined ? null : <span key={times}>{told}</span>}
    </p>
  )
}

/** What was told last, and how to tell what comes next. */
export function useTold() {
  const [last, setLast] = useState<ToldProps>({ told: undefined })
  const tell = (told: string, pressed?: 'stays') => setLast(({ times = 0 }) => ({ told, times: times + 1, pressed }))
  return [last, tell] as const
}
