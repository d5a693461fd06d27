import { describe, expect, it } from 'vitest'
import type { PlanRequest } from './plan.ts'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'

function planner(...catalogue: Parameters<typeof smallPlanner>) {
  const small = smallPlanner(...catalogue)
  return (request: Partial<PlanRequest> & Pick<PlanRequest, 'via'>) => small.plan({ firm, on, ...request })
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

  it('is cut off while its question is still being set up', () => {
    let asked = 0
    const timeIsUp = () => {
      asked++
      return true
    }
    const plan = planner([automation])({ via: ['equipment'], timeIsUp })
    expect(plan).toMatchObject({ complete: false, itineraries: [] })
    expect(asked).toBe(1)
  })
})
