/**
 * Which awards a sentence can tell. A sentence that says `some p in participations satisfies p.programme = "x" …` is not concerned
 * by an award of programme y, and one that is concerned may move one way only. Whatever is not understood here moves any way.
 */
import type { FactName } from '@ieum/catalogue/records'
import { type Comparator, type Form, partsOf, type Test, type Truth } from '@ieum/rules'
import type { Award } from './gains.ts'
import { type AwardRecord, answerOf } from './record.ts'

/**
 * How a truth or number may move, or a list change, when an award is added: bits. Truths rise from false over null and unknown to
 * true; a list moves `up` when items are added. `blurred`: null, which does not hold, may become unknown, also under a `not`.
 */
export type Move = number
export const still: Move = 0
export const up: Move = 1
export const down: Move = 2
export const blurred: Move = 4
const anyhow: Move = up | down | blurred

/** `open`: it may change. */
export type Settled = Truth | 'open'

export interface Background {
  /** The form of a derived fact. */
  readonly derived: (fact: FactName) => Form | undefined
  readonly isList: (fact: FactName) => boolean
  /** What the firm states: a list that is not known, or known to be null, can move any way. */
  readonly stated: (fact: FactName) => 'value' | 'null' | undefined
  /** The fields that every participation which the firm states has; undefined when it states none of them as a list. */
  readonly told: ReadonlySet<string> | undefined
  /** Whether anything that can be gained sets a fact, or adds to it. */
  readonly isSet: (fact: FactName) => boolean
  /** Whether there may be participations in a programme besides those of the award itself. */
  readonly holdsOthers: (programme: string) => boolean
  /** The truth that a part of a sentence has on every day, whatever is gained. */
  readonly settled: (part: Form) => Settled
  /** The lists of a parameter that count on some day; undefined when there may be none on a day. */
  readonly texts: (parameter: string) => readonly (readonly unknown[])[] | undefined
}

const opposite = (move: Move): Move => (move & blurred) | ((move & up) << 1) | ((move & down) >> 1)
const either = (moves: readonly Move[]): Move => moves.reduce((all, move) => all | move, still)
const ifAny = (moves: readonly Move[]): Move => (either(moves) === still ? still : anyhow)

type Outset = Pick<Background, 'settled' | 'derived' | 'stated' | 'isSet'>

/** Whether a form can ever be true: what is settled is as it is, and all the rest as good as can be. */
export function canHold(form: Form, outset: Outset): boolean {
  const settled = outset.settled(form)
  if (settled !== 'open') return settled === true
  switch (form.is) {
    case 'and':
      return form.of.every(part => canHold(part, outset))
    case 'or':
      return form.of.some(part => canHold(part, outset))
    case 'if':
      return branchesOf(form, outset).some(branch => canHold(branch, outset))
    case 'compare':
      // Null equals null; in every other comparison nothing comes of it.
      return [form.left, form.right].every(side =>
        form.by === '=' || form.by === '!=' ? outset.settled(side) !== undefined : !isNeverKnown(side, outset),
      )
    case 'fact': {
      const derived = outset.stated(form.fact) || outset.isSet(form.fact) ? undefined : outset.derived(form.fact)
      return derived === undefined || canHold(derived, outset)
    }
    default:
      return true
  }
}

/** The branches that an `if` may ever come to. */
function branchesOf({ when, yes, no }: Extract<Form, { is: 'if' }>, { settled }: Outset): readonly Form[] {
  const truth = settled(when)
  if (truth === true) return [yes]
  return truth === false || truth === null ? [no] : [yes, no]
}

/** Whether the value of a form is unknown, or null, on every day and whatever is gained. */
function isNeverKnown(form: Form, outset: Outset): boolean {
  const settled = outset.settled(form)
  if (settled !== 'open') return settled === undefined || settled === null
  if (form.is === 'minus') return isNeverKnown(form.of, outset)
  if (form.is === 'arithmetic') return isNeverKnown(form.left, outset) || isNeverKnown(form.right, outset)
  if (form.is === 'if')
    return isNullAsZero(form)
      ? isNeverKnown(form.no, outset)
      : branchesOf(form, outset).every(branch => isNeverKnown(branch, outset))
  // Of a list that was never asked there is always something that is not known.
  return form.is === 'call' && form.call === 'sum' && isNeverWhole(form.with[0]!, outset)
}

function isNeverWhole(list: Form, outset: Outset): boolean {
  if (list.is === 'each') return isNeverWhole(list.list, outset)
  if (list.is === 'fact') return list.fact === 'participations' && outset.stated('participations') === undefined
  if (list.is !== 'filter') return false
  const parts = list.where.is === 'and' ? list.where.of : [list.where]
  return parts.every(isAskedOfItem) && isNeverWhole(list.list, outset)
}

/** Whether a condition cannot be told of an item of which nothing is known. */
function isAskedOfItem(form: Form): boolean {
  const isOfItem = (part: Form) => part.is === 'field' && part.of.is === 'item' && part.of.depth === 0
  if (form.is === 'compare') return isOfItem(form.left) || isOfItem(form.right)
  return form.is === 'call' && form.call === 'list contains' && isOfItem(form.with[1]!)
}

/** Whether what is settled decides a part of a form once and for all, so that it moves less than it might. */
export function isPartlySettled(form: Form, background: Outset): boolean {
  const isDecided =
    (form.is === 'and' || form.is === 'or') && form.of.some(part => isDecisive(part, form.is, background))
  if (isDecided || isLoop(form)) return isDecided
  const derived = form.is === 'fact' && !background.stated(form.fact) ? background.derived(form.fact) : undefined
  return (derived ? [derived] : partsOf(form)).some(part => isPartlySettled(part, background))
}

const isDecisive = (part: Form, within: 'and' | 'or', { settled }: Pick<Background, 'settled'>): boolean =>
  settled(part) === (within === 'or')

const isLoop = ({ is }: Form): boolean => is === 'some' || is === 'every' || is === 'filter'

/** How the value of a form may move when an award is added. */
export function moveOf(form: Form, award: Award, background: Background): Move {
  return moveIn(form, { award, background, around: [] })
}

/** The same between true and anything else: what can never be true moves nothing there. */
export function moveToTruth(form: Form, award: Award, background: Background): Move {
  if (!canHold(form, background)) return still
  if (form.is === 'and' || form.is === 'or') return either(form.of.map(part => moveToTruth(part, award, background)))
  const isDerived =
    form.is === 'fact' && !background.stated(form.fact) && !award.effects.some(({ fact }) => fact === form.fact)
  const derived = isDerived ? background.derived(form.fact) : undefined
  return derived ? moveToTruth(derived, award, background) : moveOf(form, award, background)
}

/** `around`: of the items of the quantifiers around, the nearest first, whether they are participations in the award's own programme. */
interface Setting {
  readonly award: Award
  readonly background: Background
  readonly around: AwardRecord['around']
}

/** Outside every loop: a part stands for itself. */
const isPlain = ({ around }: Setting): boolean => around.length === 0

function moveIn(form: Form, setting: Setting): Move {
  const of = (part: Form): Move => moveIn(part, setting)
  switch (form.is) {
    case 'constant':
    case 'parameter':
    case 'item':
      return still
    case 'fact':
      return moveOfFact(form.fact, setting)
    case 'list':
      return ifAny(form.items.map(of))
    case 'field':
    case 'part':
      return ifAny([of(form.of)])
    case 'each':
      return of(form.list)
    case 'compare': {
      const settled = settledBy(form.left, { is: 'compare', by: form.by, value: form.right }, setting)
      if (settled !== undefined) return settled ? up : down
      const [left, right] = [of(form.left), of(form.right)]
      if (form.by === '=' || form.by === '!=') {
        // No count is below zero: one that rises can only leave it.
        if (left === up && isCount(form.left) && isZero(form.right)) return form.by === '=' ? down : up
        return ifAny([left, right])
      }
      return form.by.startsWith('>') ? either([left, opposite(right)]) : either([opposite(left), right])
    }
    case 'in': {
      const settled = form.tests.map(test => settledBy(form.item, test, setting))
      if (settled.every(truth => truth !== undefined)) return settled.includes(true) ? up : down
      return either([ifAny([of(form.item)]), ...form.tests.map(test => moveOfTest(form.item, test, setting))])
    }
    case 'not':
    case 'minus':
      return opposite(of(form.of))
    case 'and':
    case 'or':
      // Where one part decides it once and for all the others move nothing.
      if (isPlain(setting) && form.of.some(part => isDecisive(part, form.is, setting.background))) return still
      return either(form.of.map(of))
    case 'arithmetic':
      if (form.by === '+') return either([of(form.left), of(form.right)])
      if (form.by === '-') return either([of(form.left), opposite(of(form.right))])
      return ifAny([of(form.left), of(form.right)])
    case 'if':
      if (isNullAsZero(form)) return moveOfUsed(form.no, setting)
      return either([ifAny([of(form.when)]), of(form.yes), of(form.no)])
    case 'some':
      return moveOfLoop(form.list, form.satisfies, false, up | blurred, setting)
    case 'every':
      return moveOfLoop(form.list, form.satisfies, true, down | blurred, setting)
    case 'filter':
      return moveOfLoop(form.list, form.where, false, anyhow, setting)
    case 'at':
      return ifAny([of(form.list)])
    case 'call':
      return moveOfCall(form, setting)
  }
}

/**
 * Whether a fact that the award sets passes a test on constants, once it is set: then the truth can move to this one answer only.
 * Undefined where that cannot be told.
 */
function settledBy(item: Form, test: Test, { award, background }: Setting): boolean | undefined {
  if (item.is !== 'fact' || background.isList(item.fact)) return undefined
  const set = award.effects.findLast(({ fact }) => fact === item.fact)?.value
  if (set === undefined || typeof set === 'object') return undefined
  switch (test.is) {
    case 'equals':
      return isConstant(test.value) ? set === test.value.value : undefined
    case 'one of':
      return test.list.is === 'list' && test.list.items.every(isConstant)
        ? test.list.items.some(each => isConstant(each) && each.value === set)
        : undefined
    case 'compare':
      return isConstant(test.value) ? compared(set, test.by, test.value) : undefined
    case 'range':
      return undefined
  }
}

const isCount = (form: Form): boolean => form.is === 'call' && form.call === 'count'

const isZero = (form: Form): boolean => form.is === 'constant' && form.value === 0

type Constant = Extract<Form, { is: 'constant' }>

const isConstant = (form: Form): form is Constant => form.is === 'constant'

function compared(set: string | number | boolean, by: Comparator, { type, value }: Constant): boolean | undefined {
  if (by === '=') return set === value
  if (by === '!=') return set !== value
  // Days are compared as they are written; a text that is no day is not compared.
  const isOrdered = type === 'number' ? typeof set === 'number' : type === 'date' && typeof set === 'string'
  if (!isOrdered || value === null) return undefined
  if (by === '<') return set < value
  if (by === '<=') return set <= value
  return by === '>' ? set > value : set >= value
}

const nullsAsZero = new WeakMap<Form, boolean>()

/** What is used up of a cap: null, as the sum of an empty list is, counts as nothing. */
function isNullAsZero(form: Extract<Form, { is: 'if' }>): boolean {
  const known = nullsAsZero.get(form)
  if (known !== undefined) return known
  const { when, yes, no } = form
  const isNullTest = when.is === 'compare' && isConstant(when.right) && when.right.type === 'null'
  const found = isZero(yes) && isNullTest && isSameForm(when.left, no)
  nullsAsZero.set(form, found)
  return found
}

const isSameForm = (a: Form, b: Form): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A sum of amounts granted only rises with another participation. */
function moveOfUsed(form: Form, setting: Setting): Move {
  const [amounts] = form.is === 'call' && form.call === 'sum' ? form.with : []
  const isGranted = amounts?.is === 'each' && amounts.field === 'granted'
  if (!isGranted || setting.background.stated('participations') !== 'value') return ifAny([moveIn(form, setting)])
  return moveIn(amounts.list, setting)
}

function moveOfCall(form: Extract<Form, { is: 'call' }>, setting: Setting): Move {
  const [first, second] = form.with
  if (form.call === 'count') return moveIn(first!, setting)
  if (form.call === 'list contains')
    return either([moveOfMembership(second!, first!, setting), ifAny([moveIn(second!, setting)])])
  return ifAny(form.with.map(part => moveIn(part, setting)))
}

function moveOfFact(fact: FactName, { award, background }: Setting): Move {
  const set = award.effects.findLast(effect => effect.fact === fact)?.value
  const isSet = set !== undefined
  if (fact === 'participations' || (isSet && background.isList(fact)))
    return background.stated(fact) === 'value' ? up : anyhow
  if (typeof set === 'boolean') return set ? up : down
  if (isSet) return anyhow
  if (background.stated(fact)) return still
  const derived = background.derived(fact)
  return derived ? moveOf(derived, award, background) : still
}

function moveOfTest(item: Form, test: Test, setting: Setting): Move {
  switch (test.is) {
    case 'one of':
      return moveOfMembership(item, test.list, setting)
    case 'range':
      return ifAny([moveIn(test.from, setting), moveIn(test.to, setting)])
    default:
      return ifAny([moveIn(test.value, setting)])
  }
}

/** Whether a named item is in a list: another item added to the list moves nothing. */
function moveOfMembership(item: Form, list: Form, setting: Setting): Move {
  if (item.is === 'constant' && list.is === 'fact' && setting.background.stated(list.fact) !== 'null') {
    const added = setting.award.effects.filter(({ fact }) => fact === list.fact).flatMap(({ value }) => value)
    if (setting.background.isList(list.fact) && !setting.background.derived(list.fact))
      return added.includes(item.value) ? up : still
  }
  return moveIn(list, setting)
}

/**
 * A list looked through for items. A new participation that counts for nothing (`idle`) moves nothing, one that surely has an answer
 * moves it one way, and one whose answer may be unknown moves it as `unsure`. What is asked of the others may itself look at the list:
 * then participations in the award's own programme are told from the rest.
 */
function moveOfLoop(list: Form, sentence: Form, idle: boolean, unsure: Move, setting: Setting): Move {
  const { award, background, around } = setting
  const turned = (move: Move): Move => (unsure === (down | blurred) ? opposite(move) : move)
  if (list.is !== 'fact' || list.fact !== 'participations' || background.stated('participations') === 'null') {
    const within = moveIn(sentence, { ...setting, around: [undefined, ...around] })
    return either([moveOfItems(list, sentence, idle, turned, setting), within])
  }
  const { texts, told } = background
  const record: AwardRecord = { award, around: ['own', ...around], texts, told, isWhole: true }
  const answer = answerOf(sentence, record)
  const added = answer === idle ? still : answer === undefined ? unsure : turned(up)
  const moveAmong = (kind: 'own' | 'other') => moveIn(sentence, { ...setting, around: [kind, ...around] })
  const isOwnIdle =
    !background.holdsOthers(award.programme) || answerOf(sentence, { ...record, isWhole: false }) === idle
  return either([added, isOwnIdle ? still : moveAmong('own'), moveAmong('other')])
}

/** The same for what is added to a plain list, of which the sentence asks constants: an item that counts for nothing moves nothing. */
function moveOfItems(
  list: Form,
  sentence: Form,
  idle: boolean,
  turned: (move: Move) => Move,
  { award, background, around }: Setting,
): Move {
  const move = ifAny([moveIn(list, { award, background, around })])
  if (list.is !== 'fact' || list.fact === 'participations' || move === still) return move
  // What a list that is not known may hold is told of otherwise once something is added.
  if (!background.isList(list.fact) || background.stated(list.fact) !== 'value') return move
  const answers = award.effects
    .filter(({ fact }) => fact === list.fact)
    .flatMap(({ value }) => [value].flat())
    .map(item =>
      typeof item === 'string'
        ? answerOf(sentence, {
            award,
            item,
            around: [undefined, ...around],
            texts: background.texts,
            told: undefined,
            isWhole: true,
          })
        : undefined,
    )
  if (answers.every(answer => answer === idle)) return still
  return answers.every(answer => typeof answer === 'boolean') ? turned(up) : move
}
