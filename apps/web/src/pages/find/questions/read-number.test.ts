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
    ['-3억', { unit: 'KRW' }, { is: 'number', value: -300_000_000 }],
    ['△3억', { unit: 'KRW' }, { is: 'number', value: -300_000_000 }],
    ['−5.2%', { unit: 'fraction' }, { is: 'number', value: -0.052 }],
    ['-3억', { unit: 'KRW', min: 0 }, { is: 'too small', bound: 0 }],
    ['12,5', { unit: 'fraction' }, { is: 'no number' }],
    ['150', { unit: 'fraction', max: 1 }, { is: 'too large', bound: 1 }],
    ['서른둘', {}, { is: 'no number' }],
    ['', {}, { is: 'no number' }],
  ] as const)('%s of %j is read', (text, fact, read) => {
    expect(readNumber(text, fact)).toEqual(read)
  })
})

describe('several numbers as they were written', () => {
  const [money, shares] = [{ unit: 'KRW' }, { unit: 'fraction' }]

  it.each([
    ['82억, 75억, 70억', money, [8.2e9, 7.5e9, 7e9]],
    ['82억,75억', money, [8.2e9, 7.5e9]],
    ['-3억, 2억', money, [-3e8, 2e8]],
    ['8200, 7500', {}, [8200, 7500]],
    ['8200; 7500', {}, [8200, 7500]],
    ['120, 115, 110', {}, [120, 115, 110]],
    ['200, 180', shares, [2, 1.8]],
    ['450,420', shares, [4.5, 4.2]],
    ['120,115,110', shares, [1.2, 1.15, 1.1]],
    ['12.5,200', shares, [0.125, 2]],
    ['120,115,110', { unit: 'times' }, [120, 115, 110]],
    ['', {}, []],
  ])('%s of %j are parted by their commas', (text, fact, values) => {
    expect(readNumbers(text, fact)).toEqual({ is: 'numbers', values })
  })

  it.each([
    ['120,115,110', {}, '120,115,110'],
    ['8,200,000,000, 7,500,000,000', money, '8,200,000,000'],
    ['3억 5,000만, 2억', money, '5,000'],
    ['8,200; 7,500', {}, '8,200'],
    ['1,200', shares, '1,200'],
    ['100,050', shares, '100,050'],
    ['8,200,000,00', money, '8,200,000,00'],
  ])('%s of %j is refused: a comma of %s may mark thousands', (text, fact, part) => {
    expect(readNumbers(text, fact)).toEqual({ is: 'ambiguous', part })
  })

  it.each([
    ['82억, 많음', money, { is: 'no number' }],
    ['2, -1', { min: 0 }, { is: 'too small', bound: 0 }],
  ])('%s of %j is refused for one of them', (text, fact, refused) => {
    expect(readNumbers(text, fact)).toEqual(refused)
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
