import { printDay } from '@ieum/catalogue/day-numbers'
import type { Form } from '../form.ts'
import { criticalDays } from '../turns.ts'
import { settings } from './settings.ts'
import { canTurn, mayBeSet, type Setting, type Standing, truthOf } from './standing.ts'
import { unfold, writtenOut } from './unfold.ts'

const mostDepth = 32

/**
 * First steps towards a condition having the wanted truth: single facts set otherwise, or a day waited for. Whatever gives it that
 * truth in the end takes at least one of them: of an `and` that fails, each failing part must be mended, so the one with the fewest
 * ways is enough to go on with; of an `or`, any part may be.
 */
export function repairs(form: Form, wanted: boolean, standing: Standing, depth = 0): readonly Setting[] {
  if (depth > mostDepth || !canTurn(form, standing.scope)) return []
  const inner = (part: Form, wanted: boolean) => repairs(part, wanted, standing, depth + 1)
  switch (form.is) {
    case 'constant':
      return []
    case 'not':
      return inner(form.of, !wanted)
    case 'and':
    case 'or': {
      const wrong = form.of.filter(part => truthOf(part, standing) !== wanted)
      if ((form.is === 'and') !== wanted) return wrong.flatMap(part => inner(part, wanted))
      const known = wrong.filter(part => truthOf(part, standing) !== undefined)
      return fewest((known.length > 0 ? known : wrong).map(part => () => inner(part, wanted)))
    }
    case 'if': {
      const when = truthOf(form.when, standing)
      const ways = (part: Form) => (truthOf(part, standing) === wanted ? undefined : inner(part, wanted))
      const [yes, no] = [ways(form.yes), ways(form.no)]
      const turned = (taken: boolean, branch: readonly Setting[] | undefined) =>
        branch === undefined || branch.length > 0 ? inner(form.when, taken) : []
      // While it is not known which branch is taken, the two together settle it as well.
      if (when === undefined) return [...turned(true, yes), ...turned(false, no), ...fewest(present(yes, no))]
      return when === true ? [...(yes ?? []), ...turned(false, no)] : [...(no ?? []), ...turned(true, yes)]
    }
    default:
      return atomRepairs(form, wanted, standing, depth)
  }
}

/** The shortest of some lists, each made only while a shorter one may come. */
export function fewest<T>(lists: readonly (() => readonly T[])[]): readonly T[] {
  let least: readonly T[] | undefined
  for (const make of lists) {
    const list = make()
    if (!least || list.length < least.length) least = list
    if (least.length === 0) break
  }
  return least ?? []
}

const present = <T>(...lists: readonly (T | undefined)[]): (() => T)[] =>
  lists.filter(list => list !== undefined).map(list => () => list)

function atomRepairs(form: Form, wanted: boolean, standing: Standing, depth: number): readonly Setting[] {
  const plain = unfold(form, standing)
  if (plain !== form) {
    // Where nothing that a derived fact is derived from can be changed, it is named itself.
    const through = repairs(plain, wanted, standing, depth + 1)
    if (through.length > 0) return through
  }
  const direct = [...waits(form, wanted, standing), ...promising(form, wanted, standing)]
  if (form.is !== 'some' && form.is !== 'every') return direct
  const all = writtenOut(form, standing)
  return all ? [...direct, ...repairs(all, wanted, standing, depth + 1)] : direct
}

/** Settings that give the condition the wanted truth alone; where none does, all that may be a step on the way. */
function promising(form: Form, wanted: boolean, standing: Standing): readonly Setting[] {
  const allowed = settings(form, wanted, standing).filter(setting => mayBeSet(setting, standing.scope))
  const enough = allowed.filter(setting => truthOf(form, standing.after(setting)) === wanted)
  return enough.length > 0 ? enough : allowed
}

/** The first later day on which the condition has the wanted truth by itself. */
function waits(form: Form, wanted: boolean, { scope, situation }: Standing): readonly Setting[] {
  if (scope.until === undefined) return []
  const { evaluator } = scope
  for (const number of criticalDays(evaluator, form, situation, scope.until)) {
    const day = printDay(number)
    if (evaluator.ask(form, evaluator.changed(situation, {}, day)) === wanted) return [{ fact: 'on', to: day }]
  }
  return []
}
