import type { Result } from '@ieum/matching'
import type { RuledProgramme } from '@ieum/rules'
import { describe, expect, it } from 'vitest'
import { whyNone } from './why-none.ts'

const programme = (id: string, stage: string, rest: Partial<RuledProgramme> = {}): RuledProgramme => ({
  id,
  name: { ko: id, en: id },
  agency: 'tipa',
  stages: [stage],
  kind: 'grant',
  editions: [
    {
      edition: '2026',
      windows: [{ opens: '2026-01-01', closes: '2026-02-01' }],
      criteria: [{ id: 'size', sentence: 0 }],
      exclusions: [{ id: 'tax', sentence: 1 }],
      preferences: [],
    },
  ],
  ...rest,
})
const result = (id: string, verdict: Result['verdict'], criteria: Result['criteria'] = []): Result => ({
  programme: id,
  edition: '2026',
  agency: 'tipa',
  verdict,
  window: { state: 'closed' },
  support: {},
  criteria,
  missing: [],
  changes: [],
})

describe('why there is no way', () => {
  const yearly = { recurs: 'yearly' } as const
  const programmes = [programme('a', 'equipment', yearly), programme('b', 'export'), programme('c', 'market', yearly)]
  const results = [
    result('a', 'not-eligible', [
      { id: 'size', verdict: 'unmet', because: [] },
      { id: 'tax', verdict: 'unmet', exclusion: true, because: [] },
    ]),
    result('b', 'eligible'),
    result('c', 'unknown'),
  ]
  const why = (waypoint: string) => whyNone([waypoint], programmes, results, '2026-06-01', '2031-06-01')[0]!.hindrance

  it('names the sentences of a programme that stand against the firm, and only these', () => {
    expect(why('a')).toMatchObject({ is: 'not eligible', rules: [{ id: 'size' }] })
  })

  it.each([
    ['equipment', { is: 'none eligible', programmes: 1 }],
    ['b', { is: 'no window' }],
    ['c', { is: 'possible' }],
    ['market', { is: 'possible', programmes: 1 }],
    ['nowhere', { is: 'unknown place' }],
  ])('says of %s what stands in the way', (waypoint, hindrance) => {
    expect(why(waypoint)).toEqual(hindrance)
  })

  it('says nothing of conditions: they are no place', () => {
    expect(whyNone(['fact: employees > 10'], programmes, results, '2026-06-01', '2031-06-01')).toEqual([])
  })
})
