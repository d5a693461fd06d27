import { describe, expect, it } from 'vitest'
import { reachedBefore } from './reached-before.ts'

const programmes = [
  { id: 'automation', stages: ['equipment'] },
  { id: 'export', stages: ['export'] },
]
const having = (...told: { programme: string; outcome: string }[]) => ({ facts: { participations: told } })
const via = ['automation', 'smart', 'export']

describe('the stops of a pathway that a firm has behind it', () => {
  it.each([
    ['nothing yet', having(), []],
    ['the first', having({ programme: 'automation', outcome: 'completed' }), ['automation']],
    [
      'one further on, and with it those before',
      having({ programme: 'smart', outcome: 'completed' }),
      ['automation', 'smart'],
    ],
    ['the last', having({ programme: 'export', outcome: 'completed' }), via],
    ['only what is completed', having({ programme: 'automation', outcome: 'selected' }), []],
    ['nothing that is not on the way', having({ programme: 'other', outcome: 'completed' }), []],
    ['nothing where the fact is no list', { facts: { participations: 'x' } }, []],
  ])('are %s', (_, firm, done) => {
    expect(reachedBefore(via, firm, programmes)).toEqual({ done, ahead: via.slice(done.length) })
  })

  it('are reached as stages too', () => {
    const firm = having({ programme: 'automation', outcome: 'completed' })
    expect(reachedBefore(['equipment', 'export'], firm, programmes)).toEqual({ done: ['equipment'], ahead: ['export'] })
  })
})
