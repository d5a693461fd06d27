import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** The first page keeps the browser's own focus; every later one starts at its heading, so that it is read out. */
let pagesShown = 0

export interface PageProps {
  title: string
  /** Stands under the heading. */
  lead?: ReactNode
  className?: string
  children: ReactNode
}

export function Page({ title, lead, className, children }: PageProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (pagesShown > 0) heading.current?.focus({ preventScroll: true })
    pagesShown += 1
  }, [])
  const site = t('shell.site')
  // One title stands in the document from the start: React's own would be a second one.
  useEffect(() => {
    document.title = title === site ? site : `${title} · ${site}`
  }, [title, site])
  return (
    <div className={className ? `page ${className}` : 'page'}>
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead ? <div className="page-lead">{lead}</div> : null}
      </header>
      {children}
    </div>
  )
}
