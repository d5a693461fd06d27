/**
 * A sentence with one thing in it changed, as a slip in writing it would: the other side of a bound, `and` for `or`, a figure one
 * off, a member forgotten. With each, what must hold around the changed place so that the change decides the sentence.
 */
import { parseDay, printDay } from '@ieum/catalogue/day-numbers'
import { type Comparator, type Form, mapParts, partsOf, type Test } from '@ieum/rules'

export interface Goal {
  readonly form: Form
  readonly is: boolean
}

export interface Mutant {
  readonly kind: string
  readonly form: Form
  /** Under these the changed place decides the sentence: those beside it in an `and` hold, those beside it in an `or` do not. */
  readonly goals: readonly Goal[]
  /** The condition in which the change stands; it can be asked by itself. */
  readonly condition: Form
}

interface Around {
  readonly whole: (part: Form) => Form
  readonly goals: readonly Goal[]
  /** A form of the body of a loop, put into the loops around it: whether it is so of some item. */
  readonly outside: (part: Form) => Form
  readonly condition?: Form | undefined
}

export function mutantsOf(form: Form): Mutant[] {
  const found: Mutant[] = []
  visit(form, { whole: part => part, goals: [], outside: part => part }, found)
  return found
}

function visit(form: Form, around: Around, found: Mutant[]): void {
  const tell = (kind: string, mutant: Form, goals: readonly Goal[] = []) =>
    found.push({
      kind,
      form: around.whole(mutant),
      goals: [...around.goals, ...goals],
      condition: around.condition ?? around.outside(form),
    })
  const goal = (part: Form, is: boolean): Goal => ({
    form: around.outside(is ? part : { is: 'not', of: part }),
    is: true,
  })
  const down = (index: number, more: Partial<Around> = {}) =>
    visit(
      partsOf(form)[index]!,
      { ...around, whole: part => around.whole(withPart(form, index, part)), ...more },
      found,
    )
  const downAll = (more: Partial<Around> = {}): void => {
    for (const index of partsOf(form).keys()) down(index, more)
  }

  switch (form.is) {
    case 'and':
    case 'or': {
      const wanted = form.is === 'and'
      const besides = (index: number) => form.of.flatMap((part, other) => (other === index ? [] : [goal(part, wanted)]))
      tell(wanted ? 'and → or' : 'or → and', { ...form, is: wanted ? 'or' : 'and' }, [
        ...besides(0),
        goal(form.of[0]!, !wanted),
      ])
      for (const [index, part] of form.of.entries()) {
        tell('a part left out', { ...form, of: form.of.toSpliced(index, 1) }, [...besides(index), goal(part, !wanted)])
        down(index, { goals: [...around.goals, ...besides(index)] })
      }
      return
    }
    case 'not':
      tell('not left out', form.of)
      down(0)
      return
    case 'if':
      down(0, { condition: around.condition ?? around.outside(form.when) })
      down(1, { goals: [...around.goals, goal(form.when, true)] })
      down(2, { goals: [...around.goals, goal(form.when, false)] })
      return
    case 'some':
    case 'every':
      tell(form.is === 'some' ? 'some → every' : 'every → some', { ...form, is: form.is === 'some' ? 'every' : 'some' })
      down(0)
      down(1, inLoop(form.list, around))
      return
    case 'filter':
      down(0)
      down(1, inLoop(form.list, around))
      return
    case 'compare':
      tell(`${form.by} → ${slipped[form.by]}`, { ...form, by: slipped[form.by] })
      downAll({ condition: around.condition ?? around.outside(form) })
      return
    case 'in': {
      for (const [index, test] of form.tests.entries()) {
        if (form.tests.length > 1) tell('a member left out', { ...form, tests: form.tests.toSpliced(index, 1) })
        for (const [kind, changed] of boundsMoved(test)) tell(kind, { ...form, tests: form.tests.with(index, changed) })
      }
      downAll({ condition: around.condition ?? around.outside(form) })
      return
    }
    case 'call':
      downAll({ condition: around.condition ?? around.outside(form) })
      return
    case 'list':
      for (const index of form.items.keys())
        tell('a member left out', { ...form, items: form.items.toSpliced(index, 1) })
      downAll()
      return
    case 'constant':
      for (const changed of besideConstant(form)) tell('a figure one off', changed)
      return
    default:
      downAll()
      return
  }
}

/** In a loop a condition is asked of some item: of a list of one, which shows most, that is the same. */
function inLoop(list: Form, around: Around): Partial<Around> {
  return { outside: part => around.outside({ is: 'some', list, satisfies: part }), condition: undefined }
}

function withPart(form: Form, index: number, part: Form): Form {
  let number = 0
  return mapParts(form, each => (number++ === index ? part : each))
}

const slipped: Readonly<Record<Comparator, Comparator>> = {
  '>=': '>',
  '>': '>=',
  '<': '<=',
  '<=': '<',
  '=': '!=',
  '!=': '=',
}

function boundsMoved(test: Test): (readonly [string, Test])[] {
  if (test.is === 'range')
    return [
      [test.fromOpen ? '> → >=' : '>= → >', { ...test, fromOpen: !test.fromOpen }],
      [test.toOpen ? '< → <=' : '<= → <', { ...test, toOpen: !test.toOpen }],
    ]
  if (test.is !== 'compare') return []
  return [[`${test.by} → ${slipped[test.by]}`, { ...test, by: slipped[test.by] }]]
}

function besideConstant(form: Extract<Form, { is: 'constant' }>): Form[] {
  switch (form.type) {
    case 'number':
    case 'days':
    case 'months':
      return [-1, 1].map(step => ({ ...form, value: form.value + step }))
    case 'date':
      return [-1, 1].map(step => ({ ...form, value: printDay(parseDay(form.value)! + step) }))
    case 'boolean':
      return [{ ...form, value: !form.value }]
    default:
      return []
  }
}
