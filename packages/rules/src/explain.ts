import type { FactName, Language, Value, Words } from '@ieum/catalogue/records'
import type { Evaluator, Reading, Situation } from './evaluator.ts'
import type { Form } from './form.ts'
import { readsOf } from './reads.ts'
import type { Truth } from './truth.ts'

/** Says a form as a short plain sentence. How it is said in a language is not known here. */
export interface Sayer {
  say(form: Form, language: Language): string
  words(form: Form): Words
}

/** One part of a proof, with the parts that it rests on. */
export interface Explanation {
  readonly says: Words
  /** Of a condition. */
  readonly truth?: Truth
  /** Of a derived fact: what came out. Left out while it is unknown. */
  readonly derived?: FactName
  readonly value?: Value
  /** The facts that decide this part. */
  readonly because: readonly Reading[]
  readonly missing: readonly FactName[]
  readonly parts: readonly Explanation[]
}

const deepest = 12

/** The proof of a sentence as a tree: every condition with its own truth, and under it how each derived fact came about. */
export function explain(evaluator: Evaluator, sentence: number, situation: Situation, sayer: Sayer): Explanation {
  return explainForm(evaluator.form(sentence), { evaluator, situation, sayer }, new Set(), 0)
}

interface Telling {
  readonly evaluator: Evaluator
  readonly situation: Situation
  readonly sayer: Sayer
}

function explainForm(form: Form, telling: Telling, told: ReadonlySet<FactName>, depth: number): Explanation {
  const { because, missing, truth } = telling.evaluator.proofOf(form, telling.situation)
  const parts = depth < deepest ? partsToTell(form).map(part => explainForm(part, telling, told, depth + 1)) : []
  const derived = parts.length === 0 && depth < deepest ? explainDerived(form, telling, told, depth) : []
  return { says: telling.sayer.words(form), truth, because, missing, parts: [...parts, ...derived] }
}

/** The conditions of which a condition is made. The inside of a loop is told by the loop itself. */
function partsToTell(form: Form): readonly Form[] {
  if (form.is === 'and' || form.is === 'or') return form.of
  if (form.is === 'not') return [form.of]
  return form.is === 'if' ? [form.when] : []
}

function explainDerived(
  form: Form,
  telling: Telling,
  told: ReadonlySet<FactName>,
  depth: number,
): readonly Explanation[] {
  const { evaluator, situation, sayer } = telling
  return [...readsOf(form).facts].flatMap((fact): readonly Explanation[] => {
    const derivation = evaluator.derivation(fact)
    if (!derivation || told.has(fact) || Object.hasOwn(situation.facts, fact)) return []
    const value = evaluator.value(fact, situation)
    const { because, missing } = evaluator.proofOf({ is: 'fact', fact }, situation)
    const next = new Set([...told, fact])
    const way = derivation.is === 'if' ? branchesTaken(derivation, telling) : [derivation]
    const parts = way.map(part => explainForm(part, telling, next, depth + 1))
    return [
      {
        says: sayer.words({ is: 'fact', fact }),
        derived: fact,
        ...(value !== undefined && { value }),
        because,
        missing,
        parts,
      },
    ]
  })
}

/** The conditions of an `if … else if …` up to the one that was met. */
function branchesTaken(form: Form, telling: Telling): readonly Form[] {
  const taken: Form[] = []
  let at = form
  while (at.is === 'if') {
    taken.push(at.when)
    const holds = telling.evaluator.ask(at.when, telling.situation)
    if (holds === undefined) break
    at = holds === true ? at.yes : at.no
  }
  return taken
}
