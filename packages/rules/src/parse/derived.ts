import type { Form } from '../form.ts'
import { readsOf } from '../reads.ts'

interface Derived {
  readonly fact: string
  readonly sentence: number
  readonly form: Form
}

/** Derived facts, each after those that it needs; and the cycles, each as the facts along it. What stands in a cycle, or needs one, is left out. */
export function inOrder(derived: readonly Derived[]): { ordered: Derived[]; cycles: string[][] } {
  const byFact = new Map(derived.map(each => [each.fact, each]))
  const state = new Map<string, 'open' | 'done' | 'broken'>()
  const ordered: Derived[] = []
  const cycles: string[][] = []
  const visit = (fact: string, path: readonly string[]): boolean => {
    const own = byFact.get(fact)
    if (!own) return true
    const known = state.get(fact)
    if (known === 'open') {
      cycles.push(path.slice(path.indexOf(fact)))
      return false
    }
    if (known) return known === 'done'
    state.set(fact, 'open')
    let isWhole = true
    for (const need of readsOf(own.form).facts) isWhole = visit(need, [...path, fact]) && isWhole
    state.set(fact, isWhole ? 'done' : 'broken')
    if (isWhole) ordered.push(own)
    return isWhole
  }
  for (const each of derived) visit(each.fact, [])
  return { ordered, cycles }
}
