/** A firm of which everything is known, so that engines without an unknown give the same answers. */
import type { Fact, Field, Firm, Value } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'

/** What the firm states stands, but for what it has none of; every other fact that is not derived gets a plain value. */
export function wholeFirm(firm: Firm, { facts }: Rulebook): Firm {
  const filled = facts.filter(fact => fact.derived === undefined).map(fact => [fact.name, plainValue(fact)] as const)
  const stated = facts
    .filter(fact => fact.derived === undefined && (firm.facts[fact.name] ?? null) !== null)
    .map(fact => [fact.name, completed(firm.facts[fact.name]!, fact)] as const)
  return { id: firm.id, facts: { ...Object.fromEntries(filled), ...Object.fromEntries(stated) } }
}

/** None of the standing exclusions applies; other yes-or-no facts hold, so that programmes are decided by all of their lines. */
function plainValue(fact: Fact): Value {
  if (fact.type === 'boolean') return fact.ask !== 'declaration'
  if (fact.type === 'records') return [recordOf(fact)]
  if (fact.type === 'list') return listOf(fact)
  return fieldValue(fact as Field)
}

function listOf({ values, items }: Fact): Value {
  if (items === 'number') return [4, 3, 2, 1]
  return values ? [values[0]!] : ['C24311']
}

function fieldValue({ type, values }: Field): Value {
  switch (type) {
    case 'number':
      return 3
    case 'date':
      return '2024-03-04'
    case 'boolean':
      return true
    case 'list':
      return ['none']
    default:
      return values?.[0] ?? 'none'
  }
}

const recordOf = ({ fields = {} }: Fact): { readonly [field: string]: Value } =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldValue(field)]))

/** A record of which the firm left fields out gets the rest. */
function completed(value: Value, fact: Fact): Value {
  if (fact.type !== 'records') return value
  return (value as readonly { readonly [field: string]: Value }[]).map(record => ({ ...recordOf(fact), ...record }))
}
