import { describe, expect, it } from 'vitest'
import { vocabularyOf } from './fact-values.ts'
import { checkFacts, checkFirm, jsonPointer, readFirm } from './firm.ts'
import type { Fact } from './records.ts'

const fact = (name: string, more: Partial<Fact>): Fact => ({
  name,
  type: 'text',
  about: 'firm',
  changes: 'by-firm',
  ...more,
})
const facts: Fact[] = [
  fact('size', { type: 'enum', values: ['micro', 'small', 'medium'] }),
  fact('employees', { type: 'number', min: 0 }),
  fact('founded', { type: 'date' }),
  fact('industry', {}),
  fact('closed', { type: 'boolean' }),
  fact('certificates', { type: 'list', values: ['venture', 'root-company'] }),
  fact('debt_ratio_history', { type: 'list', items: 'number' }),
  fact('participations', { type: 'records', fields: { grade: { type: 'enum', values: ['A', 'B'] } } }),
]

/** Each fault as `line:column: wrong: right`. */
const faultsIn = (text: string) => {
  const reading = readFirm(text, 'firm.yaml', facts)
  return 'firm' in reading
    ? []
    : reading.faults.map(({ line, column, wrong, right }) => `${line}:${column}: ${wrong}: ${right}`)
}

describe('the file of a firm', () => {
  const good = `id: example-foundry
name: {ko: 예시주물, en: Example Foundry}
declares: [standard]
facts:
  size: small
  employees: 32
  founded: 2009-04-01
  industry: null
  certificates: [root-company]
  debt_ratio_history: [120.5, 90]
  participations:
    - {programme: smart, edition: "2024", outcome: completed, role: lead, on: 2025-03-31, grade: A}
`
  it('is read, and what is known to have no value stays null', () => {
    expect(readFirm(good, 'firm.yaml', facts)).toMatchObject({
      firm: {
        id: 'example-foundry',
        declares: ['standard'],
        facts: { size: 'small', founded: '2009-04-01', industry: null },
      },
    })
  })

  it('may be JSON, and is called after its file when it does not say its id', () => {
    expect(readFirm('{"facts": {"size": "small"}}', 'firms/my-firm.json', facts)).toEqual({
      firm: { id: 'my-firm', facts: { size: 'small' } },
    })
  })

  it.each([
    ['facts: {sise: small}', '1:9: unknown fact sise: did you mean size?'],
    ['facts:\n  size: smal', '2:9: size: "smal" is not one of its values: did you mean small?'],
    ['facts: {size: [small]}', '1:15: size: a list is not one of its values: did you mean small?'],
    ['facts: {employees: "32명"}', '1:20: employees: "32명" is not a number: a number'],
    ['facts: {employees: "1,200"}', '1:20: employees: "1,200" is not a number: 1200'],
    ['facts: {employees: -1}', '1:20: employees: -1 is too small: at least 0'],
    [
      'facts: {founded: 2026-02-30}',
      '1:18: founded: "2026-02-30" is not a day of the calendar: a day such as 2026-11-25',
    ],
    ['facts: {industry: 24311}', '1:19: industry: 24311 is not a text: "24311" in quotes'],
    ['facts: {closed: "no"}', '1:17: closed: "no" is neither true nor false: true or false'],
    ['facts: {certificates: venture}', '1:23: certificates: "venture" is not a list: ["venture"]'],
    ['facts: {certificates: [ventur]}', '1:24: certificates: "ventur" is not one of its values: did you mean venture?'],
    ['facts: {debt_ratio_history: [1, x]}', '1:33: debt_ratio_history: "x" is not a number: a number'],
    ['facts: {participations: [{edition: 2024}]}', '1:36: edition: 2024 is not a text: "2024" in quotes'],
    [
      'facts: {participations: [{program: a}]}',
      '1:27: unknown field program of participations: did you mean programme?',
    ],
    ['facts: {participations: [{grade: C}]}', '1:34: grade: "C" is not one of its values: did you mean A?'],
    ['facts: {on: 2026-06-01}', '1:9: on is the day asked about, not a fact of a firm: undefined'],
    ['facts: {}\ndeclare: [standard]', '2:1: unknown key declare: did you mean declares?'],
    ['facts: {}\ndeclares: [all]', '2:11: declares: a list is no declaration: [standard]'],
    ['id: 1.5\nfacts: {}', '1:5: id: 1.5 is not a text: a text'],
    ['id: a', '1:1: facts is missing: fact names and values'],
    ['just a text', '1:1: "just a text" is not a firm: a record with id and facts'],
    ['facts: {size: small', '1:20: } is missing: a closing bracket for each that opens'],
  ])('%j is refused with its place', (text, fault) => {
    expect(faultsIn(text)).toEqual([fault])
  })

  it('is told all its faults at once', () => {
    expect(faultsIn('facts:\n  sise: small\n  founded: 2026-13-01')).toHaveLength(2)
  })
})

describe('the body of a request', () => {
  it('has its faults named by JSON pointers', () => {
    const checked = checkFirm({ id: 'a', facts: { participations: [{ on: '2026-02-30' }] } }, facts)
    expect('findings' in checked && checked.findings.map(({ pointer }) => jsonPointer(pointer))).toEqual([
      '/facts/participations/0/on',
    ])
    expect(jsonPointer(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0')
  })

  it('cannot reach the prototype of objects (C33)', () => {
    const body = JSON.parse('{"facts": {"__proto__": {"polluted": true}, "constructor": 1}, "__proto__": {}}')
    const checked = checkFirm(body, facts)
    expect('findings' in checked && checked.findings.map(({ wrong }) => wrong)).toEqual([
      'unknown key __proto__',
      'unknown fact __proto__',
      'unknown fact constructor',
    ])
    expect(checkFacts({ toString: 1 }, vocabularyOf(facts))).toHaveLength(1)
  })
})
