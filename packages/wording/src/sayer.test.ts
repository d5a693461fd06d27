import type { Fact } from '@ieum/catalogue/records'
import type { Rulebook, RuledProgramme } from '@ieum/rules'
import { readSentence, vocabularyOf } from '@ieum/rules/parse'
import { describe, expect, it } from 'vitest'
import { sayerOf } from './sayer.ts'

const fact = (name: string, rest: Partial<Fact>): Fact => ({
  name,
  type: 'boolean',
  about: 'firm',
  changes: 'by-firm',
  ...rest,
})

const facts: readonly Fact[] = [
  fact('employees', { type: 'number', unit: 'persons', label: { ko: '상시근로자 수', en: 'employees' } }),
  fact('sales', { type: 'number', unit: 'KRW', label: { ko: '매출액', en: 'sales' } }),
  fact('growth', { type: 'number', unit: 'fraction', label: { ko: '성장률', en: 'growth' } }),
  fact('founded', { type: 'date', label: { ko: '설립일', en: 'founding day' } }),
  fact('tax_arrears', { label: { ko: '세금 체납', en: 'tax arrears' } }),
  fact('closed', { label: { ko: '휴·폐업', en: 'closed' } }),
  fact('form', {
    type: 'enum',
    values: ['sole', 'corporation'],
    label: { ko: '사업자 형태', en: 'legal form' },
    labels: { corporation: { ko: '법인', en: 'company' }, sole: { ko: '개인', en: 'sole trader' } },
  }),
  fact('certificates', {
    type: 'list',
    values: ['venture', 'root-company'],
    label: { ko: '인증', en: 'certificates' },
    labels: { venture: { ko: '벤처기업', en: 'venture firm' } },
  }),
  fact('sites', {
    type: 'records',
    label: { ko: '사업장', en: 'sites' },
    fields: { region: { type: 'text', label: { ko: '지역', en: 'region' } } },
  }),
]

const rulebook: Rulebook = {
  id: 'test',
  facts,
  agencies: [],
  parameters: [],
  links: [],
  commonRules: [],
  pathways: [],
  programmes: [{ id: 'jump-up', name: { ko: '도약', en: 'Jump-Up' } } as RuledProgramme],
  sentences: [],
  derived: [],
}
const sayer = sayerOf(rulebook)
const vocabulary = vocabularyOf(rulebook)

function said(text: string) {
  const outcome = readSentence(text, vocabulary)
  if (outcome.is === 'refused') throw new Error(outcome.fault.wrong)
  return sayer.words(outcome.form)
}

describe('a sentence in plain words', () => {
  it.each([
    ['employees >= 5', 'employees is at least 5', '상시근로자 수는 5 이상'],
    ['sales < 12000000000', 'sales is less than KRW 12,000,000,000', '매출액은 12,000,000,000원 미만'],
    ['growth >= 0.07', 'growth is at least 7%', '성장률은 7% 이상'],
    ['form = "corporation"', 'legal form is company', '사업자 형태는 법인'],
    ['form != "corporation"', 'legal form is not company', '사업자 형태는 법인이 아님'],
    [
      'form in ("sole", "corporation")',
      'legal form is one of sole trader, company',
      '사업자 형태는 개인, 법인 가운데 하나',
    ],
    ['tax_arrears = true', 'tax arrears: yes', '세금 체납: 예'],
    ['tax_arrears != true', 'tax arrears: no', '세금 체납: 아니요'],
    ['form = null', 'there is no legal form', '사업자 형태 없음'],
    [
      'founded <= on - duration("P7Y")',
      'founding day is 7 years before the day or before',
      '설립일은 기준일 7년 전 또는 그 전',
    ],
    ['founded > date("2020-01-01")', 'founding day is after Wed 1 Jan 2020', '설립일은 2020. 1. 1.(수)보다 뒤'],
    ['"venture" in certificates', 'certificates include venture firm', '인증에 벤처기업 포함'],
    [
      'count(sites[region = "경북"]) > 1',
      'the number of sites where region is 경북 is more than 1',
      '사업장(지역은 경북)의 수는 1 초과',
    ],
    [
      'some p in participations satisfies p.programme = "jump-up" and p.outcome = "completed" and p.role = "lead"',
      'among past participations there is one where programme is Jump-Up and outcome is completed and role is lead',
      '지원사업 참여 이력 가운데 다음이 있음: programme는 도약, 그리고 outcome는 완료, 그리고 role는 주관',
    ],
  ])('%s', (text, en, ko) => {
    expect(said(text)).toEqual({ en, ko })
  })

  it.each([
    [
      'not(closed) and employees in [5..9)',
      '(not so: closed) and employees is from 5 to less than 9',
      '(다음에 해당하지 않음: 휴·폐업), 그리고 상시근로자 수는 5 이상 9 미만',
    ],
    [
      'not(closed and tax_arrears)',
      'not so: closed and tax arrears',
      '다음에 해당하지 않음: 휴·폐업, 그리고 세금 체납',
    ],
    [
      '(some s in sites satisfies s.region = "경북") and closed',
      '(among sites there is one where region is 경북) and closed',
      '(사업장 가운데 다음이 있음: 지역은 경북), 그리고 휴·폐업',
    ],
    [
      'closed or employees > 3 and tax_arrears',
      'closed or (employees is more than 3 and tax arrears)',
      '휴·폐업 또는 (상시근로자 수는 3 초과, 그리고 세금 체납)',
    ],
  ])('says how far a part reaches: %s', (text, en, ko) => {
    expect(said(text)).toEqual({ en, ko })
  })
})
