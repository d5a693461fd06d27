/** What is wrong with facts that someone wants to have recorded; all of it, each with its place. */
import { checkFacts, type Finding, isDay, vocabularyOf } from '@ieum/catalogue'
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import type { OpenCatalogue } from '../open-catalogue.ts'

export interface FactStated {
  readonly name: FactName
  readonly value: Value
  /** The day whose state it tells. */
  readonly asOf: Day
}

export const factLimits = { facts: 500, text: 2_000, items: 500 } as const

export function wrongInStated({ rulebook }: OpenCatalogue, facts: readonly FactStated[], on: Day): readonly Finding[] {
  const vocabulary = vocabularyOf(rulebook.facts)
  const seen = new Set<FactName>()
  const wrong: Finding[] = []
  for (const [index, { name, value, asOf }] of facts.entries()) {
    const at = ['facts', index]
    const fact = vocabulary.get(name)
    if (name === 'participations')
      wrong.push({ pointer: [...at, 'name'], wrong: 'participations are entered one by one', right: 'another fact' })
    else if (name === 'stated_on' || fact?.about === 'application')
      wrong.push({
        pointer: [...at, 'name'],
        wrong: `${name} is chosen in an application`,
        right: 'a fact of the firm',
      })
    else if (seen.has(name)) wrong.push({ pointer: [...at, 'name'], wrong: `${name} stands here twice`, right: 'once' })
    else
      for (const { pointer, at: part, ...rest } of checkFacts({ [name]: value }, vocabulary))
        wrong.push({ pointer: [...at, part === 'key' ? 'name' : 'value', ...pointer.slice(1)], ...rest })
    seen.add(name)
    wrong.push(...wrongInSize(value, [...at, 'value']))
    wrong.push(...wrongInDay(asOf, on, [...at, 'asOf']))
    if (wrong.length > 50) break
  }
  return wrong
}

export function* wrongInDay(day: Day, on: Day, pointer: Finding['pointer']): Generator<Finding> {
  if (!isDay(day) || day < '1900-01-01')
    yield { pointer, wrong: 'is not a day of the calendar', right: `a day such as ${on}` }
  else if (day > on) yield { pointer, wrong: 'lies in the future', right: `${on} or before` }
}

/** What a database can hold, and a page can show. */
export function* wrongInSize(value: unknown, pointer: Finding['pointer']): Generator<Finding> {
  if (typeof value === 'string') {
    if (value.length > factLimits.text)
      yield { pointer, wrong: 'is too long', right: `at most ${factLimits.text} characters` }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value) || !value.isWellFormed())
      yield { pointer, wrong: 'has a character that cannot be printed', right: 'plain text' }
  } else if (Array.isArray(value)) {
    if (value.length > factLimits.items)
      yield { pointer, wrong: 'is too long', right: `at most ${factLimits.items} items` }
    else for (const [index, item] of value.entries()) yield* wrongInSize(item, [...pointer, index])
  } else if (typeof value === 'object' && value !== null)
    for (const [name, field] of Object.entries(value)) yield* wrongInSize(field, [...pointer, name])
}
