import type { Pathway } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { pathAsked, routeOf, viaText } from './path-asked.ts'

const pathway = (id: string, ...waypoints: string[]): Pathway => ({ id, name: { ko: id, en: id }, waypoints })
const pathways = [pathway('root', 'a', 'b'), pathway('robot', 'r'), pathway('export', 'x')]

describe('the route that an address asks for', () => {
  it('is the first pathway when nothing is said', () => {
    expect(routeOf({}, pathways, '2026-06-01')).toMatchObject({
      via: ['a', 'b'],
      on: '2026-06-01',
      years: 5,
      maxLegs: 6,
    })
  })

  it('is the pathway that is named', () => {
    expect(routeOf({ pathway: 'export' }, pathways, '2026-06-01').pathway?.id).toBe('export')
  })

  it('is the own waypoints when there are any, also while none is chosen', () => {
    expect(routeOf({ pathway: 'root', via: 'equipment, digital' }, pathways, '2026-06-01')).toMatchObject({
      via: ['equipment', 'digital'],
    })
    const none = routeOf({ via: viaText([]) }, pathways, '2026-06-01')
    expect([none.via, none.pathway]).toEqual([[], undefined])
  })

  it.each([['fact:size in ("small", "medium")'], ['fact: name = "a,b"'], ['fact: min(a, b) > 3']])(
    'keeps the commas of the waypoint %s',
    sentence => {
      const via = ['equipment', sentence, 'export']
      expect(routeOf({ via: viaText(via) }, pathways, '2026-06-01').via).toEqual(via)
    },
  )

  it.each([
    ['2026-07-01', '2026-07-01'],
    ['2025-01-01', '2026-06-01'],
    ['2026-13-45', '2026-06-01'],
    ['2027-02-30', '2026-06-01'],
    ['2028-05-31', '2028-05-31'],
    ['2028-06-01', '2026-06-01'],
    ['9999-01-01', '2026-06-01'],
    ['soon', '2026-06-01'],
  ])('starts, asked for %s, on %s', (from, on) => {
    expect(routeOf({ from }, pathways, '2026-06-01').on).toBe(on)
  })

  it('falls back to what is usual where the address makes no sense', () => {
    expect(routeOf({ years: '99', legs: 'many', pathway: 'none' }, pathways, '2026-06-01')).toMatchObject({
      years: 5,
      maxLegs: 6,
      pathway: { id: 'root' },
    })
  })

  it('keeps of an address only what is known', () => {
    expect(pathAsked({ pathway: 'root', x: 1, legs: '3', way: 'soonest', event: 'missed 1' })).toEqual({
      pathway: 'root',
      legs: '3',
      way: 'soonest',
      event: 'missed 1',
    })
  })
})
