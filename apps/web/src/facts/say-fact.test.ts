import type { Fact } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { type FactWords, factName, listDifference, sayValue } from './say-fact.ts'

const words: FactWords = {
  language: 'ko',
  yes: '예',
  no: '아니요',
  none: '없음',
  wordOf: value => ({ lead: '주관' })[value] ?? value,
  unitOf: unit => ({ persons: '명' })[unit],
  programmeName: id => ({ machine: '자동화공정 구축' })[id],
  industries: [{ code: 'C24311', ko: '선철주물 주조업', en: 'Casting of pig iron' }],
}

const fact = (name: string, rest: Partial<Fact>): Fact => ({
  name,
  type: 'number',
  about: 'firm',
  changes: 'by-firm',
  ...rest,
})

describe('the value of a fact', () => {
  it.each([
    ['a number with its unit', fact('employees', { unit: 'persons' }), 32, '32명'],
    ['money in short', fact('sales', { unit: 'KRW' }), 8_200_000_000, '82억 원'],
    ['a share in percent', fact('growth', { unit: 'fraction' }), 0.07, '7%'],
    ['yes or no', fact('listed', { type: 'boolean' }), false, '아니요'],
    ['a day', fact('founded', { type: 'date' }), '2009-04-01', '2009. 4. 1.(수)'],
    [
      'a label where there is one',
      fact('size', { type: 'enum', labels: { small: { ko: '소기업', en: 'small' } } }),
      'small',
      '소기업',
    ],
    ['an industry by name', fact('industry', { type: 'text' }), 'C24311', '선철주물 주조업 (C24311)'],
    ['an empty list', fact('certificates', { type: 'list' }), [], '없음'],
    ['no value', fact('ceo_age', {}), null, '없음'],
    [
      'a record by its fields',
      fact('sites', { type: 'records', fields: { country: { type: 'text', label: { ko: '나라', en: 'country' } } } }),
      [{ country: 'KR', role: 'lead' }],
      '나라 대한민국, role 주관',
    ],
    [
      'a programme by its name and its day as a day',
      fact('participations', { type: 'records', fields: { programme: { type: 'text' }, on: { type: 'date' } } }),
      [{ programme: 'machine', on: '2025-03-31' }],
      'programme 자동화공정 구축, on 2025. 3. 31.(월)',
    ],
  ])('says %s', (_, about, value, said) => {
    expect(sayValue(about, value, words)).toBe(said)
  })

  it.each([
    [1, '1 loan'],
    [2, '2 loans'],
  ])('says %d in English as %s', (count, said) => {
    const english: FactWords = { ...words, language: 'en', unitOf: unit => unit }
    expect(sayValue(fact('loans', { unit: 'loans' }), count, english)).toBe(said)
  })

  it('falls back to the name in the catalogue', () => {
    expect(factName(undefined, 'odd_fact', 'ko')).toBe('odd_fact')
  })

  it('can be what a list would gain and lose', () => {
    expect(listDifference(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'] })
    expect(listDifference(undefined, ['c'])).toEqual({ added: ['c'], removed: [] })
    expect(listDifference(1, 2)).toBeUndefined()
  })
})
