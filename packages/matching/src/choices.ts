/** Choices of an application: what an applicant says in applying, such as the level aimed at. They decide some lines alone. */
import type { FactName } from '@ieum/catalogue/records'
import { type Evaluator, type Situation, SmallestChanges } from '@ieum/rules'
import type { Choice } from './result.ts'

export interface Choices {
  /**
   * How an unknown sentence stands that waits for nothing but choices of the application: `condition`, or, when no choice gives it
   * the wanted truth, the other one. Undefined when it waits for something else.
   */
  decide(sentence: number, wanted: boolean, situation: Situation): 'condition' | boolean | undefined
  /** The sets of choices that give such a sentence the wanted truth. */
  thatMeet(sentence: number, wanted: boolean, situation: Situation): readonly (readonly Choice[])[]
}

export function choicesOf(evaluator: Evaluator): Choices {
  const chosen = new Set(evaluator.rulebook.facts.filter(fact => fact.about === 'application').map(fact => fact.name))
  const isChosen = (fact: FactName) => chosen.has(fact)
  /** Of a choice among named values all can be tried; that none of all numbers does cannot be said. */
  const enumerable = new Set(
    evaluator.rulebook.facts.filter(({ type, values }) => type === 'boolean' || values).map(({ name }) => name),
  )
  const hasFewValues = (fact: FactName) => enumerable.has(fact)
  const readsChoice: (boolean | undefined)[] = []
  const remembered = new Map<string, Choice[][]>()
  const own = new WeakMap<Situation, Map<string, Choice[][]>>()
  const mostRemembered = 4096

  function mayDecide(sentence: number): boolean {
    const known = readsChoice[sentence]
    if (known !== undefined) return known
    const found = evaluator.factsOf(sentence).some(isChosen)
    readsChoice[sentence] = found
    return found
  }

  /** Values of one choice that give the wanted truth alone stand together; of a figure it is the nearest value that does. */
  function choicesThatMeet(sentence: number, wanted: boolean, situation: Situation): Choice[][] {
    const alone = new Map<FactName, Choice['values'][number][]>()
    const together: Choice[][] = []
    const changes = new SmallestChanges(evaluator, situation, { answers: chosen })
    for (const set of changes.thatGive([{ sentence, wanted }])) {
      const [only, ...others] = set
      if (only && others.length === 0) alone.set(only.fact, [...(alone.get(only.fact) ?? []), only.to])
      else together.push(set.map(({ fact, to }) => ({ fact, values: [to] })))
    }
    return [...[...alone].map(([fact, values]) => [{ fact, values }]), ...together]
  }

  return {
    decide(sentence, wanted, situation) {
      if (!mayDecide(sentence)) return undefined
      const { missing } = evaluator.proof(sentence, situation)
      if (missing.length === 0 || !missing.every(isChosen)) return undefined
      return thatMeet(sentence, wanted, situation).length === 0 && missing.every(hasFewValues) ? !wanted : 'condition'
    },
    thatMeet,
  }

  function thatMeet(sentence: number, wanted: boolean, situation: Situation): Choice[][] {
    // Of a sentence that reads nothing that this firm has stated, the choices are the same for the next firm. What a firm states is
    // not kept: its own choices are remembered with its situation only.
    const isAlike = evaluator.factsOf(sentence).every(fact => !Object.hasOwn(situation.facts, fact))
    const shared = isAlike ? remembered : (own.get(situation) ?? new Map<string, Choice[][]>())
    if (!isAlike) own.set(situation, shared)
    const key = `${sentence} ${wanted} ${situation.on}`
    const known = shared.get(key)
    if (known) return known
    const found = choicesThatMeet(sentence, wanted, situation)
    if (shared.size >= mostRemembered) shared.clear()
    shared.set(key, found)
    return found
  }
}
