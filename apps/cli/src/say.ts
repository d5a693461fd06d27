/** Rows of a result in words, for a terminal. */

import type { Day } from '@ieum/catalogue/records'
import { isAbout } from '@ieum/catalogue/windows'
import { type Change, comesBack, nextToOpen, type Result, type WindowOnDay } from '@ieum/matching'
import type { RuledProgramme } from '@ieum/rules'
import { type FactWords, type Language, listDifference, sayDay, sayMoney, sayMonth, sayPercent } from '@ieum/wording'
import { wordsIn } from './words/index.ts'

export interface ShownWindow extends WindowOnDay {
  /** Dates of the last notice, moved on by whole years. */
  readonly forecast?: boolean
  /** It was to have opened by the day asked about. */
  readonly noticeLate?: boolean
}

/** The window of a row; of a programme that has closed and will open again, the next opening. */
export function windowShown(result: Result, programme: RuledProgramme, on: Day): ShownWindow {
  const isOver = result.window.state === 'closed' && comesBack(programme, result.edition)
  const next = isOver ? nextToOpen([programme], on)[0] : undefined
  if (!next) return result.window
  const noticeLate = next.isForecast && next.window.opens <= on
  return { state: 'upcoming', ...next.window, forecast: next.isForecast, ...(noticeLate && { noticeLate }) }
}

export function sayWindow(window: ShownWindow, language: Language): string {
  const words = wordsIn(language).window
  const day = (end: 'opens' | 'closes', at?: string) => {
    const on = window[end]
    if (!on) return ''
    return isAbout(window, end)
      ? words.approximate(sayMonth(on, language))
      : `${sayDay(on, language)}${at ? ` ${at}` : ''}`
  }
  const end = window.until ? words[window.until] : undefined
  switch (window.state) {
    case 'open':
      return end ?? (window.closes ? words.open(day('closes', window.closesAt)) : words.openNoEnd)
    case 'rolling':
      return end ? `${words.rolling} · ${end}` : words.rolling
    case 'upcoming':
      if (window.noticeLate) return words.noticeLate(day('opens', window.opensAt))
      return `${words.upcoming(day('opens', window.opensAt))}${window.forecast ? ` (${words.forecast})` : ''}`
    case 'closed':
      return words.closed(day('closes'))
    case 'unannounced':
      return words.unannounced
  }
}

export function saySupport({ max, rate, interest }: Result['support'], language: Language): string {
  const words = wordsIn(language)
  const said = [
    max !== undefined && words.upTo(sayMoney(max, language)),
    rate !== undefined && words.rate(sayPercent(rate)),
    interest !== undefined && words.interest(String(interest)),
  ].filter(part => part !== false)
  return said.length > 0 ? said.join(' · ') : words.unstated
}

export function sayChange({ fact, from, to, how, on }: Change, { nameOf, say }: FactWords, language: Language): string {
  const words = wordsIn(language).explain
  if (how === 'with-time' && on) return words.wait(sayDay(on, language))
  const list = listDifference(from, to)
  if (list?.added.length && list.removed.length === 0) return words.gain(nameOf(fact), say(fact, list.added))
  return words.become(nameOf(fact), from === undefined ? words.notKnown : say(fact, from), say(fact, to))
}
