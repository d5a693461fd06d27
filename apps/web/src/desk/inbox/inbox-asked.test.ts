import { describe, expect, it } from 'vitest'
import { inboxAsked } from './inbox-asked.ts'

describe('what an inbox was asked for', () => {
  it('is read from the address', () => {
    expect(inboxAsked({ box: 'out', state: 'under-review', q: '주물', mine: 'yes', soon: 'yes', skip: '50' })).toEqual({
      box: 'out',
      state: 'under-review',
      q: '주물',
      mine: 'yes',
      soon: 'yes',
      skip: 50,
    })
  })

  it('leaves out what no inbox understands', () => {
    const asked = inboxAsked({ box: 'attic', state: 7, q: '', mine: '1', soon: true, skip: '-3' })
    expect(Object.values(asked).filter(value => value !== undefined)).toEqual([])
  })
})
