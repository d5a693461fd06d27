import type { Form, Type } from './form.ts'
import { booleanType, dateType, nullType, numberType, textType, type Vocabulary } from './vocabulary.ts'

/** The type of a form that has been checked. `items` are the types of the items around it, the nearest last. */
export function typeOf(form: Form, vocabulary: Vocabulary, items: readonly Type[] = []): Type {
  switch (form.is) {
    case 'constant':
      return { is: form.type }
    case 'list':
      return { is: 'list', of: form.items[0] ? typeOf(form.items[0], vocabulary, items) : nullType }
    case 'fact':
      return vocabulary.facts.get(form.fact) ?? nullType
    case 'parameter':
      return vocabulary.parameters.get(form.parameter) ?? nullType
    case 'item':
      return items[items.length - 1 - form.depth] ?? nullType
    case 'field':
      return fieldOf(typeOf(form.of, vocabulary, items), form.field)
    case 'each':
      return { is: 'list', of: fieldOf(itemOf(typeOf(form.list, vocabulary, items)), form.field) }
    case 'part':
      return numberType
    case 'compare':
    case 'in':
    case 'not':
    case 'and':
    case 'or':
    case 'some':
    case 'every':
      return booleanType
    case 'minus':
      return typeOf(form.of, vocabulary, items)
    case 'arithmetic':
      return typeOfArithmetic(form.by, typeOf(form.left, vocabulary, items), typeOf(form.right, vocabulary, items))
    case 'if': {
      const then = typeOf(form.yes, vocabulary, items)
      return then.is === 'null' ? typeOf(form.no, vocabulary, items) : then
    }
    case 'filter':
      return typeOf(form.list, vocabulary, items)
    case 'at':
      return itemOf(typeOf(form.list, vocabulary, items))
    case 'call':
      return typeOfCall(form, vocabulary, items)
  }
}

export function itemOf(list: Type): Type {
  return list.is === 'list' ? list.of : nullType
}

function fieldOf(record: Type, field: string): Type {
  return record.is === 'record' && Object.hasOwn(record.fields, field) ? record.fields[field]! : nullType
}

/** The type of a sum, difference, product and so on; `null` when FEEL has none for these two. */
export function typeOfArithmetic(by: '+' | '-' | '*' | '/' | '**', left: Type, right: Type): Type {
  const [a, b] = [left.is, right.is]
  if (a === 'number' && b === 'number') return numberType
  if (by === '+' && a === 'text' && b === 'text') return textType
  if (a === 'date' && (b === 'days' || b === 'months') && (by === '+' || by === '-')) return dateType
  if ((a === 'days' || a === 'months') && b === 'date' && by === '+') return dateType
  if (a === 'date' && b === 'date' && by === '-') return { is: 'days' }
  if ((a === 'days' || a === 'months') && a === b && (by === '+' || by === '-')) return { is: a }
  if ((a === 'days' || a === 'months') && b === 'number' && by === '*') return { is: a }
  if (a === 'number' && (b === 'days' || b === 'months') && by === '*') return { is: b }
  return nullType
}

function typeOfCall(form: Extract<Form, { is: 'call' }>, vocabulary: Vocabulary, items: readonly Type[]): Type {
  switch (form.call) {
    case 'count':
    case 'sum':
    case 'string length':
    case 'abs':
    case 'floor':
    case 'ceiling':
    case 'number':
      return numberType
    case 'min':
    case 'max':
      return itemOf(typeOf(form.with[0]!, vocabulary, items))
    case 'list contains':
    case 'starts with':
    case 'ends with':
    case 'contains':
    case 'matches':
      return booleanType
    case 'substring':
    case 'upper case':
    case 'lower case':
    case 'string':
      return textType
    case 'years and months duration':
      return { is: 'months' }
  }
}

/** A type in the words of an error message. */
export function nameOfType(type: Type): string {
  switch (type.is) {
    case 'boolean':
      return 'true or false'
    case 'days':
      return 'a duration in days'
    case 'months':
      return 'a duration in months'
    case 'null':
      return 'null'
    case 'list':
      return type.of.is === 'null' ? 'an empty list' : `a list of ${plural(type.of)}`
    case 'record':
      return 'a record'
    default:
      return `a ${type.is}`
  }
}

function plural(type: Type): string {
  if (type.is === 'boolean') return 'true or false'
  if (type.is === 'list') return 'lists'
  return type.is === 'days' || type.is === 'months' ? 'durations' : `${type.is}s`
}
