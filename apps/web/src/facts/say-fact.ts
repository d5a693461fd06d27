/** Facts and their values in words. */
import type { Fact, Field, Value, Words } from '@ieum/catalogue/records'
import { type Language, sayDay, sayMoney } from '@ieum/wording'
import type { Industry } from '../parts/industries.ts'

export interface FactWords {
  readonly language: Language
  readonly yes: string
  readonly no: string
  readonly none: string
  readonly wordOf: (value: string) => string
  readonly unitOf: (unit: string) => string | undefined
  readonly industries: readonly Industry[]
  readonly programmeName: (id: string) => string | undefined
}

export const factName = (fact: Fact | undefined, name: string, language: Language): string =>
  fact?.label?.[language] ?? fact?.question?.[language] ?? name

export function sayValue(fact: Fact | undefined, value: Value, words: FactWords): string {
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return sayNumber(value, fact?.unit, words)
  if (typeof value === 'string') return sayText(fact, value, words)
  if (Array.isArray(value)) return sayList(fact, value, words)
  return sayRecord(fact, value as Readonly<Record<string, Value>>, words)
}

function sayNumber(value: number, unit: string | undefined, { language, unitOf }: FactWords): string {
  if (unit === 'KRW') return sayMoney(value, language)
  if (unit === 'fraction') return `${sayPercent(value)}%`
  const said = value.toLocaleString('en', { maximumFractionDigits: 4 })
  const word = unit && (unitOf(unit) ?? unit)
  if (!word) return said
  if (language === 'ko') return said + word
  // Every unit here that has a plural makes it with an s.
  return `${said} ${value === 1 ? word.replace(/s$/, '') : word}`
}

/** 0.1 + 0.2 is shown as people write it. */
export const sayPercent = (share: number): string => String(Number((share * 100).toFixed(4)))

function sayText(fact: Fact | undefined, value: string, { language, industries }: FactWords): string {
  const label = fact?.labels?.[value]?.[language]
  if (label) return label
  if (fact?.type === 'date') return sayDay(value, language)
  if (fact?.name === 'industry' || fact?.name === 'factory_industries') {
    const industry = industries.find(({ code }) => code === value)
    if (industry) return `${industry[language]} (${value})`
  }
  return value
}

function sayList(fact: Fact | undefined, values: readonly Value[], words: FactWords): string {
  if (values.length === 0) return words.none
  return values.map(value => sayValue(fact, value, words)).join(' · ')
}

function sayRecord(fact: Fact | undefined, record: Readonly<Record<string, Value>>, words: FactWords): string {
  return Object.entries(record)
    .map(([name, value]) => {
      const field = fact?.fields?.[name]
      const label: Words | undefined = field?.label
      return `${label?.[words.language] ?? name} ${sayField(name, field, value, words)}`
    })
    .join(', ')
}

function sayField(name: string, field: Field | undefined, value: Value, words: FactWords): string {
  if (typeof value !== 'string') return sayValue(undefined, value, words)
  if (field?.type === 'date') return sayDay(value, words.language)
  if (name === 'programme') return words.programmeName(value) ?? value
  return name === 'country' ? sayCountry(value, words.language) : words.wordOf(value)
}

/** ISO country codes by the name that the browser knows. */
function sayCountry(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}

/** What a list fact would have to gain or lose; undefined when it is no list. */
export function listDifference(
  from: Value | undefined,
  to: Value,
): { readonly added: readonly Value[]; readonly removed: readonly Value[] } | undefined {
  if (!Array.isArray(to)) return undefined
  const before = Array.isArray(from) ? from : []
  return {
    added: to.filter(one => !before.includes(one)),
    removed: before.filter(one => !to.includes(one)),
  }
}
