import type { NumberScheme } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firmNumberAsWritten, readFirmNumber } from './firm-number.ts'

const scheme: NumberScheme = {
  name: { ko: '사업자등록번호', en: 'business registration number' },
  digits: 10,
  written: '000-00-00000',
  check: { weights: [1, 3, 7, 1, 3, 7, 1, 3, 5], add_tens_of_last: true },
}

const read = (text: string) => readFirmNumber(text, scheme)
const isRight = (digits: string) => read(digits).is === 'number'
const lastOf = (nine: string) => [...'0123456789'].filter(digit => isRight(nine + digit))
const withDigit = (digits: string, place: number, digit: string) =>
  digits.slice(0, place) + digit + digits.slice(place + 1)
const nineDigits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 9 })
const number = nineDigits.map(nine => nine + lastOf(nine)[0])

describe('the number of a firm', () => {
  it.each([
    ['Samsung Electronics', '124-81-00998'],
    ['Naver', '220-81-62517'],
    ['Kakao', '120-81-47521'],
    ['LG Electronics', '107-86-14075'],
    ['Hyundai Motor', '101-81-09147'],
    ['Coupang', '120-88-00767'],
  ])('of %s, %s, is one', (_, text) => {
    expect(read(text)).toEqual({ is: 'number', digits: text.replaceAll('-', ''), written: text })
  })

  it.each(['1248100998', ' 124 81 00998 ', '124–81–00998', '１２４－８１－００９９８', '124-8100998\n'])(
    'may be written %j',
    text => {
      expect(read(text)).toEqual({ is: 'number', digits: '1248100998', written: '124-81-00998' })
    },
  )

  it.each([
    ['', { is: 'wrong length', digits: 0 }],
    ['124-81-0099', { is: 'wrong length', digits: 9 }],
    ['124-81-009981', { is: 'wrong length', digits: 11 }],
    ['124-81-O0998', { is: 'wrong characters', at: 7 }],
    ['l24', { is: 'wrong characters', at: 0 }],
    ['124.81.00998', { is: 'wrong characters', at: 3 }],
    ['١٢٤٨١٠٠٩٩٨', { is: 'wrong characters', at: 0 }],
    ['124-81-00997', { is: 'wrong check digit' }],
  ] as const)('%j is refused with what is wrong', (text, wrong) => {
    expect(read(text)).toEqual(wrong)
  })

  it('has one right last digit for each nine before it', () => {
    fc.assert(
      fc.property(nineDigits, nine => {
        expect(lastOf(nine)).toHaveLength(1)
      }),
    )
  })

  it('reads as it is written', () => {
    fc.assert(
      fc.property(number, digits => {
        const written = firmNumberAsWritten(digits, scheme)
        expect(read(written)).toEqual({ is: 'number', digits, written })
      }),
    )
  })

  it('with any one digit mistyped is found out', () => {
    fc.assert(
      fc.property(number, fc.nat({ max: 9 }), fc.constantFrom(...'0123456789'), (digits, place, digit) => {
        fc.pre(digits[place] !== digit)
        expect(isRight(withDigit(digits, place, digit))).toBe(false)
      }),
    )
  })

  // The check is a sum of one term a place, so all pairs of two digits, whatever stands beside them, say it exactly: 722 of 810.
  it.each([
    [0, 80],
    [1, 80],
    [2, 80],
    [3, 80],
    [4, 80],
    [5, 80],
    [6, 80],
    [7, 74],
    [8, 88],
  ])('with the digits at %i and the next exchanged is found out in %i of 90 cases', (place, found) => {
    expect(exchangesFound(place)).toEqual({ found, of: 90 })
  })

  it('says nothing of whether there is such a firm: ten zeros pass', () => {
    expect(read('000-00-00000').is).toBe('number')
  })
})

/** Of all right numbers of two unlike digits at a place and the next, how many are wrong once these are exchanged. */
function exchangesFound(place: number): { found: number; of: number } {
  let [found, of] = [0, 0]
  for (const first of '0123456789')
    for (const second of '0123456789') {
      if (first === second) continue
      const pair = withDigit(withDigit('0000000000', place, first), place + 1, second)
      // A right number with that pair: another digit, far from it, makes the sum fit.
      const free = place === 0 ? 9 : 0
      const digits = [...'0123456789'].map(digit => withDigit(pair, free, digit)).find(isRight)
      if (digits === undefined) continue
      of += 1
      if (!isRight(withDigit(withDigit(digits, place, second), place + 1, first))) found += 1
    }
  return { found, of }
}
