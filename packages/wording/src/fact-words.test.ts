import type { Fact, Value } from '@ieum/catalogue/records'
import type { Rulebook, RuledProgramme } from '@ieum/rules'
import { describe, expect, it } from 'vitest'
import { factWordsOf } from './fact-words.ts'

const fact = (name: string, rest: Partial<Fact>): Fact => ({
  name,
  type: 'number',
  about: 'firm',
  changes: 'by-firm',
  ...rest,
})

const facts: readonly Fact[] = [
  fact('employees', { unit: 'persons', label: { ko: '근로자 수', en: 'workers' } }),
  fact('loans', { unit: 'loans', question: { ko: '몇 건인가요?', en: 'How many loans?' } }),
  fact('age', { unit: 'age' }),
  fact('markets', { type: 'list' }),
  fact('sales', { unit: 'KRW' }),
  fact('growth', { unit: 'fraction' }),
  fact('odd', { unit: 'furlongs' }),
  fact('listed', { type: 'boolean' }),
  fact('founded', { type: 'date' }),
  fact('size', { type: 'enum', labels: { small: { ko: '소기업', en: 'small firm' } } }),
  fact('industry', { type: 'text' }),
  fact('certificates', { type: 'list' }),
  fact('participations', {
    type: 'records',
    fields: {
      programme: { type: 'text' },
      outcome: { type: 'text' },
      on: { type: 'date' },
      amount: { type: 'number', label: { ko: '금액', en: 'amount' } },
      alone: { type: 'boolean' },
      country: { type: 'text' },
    },
  }),
]

const table = { from: '2024-01-01', source: {}, rows: [['C24311', '선철주물 주조업', 'Casting of pig iron']] }
const columns = { code: { type: 'text' }, ko: { type: 'text' }, en: { type: 'text' } } as const
const rulebook: Rulebook = {
  id: 'test',
  facts,
  agencies: [],
  parameters: [
    { id: 'industries', type: 'table', columns, editions: [table] },
    {
      id: 'outside_programmes',
      type: 'table',
      columns: { id: { type: 'text' }, ko: { type: 'text' }, en: { type: 'text' } },
      editions: [{ source: {}, rows: [['factory-basic', '스마트공장(기초)', 'smart factory, basic']] }],
    },
  ],
  links: [],
  commonRules: [],
  pathways: [],
  programmes: [{ id: 'machine', name: { ko: '자동화공정 구축', en: 'Automation' } } as RuledProgramme],
  sentences: [],
  derived: [],
}
const korean = factWordsOf(rulebook, '2026-06-01', 'ko')
const english = factWordsOf(rulebook, '2026-06-01', 'en')

describe('the value of a fact', () => {
  it.each<[string, Value, string, string]>([
    ['employees', 1, '1명', '1 person'],
    ['employees', 1032, '1,032명', '1,032 persons'],
    ['loans', 1, '1회', '1 loan'],
    ['age', 57, '57세', '57 years'],
    ['markets', ['JP', 'US', 'other'], '일본 · 미국 · other', 'Japan · United States · other'],
    ['odd', 3, '3furlongs', '3 furlongs'],
    ['sales', 8_200_000_000, '82억 원', 'KRW 8.2B'],
    ['growth', 0.07, '7%', '7%'],
    ['listed', false, '아니요', 'no'],
    ['founded', '2009-04-01', '2009. 4. 1.(수)', 'Wed 1 Apr 2009'],
    ['on', '2009-04-01', '2009. 4. 1.(수)', 'Wed 1 Apr 2009'],
    ['size', 'small', '소기업', 'small firm'],
    ['industry', 'C24311', '선철주물 주조업 (C24311)', 'Casting of pig iron (C24311)'],
    ['industry', 'C99999', 'C99999', 'C99999'],
    ['certificates', [], '없음', 'none'],
    ['certificates', ['a', 'b'], 'a · b', 'a · b'],
    ['employees', null, '없음', 'none'],
    [
      'participations',
      [{ programme: 'machine', outcome: 'completed', on: '2025-03-31', amount: 3, alone: true, country: 'KR' }],
      '자동화공정 구축 · 완료 · 2025. 3. 31.(월) · 금액 3 · alone 예 · 대한민국',
      'Automation · completed · Mon 31 Mar 2025 · amount 3 · alone yes · South Korea',
    ],
    ['participations', [{ programme: 'factory-basic' }], '스마트공장(기초)', 'smart factory, basic'],
    ['participations', [{ programme: 'unheard-of', outcome: null }], 'unheard-of', 'unheard-of'],
  ])('%s %j is said as %s and %s', (name, value, ko, en) => {
    expect([korean.say(name, value), english.say(name, value)]).toEqual([ko, en])
  })
})

describe('the name of a fact', () => {
  it.each([
    ['employees', '근로자 수', 'workers'],
    ['loans', '몇 건인가요?', 'How many loans?'],
    ['on', '기준일', 'day'],
    ['unheard_of', 'unheard_of', 'unheard_of'],
  ])('%s is its label, else its question, else as it is', (name, ko, en) => {
    expect([korean.nameOf(name), english.nameOf(name)]).toEqual([ko, en])
  })
})
