/** Facts and their values in words, from the catalogue's own labels. */
import { withCoreFacts } from '@ieum/catalogue/core-facts'
import type { Day, Fact, FactName, Field, Language, Value } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'
import { sayDay } from './days.ts'
import { industriesOf } from './industries.ts'
import { sayMoney } from './money.ts'
import { programmeNamesOf } from './programme-names.ts'
import { sayRecordWord } from './record-words.ts'
import { sayUnit } from './units.ts'

export interface FactWords {
  /** The label of a fact, its question where it has none, or its name. */
  readonly nameOf: (fact: FactName) => string
  /** `32명`, `82억 원`, `소기업`, `예`; of a list the values with a dot between. */
  readonly say: (fact: FactName, value: Value) => string
}

const plain = {
  ko: { yes: '예', no: '아니요', none: '없음' },
  en: { yes: 'yes', no: 'no', none: 'none' },
} as const

/** `on`: the day whose table of industries counts. */
export function factWordsOf(rulebook: Rulebook, on: Day, language: Language): FactWords {
  const facts = new Map(withCoreFacts(rulebook.facts).map(fact => [fact.name, fact]))
  const programmes = programmeNamesOf(rulebook)
  const industries = new Map(industriesOf(rulebook, on).map(industry => [industry.code, industry[language]]))
  const { yes, no, none } = plain[language]

  function sayValue(fact: Fact | undefined, value: Value): string {
    if (value === null) return none
    if (typeof value === 'boolean') return value ? yes : no
    if (typeof value === 'number') return sayNumber(value, fact?.unit)
    if (typeof value === 'string') return sayText(fact, value)
    if (!Array.isArray(value)) return sayRecord(fact, value as Readonly<Record<string, Value>>)
    return value.length === 0 ? none : value.map(each => sayValue(fact, each)).join(' · ')
  }

  function sayNumber(value: number, unit: string | undefined): string {
    if (unit === 'KRW') return sayMoney(value, language)
    if (unit === 'fraction') return `${sayPercent(value)}%`
    const said = value.toLocaleString('en-US', { maximumFractionDigits: 4 })
    if (!unit) return said
    return language === 'ko' ? said + sayUnit(unit, language) : `${said} ${sayUnit(unit, language, value)}`
  }

  function sayText(fact: Fact | undefined, value: string): string {
    const label = fact?.labels?.[value]?.[language]
    if (label) return label
    if (fact?.type === 'date') return sayDay(value, language)
    if (fact?.name === 'markets') return sayCountry(value, language)
    const industry = industries.get(value)
    return industry ? `${industry} (${value})` : value
  }

  /** `자동화공정 구축 · 2026 · 완료 · 주관`: what explains itself stands alone, yes and no and numbers with the name of their field. */
  function sayRecord(fact: Fact | undefined, record: Readonly<Record<string, Value>>): string {
    return Object.entries(record)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => {
        const field = fact?.fields?.[name]
        if (typeof value === 'string') return sayField(name, field, value)
        return Array.isArray(value)
          ? value.map(each => sayValue(undefined, each)).join(', ')
          : `${field?.label?.[language] ?? name} ${sayValue(undefined, value)}`
      })
      .join(' · ')
  }

  function sayField(name: string, field: Field | undefined, value: string): string {
    if (field?.type === 'date') return sayDay(value, language)
    if (name === 'programme') return programmes.get(value)?.[language] ?? value
    return name === 'country' ? sayCountry(value, language) : sayRecordWord(value, language)
  }

  return {
    nameOf: name => {
      const fact = facts.get(name)
      return fact?.label?.[language] ?? fact?.question?.[language] ?? name
    },
    say: (name, value) => sayValue(facts.get(name), value),
  }
}

/** 0.1 + 0.2 is shown as people write it: `30`. */
export const sayPercent = (share: number): string => String(Number((share * 100).toFixed(4)))

/** ISO country codes by the name that the platform knows. */
function sayCountry(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}
