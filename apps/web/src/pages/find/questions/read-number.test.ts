import { describe, expect, it } from 'vitest'
import { readNumber, readNumbers } from './read-number.ts'
import { questionAsked } from './use-question.ts'

describe('a number as it was written', () => {
  it.each([
    ['32', {}, { is: 'number', value: 32 }],
    ['1,234.5', {}, { is: 'number', value: 1234.5 }],
    ['82억', { unit: 'KRW' }, { is: 'number', value: 8_200_000_000 }],
    ['200', { unit: 'fraction' }, { is: 'number', value: 2 }],
    ['12.5%', { unit: 'fraction' }, { is: 'number', value: 0.125 }],
    ['-3', { min: 0 }, { is: 'too small', bound: 0 }],
    ['150', { unit: 'fraction', max: 1 }, { is: 'too large', bound: 1 }],
    ['서른둘', {}, { is: 'no number' }],
    ['', {}, { is: 'no number' }],
  ] as const)('%s of %j is read', (text, fact, read) => {
    expect(readNumber(text, fact)).toEqual(read)
  })

  it('can be one of several, thousands kept together', () => {
    expect(readNumbers('82억, 75억, 70억', { unit: 'KRW' })).toEqual([8.2e9, 7.5e9, 7e9])
    expect(readNumbers('8,200; 7,500', {})).toEqual([8200, 7500])
    expect(readNumbers('200, 180', { unit: 'fraction' })).toEqual([2, 1.8])
    expect(readNumbers('82억, 많음', { unit: 'KRW' })).toBeUndefined()
    expect(readNumbers('', {})).toEqual([])
  })
})

describe('the question for a share', () => {
  it('leaves out how a file writes it', () => {
    expect(questionAsked('지난해 부채비율이 얼마인가요? (200%는 2)', 'fraction')).toBe('지난해 부채비율이 얼마인가요?')
    expect(questionAsked("What was last year's debt ratio (200 percent is 2)?", 'fraction')).toBe(
      "What was last year's debt ratio?",
    )
    expect(questionAsked('몇 명인가요? (5명 이상)', 'persons')).toBe('몇 명인가요? (5명 이상)')
  })
})
