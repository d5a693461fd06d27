/** Facts and sentences with days as numbers, for engines that have no days of their own, and the functions they are given for them. */
import { addMonths, civil, parseDay } from '@ieum/catalogue/day-numbers'
import type { FactName, Value } from '@ieum/catalogue/records'
import type { Form, Type } from '@ieum/rules'

export function inNumbers(facts: Readonly<Record<FactName, Value>>, types: ReadonlyMap<FactName, Type>) {
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, numbered(value, types.get(fact)!)]))
}

function numbered(value: Value, type: Type): Value {
  if (value === null) return null
  if (type.is === 'date') return parseDay(value as string)!
  if (type.is === 'list') return (value as readonly Value[]).map(item => numbered(item, type.of))
  if (type.is === 'record')
    return Object.fromEntries(
      Object.entries(value as Record<string, Value>).map(([field, of]) => [field, numbered(of, type.fields[field]!)]),
    )
  return value
}

/** The constant of a form as a plain number, text or truth. */
export function plainConstant(form: Extract<Form, { is: 'constant' }>): number | string | boolean | null {
  return form.type === 'date' ? parseDay(form.value)! : form.value
}

/** `on - duration("P5Y")` in a world of numbers: months have their own function, days are added as they are. */
export function spanOf(form: Form): { readonly date: Form; readonly months: number } | undefined {
  if (form.is !== 'arithmetic') return undefined
  const [date, span] = form.right.is === 'constant' ? [form.left, form.right] : [form.right, form.left]
  if (span.is !== 'constant' || span.type !== 'months') return undefined
  return { date, months: form.by === '-' ? -span.value : span.value }
}

export const monthsLater = (day: number, months: number): number => addMonths(day, months)!
export const yearOf = (day: number): number => civil(day).year
