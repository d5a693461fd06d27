import { describe, expect, it } from 'vitest'
import { sayMoment } from './say-moment.ts'

describe('sayMoment', () => {
  it('says an instant by the clock in Seoul, in the form that days have', () => {
    expect(sayMoment('2026-06-12T07:00:00Z', 'ko')).toBe('2026. 6. 12.(금) 16:00')
    expect(sayMoment('2026-06-12T07:00:00Z', 'en')).toBe('Fri 12 Jun 2026 16:00')
  })

  it('takes the day that it already is in Seoul', () => {
    expect(sayMoment('2026-12-31T15:05:00Z', 'ko')).toBe('2027. 1. 1.(금) 00:05')
  })
})
