import type { WindowDays } from '@ieum/catalogue/windows'
import type { Departure, WindowOnDay } from '@ieum/matching'

export interface ShownWindow {
  readonly window: WindowOnDay
  readonly isForecast: boolean
}

/** The window as it stands; of a programme that has closed, the next one when it is announced or can be forecast. */
export function shownWindow(window: WindowOnDay, next: Departure | undefined): ShownWindow {
  if (!next) return { window, isForecast: false }
  const { opens, closes, approximate, exact } = next.window
  return {
    window: { state: 'upcoming', opens, closes, ...(approximate && { approximate }), ...(exact && { exact }) },
    isForecast: next.isForecast,
  }
}

/** Words beside a day that do not explain themselves. */
export interface DateWordsSaid {
  readonly forecast: boolean
  readonly about: boolean
}

/** Which of these words stand somewhere in a list of windows. */
export function dateWordsOf(
  shown: readonly { readonly window: Pick<WindowDays, 'approximate'>; readonly isForecast: boolean }[],
): DateWordsSaid {
  return {
    forecast: shown.some(({ isForecast }) => isForecast),
    about: shown.some(({ window }) => window.approximate === true),
  }
}
