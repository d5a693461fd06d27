import type { Pathway } from '@ieum/catalogue/records'
import { expect, it } from 'vitest'
import { councilFirst } from './council.ts'

it('the chains of the council come first, the others as they are', () => {
  const pathways = ['export', 'robot', 'micro', 'root'].map(
    (id): Pathway => ({ id, name: { ko: id, en: id }, waypoints: [] }),
  )
  expect(councilFirst(pathways).map(({ id }) => id)).toEqual(['root', 'robot', 'export', 'micro'])
})
