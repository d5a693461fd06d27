import type { FactName } from '@ieum/catalogue/records'
import type { Evaluator } from '../evaluator.ts'
import type { Form } from '../form.ts'
import { mapParts, partsOf, readsOf } from '../reads.ts'
import { itemsOf, mostItems, type Standing } from './standing.ts'

/** An `if` inside a comparison doubles it. */
const mostLifted = 3

const unfolded = new WeakMap<Form, Map<string, Form>>()

function remembered(form: Form, key: string, make: () => Form): Form {
  const known = unfolded.get(form) ?? new Map<string, Form>()
  unfolded.set(form, known)
  const made = known.get(key) ?? make()
  known.set(key, made)
  return made
}

/**
 * A condition written so that more of it can be seen: derived facts replaced by what they are derived from, an `if` between
 * values by an `if` between conditions. The same form when there is nothing to unfold.
 */
export function unfold(form: Form, { scope, situation }: Standing): Form {
  const derived = derivedIn(form, scope.evaluator).filter(fact => !Object.hasOwn(situation.facts, fact))
  if (derived.length > 0)
    return remembered(form, derived.join(), () =>
      replaced(form, part =>
        part.is === 'fact' && derived.includes(part.fact) ? scope.evaluator.derivation(part.fact)! : undefined,
      ),
    )
  return remembered(form, 'if', () => lifted(form))
}

/** `some` or `every` written out over the items that the list has now; undefined when they are too many or not known. */
export function writtenOut(form: Extract<Form, { is: 'some' | 'every' }>, standing: Standing): Form | undefined {
  const count = itemsOf(form.list, standing)?.length
  if (count === undefined || count === 0 || count > mostItems) return undefined
  return remembered(form, `items ${count}`, () => ({
    is: form.is === 'some' ? 'or' : 'and',
    of: Array.from({ length: count }, (_, index) =>
      withItem(form.satisfies, { is: 'at', list: form.list, position: index + 1 }, 0),
    ),
  }))
}

function withItem(form: Form, item: Form, depth: number): Form {
  if (form.is === 'item') return form.depth === depth ? item : form
  if (form.is === 'some' || form.is === 'every')
    return { ...form, list: withItem(form.list, item, depth), satisfies: withItem(form.satisfies, item, depth + 1) }
  if (form.is === 'filter')
    return { ...form, list: withItem(form.list, item, depth), where: withItem(form.where, item, depth + 1) }
  return mapParts(form, part => withItem(part, item, depth))
}

/** An `if`, or a condition that is itself compared (`(a > 1) = true`), taken out of the condition around it. */
function lifted(form: Form): Form {
  if (form.is !== 'compare' && form.is !== 'in' && form.is !== 'call') return form
  const found: Form[] = []
  const look = (part: Form): void => {
    if (part.is === 'if' || isCondition(part)) found.push(part)
    else if (part.is !== 'filter') for (const each of partsOf(part)) look(each)
  }
  for (const part of partsOf(form)) look(part)
  const [first] = found
  if (!first || found.length > mostLifted) return form
  const withInstead = (instead: Form) => replaced(form, part => (part === first ? instead : undefined))
  if (first.is === 'if') return { is: 'if', when: first.when, yes: withInstead(first.yes), no: withInstead(first.no) }
  return { is: 'if', when: first, yes: withInstead(truth(true)), no: withInstead(truth(false)) }
}

const conditions: ReadonlySet<Form['is']> = new Set(['compare', 'in', 'not', 'and', 'or', 'some', 'every'])

const isCondition = ({ is }: Form): boolean => conditions.has(is)

const truth = (value: boolean): Form => ({ is: 'constant', type: 'boolean', value })

function replaced(form: Form, by: (part: Form) => Form | undefined): Form {
  return by(form) ?? mapParts(form, part => replaced(part, by))
}

const derivedFacts = new WeakMap<Form, readonly FactName[]>()

/** The derived facts that a form itself names. */
function derivedIn(form: Form, evaluator: Evaluator): readonly FactName[] {
  const known = derivedFacts.get(form)
  if (known) return known
  const found = [...readsOf(form).facts].filter(fact => evaluator.derivation(fact))
  derivedFacts.set(form, found)
  return found
}
