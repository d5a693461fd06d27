import { expect, it } from 'vitest'
import { groupOf } from './group-of.ts'

const agreed = { state: 'agreed', inForce: false, supersededBy: null, validFrom: '2026-06-02' } as const

it.each([
  ['inForce', { ...agreed, inForce: true, validFrom: '2026-06-01' }],
  ['toBegin', agreed],
  ['before', { ...agreed, validFrom: '2026-01-01' }],
  ['before', { ...agreed, supersededBy: 'another' }],
  ['before', { ...agreed, state: 'ended' }],
  ['waiting', { ...agreed, state: 'reviewed' }],
] as const)('an agreement stands among those %s', (group, agreement) => {
  expect(groupOf(agreement, '2026-06-01')).toBe(group)
})
