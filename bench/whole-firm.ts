/**
 * A firm of which everything is known, so that engines without an unknown give the same answers, and which is shut out of as few
 * programmes as can be: an engine that stops at the first line that fails has the most to do then.
 */
import type { Day, Fact, FactName, Field, Firm, Value } from '@ieum/catalogue/records'
import type { Matcher } from '@ieum/matching'

/** What the firm states stands, but for what it has none of. Every other fact that is not derived gets the likeliest of a few values. */
export function wholeFirm(firm: Firm, matcher: Matcher, on: Day): Firm {
  const asked = matcher.rulebook.facts.filter(fact => fact.derived === undefined)
  const isStated = ({ name }: Fact) => (firm.facts[name] ?? null) !== null
  const facts: Record<FactName, Value> = Object.fromEntries(
    asked.map(fact => [fact.name, isStated(fact) ? completed(firm.facts[fact.name]!, fact) : valuesOf(fact)[0]!]),
  )
  const shutOut = () =>
    matcher.verdicts({ id: firm.id, facts }, on).filter(verdict => verdict === 'not-eligible').length
  let least = shutOut()
  for (const fact of asked.filter(fact => !isStated(fact)))
    for (const value of valuesOf(fact).slice(1)) {
      const before = facts[fact.name]!
      facts[fact.name] = value
      const shut = shutOut()
      if (shut < least) least = shut
      else facts[fact.name] = before
    }
  return { id: firm.id, facts }
}

function valuesOf(fact: Fact): Value[] {
  if (fact.type === 'records') return [[recordOf(fact)]]
  if (fact.type === 'list') return listsOf(fact)
  return fieldValues(fact as Field)
}

function listsOf({ values = [], items }: Fact): Value[] {
  if (items === 'number') return [[4, 3, 2, 1]]
  return values.length > 0 ? [[...values], ...values.map(value => [value])] : [['C24311'], ['서울특별시']]
}

function fieldValues({ type, values = [] }: Field): Value[] {
  switch (type) {
    case 'number':
      return [3, 0, 30, 0.3, 1_000_000_000]
    case 'date':
      return ['2026-03-04', '2024-03-04', '2015-03-04']
    case 'boolean':
      return [false, true]
    case 'list':
      return [['none']]
    default:
      return values.length > 0 ? [...values] : ['none']
  }
}

const recordOf = ({ fields = {} }: Fact): { readonly [field: string]: Value } =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldValues(field)[0]!]))

/** A record of which the firm left fields out gets the rest. */
function completed(value: Value, fact: Fact): Value {
  if (fact.type !== 'records') return value
  return (value as readonly { readonly [field: string]: Value }[]).map(record => ({ ...recordOf(fact), ...record }))
}
