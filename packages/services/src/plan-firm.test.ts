import type { Catalogue } from '@ieum/catalogue/records'
import { matcherOf } from '@ieum/matching'
import { plannerOf } from '@ieum/planning'
import { buildRulebook } from '@ieum/rules/parse'
import { describe, expect, it } from 'vitest'
import { planFirm, waypointsIn } from './plan-firm.ts'

const words = { ko: 'a', en: 'a' }
const catalogue: Catalogue = {
  id: 'test',
  facts: [{ name: 'employees', type: 'number', about: 'firm', ask: 'question', changes: 'by-firm', question: words }],
  agencies: [{ id: 'mss', kind: 'ministry', name: words }],
  parameters: [],
  links: [],
  pathways: [{ id: 'way', name: words, waypoints: ['equipment'] }],
  programmes: [
    {
      id: 'machine',
      name: words,
      agency: 'mss',
      stages: ['equipment'],
      kind: 'grant',
      editions: [
        {
          edition: '2026',
          windows: [{ opens: '2026-06-01', closes: '2026-06-30' }],
          criteria: [{ id: 'head', when: 'employees >= 5' }],
          exclusions: [],
        },
      ],
    },
  ],
}
const { rulebook } = buildRulebook(catalogue)
const open = { rulebook, matcher: matcherOf(rulebook), planner: plannerOf(rulebook), warnings: [] }
const ask = (request: object) =>
  planFirm(open, { firm: { id: 'f', facts: { employees: 9 } }, on: '2026-05-01', ...request })

describe('a plan for a firm', () => {
  it('goes through waypoints given one by one or by the name of a pathway', () => {
    const one = ask({ via: ['equipment'] })
    expect(one).toMatchObject({
      is: 'planned',
      plan: { itineraries: [{ legs: [{ programme: 'machine', apply: '2026-06-01' }] }] },
    })
    expect(ask({ pathway: 'way' })).toEqual(one)
  })

  it.each([
    [{}, { is: 'no waypoints' }],
    [{ via: [' , '] }, { is: 'no waypoints' }],
    [{ via: Array.from({ length: 21 }, () => 'equipment') }, { is: 'too many waypoints', most: 20 }],
    [{ via: ['equipment'], pathway: 'way' }, { is: 'two ways asked' }],
    [{ pathway: 'nope' }, { is: 'no such pathway', pathway: 'nope', known: ['way'] }],
    [{ via: ['machine,nope'] }, { is: 'not a waypoint', waypoint: 'nope' }],
    [{ via: ['fact:nope = 1'] }, { is: 'not a waypoint', waypoint: 'fact:nope = 1' }],
    [{ via: ['fact:employees'] }, { is: 'not a waypoint' }],
    [
      { via: ['equipment'], horizon: '5 years' },
      { is: 'not a horizon', horizon: '5 years' },
    ],
  ])('answers %o with %o', (request, outcome) => expect(ask(request)).toMatchObject(outcome))

  it('says that it is not complete when its time was up', () => {
    let now = 0
    const outcome = planFirm(
      open,
      { firm: { id: 'f', facts: {} }, on: '2026-05-01', via: ['equipment'], limit: 0 },
      () => ++now,
    )
    expect(outcome).toMatchObject({ is: 'planned', plan: { complete: expect.any(Boolean) } })
  })
})

describe('waypoints in a text', () => {
  it.each([
    ['equipment,digital,export', ['equipment', 'digital', 'export']],
    [' equipment , , export ', ['equipment', 'export']],
    ['start,fact:size in ("small","medium"),export', ['start', 'fact:size in ("small","medium")', 'export']],
    ['fact:name = "a,b",export', ['fact:name = "a,b"', 'export']],
    ['fact:employees in [1..5],export', ['fact:employees in [1..5]', 'export']],
    ['', []],
  ])('of %o are %o', (text, waypoints) => expect(waypointsIn(text)).toEqual(waypoints))
})
