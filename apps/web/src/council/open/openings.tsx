import { lazy, Suspense } from 'react'
import { Waiting } from '../../shell/waiting.tsx'

const OpeningsSection = lazy(async () => ({ default: (await import('./openings-section.tsx')).OpeningsSection }))

/** Comes with its words after the rest of the page. */
export function Openings(props: { post: string; council: string }) {
  return (
    <Suspense fallback={<Waiting />}>
      <OpeningsSection {...props} />
    </Suspense>
  )
}
