import { describe, expect, it } from 'vitest'
import { drawnUpId } from './drawn-up-id.ts'

const idOf = (nameEn: string | undefined, ...taken: string[]) =>
  drawnUpId({ agency: 'mss', kind: 'policy', nameEn }, id => taken.includes(id))

describe('the id of a council that was drawn up', () => {
  it.each([
    ['Council on Robots', 'mss-council-on-robots'],
    ['  Café & Co. — 2026 ', 'mss-cafe-co-2026'],
    [undefined, 'mss-policy'],
    ['정책협의회', 'mss-policy'],
  ])('of %j is %s', (nameEn, id) => expect(idOf(nameEn)).toBe(id))

  it('is numbered where it is taken, and fits into an address however long the name is', () => {
    expect(idOf('MOTIE', 'mss-motie')).toBe('mss-motie-2')
    expect(idOf('MOTIE', 'mss-motie', 'mss-motie-2')).toBe('mss-motie-3')
    const long = idOf(`${'a'.repeat(85)} bcd ${'e'.repeat(200)}`)
    expect(long).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    expect(long.length).toBeLessThanOrEqual(90)
  })
})
