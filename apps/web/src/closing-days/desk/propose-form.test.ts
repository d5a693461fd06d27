import { expect, it } from 'vitest'
import { ruleOf } from './propose-form.tsx'

it.each([
  ['wednesday', ['4', '2'], 'FREQ=MONTHLY;BYDAY=2WE,4WE'],
  ['sunday', ['-1'], 'FREQ=MONTHLY;BYDAY=-1SU'],
  ['thursday', ['1'], 'FREQ=MONTHLY;BYDAY=1TH'],
  ['', ['2', '4'], null],
] as const)('of %s, weeks %j, the rule is %s', (weekday, weeks, rule) => {
  expect(ruleOf(weekday, new Set(weeks))).toBe(rule)
})
