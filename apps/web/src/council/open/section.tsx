import type { ReactNode } from 'react'

interface SectionProps {
  id: string
  title: string
  /** Stands under the heading. */
  note?: string
  children: ReactNode
}

export function Section({ id, title, note, children }: SectionProps) {
  return (
    <section id={id} className="open-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {note ? <p className="field-help">{note}</p> : null}
      {children}
    </section>
  )
}

/** Nothing is written where there is nothing: it is said. */
export function Lines<T>({
  of,
  none,
  children,
}: {
  of: readonly T[]
  none: string
  children: (one: T, index: number) => ReactNode
}) {
  if (of.length === 0) return <p>{none}</p>
  return <ul className="open-lines">{of.map(children)}</ul>
}
