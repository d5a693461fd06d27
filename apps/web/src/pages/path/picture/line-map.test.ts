import { describe, expect, it } from 'vitest'
import { itinerary, leg } from '../testing/itineraries.ts'
import { lineMap } from './line-map.ts'

const map = lineMap(
  itinerary([
    leg('mss-a', '2026-07-01', '2026-09-01', '2027-09-01'),
    leg('motie-b', '2028-01-10', '2028-03-01', '2028-03-01', { forecast: true }),
  ]),
)

describe('the map of one line', () => {
  it('has what happens in order of the days, an end only where there is one', () => {
    expect(map.stops.map(({ moment, at }) => `${at} ${moment}`)).toEqual([
      '0 apply',
      '0 decided',
      '0 ends',
      '1 apply',
      '1 decided',
    ])
  })

  it('says where one changes from one ministry to another', () => {
    expect(map.stops.map(({ fromLane }) => fromLane)).toEqual([undefined, undefined, undefined, 0, undefined])
  })

  it('keeps the stops of one day apart: what ends comes before what begins', () => {
    const sameDay = lineMap(
      itinerary([
        leg('mss-a', '2026-07-01', '2026-09-01', '2027-09-01'),
        leg('motie-b', '2027-09-01', '2027-12-01', '2027-12-01'),
      ]),
    )
    expect(sameDay.stops.map(({ moment, below }) => `${moment}: ${below.join(' ')}`)).toEqual([
      'apply: waiting nothing',
      'decided: support nothing',
      'ends: way nothing',
      'apply: nothing waiting',
      'decided: nothing nothing',
    ])
  })

  it('draws waiting, support and the way between in the lanes', () => {
    expect(map.stops.map(({ below }) => below.join(' '))).toEqual([
      'waiting nothing',
      'support nothing',
      'way nothing',
      'nothing waiting',
      'nothing nothing',
    ])
  })
})
