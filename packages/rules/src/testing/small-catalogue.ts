import type { Catalogue, Fact, FactName, Value } from '@ieum/catalogue/records'
import { type Evaluator, evaluatorOf } from '../evaluator.ts'
import { buildRulebook, readSentence } from '../parse/index.ts'
import type { Wrong } from '../rulebook.ts'
import { vocabularyOf } from '../vocabulary.ts'

/** A small vocabulary with one of everything, for tests. */
const firm = { about: 'firm', changes: 'by-firm' } as const

const facts: readonly Fact[] = [
  { name: 'employees', type: 'number', unit: 'persons', ...firm, label: { ko: '상시근로자 수', en: 'employees' } },
  { name: 'sales', type: 'number', unit: 'KRW', ...firm, label: { ko: '매출액', en: 'sales' } },
  { name: 'debt_ratio', type: 'number', ...firm },
  { name: 'founded', type: 'date', about: 'firm', changes: 'never', label: { ko: '설립일', en: 'founding day' } },
  { name: 'visited_on', type: 'date', ...firm },
  { name: 'tax_arrears', type: 'boolean', ...firm, label: { ko: '세금 체납', en: 'tax arrears' } },
  { name: 'closed', type: 'boolean', ...firm },
  { name: 'industry', type: 'text', about: 'firm', changes: 'never' },
  { name: 'region', type: 'text', ...firm },
  {
    name: 'form',
    type: 'enum',
    values: ['sole', 'corporation', 'pre-founder'],
    ...firm,
    label: { ko: '사업자 형태', en: 'legal form' },
    labels: { corporation: { ko: '법인', en: 'company' } },
  },
  {
    name: 'certificates',
    type: 'list',
    values: ['venture', 'root-company', 'inno-biz'],
    about: 'firm',
    changes: 'by-agency',
  },
  { name: 'debt_history', type: 'list', items: 'number', ...firm },
  {
    name: 'sites',
    type: 'records',
    ...firm,
    fields: { region: { type: 'text' }, kind: { type: 'text' }, area: { type: 'number' } },
  },
  {
    name: 'size',
    type: 'enum',
    values: ['micro', 'small', 'medium', 'large'],
    ...firm,
    label: { ko: '기업 규모', en: 'size' },
    labels: { small: { ko: '소기업', en: 'small firm' } },
    derived:
      'if employees < 10 then "micro" else if employees < 50 and sales <= small_limit then "small" else "medium"',
  },
  {
    name: 'years',
    type: 'number',
    about: 'firm',
    changes: 'with-time',
    derived: 'years and months duration(founded, on).years',
  },
  { name: 'young', type: 'boolean', about: 'firm', changes: 'with-time', derived: 'years < 7' },
]

export const small: Catalogue = {
  id: 'small',
  facts,
  agencies: [],
  parameters: [
    {
      id: 'small_limit',
      type: 'number',
      editions: [
        { from: '2020-01-01', until: '2025-08-31', source: {}, value: 12_000 },
        { from: '2025-09-01', source: {}, value: 14_000 },
      ],
    },
    { id: 'roots', type: 'list', editions: [{ from: '2020-01-01', source: {}, value: ['C24', 'C25'] }] },
    {
      id: 'limits_by_code',
      type: 'table',
      columns: { code: { type: 'text' }, most: { type: 'number' } },
      editions: [
        {
          from: '2020-01-01',
          source: {},
          rows: [
            ['C24', 100],
            ['C25', 200],
          ],
        },
        { from: '2025-09-01', source: {}, rows: [['C24', 150]] },
      ],
    },
  ],
  links: [],
  pathways: [],
  programmes: [],
}

export const vocabulary = vocabularyOf(small)

export function evaluator(catalogue: Catalogue = small): Evaluator {
  return evaluatorOf(buildRulebook(catalogue).rulebook)
}

/** The number of a sentence, added to an evaluator. */
export function add(to: Evaluator, text: string): number {
  const outcome = readSentence(text, vocabulary)
  if (outcome.is === 'refused') throw new Error(`${text}: ${outcome.fault.wrong}`)
  return to.withSentence(outcome.form)
}

export type Stated = Readonly<Record<FactName, Value>>

export function truthOf(text: string, stated: Stated = {}, on = '2026-06-01') {
  const own = evaluator()
  return own.truth(add(own, text), own.situation(stated, on))
}

export function proofOf(text: string, stated: Stated = {}, on = '2026-06-01') {
  const own = evaluator()
  return own.proof(add(own, text), own.situation(stated, on))
}

/** What is wrong with a sentence; fails when nothing is. */
export function faultOf(text: string): Wrong {
  const outcome = readSentence(text, vocabulary)
  if (outcome.is === 'read') throw new Error(`read without a fault: ${text}`)
  return outcome.fault
}
