import { expect, it } from 'vitest'
import { sayClosingRule } from './closing-words.ts'

it.each([
  ['FREQ=MONTHLY;BYDAY=2WE,4WE', '둘째·넷째 수요일', 'second and fourth Wednesday'],
  ['FREQ=MONTHLY;BYDAY=2WE,4SU', '둘째 수요일, 넷째 일요일', 'second Wednesday and fourth Sunday'],
  ['FREQ=MONTHLY;BYDAY=-1SU', '마지막 일요일', 'last Sunday'],
  ['FREQ=MONTHLY;BYDAY=1MO,2MO,3MO', '첫째·둘째·셋째 월요일', 'first, second and third Monday'],
  ['FREQ=WEEKLY', 'FREQ=WEEKLY', 'FREQ=WEEKLY'],
])('%s is said in both languages', (rule, ko, en) => {
  expect([sayClosingRule(rule, 'ko'), sayClosingRule(rule, 'en')]).toEqual([ko, en])
})
