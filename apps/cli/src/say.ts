/** Rows of a result in words, for a terminal. */

import type { Fact, FactName, Value } from '@ieum/catalogue/records'
import type { Change, Result, WindowOnDay } from '@ieum/matching'
import type { Rulebook } from '@ieum/rules'
import { type Language, sayDay, sayMoney } from '@ieum/wording'
import { wordsIn } from './words/index.ts'

export interface ShownWindow extends WindowOnDay {
  /** Dates of the last notice, moved on by whole years. */
  readonly forecast?: boolean
}

export function sayWindow(window: ShownWindow, language: Language): string {
  const words = wordsIn(language).window
  const day = (on: string | undefined, at?: string) =>
    on ? `${sayDay(on, language)}${at ? ` ${at}` : ''}${window.approximate ? ` ${words.approximate}` : ''}` : ''
  const end = window.until ? words[window.until] : undefined
  switch (window.state) {
    case 'open':
      return end ?? (window.closes ? words.open(day(window.closes, window.closesAt)) : words.openNoEnd)
    case 'rolling':
      return end ? `${words.rolling} · ${end}` : words.rolling
    case 'upcoming':
      return `${words.upcoming(day(window.opens))}${window.forecast ? ` (${words.forecast})` : ''}`
    case 'closed':
      return words.closed(day(window.closes))
    case 'unannounced':
      return words.unannounced
  }
}

export function saySupport({ max, rate, interest }: Result['support'], language: Language): string {
  const words = wordsIn(language)
  const said = [
    max !== undefined && words.upTo(sayMoney(max, language)),
    rate !== undefined && words.rate(percent(rate)),
    interest !== undefined && words.interest(String(interest)),
  ].filter(part => part !== false)
  return said.length > 0 ? said.join(' · ') : words.unstated
}

const percent = (share: number): string => String(Number((share * 100).toFixed(1)))

export function sayValue(
  fact: FactName,
  value: Value | undefined,
  facts: ReadonlyMap<FactName, Fact>,
  language: Language,
): string {
  const words = wordsIn(language)
  if (value === undefined) return words.explain.notKnown
  if (value === null) return words.value.none
  if (typeof value === 'boolean') return value ? words.value.yes : words.value.no
  const known = facts.get(fact)
  if (typeof value === 'number' && known?.unit === 'KRW') return sayMoney(value, language)
  if (typeof value === 'number' && known?.unit === 'fraction') return `${percent(value)}%`
  if (typeof value === 'number') return `${value.toLocaleString('en-US')}${units[known?.unit ?? '']?.[language] ?? ''}`
  if (Array.isArray(value))
    return value.length === 0
      ? words.value.none
      : value.map(item => sayValue(fact, item as Value, facts, language)).join(', ')
  if (typeof value === 'object') return sayRecord(value as Readonly<Record<string, Value>>, language)
  if (fact === 'on' || known?.type === 'date') return sayDay(value, language)
  return known?.labels?.[value as string]?.[language] ?? String(value)
}

/** What stands behind a number; a unit that is not here is clear from the name of the fact. */
const units: Readonly<Record<string, Record<Language, string>>> = {
  persons: { ko: '명', en: '' },
  years: { ko: '년', en: ' years' },
  months: { ko: '개월', en: ' months' },
  days: { ko: '일', en: ' days' },
  percent: { ko: '%', en: '%' },
  USD: { ko: '달러', en: ' US dollars' },
}

/** The values of a record, its fields left out: `mss-smart-factory-basic 2024 completed`. */
function sayRecord(record: Readonly<Record<string, Value>>, language: Language): string {
  const yesNo = wordsIn(language).value
  return Object.values(record)
    .filter(value => value !== null)
    .map(value => (typeof value === 'boolean' ? (value ? yesNo.yes : yesNo.no) : String(value)))
    .join(' ')
}

export const sayFact = (fact: FactName, facts: ReadonlyMap<FactName, Fact>, language: Language): string =>
  facts.get(fact)?.label?.[language] ?? fact

export function sayChange(
  { fact, from, to, how, on }: Change,
  facts: ReadonlyMap<FactName, Fact>,
  language: Language,
): string {
  const words = wordsIn(language).explain
  if (how === 'with-time' && on) return words.wait(sayDay(on, language))
  const name = sayFact(fact, facts, language)
  const added = addedTo(from, to)
  if (added) return words.gain(name, sayValue(fact, added, facts, language))
  return words.become(name, sayValue(fact, from, facts, language), sayValue(fact, to, facts, language))
}

/** What a list gains, when it only gains. */
function addedTo(from: Value | undefined, to: Value): readonly Value[] | undefined {
  if (!Array.isArray(to)) return undefined
  const had = new Set((Array.isArray(from) ? from : []).map(item => JSON.stringify(item)))
  const added = to.filter(item => !had.has(JSON.stringify(item)))
  return to.length - added.length === had.size ? added : undefined
}

export const factsOf = (rulebook: Rulebook): ReadonlyMap<FactName, Fact> =>
  new Map(rulebook.facts.map(fact => [fact.name, fact]))
