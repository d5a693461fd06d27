/** What a sentence about one participation says of an award's record. */
import type { Form, Test } from '@ieum/rules'
import type { Award } from './gains.ts'

/** `either`: true or false, depending on days; undefined: it may be unknown or null as well. */
export type Answer = boolean | 'either' | undefined

export interface AwardRecord {
  readonly award: Award
  /**
   * Of the items of the quantifiers around, the nearest first: participations in the award's programme, or in another one. The nearest
   * is the record itself.
   */
  readonly around: readonly ('own' | 'other' | undefined)[]
  readonly texts: (parameter: string) => readonly (readonly unknown[])[] | undefined
  /** The fields that every other participation has; undefined when that is not known. */
  readonly told: ReadonlySet<string> | undefined
  /** All fields are the award's; else only its programme is. */
  readonly isWhole: boolean
  /** What the nearest item is when it is a text of a plain list and no participation. */
  readonly item?: string
}

export function answerOf(form: Form, record: AwardRecord): Answer {
  switch (form.is) {
    case 'constant':
      return form.type === 'boolean' ? form.value : undefined
    case 'and':
    case 'or':
      return joined(
        form.of.map(part => answerOf(part, record)),
        form.is === 'or',
      )
    case 'not': {
      const inner = answerOf(form.of, record)
      return typeof inner === 'boolean' ? !inner : inner
    }
    case 'compare':
      return ofComparison(form, record)
    case 'in':
      return joined(
        form.tests.map(test => ofTest(form.item, test, record)),
        true,
      )
    case 'call': {
      const [first, second] = form.with
      if (form.call === 'list contains') return isAmong(second!, first!, record)
      if (form.call !== 'starts with') return undefined
      const [text, start] = [textOf(first!, record), textOf(second!, record)]
      return text === undefined || start === undefined ? undefined : text.startsWith(start)
    }
    case 'some':
    case 'every':
      return isParticipations(form.list) && isSure(form.satisfies, record) ? 'either' : undefined
    default:
      return undefined
  }
}

function joined(answers: readonly Answer[], decisive: boolean): Answer {
  if (answers.includes(decisive)) return decisive
  if (answers.includes(undefined)) return undefined
  return answers.includes('either') ? 'either' : !decisive
}

function ofComparison(form: Extract<Form, { is: 'compare' }>, record: AwardRecord): Answer {
  const isEquality = form.by === '=' || form.by === '!='
  const [left, right] = [textOf(form.left, record), textOf(form.right, record)]
  if (isEquality && left !== undefined && right !== undefined) return (left === right) === (form.by === '=')
  const isOther = isOtherProgramme(form.left, record) ? right : isOtherProgramme(form.right, record) ? left : undefined
  if (isEquality && isOther === record.award.programme) return form.by === '!='
  return isSettled(form.left, record) && isSettled(form.right, record) ? 'either' : undefined
}

function ofTest(item: Form, test: Test, record: AwardRecord): Answer {
  if (test.is === 'one of') return isAmong(item, test.list, record)
  return test.is === 'equals'
    ? ofComparison({ is: 'compare', by: '=', left: item, right: test.value }, record)
    : undefined
}

function isAmong(item: Form, list: Form, record: AwardRecord): Answer {
  if (list.is === 'list')
    return joined(
      list.items.map(value => ofComparison({ is: 'compare', by: '=', left: item, right: value }, record)),
      true,
    )
  const text = textOf(item, record)
  const lists = list.is === 'parameter' ? record.texts(list.parameter) : undefined
  if (text === undefined || lists === undefined) return undefined
  const answers = new Set(lists.map(texts => texts.includes(text)))
  return answers.size === 1 ? answers.has(true) : 'either'
}

/** The text of a constant, of the item itself, or of a field that surely is the award's. */
function textOf(form: Form, { award, around, isWhole, item }: AwardRecord): string | undefined {
  if (form.is === 'constant') return form.type === 'text' ? form.value : undefined
  if (form.is === 'item') return form.depth === 0 ? item : undefined
  if (form.is !== 'field' || form.of.is !== 'item' || around[form.of.depth] !== 'own') return undefined
  if (form.field === 'programme') return award.programme
  if (form.of.depth > 0 || !isWhole) return undefined
  if (form.field === 'role') return 'lead'
  return form.field === 'edition' || form.field === 'outcome' ? award[form.field] : undefined
}

const isOtherProgramme = (form: Form, { around }: AwardRecord): boolean =>
  form.is === 'field' && form.field === 'programme' && form.of.is === 'item' && around[form.of.depth] === 'other'

/** What the record of a leg tells; `granted` apart, all that the core itself knows of a participation. */
export const recordFields: ReadonlySet<string> = new Set(['programme', 'edition', 'outcome', 'role', 'on'])

/** Whether a form surely has a value, neither unknown nor null. */
function isSettled(form: Form, record: AwardRecord): boolean {
  switch (form.is) {
    case 'constant':
      return form.type !== 'null'
    case 'fact':
      return form.fact === 'on' || form.fact === 'stated_on'
    case 'field':
      return form.of.is === 'item' && form.of.depth === 0 && record.isWhole && recordFields.has(form.field)
    case 'arithmetic':
      return (form.by === '+' || form.by === '-') && isSettled(form.left, record) && isSettled(form.right, record)
    case 'part':
      return isSettled(form.of, record)
    default:
      return false
  }
}

const isParticipations = (form: Form): boolean => form.is === 'fact' && form.fact === 'participations'

/** Whether a sentence about two participations is surely true or false, whichever they are: it compares fields that all of them have. */
function isSure(form: Form, record: AwardRecord): boolean {
  const isTold = (part: Form): boolean =>
    (part.is === 'constant' && part.type !== 'null') ||
    (part.is === 'field' && part.of.is === 'item' && part.of.depth <= 1 && (record.told?.has(part.field) ?? false))
  switch (form.is) {
    case 'and':
    case 'or':
      return form.of.every(part => isSure(part, record))
    case 'not':
      return isSure(form.of, record)
    case 'compare':
      return isTold(form.left) && isTold(form.right)
    case 'in':
      return (
        isTold(form.item) &&
        form.tests.every(test =>
          test.is === 'equals'
            ? isTold(test.value)
            : test.is === 'one of' && test.list.is === 'list' && test.list.items.every(isTold),
        )
      )
    default:
      return false
  }
}
