/** What a sentence about one participation says of an award's record. */
import type { Form, Test } from '@ieum/rules'
import type { Award } from './gains.ts'

/** `either`: true or false, depending on days; undefined: it may be unknown or null as well. */
export type Answer = boolean | 'either' | undefined

export function ofRecord(form: Form, award: Award): Answer {
  switch (form.is) {
    case 'constant':
      return form.type === 'boolean' ? form.value : undefined
    case 'and':
    case 'or':
      return joined(
        form.of.map(part => ofRecord(part, award)),
        form.is === 'or',
      )
    case 'not': {
      const inner = ofRecord(form.of, award)
      return typeof inner === 'boolean' ? !inner : inner
    }
    case 'compare': {
      if (!isSettled(form.left) || !isSettled(form.right)) return undefined
      const [left, right] = [textOf(form.left, award), textOf(form.right, award)]
      if (left === undefined || right === undefined || (form.by !== '=' && form.by !== '!=')) return 'either'
      return (left === right) === (form.by === '=')
    }
    case 'in':
      return isAmong(form.item, form.tests.flatMap(valuesOf), award)
    case 'call': {
      const [first, second] = form.with
      if (form.call === 'list contains') return isAmong(second!, valuesOf({ is: 'one of', list: first! }), award)
      if (form.call !== 'starts with') return undefined
      const [text, start] = [textOf(first!, award), textOf(second!, award)]
      return text === undefined || start === undefined ? undefined : text.startsWith(start)
    }
    default:
      return undefined
  }
}

function joined(answers: readonly Answer[], decisive: boolean): Answer {
  if (answers.includes(decisive)) return decisive
  if (answers.includes(undefined)) return undefined
  return answers.includes('either') ? 'either' : !decisive
}

function isAmong(item: Form, values: readonly (Form | undefined)[], award: Award): Answer {
  const text = textOf(item, award)
  if (text === undefined) return undefined
  return joined(
    values.map(value => sameText(text, value && textOf(value, award))),
    true,
  )
}

const sameText = (text: string, other: string | undefined): Answer => (other === undefined ? undefined : text === other)

/** The values a test asks for; one `undefined` when it asks for something else. */
function valuesOf(test: Test): readonly (Form | undefined)[] {
  if (test.is === 'equals') return [test.value]
  if (test.is === 'one of' && test.list.is === 'list') return test.list.items
  return [undefined]
}

/** The text of a constant, or of a field of the award's record that it surely has. */
function textOf(form: Form, award: Award): string | undefined {
  if (form.is === 'constant') return form.type === 'text' ? form.value : undefined
  if (form.is !== 'field' || !isItem(form.of)) return undefined
  return form.field === 'programme' || form.field === 'edition' || form.field === 'outcome'
    ? award[form.field]
    : undefined
}

const recordFields = new Set(['programme', 'edition', 'outcome', 'on'])

/** Whether a form surely has a value, neither unknown nor null, for the record of an award. */
function isSettled(form: Form): boolean {
  switch (form.is) {
    case 'constant':
      return form.type !== 'null'
    case 'fact':
      return form.fact === 'on'
    case 'field':
      return isItem(form.of) && recordFields.has(form.field)
    case 'arithmetic':
      return (form.by === '+' || form.by === '-') && isSettled(form.left) && isSettled(form.right)
    case 'part':
      return isSettled(form.of)
    default:
      return false
  }
}

const isItem = (form: Form): boolean => form.is === 'item' && form.depth === 0
