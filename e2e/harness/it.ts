/** `it` for walks: `visitor` opens the site, and a test in which the browser complained of anything fails. */
import { inject, test } from 'vitest'
import type { Visitor, VisitorTraits } from './visitor.ts'
import { visitorsOf } from './visitors.ts'

export const it = test.extend('visitor', async ({ task }, { onCleanup }) => {
  const comes = visitorsOf(task, onCleanup)
  return (traits?: VisitorTraits): Promise<Visitor> => comes(inject('site'), traits)
})
