import type { CriterionResult, Result } from '@ieum/matching'
import { describe, expect, it } from 'vitest'
import { proofLines } from './lines.ts'

const rule = (id: string) => ({ id })
const criterion = (id: string, verdict: CriterionResult['verdict'], rest: Partial<CriterionResult> = {}) => ({
  id,
  verdict,
  because: [],
  ...rest,
})

const result = (criteria: readonly CriterionResult[], missing: readonly string[] = []): Result => ({
  programme: 'p',
  edition: '2026',
  agency: 'a',
  verdict: 'unknown',
  window: { state: 'unannounced' },
  support: {},
  criteria,
  missing,
  changes: [],
})

describe('the lines of a proof', () => {
  const edition = { criteria: [rule('size'), rule('plan'), rule('level')], exclusions: [rule('size'), rule('tax')] }

  it('start with what stands in the way and put aside what is fine', () => {
    const lines = proofLines(
      result([
        criterion('size', 'met'),
        criterion('plan', 'judgement'),
        criterion('level', 'condition'),
        criterion('size', 'met', { exclusion: true }),
        criterion('tax', 'unmet', { exclusion: true }),
      ]),
      edition,
    )
    expect(lines.open.map(({ result }) => result.id)).toEqual(['size', 'plan', 'level'])
    expect(lines.open[0]?.result.exclusion).toBe(true)
    expect(lines.met.map(({ result }) => result.id)).toEqual(['size'])
    expect(lines.clear.map(({ result }) => result.id)).toEqual(['tax'])
  })

  it('name what can be asked for, not what is derived from it', () => {
    const because = [{ fact: 'size' }, { fact: 'employees' }, { fact: 'sales', value: 1 }]
    const [line] = proofLines(result([criterion('size', 'unknown', { because })], ['employees']), edition).open
    expect(line?.toAsk).toEqual(['employees'])
  })

  it('ask what the firm took part in beside a line that a link may waive for it', () => {
    const criteria = [criterion('size', 'unmet'), criterion('tax', 'met', { exclusion: true })]
    const asked = (missing: readonly string[]) =>
      proofLines(result(criteria, missing), edition).open.map(({ toAsk }) => toAsk)
    expect(asked(['participations'])).toEqual([['participations'], ['participations']])
    expect(asked([])).toEqual([[], []])
  })
})
