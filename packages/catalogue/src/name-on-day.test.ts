import { describe, expect, it } from 'vitest'
import { nameOnDay } from './name-on-day.ts'

const words = (ko: string) => ({ ko, en: ko })
const motie = {
  name: words('산업통상부'),
  names: [
    { name: words('산업통상자원부'), from: '2013-03-23', until: '2025-09-30' },
    { name: words('산업통상부'), from: '2025-10-01' },
  ],
}

describe('the name of an agency', () => {
  it.each([
    ['2024-05-28', '산업통상자원부'],
    ['2025-10-01', '산업통상부'],
    ['2026-06-01', '산업통상부'],
  ])('on %s was %s', (on, name) => {
    expect(nameOnDay(motie, on).ko).toBe(name)
  })

  it('is the one in force where no other is known', () => {
    expect(nameOnDay({ name: words('중소벤처기업부') }, '2001-01-01').ko).toBe('중소벤처기업부')
  })
})
