import type { Plan, Planner, PlanRequest } from '@ieum/planning'
import { describe, expect, it } from 'vitest'
import { planInSteps } from './plan-in-steps.ts'
import type { Ask } from './plan-messages.ts'
import { itinerary, leg, plan } from './testing/itineraries.ts'

const firm = { id: 'f', facts: {} }
const ask: Ask = { firm, on: '2026-06-01', via: ['equipment', 'export'], horizon: 'P5Y', maxLegs: 6 }
const first = leg('mss-a', '2026-07-01', '2026-09-01', '2027-09-01')
const second = leg('motie-b', '2027-09-01', '2027-12-01', '2028-12-01')
const later = leg('motie-b', '2028-09-01', '2028-12-01', '2029-12-01')

/** A planner that answers as it is told, and remembers what it was asked. */
function plannerThat(answers: (request: PlanRequest) => Plan): { planner: Planner; asked: PlanRequest[] } {
  const asked: PlanRequest[] = []
  const planner = {
    plan: (request: PlanRequest) => {
      asked.push(request)
      return answers(request)
    },
  } as Planner
  return { planner, asked }
}
const steps = (planner: Planner, asked: Ask) => [...planInSteps(planner, asked, () => false)]

describe('a plan in steps', () => {
  it('gives the direct ways first, then all', () => {
    const direct = plan([itinerary([second])])
    const all = plan([itinerary([first]), itinerary([second])])
    const { planner, asked } = plannerThat(({ maxLegs }) => (maxLegs === 2 ? direct : all))
    expect(steps(planner, ask)).toEqual([
      { plan: direct, isLast: false },
      { plan: all, isLast: true },
    ])
    expect(asked.map(({ maxLegs }) => maxLegs)).toEqual([2, 6])
  })

  it('is one step when a leg a waypoint is all that may be used', () => {
    const { planner } = plannerThat(() => plan([itinerary([second])]))
    expect(steps(planner, { ...ask, maxLegs: 2 }).map(({ isLast }) => isLast)).toEqual([true])
  })

  it('goes on after a refusal from the day of the decision: what stands is kept, the window is barred', () => {
    const { planner, asked } = plannerThat(() => plan([itinerary([first, later])]))
    const [step] = steps(planner, { ...ask, maxLegs: 3, after: { legs: [first, second], event: 'refused 2' } })
    expect(asked[0]).toMatchObject({
      on: '2027-12-01',
      maxLegs: 3,
      standing: [first],
      barred: [{ programme: 'motie-b', edition: '2026', opens: '2027-09-01' }],
    })
    expect(step!.plan.after).toEqual({
      event: 'refused 2',
      known: '2027-12-01',
      standing: [first],
      changes: { stays: [first], moved: [{ from: second, to: later }], dropped: [], added: [] },
    })
  })

  it('counts what stands among the legs of the direct ways', () => {
    const { planner, asked } = plannerThat(() => plan([itinerary([first, later])]))
    steps(planner, { ...ask, after: { legs: [first, second], event: 'delayed 2 P3M' } })
    expect(asked.map(({ maxLegs, standing }) => [maxLegs, standing!.length])).toEqual([
      [4, 2],
      [6, 2],
    ])
  })

  it('has no changes to tell of where there is no way on', () => {
    const { planner } = plannerThat(() => ({ ...plan([]), complete: false }))
    const last = steps(planner, { ...ask, after: { legs: [first], event: 'missed 1' } }).at(-1)!
    expect(last.plan.after).toEqual({ event: 'missed 1', known: '2026-09-02', standing: [] })
  })
})
