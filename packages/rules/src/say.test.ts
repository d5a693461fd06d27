import { describe, expect, it } from 'vitest'
import { explain } from './explain.ts'
import { readSentence } from './parse/index.ts'
import { sayerOf } from './say.ts'
import { add, evaluator, small, vocabulary } from './testing/small-catalogue.ts'

const sayer = sayerOf(small)

function said(text: string) {
  const outcome = readSentence(text, vocabulary)
  if (outcome.is === 'refused') throw new Error(outcome.fault.wrong)
  return sayer.words(outcome.form)
}

describe('a form in plain words', () => {
  it.each([
    ['employees >= 5', 'employees is at least 5', '상시근로자 수는 5 이상'],
    ['sales < 12000000000', 'sales is less than KRW 12,000,000,000', '매출액은 12,000,000,000원 미만'],
    ['size = "small"', 'size is small firm', '기업 규모는 소기업'],
    ['form != "corporation"', 'legal form is not company', '사업자 형태는 법인이 아님'],
    ['size in ("micro", "small")', 'size is one of micro, small firm', '기업 규모는 micro, 소기업 가운데 하나'],
    ['tax_arrears = true', 'tax arrears: yes', '세금 체납: 예'],
    ['tax_arrears != true', 'tax arrears: no', '세금 체납: 아니오'],
    [
      'founded <= on - duration("P7Y")',
      'founding day is 7 years before the day or before',
      '설립일은 기준일 7년 전 또는 그 전',
    ],
    ['founded > date("2020-01-01")', 'founding day is after 2020-01-01', '설립일은 2020-01-01보다 뒤'],
    ['"venture" in certificates', 'certificates include venture', 'certificates에 venture 포함'],
    [
      'not(closed) and employees in [5..9)',
      'not: closed and employees is from 5 to less than 9',
      '다음에 해당하지 않음: closed, 그리고 상시근로자 수는 5 이상 9 미만',
    ],
    ['form = null', 'there is no legal form', '사업자 형태 없음'],
    [
      'count(sites[region = "경북"]) > 1',
      'the number of sites where region is 경북 is more than 1',
      'sites(region은 경북)의 수는 1 초과',
    ],
    [
      'some p in participations satisfies p.programme = "x"',
      'among past participations there is one where programme is x',
      '지원사업 참여 이력 가운데 다음이 있음: programme는 x',
    ],
  ])('%s', (text, en, ko) => {
    expect(said(text)).toEqual({ en, ko })
  })
})

describe('a proof as a tree', () => {
  it('gives each condition its own truth and tells how a derived fact came about', () => {
    const own = evaluator()
    const situation = own.situation({ employees: 32, sales: 9_000 }, '2026-06-01')
    const tree = explain(own, add(own, 'size = "small" and tax_arrears = false'), situation, sayer)
    expect(tree.truth).toBe(undefined)
    expect(tree.missing).toEqual(['tax_arrears'])
    expect(tree.parts.map(part => part.truth)).toEqual([true, undefined])
    const size = tree.parts[0]!.parts[0]!
    expect(size).toMatchObject({ derived: 'size', value: 'small', says: { en: 'size', ko: '기업 규모' } })
    expect(size.parts.map(part => [part.says.en, part.truth])).toEqual([
      ['employees is less than 10', false],
      ['employees is less than 50 and sales is at most small limit', true],
    ])
  })

  it('stops where the answer is unknown', () => {
    const own = evaluator()
    const tree = explain(own, add(own, 'size = "small"'), own.situation({}, '2026-06-01'), sayer)
    expect(tree.parts[0]).toMatchObject({ derived: 'size', missing: ['employees', 'sales'] })
    expect(tree.parts[0]!.parts).toHaveLength(1)
  })
})
