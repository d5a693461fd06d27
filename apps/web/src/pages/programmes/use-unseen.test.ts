import { describe, expect, it } from 'vitest'
import { fieldName } from './use-unseen.ts'

describe('what was not found in a notice', () => {
  it.each([
    ['budget', '전체 예산'],
    ['windows.closes', '접수 기간'],
    ['windows (text cut)', '접수 기간 (text cut)'],
    ['annex 5 limits', 'annex 5 limits'],
  ])('%s is called %s', (field, name) => {
    expect(fieldName({ budget: '전체 예산', windows: '접수 기간' }, field)).toBe(name)
  })
})
