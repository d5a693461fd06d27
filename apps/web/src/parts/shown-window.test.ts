import type { Departure, WindowOnDay } from '@ieum/matching'
import { describe, expect, it } from 'vitest'
import { dateWordsOf, shownWindow } from './shown-window.ts'

const closed: WindowOnDay = { state: 'closed', opens: '2025-12-01', closes: '2026-01-31', approximate: true }
const next = (isForecast: boolean, approximate?: true): Departure =>
  ({
    window: { opens: '2026-12-01', closes: '2027-01-31', ...(approximate && { approximate }) },
    isForecast,
  }) as Departure

describe('the window that is shown', () => {
  it('is the next one of a programme that has closed', () => {
    expect(shownWindow(closed, undefined)).toEqual({ window: closed, isForecast: false })
    expect(shownWindow(closed, next(true, true))).toEqual({
      window: { state: 'upcoming', opens: '2026-12-01', closes: '2027-01-31', approximate: true },
      isForecast: true,
    })
  })

  it('is explained only where one of its words stands', () => {
    const exact = shownWindow(closed, next(false))
    expect(dateWordsOf([exact])).toEqual({ forecast: false, about: false })
    expect(dateWordsOf([exact, shownWindow(closed, next(true))])).toEqual({ forecast: true, about: false })
    expect(dateWordsOf([exact, shownWindow(closed, undefined)])).toEqual({ forecast: false, about: true })
  })
})
