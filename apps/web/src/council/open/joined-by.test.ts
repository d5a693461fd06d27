import { expect, it } from 'vitest'
import { joinedBy } from './joined-by.ts'

it.each([
  ['only announced', null, 'councilOpen.linkAnnounced'],
  ['in force since a day before', '2026-05-31', 'councilOpen.linkFrom'],
  ['in force from this day', '2026-06-01', 'councilOpen.linkFrom'],
  ['not in force before it begins', '2026-06-02', 'councilOpen.linkToBegin'],
])('a link is %s', (_, validFrom, said) => {
  expect(joinedBy(validFrom, '2026-06-01')).toBe(said)
})
