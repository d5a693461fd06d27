import { expect, it } from 'vitest'
import { firstPlaceOf } from './first-place.ts'

it('a secretary begins with the councils, who has referrals in hand with them', () => {
  expect(firstPlaceOf('secretary')).toBe('/desk/$post/councils')
  for (const role of ['desk-officer', 'programme-owner', 'approver', 'auditor', 'agency-administrator'] as const)
    expect(firstPlaceOf(role), role).toBe('/desk/$post')
})
