import type { FactName, Value } from '@ieum/catalogue/records'
import type { Form, Type } from '../form.ts'
import { itemsOf, mostItems, type Setting, type Standing, worth } from './standing.ts'

/** Where a value stands that can be changed: a fact, an item of a list fact, a field of one of its records. */
export interface Place {
  readonly type: Type
  readonly value: Value | undefined
  put(value: Value): Setting
}

/** The place that a form reads, when it reads one and nothing else. */
export function placeOf(form: Form, standing: Standing): Place | undefined {
  if (form.is === 'fact') {
    const type = standing.scope.evaluator.typeOfFact(form.fact)
    return type && { type, value: worth(form, standing), put: to => ({ fact: form.fact, to }) }
  }
  if (form.is === 'at') return form.list.is === 'fact' ? itemOf(form.list.fact, form.position, standing) : undefined
  if (form.is !== 'field') return undefined
  const record = placeOf(form.of, standing)
  return record && fieldOf(record, form.field)
}

/** The places of all items of a list fact, or of one field of all its records. */
export function placesIn(form: Form, standing: Standing): readonly Place[] {
  if (form.is === 'each') return placesIn(form.list, standing).flatMap(record => fieldOf(record, form.field) ?? [])
  if (form.is !== 'fact') return []
  const count = itemsOf(form, standing)?.length ?? 0
  return Array.from({ length: count }, (_, index) => itemOf(form.fact, index + 1, standing)).filter(
    place => place !== undefined,
  )
}

function itemOf(fact: FactName, position: number, standing: Standing): Place | undefined {
  const items = itemsOf({ is: 'fact', fact }, standing)
  const type = standing.scope.evaluator.typeOfFact(fact)
  if (type?.is !== 'list') return undefined
  if (Math.abs(position) > mostItems) return undefined
  // Of a list that is not known yet, all items up to this one are said to be alike.
  if (!items)
    return { type: type.of, value: undefined, put: value => ({ fact, to: new Array(Math.abs(position)).fill(value) }) }
  const index = position > 0 ? position - 1 : items.length + position
  if (index < 0 || index >= items.length) return undefined
  return { type: type.of, value: items[index], put: value => ({ fact, to: items.with(index, value) }) }
}

/** What a firm took part in happened: its record is added to, and never rewritten. */
function fieldOf(record: Place, field: string): Place | undefined {
  if (record.type.is !== 'record' || typeof record.value !== 'object' || record.value === null) return undefined
  const type = record.type.fields[field]
  const before = record.value as Readonly<Record<string, Value>>
  const isPast = record.put(record.value).fact === 'participations'
  return type && !isPast
    ? { type, value: before[field], put: value => record.put({ ...before, [field]: value }) }
    : undefined
}
