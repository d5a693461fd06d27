import { lazy, Suspense } from 'react'
import { Waiting } from '../../shell/waiting.tsx'

const Loaded = lazy(() =>
  import('./closing-desk-pages.ts').then(({ ClosingDeskPage }) => ({ default: ClosingDeskPage })),
)

/** Loaded when it is opened, by the pages of councils: named in the first page's script it would weigh on everyone. */
export function ClosingDeskPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Loaded />
    </Suspense>
  )
}
