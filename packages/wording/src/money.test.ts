import { describe, expect, it } from 'vitest'
import { sayMoney } from './money.ts'

describe('money in words', () => {
  it.each([
    [600_000_000, '6억 원', 'KRW 600M'],
    [35_000_000, '3,500만 원', 'KRW 35M'],
    [120_000_000, '1억 2,000만 원', 'KRW 120M'],
    [1_250_000_000_000, '1조 2,500억 원', 'KRW 1.25T'],
    [9_500, '9,500원', 'KRW 9.5K'],
    [500, '500원', 'KRW 500'],
    [999_999, '100만 원', 'KRW 1M'],
    [-120_000_000, '−1억 2,000만 원', '−KRW 120M'],
    [0, '0원', 'KRW 0'],
  ])('says %d as %s and %s', (won, ko, en) => {
    expect(sayMoney(won, 'ko')).toBe(ko)
    expect(sayMoney(won, 'en')).toBe(en)
  })
})
