/** A small planner for tests: programmes written in a line or two. */
import type { Catalogue, CommonRule, Edition, Programme } from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import { expect } from 'vitest'
import { type Planner, plannerOf } from '../planner.ts'

const words = { ko: '시험', en: 'test' }
export const on = '2026-01-10'
export const firm = { id: 'foundry', facts: { employees: 32, founded: '2023-06-01', participations: [] } }

const edition = (rest: Partial<Edition>): Edition => ({
  edition: '2026',
  windows: [{ opens: '2026-02-01', closes: '2026-02-28' }],
  decision: { days: 30 },
  criteria: [],
  exclusions: [],
  ...rest,
})

export const programme = (
  id: string,
  stage: string,
  agency: string,
  rest: Partial<Edition>,
  more: Partial<Programme> = {},
): Programme => ({
  id,
  name: words,
  agency,
  stages: [stage],
  kind: 'grant',
  editions: [edition(rest)],
  ...more,
})

const fact = { about: 'firm', ask: 'question', changes: 'by-firm', question: words } as const

export function smallPlanner(
  programmes: readonly Programme[],
  links: Catalogue['links'] = [],
  commonRules: readonly CommonRule[] = [],
): Planner {
  const { rulebook, faults } = buildRulebook({
    id: 'test',
    facts: [
      { name: 'employees', type: 'number', ...fact },
      { name: 'founded', type: 'date', ...fact },
      { name: 'in_arrears', type: 'boolean', ...fact },
      { name: 'participations', type: 'records', fields: { granted: { type: 'number' } }, ...fact },
    ],
    agencies: [
      { id: 'smes', kind: 'ministry', name: words },
      { id: 'industry', kind: 'ministry', name: words },
      { id: 'tipa', kind: 'executing', ministry: 'smes', name: words },
    ],
    parameters: [],
    programmes,
    links,
    commonRules,
    pathways: [
      { id: 'young', name: words, waypoints: ['fact: on >= founded + duration("P3Y")'] },
      { id: 'a year', name: words, waypoints: ['fact: on >= founded + duration("P1Y")'] },
    ],
  })
  expect(faults).toEqual([])
  return plannerOf(rulebook)
}
