import { describe, expect, it } from 'vitest'
import { parseMoney } from './parse-money.ts'

describe('a sum as people write it', () => {
  it.each([
    ['82억', 8_200_000_000],
    ['82억 원', 8_200_000_000],
    ['3억 5,000만원', 350_000_000],
    ['3억5천만', 350_000_000],
    ['8.2억', 820_000_000],
    ['1조 2000억', 1_200_000_000_000],
    ['3500만', 35_000_000],
    ['8,200,000,000', 8_200_000_000],
    ['8.2B', 8_200_000_000],
    ['KRW 600m', 600_000_000],
    ['0', 0],
  ])('%s is %i', (text, won) => {
    expect(parseMoney(text)).toBe(won)
  })

  it.each(['', '많음', '-3억', '5만 3억', '3억원어치', '1.2.3'])('%s is none', text => {
    expect(parseMoney(text)).toBeUndefined()
  })
})
