import type { Catalogue, Edition, Programme } from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import { describe, expect, it } from 'vitest'
import type { PlanRequest } from './plan.ts'
import { plannerOf } from './planner.ts'

const words = { ko: '시험', en: 'test' }
const on = '2026-01-10'
const firm = { id: 'foundry', facts: { employees: 32, founded: '2023-06-01', participations: [] } }

const edition = (rest: Partial<Edition>): Edition => ({
  edition: '2026',
  windows: [{ opens: '2026-02-01', closes: '2026-02-28' }],
  decision: { days: 30 },
  criteria: [],
  exclusions: [],
  ...rest,
})

const programme = (
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

const fact = { about: 'firm', changes: 'by-firm', question: words } as const

function planner(programmes: readonly Programme[], links: Catalogue['links'] = []) {
  const { rulebook, faults } = buildRulebook({
    id: 'test',
    facts: [
      { name: 'employees', type: 'number', ...fact },
      { name: 'founded', type: 'date', ...fact },
      { name: 'in_arrears', type: 'boolean', ...fact },
    ],
    agencies: [
      { id: 'smes', kind: 'ministry', name: words },
      { id: 'industry', kind: 'ministry', name: words },
      { id: 'tipa', kind: 'executing', ministry: 'smes', name: words },
    ],
    parameters: [],
    programmes,
    links,
    pathways: [{ id: 'young', name: words, waypoints: ['fact: on >= founded + duration("P3Y")'] }],
  })
  expect(faults).toEqual([])
  return (request: Partial<PlanRequest> & Pick<PlanRequest, 'via'>) =>
    plannerOf(rulebook).plan({ firm, on, ...request })
}

const automation = programme('automation', 'equipment', 'tipa', { months: 6, support: { max: 70, rate: 0.7 } })
const digital = programme('digital', 'digital', 'industry', {
  windows: [{ rolling: true, opens: '2026-01-01', closes: '2026-12-31' }],
  criteria: [
    { id: 'before', when: 'some p in participations satisfies p.programme = "automation" and p.outcome = "completed"' },
    { id: 'plan', judgement: true },
  ],
  exclusions: [{ id: 'arrears', when: 'in_arrears = true' }],
})

describe('a plan', () => {
  it('goes through the waypoints in order, across ministries, with its dates, money and what it assumes', () => {
    expect(planner([automation, digital])({ via: ['equipment', 'digital'] })).toMatchObject({
      on,
      firm: 'foundry',
      complete: true,
      itineraries: [
        {
          arrives: '2026-10-30',
          support: 70,
          ownCost: 30,
          unknowns: 1,
          transfers: 1,
          legs: [
            {
              programme: 'automation',
              ministry: 'smes',
              apply: '2026-02-01',
              decided: '2026-03-30',
              ends: '2026-09-30',
              reaches: 0,
            },
            {
              programme: 'digital',
              ministry: 'industry',
              apply: '2026-09-30',
              decided: '2026-10-30',
              forecast: false,
              link: null,
              assumes: [
                { id: 'plan', verdict: 'judgement', facts: [] },
                { id: 'arrears', verdict: 'unknown', exclusion: true, facts: ['in_arrears'] },
              ],
            },
          ],
        },
      ],
    })
  })

  it('boards a programme that only makes another possible', () => {
    const [itinerary] = planner([automation, digital])({ via: ['digital'] }).itineraries
    expect(itinerary?.legs.map(({ programme, reaches }) => [programme, reaches])).toEqual([
      ['automation', null],
      ['digital', 0],
    ])
  })

  it('follows on from the decision where a link says so, and names the link', () => {
    const free = programme('digital', 'digital', 'industry', {
      windows: [{ rolling: true, opens: '2026-01-01', closes: '2026-12-31' }],
    })
    const link = { id: 'hand-on', from: { programme: 'automation' }, to: 'digital', kind: 'follow-on' as const }
    const legs = planner([automation, free], [link])({ via: ['equipment', 'digital'] }).itineraries[0]?.legs
    expect(legs?.[1]).toMatchObject({ apply: '2026-03-30', link: 'hand-on' })
  })

  it('forecasts a yearly programme from its last windows', () => {
    const yearly = programme('automation', 'equipment', 'tipa', {}, { recurs: 'yearly' })
    const [itinerary] = planner([yearly])({ via: ['equipment'], on: '2026-06-01' }).itineraries
    expect(itinerary?.legs[0]).toMatchObject({ apply: '2027-02-01', decided: '2027-03-30', forecast: true })
  })

  it('reaches a fact on the first day on which it is so', () => {
    const plan = planner([automation])({ via: ['fact: on >= founded + duration("P3Y")'] })
    expect(plan.itineraries).toMatchObject([{ arrives: '2026-06-01', legs: [] }])
  })

  it('is empty, not wrong, where no way leads', () => {
    expect(planner([automation])({ via: ['moon'] })).toMatchObject({ complete: true, itineraries: [] })
  })

  it('says so when time was up', () => {
    expect(planner([automation])({ via: ['equipment'], timeIsUp: () => true })).toMatchObject({ complete: false })
  })

  it('refuses a horizon that is none', () => {
    expect(() => planner([automation])({ via: ['equipment'], horizon: 'P1000Y' })).toThrow(RangeError)
  })
})
