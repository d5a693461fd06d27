import { describe, expect, it } from 'vitest'
import { afterEvent, legChanges, readEvent } from './after-event.ts'
import { firm, on, programme, smallPlanner } from './testing/small-planner.ts'

const automation = programme(
  'automation',
  'equipment',
  'tipa',
  { months: 6, support: { max: 70 } },
  { recurs: 'yearly' },
)
const digital = programme(
  'digital',
  'digital',
  'industry',
  {
    windows: [{ opens: '2026-11-01', closes: '2026-11-30' }],
    support: { max: 30 },
    criteria: [
      {
        id: 'before',
        when: 'some p in participations satisfies p.programme = "automation" and p.outcome = "completed"',
      },
    ],
  },
  { recurs: 'yearly' },
)
const digital2 = { ...digital, editions: digital.editions.map(edition => ({ ...edition, criteria: [] })) }
const planner = smallPlanner([automation, digital])
const asked = { firm, on, via: ['equipment', 'digital'], horizon: 'P4Y' }
const [before] = planner.plan(asked).itineraries
const legs = before!.legs

/** The soonest way after something happened. */
function after(text: string) {
  const { on: known, standing, barred } = afterEvent(legs, readEvent(text)!)!
  return { known, plan: planner.plan({ ...asked, on: known, standing, barred }) }
}

const days = (itinerary: { legs: typeof legs } | undefined) =>
  itinerary?.legs.map(({ programme, apply, ends }) => `${programme} ${apply} ${ends}`)

describe('what can happen to an itinerary', () => {
  it.each([
    ['refused 2', { is: 'refused', leg: 2 }],
    [' missed  1 ', { is: 'missed', leg: 1 }],
    ['delayed 2 P3M', { is: 'delayed', leg: 2, by: 'P3M' }],
    ['delayed 2 P1Y2M10D', { is: 'delayed', leg: 2, by: 'P1Y2M10D' }],
  ])('is read from %j', (text, event) => expect(readEvent(text)).toEqual(event))

  it.each([
    '',
    'refused',
    'refused 0',
    'refused 1.5',
    'refused 1 P3M',
    'delayed 1',
    'delayed 1 P',
    'delayed 1 3M',
    'lost 1',
  ])('is not %j', text => expect(readEvent(text)).toBeUndefined())

  it('is nothing that happens to a leg that is not there', () => {
    expect(afterEvent(legs, { is: 'refused', leg: 3 })).toBeUndefined()
  })
})

describe('the way after', () => {
  it('was two legs', () => {
    expect(days(before)).toEqual(['automation 2026-02-01 2026-09-30', 'digital 2026-11-01 2026-12-30'])
  })

  it('a refusal goes on from the decision, with what stands, and not in the same window', () => {
    const { known, plan } = after('refused 2')
    expect(known).toBe('2026-12-30')
    expect(days(plan.itineraries[0])).toEqual(['automation 2026-02-01 2026-09-30', 'digital 2027-11-01 2027-12-30'])
    expect(plan.itineraries[0]).toMatchObject({ support: 100, reached: ['2026-03-30', '2027-12-30'] })
  })

  it('a missed window starts the day after it closed', () => {
    const { known, plan } = after('missed 1')
    expect(known).toBe('2026-03-01')
    expect(days(plan.itineraries[0])).toEqual(['automation 2027-02-01 2027-09-30', 'digital 2027-11-01 2027-12-30'])
  })

  it('a delay that passes over the next window waits for the one after, a short one changes nothing else', () => {
    expect(days(after('delayed 1 P3M').plan.itineraries[0])).toEqual([
      'automation 2026-02-01 2026-12-30',
      'digital 2027-11-01 2027-12-30',
    ])
    const short = after('delayed 1 P10D').plan.itineraries[0]!
    expect(legChanges(legs, short.legs)).toMatchObject({
      stays: [{ programme: 'digital' }],
      moved: [{ from: { ends: '2026-09-30' }, to: { ends: '2026-10-10' } }],
      dropped: [],
      added: [],
    })
  })

  it('takes another programme where the first can be had no more', () => {
    const once = programme('once', 'digital', 'industry', { windows: [{ opens: '2026-11-01', closes: '2026-11-30' }] })
    const other = programme('other', 'digital', 'industry', {
      windows: [{ opens: '2027-05-01', closes: '2027-05-31' }],
    })
    const small = smallPlanner([automation, once, other])
    const [first] = small.plan(asked).itineraries
    const { on: known, standing, barred } = afterEvent(first!.legs, { is: 'refused', leg: 2 })!
    const [next] = small.plan({ ...asked, on: known, standing, barred }).itineraries
    expect(legChanges(first!.legs, next!.legs)).toMatchObject({
      stays: [{ programme: 'automation' }],
      dropped: [{ programme: 'once' }],
      added: [{ programme: 'other' }],
    })
  })

  it('goes on from legs whose programme comes no more, and from a fact that was met before', () => {
    const once = programme('once', 'equipment', 'tipa', { months: 6 })
    const small = smallPlanner([once, digital2])
    const via = ['fact: on >= founded + duration("P1Y")', 'equipment', 'digital']
    const way = { ...asked, via, firm: { ...firm, facts: { ...firm.facts, founded: '2024-06-01' } } }
    const [first] = small.plan(way).itineraries
    expect(days(first)).toEqual(['once 2026-02-01 2026-09-30', 'digital 2026-11-01 2026-12-30'])
    const { on: known, standing, barred } = afterEvent(first!.legs, { is: 'refused', leg: 2 })!
    expect(days(small.plan({ ...way, on: known, standing, barred }).itineraries[0])).toEqual([
      'once 2026-02-01 2026-09-30',
      'digital 2027-11-01 2027-12-30',
    ])
  })

  it('keeps what was applied for by a later day that is asked for', () => {
    expect(afterEvent(legs, { is: 'delayed', leg: 1, by: 'P10D' }, '2026-12-10')).toMatchObject({
      on: '2026-12-10',
      standing: [{ programme: 'automation', ends: '2026-10-10' }, { programme: 'digital' }],
    })
  })

  it('keeps to the number of legs, those that stand included', () => {
    const { on: known, standing, barred } = afterEvent(legs, { is: 'refused', leg: 2 })!
    expect(planner.plan({ ...asked, on: known, standing, barred, maxLegs: 1 }).itineraries).toEqual([])
    expect(planner.plan({ ...asked, on: known, standing, barred, maxLegs: 2 }).itineraries).toHaveLength(1)
  })
})
