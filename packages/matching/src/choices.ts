/** Choices of an application: what an applicant says in applying, such as the level aimed at. They decide some lines alone. */
import type { FactName } from '@ieum/catalogue/records'
import { type Evaluator, type Situation, SmallestChanges } from '@ieum/rules'
import type { Choice } from './result.ts'

export interface Choices {
  /** Whether an unknown sentence waits for nothing but choices of the application. */
  decide(sentence: number, situation: Situation): boolean
  /** The sets of choices that give such a sentence the wanted truth. */
  thatMeet(sentence: number, wanted: boolean, situation: Situation): readonly (readonly Choice[])[]
}

export function choicesOf(evaluator: Evaluator): Choices {
  const chosen = new Set(evaluator.rulebook.facts.filter(fact => fact.about === 'application').map(fact => fact.name))
  const isChosen = (fact: FactName) => chosen.has(fact)
  const readsChoice: (boolean | undefined)[] = []
  const remembered = new Map<string, Choice[][]>()
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
    decide(sentence, situation) {
      if (!mayDecide(sentence)) return false
      const { missing } = evaluator.proof(sentence, situation)
      return missing.length > 0 && missing.every(isChosen)
    },
    thatMeet(sentence, wanted, situation) {
      // Of a sentence that reads nothing that this firm has stated, the choices are the same for the next firm.
      const isAlike = evaluator.factsOf(sentence).every(fact => !Object.hasOwn(situation.facts, fact))
      if (!isAlike) return choicesThatMeet(sentence, wanted, situation)
      const key = `${sentence} ${wanted} ${situation.on}`
      const known = remembered.get(key)
      if (known) return known
      const found = choicesThatMeet(sentence, wanted, situation)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(key, found)
      return found
    },
  }
}
