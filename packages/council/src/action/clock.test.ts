import { workCalendarOf } from '@ieum/desk'
import { describe, expect, it } from 'vitest'
import { type ActionCall, actionCall, lastDayOf, timeLeft } from './clock.ts'

/** 2026-05-05 is Children's Day, a Tuesday; the 24th is Buddha's Birthday, a Sunday, with the 25th in its place. */
const calendar = workCalendarOf({
  weekend: ['saturday', 'sunday'],
  complete_from: 2026,
  complete_through: 2026,
  years: [
    {
      year: 2026,
      source: {},
      days: ['2026-05-05', '2026-05-24', '2026-05-25'].map(day => ({ day, name: { ko: day, en: day } })),
    },
  ],
} as never)

const called = (due: string, on: string): ActionCall['is'] =>
  actionCall({ state: 'open', due, reportedOn: null }, on, calendar).is

describe('an open action', () => {
  it.each([
    ['nothing six working days before', '2026-05-13', '2026-05-04', 'nothing'],
    ['a word five working days before, a holiday not counted', '2026-05-12', '2026-05-04', 'soon'],
    ['nothing on a day off', '2026-05-12', '2026-05-05', 'nothing'],
    ['a word on its day', '2026-05-12', '2026-05-12', 'today'],
    ['a word on the day after', '2026-05-12', '2026-05-13', 'late'],
    ['nothing on the Saturday after', '2026-05-15', '2026-05-16', 'nothing'],
    ['no word to the secretariat on the third working day after', '2026-05-12', '2026-05-15', 'late'],
    ['a word to the secretariat on the fourth', '2026-05-12', '2026-05-18', 'escalate'],
  ] as const)('brings %s', (_, due, on, is) => {
    expect(called(due, on)).toBe(is)
  })

  it('that is due on a day off is due on the next working day', () => {
    expect(lastDayOf('2026-05-24', calendar)).toBe('2026-05-26')
    expect(['2026-05-22', '2026-05-25', '2026-05-26', '2026-05-27'].map(on => called('2026-05-24', on))).toEqual([
      'soon',
      'nothing',
      'today',
      'late',
    ])
  })
})

describe('how long there is for what is due on the Sunday before a holiday', () => {
  it.each([
    ['one working day is left on the Friday before', '2026-05-22', 1, false],
    ['not late on the holiday behind it', '2026-05-25', 1, false],
    ['its last day is the next working day', '2026-05-26', 0, false],
    ['late on the day after that', '2026-05-27', -1, true],
    ['later with every working day', '2026-05-28', -2, true],
  ] as const)('%s', (_, on, daysLeft, late) => {
    expect(timeLeft({ state: 'open', due: '2026-05-24' }, on, calendar)).toEqual({
      lastDay: '2026-05-26',
      daysLeft,
      late,
    })
  })

  it('is over on the Saturday behind a Friday, though no working day has passed', () => {
    expect(timeLeft({ state: 'open', due: '2026-05-15' }, '2026-05-16', calendar)).toMatchObject({
      daysLeft: -1,
      late: true,
    })
  })

  it('what was reported is late on nobody’s side', () => {
    for (const state of ['reported', 'closed', 'dropped'] as const)
      expect(timeLeft({ state, due: '2026-05-04' }, '2026-06-01', calendar).late).toBe(false)
  })
})

it('what was reported waits five working days for a nod before the other sides are told', () => {
  const reported = { state: 'reported', due: '2026-05-04', reportedOn: '2026-05-04' } as const
  expect(actionCall(reported, '2026-05-12', calendar).is).toBe('nothing')
  expect(actionCall(reported, '2026-05-13', calendar).is).toBe('awaits-nod')
})

it('what is closed or dropped brings nothing, however late', () => {
  for (const state of ['closed', 'dropped'] as const)
    expect(actionCall({ state, due: '2026-05-04', reportedOn: null }, '2026-06-01', calendar)).toEqual({
      is: 'nothing',
    })
})
