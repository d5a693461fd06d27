import { describe, expect, it } from 'vitest'
import { twoAgencies } from '../testing/two-agencies.ts'
import type { Decision } from './decision.ts'
import { layDecisionsOver } from './lay-over.ts'

const { matcher } = twoAgencies()
const judged = (facts: Record<string, string | number | boolean>) =>
  matcher.matchOne({ id: 'f', facts }, '2026-06-01', 'motie-root-intelligent-process')!
const decided = (criterion: string, verdict: 'met' | 'unmet'): Decision => ({
  id: `on-${criterion}`,
  agency: 'tipa',
  programme: 'motie-root-intelligent-process',
  criterion,
  verdict,
  on: '2026-05-01',
  until: null,
  reason: null,
  signature: '',
  revoked: false,
})
const all = { employees: 20, region: '경북', tax_arrears: false }

describe('decisions laid over what matching found', () => {
  it('take the place of a judgement, and the proof says whose they are', () => {
    const before = judged(all)
    const after = layDecisionsOver(before, [decided('root', 'met')])
    expect([before.verdict, after.verdict]).toEqual(['judgement', 'eligible'])
    expect(after.criteria.find(({ id }) => id === 'root')).toEqual({
      id: 'root',
      verdict: 'met',
      because: [{ decision: { agency: 'tipa', on: '2026-05-01', id: 'on-root' } }],
    })
  })

  it.each([
    ['a judgement that went against the firm', all, decided('root', 'unmet'), 'not-eligible'],
    ['an exclusion that holds', all, decided('tax', 'met'), 'not-eligible'],
    ['an exclusion that does not', { ...all, tax_arrears: true }, decided('tax', 'unmet'), 'judgement'],
    ['a fact that was not known', { employees: 20, tax_arrears: false }, decided('region', 'met'), 'judgement'],
    ['a criterion of another programme', all, decided('hand-work', 'unmet'), 'judgement'],
  ] as const)('%s', (_, facts, decision, verdict) => {
    expect(layDecisionsOver(judged(facts), [decision]).verdict).toBe(verdict)
  })

  it('leave open what other criteria still ask for, and nothing else', () => {
    const before = judged({ employees: 20 })
    expect(before.missing).toEqual(['region', 'tax_arrears'])
    expect(layDecisionsOver(before, [decided('region', 'met')])).toMatchObject({
      verdict: 'unknown',
      missing: ['tax_arrears'],
    })
    expect(layDecisionsOver(before, [decided('region', 'met'), decided('tax', 'unmet')]).missing).toEqual([])
  })

  it('do not touch a criterion that is waived', () => {
    const before = judged({ ...all, region: '서울' })
    const waived = {
      ...before,
      criteria: before.criteria.map(line => (line.id === 'region' ? { ...line, waived: 'a-link' } : line)),
    }
    const after = layDecisionsOver(waived, [decided('region', 'unmet')])
    expect(after.verdict).toBe('judgement')
    expect(after.criteria).toEqual(waived.criteria)
  })

  it('leave out changes that they speak against', () => {
    const before = judged({ ...all, region: '서울' })
    expect(before.changes.length).toBe(1)
    expect(layDecisionsOver(before, []).changes).toEqual(before.changes)
    expect(layDecisionsOver(before, [decided('region', 'met')]).changes).toEqual([])
  })
})
