import { addDays } from '@ieum/catalogue/days'
import { describe, expect, it } from 'vitest'
import { workCalendarOf } from '../working-days.ts'
import { clockCall } from './clock.ts'
import { linkDays } from './link-days.ts'

const calendar = workCalendarOf({
  weekend: ['saturday', 'sunday'],
  complete_from: 2026,
  complete_through: 2026,
  years: [
    {
      year: 2026,
      source: { title: '월력요항' },
      days: [{ day: '2026-06-03', name: { ko: '지방선거일', en: 'Local elections' } }],
    },
  ],
})

describe('the days of a link', () => {
  it('are counted over weekends and holidays', () => {
    expect(linkDays('2026-06-01', { daysToAnswer: 3, remindBefore: 1, expireAfter: 5 }, calendar)).toEqual({
      remindFrom: '2026-06-04',
      due: '2026-06-05',
      lastDay: '2026-06-12',
      approximate: false,
    })
  })

  it('say that they may change where the holidays of a year are not known', () => {
    expect(linkDays('2026-12-28', { daysToAnswer: 10, remindBefore: 2, expireAfter: 20 }, calendar).approximate).toBe(
      true,
    )
  })

  it.each([
    [1, 0, 1],
    [10, 2, 20],
    [5, 4, 3],
  ])('are those on which the clock calls (%i, %i, %i)', (daysToAnswer, remindBefore, expireAfter) => {
    for (let sent = '2026-05-25'; sent <= '2026-06-14'; sent = addDays(sent, 1)) {
      const { remindFrom, due, lastDay } = linkDays(sent, { daysToAnswer, remindBefore, expireAfter }, calendar)
      for (let on = addDays(sent, 1); on <= addDays(lastDay, 3); on = addDays(on, 1)) {
        const call = clockCall({ state: 'sent', due, movedOn: sent }, on, { calendar, remindBefore, expireAfter }).is
        const expected = on > lastDay ? 'expire' : on > due ? 'escalate' : on >= remindFrom ? 'remind' : 'nothing'
        expect([sent, on, call]).toEqual([sent, on, expected])
      }
    }
  })
})
