import { addDays, lastOfMonth, weekday, weekdays } from '@ieum/catalogue/days'
import type { Day, Holidays } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClosingArrangement, closingDays, nextClosingDays } from './closing-days.ts'
import { daysOfRule } from './recurrence.ts'
import { type MonthDay, parseRule, printRule } from './rule.ts'

const plain: ClosingArrangement = {
  rule: 'FREQ=MONTHLY;BYDAY=2SU,4SU',
  onHoliday: 'closed',
  from: null,
  until: null,
  exceptions: [],
}
const days = (arrangement: Partial<ClosingArrangement>, from: Day, to: Day, holidays?: Holidays) =>
  closingDays({ ...plain, ...arrangement }, from, to, holidays).map(({ day }) => day)

/** The rule a second time, by hand: walks every day, and counts the weekdays of its month. */
function byHand(asked: readonly MonthDay[], from: Day, to: Day): readonly Day[] {
  const found: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const date = Number(day.slice(8))
    const week = Math.ceil(date / 7)
    const isLast = date + 7 > Number(lastOfMonth(day).slice(8))
    const fits = asked.some(
      one => weekdays[weekday(day) - 1] === one.weekday && (one.week === week || (one.week === -1 && isLast)),
    )
    if (fits) found.push(day)
  }
  return found
}

describe('a rule of closing days', () => {
  it('is the second and fourth Sunday, over twenty years, months that begin or end with one included', () => {
    const asked = parseRule('FREQ=MONTHLY;BYDAY=2SU,4SU')!
    const found = daysOfRule('FREQ=MONTHLY;BYDAY=2SU,4SU', '2012-01-01', '2031-12-31')
    expect(found).toEqual(byHand(asked, '2012-01-01', '2031-12-31'))
    expect(found).toHaveLength(20 * 12 * 2)
    expect(found.filter(day => day.endsWith('-08')).length).toBeGreaterThan(0)
    expect(found.filter(day => day.endsWith('-28')).length).toBeGreaterThan(0)
  })

  it('falls where the same rule written by hand falls, whichever weekdays and weeks', () => {
    const one = fc.record({
      week: fc.constantFrom(1, 2, 3, 4, -1) as fc.Arbitrary<MonthDay['week']>,
      weekday: fc.constantFrom(...weekdays),
    })
    const start = fc.integer({ min: 0, max: 7000 }).map(number => addDays('2012-01-01', number))
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), start, (asked, from) => {
        const to = addDays(from, 100)
        expect(daysOfRule(printRule(asked), from, to)).toEqual(byHand(asked, from, to))
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    'FREQ=WEEKLY;BYDAY=SU',
    'FREQ=MONTHLY;BYDAY=SU',
    'FREQ=MONTHLY;BYDAY=5SU',
    'FREQ=MONTHLY;BYDAY=2XX',
    'FREQ=MONTHLY;BYDAY=2SU;COUNT=3',
    'FREQ=MONTHLY;BYDAY=1SU,2SU,3SU,4SU,-1SU',
    'FREQ=MONTHLY;BYDAY=2SU\nDTSTART:20200101',
    '',
  ])('is not read from %j', text => {
    expect(parseRule(text)).toBeUndefined()
  })

  it('is printed as it was read', () => {
    const text = 'FREQ=MONTHLY;BYDAY=2WE,-1SU'
    expect(printRule(parseRule(text)!)).toBe(text)
  })
})

describe('closing days', () => {
  const year: Holidays = {
    weekend: ['saturday', 'sunday'],
    complete_from: 2026,
    complete_through: 2026,
    years: [
      {
        year: 2026,
        source: { title: 'law' },
        days: ['2026-06-03', '2026-09-24', '2026-09-25', '2026-09-26', '2026-12-25'].map(day => ({
          day,
          name: { ko: '쉬는 날', en: 'off' },
        })),
      },
    ],
  }

  it('begin on the day of the agreement and end with it', () => {
    const mondays = { rule: 'FREQ=MONTHLY;BYDAY=2MO,4MO', from: '2023-02-13', until: '2023-03-27' }
    expect(days(mondays, '2023-01-01', '2023-12-31')).toEqual(['2023-02-13', '2023-02-27', '2023-03-13', '2023-03-27'])
  })

  it('are moved for once, such as to a festival', () => {
    const moved = { rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE', exceptions: [{ drop: '2024-02-14', add: '2024-02-10' }] }
    expect(closingDays({ ...plain, ...moved }, '2024-02-01', '2024-02-29')).toEqual([
      { day: '2024-02-10', is: 'added', for: '2024-02-14' },
      { day: '2024-02-28', is: 'regular' },
    ])
  })

  it('stay on public holidays, are left out there, or go to the next day that is none, as agreed', () => {
    const fridays = 'FREQ=MONTHLY;BYDAY=4FR'
    const asked = (onHoliday: ClosingArrangement['onHoliday']) =>
      days({ rule: fridays, onHoliday }, '2026-09-01', '2026-12-31', year)
    expect(asked('closed')).toEqual(['2026-09-25', '2026-10-23', '2026-11-27', '2026-12-25'])
    expect(asked('open')).toEqual(['2026-10-23', '2026-11-27'])
    expect(asked('next-day')).toEqual(['2026-09-27', '2026-10-23', '2026-11-27', '2026-12-26'])
  })

  it('are found where a day before the span is moved into it', () => {
    const wednesdays = { rule: 'FREQ=MONTHLY;BYDAY=1WE', onHoliday: 'next-day' as const }
    expect(days(wednesdays, '2026-06-04', '2026-06-30', year)).toEqual(['2026-06-04'])
  })

  it('say that they are approximate in a year whose holidays are not all known, if a holiday could change them', () => {
    const next = closingDays({ ...plain, onHoliday: 'open' }, '2027-01-01', '2027-01-31', year)
    expect(next).toEqual([
      { day: '2027-01-10', is: 'regular', approximate: true },
      { day: '2027-01-24', is: 'regular', approximate: true },
    ])
    expect(closingDays(plain, '2027-01-01', '2027-01-31', year)[0]).toEqual({ day: '2027-01-10', is: 'regular' })
  })

  it('are none where no day is set, or before it begins', () => {
    expect(days({ rule: null }, '2026-01-01', '2026-12-31')).toEqual([])
    expect(days({ from: '2027-01-01' }, '2026-01-01', '2026-12-31')).toEqual([])
  })

  it('come next from the day itself on', () => {
    expect(nextClosingDays(plain, '2026-11-22', 4).map(({ day }) => day)).toEqual([
      '2026-11-22',
      '2026-12-13',
      '2026-12-27',
      '2027-01-10',
    ])
  })
})
