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

describe('a plan that goes on from another', () => {
  const planned = ask({ via: ['equipment'] })
  const plan = planned.is === 'planned' ? planned.plan : undefined
  const [first] = plan!.itineraries

  it('takes a plan or one of its itineraries, and the way of the plan when none is given', () => {
    const after = ask({ after: plan, event: 'delayed 1 P1M' })
    expect(after).toMatchObject({
      is: 'planned',
      plan: {
        on: '2026-08-29',
        via: ['equipment'],
        after: { event: 'delayed 1 P1M', changes: { moved: [{ to: { ends: '2026-09-29' } }] } },
      },
    })
    expect(ask({ via: ['equipment'], after: first, event: 'delayed 1 P1M' })).toEqual(after)
  })

  it('is content with what of an itinerary it needs', () => {
    const { programme, edition, apply, decided, ends, window } = first!.legs[0]!
    const cut = { legs: [{ programme, edition, apply, decided, ends, window }] }
    expect(ask({ via: ['equipment'], after: cut, event: 'delayed 1 P1M' })).toMatchObject({
      is: 'planned',
      plan: { itineraries: [{ legs: [{ agency: 'mss', ministry: 'mss', ends: '2026-09-29' }] }] },
    })
  })

  it('keeps what a leg that stands assumes, and that its window is known by the month only', () => {
    const [leg] = first!.legs
    const assumes = [{ id: 'head', verdict: 'unknown', facts: ['employees'] }]
    const window = { ...leg!.window, approximate: true, exact: 'closes' }
    const strange = [{ id: 5, verdict: 'unknown' }, { id: 'head', verdict: 'certain' }, 'head']
    const after = { legs: [{ ...leg!, window, assumes: [...assumes, ...strange] }] }
    expect(ask({ via: ['equipment'], after, event: 'delayed 1 P1M' })).toMatchObject({
      is: 'planned',
      plan: { itineraries: [{ unknowns: 1, legs: [{ assumes, window }] }] },
    })
  })

  it('says why there is no way after a refusal of the only call', () => {
    expect(ask({ after: plan, event: 'refused 1' })).toMatchObject({
      is: 'planned',
      plan: { itineraries: [], whyNot: { waypoint: 0, hindered: [{ hindrances: [{ is: 'no window' }] }] } },
    })
  })

  it.each([
    [{ after: 5, event: 'refused 1' }, { is: 'not an itinerary' }],
    [{ after: { legs: [] }, event: 'refused 1' }, { is: 'not an itinerary' }],
    [
      { after: { legs: [{ programme: 'nope' }] }, event: 'refused 1' },
      { is: 'not an itinerary', why: 'leg 1: there is no programme nope' },
    ],
    [{ event: 'refused 1' }, { is: 'not an itinerary' }],
    [
      { after: { ...plan, firm: 'other' }, event: 'refused 1' },
      { is: 'not an itinerary', why: 'it is a plan of other, not of f' },
    ],
    [{ after: plan }, { is: 'not an event' }],
    [
      { after: plan, event: 'lost 1' },
      { is: 'not an event', event: 'lost 1' },
    ],
    [
      { after: plan, event: 'refused 4' },
      { is: 'not an event', why: 'the itinerary has 1 legs' },
    ],
  ])('refuses %j', (request, outcome) => expect(ask({ via: ['equipment'], ...request })).toMatchObject(outcome))

  it('refuses legs out of order, days that are none, and more legs than can be planned', () => {
    const leg = first!.legs[0]!
    const of = (...legs: object[]) => ask({ via: ['equipment'], after: { legs }, event: 'refused 1' })
    expect(of(leg, { ...leg, apply: '2026-05-30' })).toMatchObject({
      why: 'leg 2: applied for before the leg in front of it',
    })
    expect(of({ ...leg, decided: '2026-02-30' })).toMatchObject({
      why: 'leg 1: decided must be a day, such as 2026-06-01',
    })
    expect(of({ ...leg, ends: '2026-06-02' })).toMatchObject({ why: expect.stringContaining('in this order') })
    expect(of(...Array(13).fill(leg))).toMatchObject({ why: 'it has 13 legs: at most 12' })
  })
})
