/** Catalogues and questions that ask for too much: an answer, or an error, in bounded time. */
import { addDays } from '@ieum/catalogue/days'
import type { Edition } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'
import { whyNot } from './why-not.ts'

const completed = (id: string): Pick<Edition, 'criteria'> => ({
  criteria: [
    {
      id: `needs-${id}`,
      when: `some p in participations satisfies p.programme = "${id}" and p.outcome = "completed"`,
      label: { ko: '시험', en: 'test' },
    },
  ],
})
const rolling = { windows: [{ rolling: true as const, opens: '2026-01-01', closes: '2030-12-31' }] }

/** What it answers within a limit that a hang would pass, and a slow machine does not. */
function within<T>(milliseconds: number, answer: () => T): T {
  const start = performance.now()
  const given = answer()
  expect(performance.now() - start).toBeLessThan(milliseconds)
  return given
}

describe('a catalogue that asks for too much', () => {
  it('has no way into a circle of requirements, and says what stands before it', () => {
    const planner = smallPlanner([
      programme('a', 'equipment', 'tipa', { ...rolling, ...completed('c') }),
      programme('b', 'digital', 'tipa', { ...rolling, ...completed('a') }),
      programme('c', 'export', 'tipa', { ...rolling, ...completed('b') }),
    ])
    const request = { firm, on, via: ['equipment', 'digital', 'export'], maxLegs: 8 }
    expect(within(2_000, () => planner.plan(request))).toMatchObject({ complete: true, itineraries: [] })
    expect(within(2_000, () => whyNot(planner, request))?.hindered[0]).toMatchObject({
      programme: 'a',
      hindrances: [{ is: 'shut', criteria: ['needs-c'] }],
    })
  })

  it('has a way out of a circle that something else opens', () => {
    const planner = smallPlanner(
      [
        programme('a', 'equipment', 'tipa', { ...rolling, ...completed('b') }),
        programme('b', 'digital', 'tipa', { ...rolling, ...completed('a') }, { repeatable: true }),
        programme('start', 'diagnosis', 'tipa', { ...rolling }),
      ],
      [{ id: 'in', from: { programme: 'start' }, to: 'a', kind: 'relaxes', waives: ['needs-b'] }],
    )
    const plan = within(2_000, () => planner.plan({ firm, on, via: ['digital'], maxLegs: 8 }))
    expect(plan.itineraries.map(({ legs }) => legs.map(leg => leg.programme))).toEqual([['start', 'a', 'b']])
  })

  it('plans through a programme with 10,000 windows', () => {
    const windows = Array.from({ length: 10_000 }, (_, at) => ({ opens: addDays(on, at), closes: addDays(on, at + 3) }))
    const planner = smallPlanner([
      programme('often', 'equipment', 'tipa', { windows }),
      programme('after', 'digital', 'tipa', { ...rolling, ...completed('often') }),
    ])
    const request = { firm, on, via: ['equipment', 'digital'], horizon: 'P30Y' }
    const plan = within(10_000, () => planner.plan(request))
    expect(plan.complete).toBe(true)
    expect(plan.itineraries[0]?.legs.map(({ apply }) => apply)).toEqual([on, addDays(on, 33)])
  })

  it('stops soon after time is up, however large the catalogue', () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      programme(`p${at}`, at % 2 ? 'equipment' : 'digital', 'tipa', {
        ...rolling,
        support: { max: at % 17, rate: 0.5 },
        criteria: [
          {
            id: 'few',
            when: `count(participations[programme = "p${(at + 1) % 400}"]) <= ${at % 3} or employees > ${at}`,
            label: { ko: '시험', en: 'test' },
          },
        ],
      }),
    )
    const planner = smallPlanner(many)
    const start = performance.now()
    const timeIsUp = () => performance.now() - start > 200
    const plan = within(3_000, () =>
      planner.plan({ firm, on, via: ['equipment', 'digital', 'equipment'], maxLegs: 8, timeIsUp }),
    )
    expect(plan.via).toHaveLength(3)
  })
})
