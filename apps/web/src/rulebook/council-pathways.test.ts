import type { Council, Pathway } from '@ieum/catalogue/records'
import { expect, it } from 'vitest'
import { councilPathways } from './council-pathways.ts'

it('the chains that a council named come first in its order, the others as they are', () => {
  const pathways = ['export', 'robot', 'micro', 'root'].map(
    (id): Pathway => ({ id, name: { ko: id, en: id }, waypoints: [] }),
  )
  const councils = [{ pathways: ['root', 'cut-out', 'robot'] }] as Partial<Council>[] as Council[]
  const ids = (some: readonly Pathway[]) => some.map(({ id }) => id)
  const { named, others } = councilPathways({ pathways, councils })
  expect([ids(named), ids(others)]).toEqual([
    ['root', 'robot'],
    ['export', 'micro'],
  ])
  expect(ids(councilPathways({ pathways }).others)).toEqual(ids(pathways))
})
