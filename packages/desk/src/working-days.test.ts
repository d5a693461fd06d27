import { fileURLToPath } from 'node:url'
import { addDays, daysBetween } from '@ieum/catalogue/days'
import { loadCatalogue } from '@ieum/catalogue/node'
import type { Holidays } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workCalendarOf, workingDaysBetween } from './working-days.ts'

const name = { ko: '쉬는 날', en: 'day off' }
const off = (...days: string[]): Holidays => ({
  weekend: ['saturday', 'sunday'],
  complete_from: 2026,
  complete_through: 2026,
  years: [{ year: 2026, source: { title: 'test' }, days: days.map(day => ({ day, name })) }],
})

/** 2026-11-23 is a Monday; that Thursday is off. */
const calendar = workCalendarOf(off('2026-11-26'))
const weekendsOnly = workCalendarOf(undefined)
const exact = { approximate: false }

describe('working days', () => {
  it('are those that are neither weekend nor holiday', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
    expect(week.map(day => isWorkingDay(day, calendar).works)).toEqual([true, true, true, false, true, false, false])
  })

  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-23', 2, '2026-11-25'],
    ['2026-11-23', 3, '2026-11-27'],
    ['2026-11-23', 5, '2026-12-01'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-28', 0, '2026-11-28'],
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-11-30', -2, '2026-11-25'],
    ['2026-11-29', -1, '2026-11-27'],
  ])('counted from %s, %i of them end on %s: the day itself is not counted', (from, days, day) => {
    expect(addWorkingDays(from, days, calendar)).toEqual({ day, ...exact })
  })

  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-27', 3],
    ['2026-11-27', '2026-11-29', 0],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-11-27', '2026-11-23', -3],
    ['2026-11-29', '2026-11-27', 0],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(workingDaysBetween(from, to, calendar)).toEqual({ days, ...exact })
  })

  it('are approximate as soon as a year is touched whose holidays are not all known', () => {
    const approximate = { approximate: true }
    expect(isWorkingDay('2026-12-31', calendar)).toEqual({ works: true, ...exact })
    expect(isWorkingDay('2027-01-01', calendar)).toEqual({ works: true, ...approximate })
    expect(addWorkingDays('2026-12-30', 1, calendar)).toEqual({ day: '2026-12-31', ...exact })
    expect(addWorkingDays('2026-12-31', 1, calendar)).toEqual({ day: '2027-01-01', ...approximate })
    expect(addWorkingDays('2025-12-31', 1, calendar)).toEqual({ day: '2026-01-01', ...exact })
    expect(addWorkingDays('2026-01-01', -1, calendar)).toEqual({ day: '2025-12-31', ...approximate })
    expect(workingDaysBetween('2025-12-31', '2026-12-31', calendar)).toMatchObject(exact)
    expect(workingDaysBetween('2025-12-30', '2026-12-31', calendar)).toMatchObject(approximate)
    expect(workingDaysBetween('2027-01-01', '2026-01-05', calendar)).toMatchObject(approximate)
  })

  it('without a list of holidays are Monday to Friday, approximately', () => {
    expect(isWorkingDay('2026-11-26', weekendsOnly)).toEqual({ works: true, approximate: true })
    expect(addWorkingDays('2026-11-23', 5, weekendsOnly)).toEqual({ day: '2026-11-30', approximate: true })
  })

  it('stop where the calendar does', () => {
    expect(addWorkingDays('9999-12-30', 5, calendar).day).toBe('9999-12-31')
    expect(addWorkingDays('0001-01-02', -5, calendar).day).toBe('0001-01-01')
  })
})

describe('working days, whatever the holidays', () => {
  const day = fc.integer({ min: -400, max: 800 }).map(days => addDays('2026-01-01', days))
  const calendars = fc.array(day, { maxLength: 40 }).map(days => workCalendarOf(off(...days)))
  const many = fc.integer({ min: 1, max: 300 })

  it('are as many between as were added, and end on none that is off', () => {
    fc.assert(
      fc.property(day, many, calendars, (from, working, of) => {
        const end = addWorkingDays(from, working, of)
        expect(workingDaysBetween(from, end.day, of)).toEqual({ days: working, approximate: end.approximate })
        expect(isWorkingDay(end.day, of).works).toBe(true)
        expect(daysBetween(from, end.day)).toBeGreaterThanOrEqual(working)
      }),
    )
  })

  it('lead back to a working day from which they were counted', () => {
    fc.assert(
      fc.property(day, many, calendars, (from, working, of) => {
        const start = addWorkingDays(from, 1, of).day
        expect(addWorkingDays(addWorkingDays(start, working, of).day, -working, of).day).toBe(start)
      }),
    )
  })

  it('end later the more are added and the later one begins', () => {
    fc.assert(
      fc.property(day, fc.nat(30), many, calendars, (from, later, working, of) => {
        const end = addWorkingDays(from, working, of).day
        expect(addWorkingDays(from, working + 1, of).day > end).toBe(true)
        expect(addWorkingDays(addDays(from, later), working, of).day >= end).toBe(true)
      }),
    )
  })

  it('are as many back as forth, and add up', () => {
    fc.assert(
      fc.property(day, day, day, calendars, (first, second, third, of) => {
        const between = (from: string, to: string) => workingDaysBetween(from, to, of).days
        expect(between(second, first)).toBe(0 - between(first, second))
        expect(between(first, second) + between(second, third)).toBe(between(first, third))
      }),
    )
  })
})

describe('working days of the Korean catalogue', async () => {
  const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../../catalogue/kr', import.meta.url)))
  const korea = workCalendarOf(catalogue.holidays)

  // Days off of a week of five days, as the yearly almanac announced them, and what was added to the year afterwards.
  it.each([
    [2024, 119, ['2024-10-01']],
    [2025, 119, ['2025-01-27', '2025-06-03']],
    [2026, 118, ['2026-05-01', '2026-07-17']],
    [2027, 119, []],
  ])('of %i leave the %i days off that were announced, and those added later', (year, announced, added) => {
    const days = daysBetween(`${year - 1}-12-31`, `${year}-12-31`)
    const worked = workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, korea)
    expect(worked).toEqual({ days: days - announced - added.length, ...exact })
    for (const day of added) expect(isWorkingDay(day, korea)).toEqual({ works: false, ...exact })
  })

  it('jump over the holidays of autumn', () => {
    // 2025-10-03 to 10-09: National Foundation Day, a weekend, Chuseok with its substitute, Hangeul Day.
    expect(addWorkingDays('2025-10-02', 1, korea)).toEqual({ day: '2025-10-10', ...exact })
    expect(addWorkingDays('2026-09-23', 3, korea)).toEqual({ day: '2026-09-30', ...exact })
  })

  it('of 2028 know the days of the law and are approximate', () => {
    expect(isWorkingDay('2028-10-05', korea)).toEqual({ works: false, approximate: true })
  })
})
