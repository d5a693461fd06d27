import { parseDay, printDay } from '@ieum/catalogue/day-numbers'
import type { Value } from '@ieum/catalogue/records'
import type { Type } from '../form.ts'

/** A value as the evaluator has it: days and durations are whole numbers; `undefined` is unknown, `null` FEEL's null. */
export type Inner = string | number | boolean | null | undefined | readonly Inner[] | InnerRecord
export interface InnerRecord {
  readonly [field: string]: Inner
}

/** A stated value in the evaluator's own form. What does not fit the type is unknown: a wrong type decides nothing. */
export function innerOf(value: Value | undefined, type: Type): Inner {
  if (value === null || value === undefined) return value
  switch (type.is) {
    case 'number':
    case 'days':
    case 'months':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'text':
      return typeof value === 'string' ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'date':
      return typeof value === 'string' ? parseDay(value) : undefined
    case 'list': {
      if (!Array.isArray(value)) return undefined
      const of = type.of
      return (value as readonly Value[]).map(item => innerOf(item, of))
    }
    case 'record':
      return typeof value === 'object' && !Array.isArray(value)
        ? recordOf(value as { [field: string]: Value }, type)
        : undefined
    case 'null':
      return undefined
  }
}

/** Declared fields only, on an object without a prototype: a field called `constructor` is a field. */
function recordOf(value: Readonly<Record<string, Value>>, type: Extract<Type, { is: 'record' }>): InnerRecord {
  const record: Record<string, Inner> = Object.create(null)
  for (const field in type.fields)
    if (Object.hasOwn(value, field)) record[field] = innerOf(value[field], type.fields[field]!)
  return record
}

/** An evaluated value as it stands in a firm file; undefined when any part of it is unknown. */
export function outerOf(value: Inner, type: Type): Value | undefined {
  if (value === null || value === undefined) return value
  if (type.is === 'date') return printDay(value as number)
  if (type.is === 'list') {
    const items = (value as readonly Inner[]).map(item => outerOf(item, type.of))
    return items.includes(undefined) ? undefined : (items as Value[])
  }
  if (type.is === 'record') {
    const record: Record<string, Value> = {}
    for (const [field, each] of Object.entries(value as InnerRecord)) {
      const outer = outerOf(each, type.fields[field]!)
      if (outer !== undefined) record[field] = outer
    }
    return record
  }
  return value as Value
}
