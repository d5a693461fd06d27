import { Children, type ReactNode } from 'react'

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="programme-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

/** Terms and what is said of them; one of which nothing is said is left out. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="programme-facts">{children}</dl>
}

export function FactOf({ name, children }: { name: string; children: ReactNode }) {
  if (Children.toArray(children).length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
