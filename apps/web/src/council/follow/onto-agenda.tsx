/** Beside a break, for who is signed in and sits in a council: nobody else loads or asks anything. */
import type { BrokenStep } from '@ieum/council'
import { lazy, Suspense } from 'react'
import { wasSignedIn } from '../../shell/sign-in-hint.ts'

const PutOnAgenda = lazy(async () => {
  const [{ PutOnAgenda }, { speakDesk }, { speakFollow }] = await Promise.all([
    import('./put-on-agenda.tsx'),
    import('../../words/desk-words.ts'),
    import('../../words/council-follow-words.ts'),
  ])
  await Promise.all([speakDesk(), speakFollow()])
  return { default: PutOnAgenda }
})

export function OntoAgenda({ finding, isShort = false }: { finding: BrokenStep; isShort?: boolean }) {
  if (!wasSignedIn()) return null
  return (
    <Suspense>
      <PutOnAgenda finding={finding} isShort={isShort} />
    </Suspense>
  )
}
