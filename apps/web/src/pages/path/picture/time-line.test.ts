import { describe, expect, it } from 'vitest'
import { itinerary, leg } from '../testing/itineraries.ts'
import { type DrawnLeg, spread, timeLine } from './time-line.ts'
import { ticksOf } from './time-scale.ts'

const said = {
  name: ({ programme }: { programme: string }) => `${programme} 구축 지원사업`,
  moment: (_: unknown, moment: string) => `${moment} 2026. 6.`,
}

const three = itinerary([
  leg('mss-automation', '2027-01-10', '2027-03-10', '2028-03-10'),
  leg('motie-intelligent', '2028-03-20', '2028-05-20', '2029-01-20', { forecast: true }),
  leg('mss-fund', '2029-02-01', '2029-03-17', '2034-03-17', { forecast: true }),
])

const texts = ({ name, days }: DrawnLeg) => [name, ...days]
const overlaps = (a: { x: number; y: number; width: number }, b: { x: number; y: number; width: number }) =>
  Math.abs(a.y - b.y) < 12 && a.x < b.x + b.width && b.x < a.x + a.width

describe('an itinerary as a drawing', () => {
  const drawing = timeLine(three, '2026-06-01', 760, said)

  it('has a lane for each ministry, in the order in which one meets them', () => {
    expect(drawing.lanes.map(({ ministry }) => ministry)).toEqual(['mss', 'motie'])
  })

  it('lets time run to the right', () => {
    for (const { apply, decided, ends } of drawing.legs) {
      expect(apply).toBeLessThan(decided)
      expect(decided).toBeLessThanOrEqual(ends)
    }
    expect(drawing.legs.map(({ apply }) => apply)).toEqual(
      drawing.legs.map(({ apply }) => apply).toSorted((a, b) => a - b),
    )
  })

  it('shows a change of ministry as a transfer from one lane to the other', () => {
    expect(drawing.joins.map(({ isTransfer }) => isTransfer)).toEqual([true, true])
    const [first] = drawing.joins
    expect([first!.y1, first!.y2]).toEqual([drawing.legs[0]!.y, drawing.legs[1]!.y])
    expect(first!.x).toBeCloseTo(drawing.legs[0]!.ends)
  })

  it('says of a leg that lasts for years after the arrival only that it goes on', () => {
    expect(drawing.legs.map(({ goesOn }) => goesOn)).toEqual([false, false, true])
  })

  it.each([360, 560, 760, 1200])('lets no two texts overlap, nor leave a drawing of %d pixels', width => {
    const all = timeLine(three, '2026-06-01', width, said).legs.flatMap(texts)
    for (const [at, text] of all.entries()) {
      expect(text.x).toBeGreaterThanOrEqual(0)
      for (const other of all.slice(at + 1)) expect(overlaps(text, other)).toBe(false)
    }
  })

  it('puts legs of one ministry that run at the same time on tracks of their own', () => {
    const both = itinerary([
      leg('mss-a', '2026-07-01', '2026-09-01', '2027-09-01'),
      leg('mss-b', '2026-08-01', '2026-10-01', '2027-10-01'),
    ])
    const [a, b] = timeLine(both, '2026-06-01', 760, said).legs
    expect(a!.y).not.toBe(b!.y)
  })

  it('draws the same for the same itinerary', () => {
    expect(timeLine(three, '2026-06-01', 760, said)).toEqual(drawing)
  })
})

describe('texts along a line', () => {
  it('stay at their place where there is room', () => {
    expect(
      spread(
        [
          { x: 0, width: 50 },
          { x: 200, width: 50 },
        ],
        0,
        400,
      ).map(({ x }) => x),
    ).toEqual([0, 200])
  })

  it('move back from the end', () => {
    expect(
      spread(
        [
          { x: 300, width: 80 },
          { x: 390, width: 80 },
        ],
        0,
        400,
      ).map(({ x }) => x),
    ).toEqual([226, 320])
  })
})

it('years are marked, quarters where there is room', () => {
  const span = { from: '2026-06-01', to: '2027-05-01' }
  expect(ticksOf(span, false).map(({ day }) => day)).toEqual(['2027-01-01'])
  expect(ticksOf(span, true).map(({ day }) => day)).toEqual(['2026-07-01', '2026-10-01', '2027-01-01', '2027-04-01'])
})
