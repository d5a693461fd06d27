/**
 * Which awards a sentence can tell. A sentence that says `some p in participations satisfies p.programme = "x" …` is not concerned
 * by an award of programme y, and one that is concerned may move one way only. Whatever is not understood here moves both ways.
 */
import type { FactName } from '@ieum/catalogue/records'
import type { Form, Test } from '@ieum/rules'
import type { Award } from './gains.ts'
import { ofRecord } from './record.ts'

/** How a truth or number may move, or a list change, when an award is added: bits. A list moves `up` when items are added. */
export type Move = 0 | 1 | 2 | 3
export const [still, up, down, anyhow] = [0, 1, 2, 3] as const

export interface Background {
  /** The form of a derived fact. */
  readonly derived: (fact: FactName) => Form | undefined
  readonly isList: (fact: FactName) => boolean
  /** What the firm states: a list that is not known, or known to be null, can move either way. */
  readonly stated: (fact: FactName) => 'value' | 'null' | undefined
}

const opposite = (move: Move): Move => (((move & 1) << 1) | (move >> 1)) as Move
const either = (moves: readonly Move[]): Move => moves.reduce<number>((all, move) => all | move, 0) as Move
const ifAny = (moves: readonly Move[]): Move => (either(moves) === still ? still : anyhow)

/** How the value of a form may move when an award is added. */
export function moveOf(form: Form, award: Award, background: Background): Move {
  const of = (part: Form): Move => moveOf(part, award, background)
  switch (form.is) {
    case 'constant':
    case 'parameter':
    case 'item':
      return still
    case 'fact':
      return moveOfFact(form.fact, award, background)
    case 'list':
      return ifAny(form.items.map(of))
    case 'field':
    case 'part':
      return ifAny([of(form.of)])
    case 'each':
      return of(form.list)
    case 'compare': {
      const [left, right] = [of(form.left), of(form.right)]
      if (form.by === '=' || form.by === '!=') return ifAny([left, right])
      return form.by.startsWith('>') ? either([left, opposite(right)]) : either([opposite(left), right])
    }
    case 'in':
      return either([ifAny([of(form.item)]), ...form.tests.map(test => moveOfTest(test, of))])
    case 'not':
    case 'minus':
      return opposite(of(form.of))
    case 'and':
    case 'or':
      return either(form.of.map(of))
    case 'arithmetic':
      if (form.by === '+') return either([of(form.left), of(form.right)])
      if (form.by === '-') return either([of(form.left), opposite(of(form.right))])
      return ifAny([of(form.left), of(form.right)])
    case 'if':
      return either([ifAny([of(form.when)]), of(form.yes), of(form.no)])
    case 'some':
      return either([moveOfList(form.list, form.satisfies, false, award, background), of(form.satisfies)])
    case 'every':
      return either([opposite(moveOfList(form.list, form.satisfies, true, award, background)), of(form.satisfies)])
    case 'filter':
      return either([moveOfList(form.list, form.where, false, award, background), of(form.where)])
    case 'at':
      return ifAny([of(form.list)])
    case 'call':
      if (form.call === 'count') return of(form.with[0]!)
      if (form.call === 'list contains') return either([of(form.with[0]!), ifAny([of(form.with[1]!)])])
      return ifAny(form.with.map(of))
  }
}

function moveOfFact(fact: FactName, award: Award, background: Background): Move {
  const isSet = award.effects.some(effect => effect.fact === fact)
  if (fact === 'participations' || (isSet && background.isList(fact)))
    return background.stated(fact) === 'value' ? up : anyhow
  if (isSet) return anyhow
  if (background.stated(fact)) return still
  const derived = background.derived(fact)
  return derived ? moveOf(derived, award, background) : still
}

function moveOfTest(test: Test, of: (form: Form) => Move): Move {
  switch (test.is) {
    case 'one of':
      return of(test.list)
    case 'range':
      return ifAny([of(test.from), of(test.to)])
    default:
      return ifAny([of(test.value)])
  }
}

/**
 * A list that is looked through for items. A new item that counts for nothing (`idle`) moves nothing, and one that surely has an answer
 * moves it one way; one whose answer may be unknown or null may move it either way.
 */
function moveOfList(list: Form, sentence: Form, idle: boolean, award: Award, background: Background): Move {
  const grows = moveOf(list, award, background)
  if (list.is !== 'fact' || list.fact !== 'participations' || background.stated(list.fact) === 'null')
    return ifAny([grows])
  const answer = ofRecord(sentence, award)
  if (answer === idle) return still
  return answer === undefined ? anyhow : grows
}
