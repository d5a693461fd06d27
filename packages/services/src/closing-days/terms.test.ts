import type { KnownClosing } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { type ClosingTerms, daysOfTerms, kindOf, termsOfSource, termsOn } from './terms.ts'

const source = (more: Partial<KnownClosing>): ClosingTerms =>
  termsOfSource({ id: 'a', municipalities: ['11650'], status: 'switched', source: { title: 's' }, ...more })
const sundays = source({ rule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', status: 'kept' })
const wednesdays: ClosingTerms = {
  ...source({ rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE' }),
  id: 'v1.body',
  origin: 'agreement',
  status: 'agreed',
  from: '2026-12-01',
}

describe('terms of closing days', () => {
  it('hold until the day before the next version begins', () => {
    expect(termsOn([sundays, wednesdays], '2026-11-30')).toEqual({
      now: { ...sundays, until: '2026-11-30' },
      coming: wednesdays,
    })
    expect(termsOn([sundays, wednesdays], '2026-12-01')).toEqual({ now: wednesdays, coming: null })
  })

  it('give the days of each version in its own time', () => {
    const days = daysOfTerms([sundays, wednesdays], '2026-11-15', '2026-12-31', undefined)
    expect(days.map(({ day }) => day)).toEqual(['2026-11-22', '2026-12-09', '2026-12-23'])
  })

  it('of a version that never began, because a later one begins before it, are none', () => {
    const later = { ...wednesdays, id: 'v2.body', from: '2026-11-20', rule: 'FREQ=MONTHLY;BYDAY=4MO' }
    const days = daysOfTerms([sundays, wednesdays, later], '2026-11-15', '2026-12-31', undefined)
    expect(days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-12-28'])
  })

  it('end with their last day, and nothing holds from then on', () => {
    expect(termsOn([{ ...sundays, until: '2026-06-30' }], '2026-07-01').now).toBeNull()
  })

  it('of a month that was printed begin with its last day', () => {
    const february = source({ rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE', from: '2024-02', from_is: 'in-force' })
    expect(termsOn([february], '2024-02-28').now).toBeNull()
    expect(termsOn([february], '2024-02-29').now).toEqual(february)
  })

  it.each([
    ['unknown', null],
    ['sunday', sundays],
    ['weekday', wednesdays],
    ['weekday', source({ weekday: 'monday' })],
    ['mixed', source({ rule: 'FREQ=MONTHLY;BYDAY=2WE,4SU' })],
    ['none', source({ status: 'abolished' })],
    ['planned', source({ status: 'planned' })],
    ['unknown', source({})],
  ] as const)('are %s on the map (%#)', (kind, terms) => {
    expect(kindOf(terms)).toBe(kind)
  })
})
