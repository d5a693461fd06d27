import type { Form } from '@ieum/rules'
import { CannotSay, type PlainProgramme } from './engine.ts'
import { type Data, plainly } from './plainly.ts'

export interface Said<Rule> {
  readonly must: readonly Rule[]
  readonly mustNot: readonly Rule[]
}

export interface Saying<Rule> {
  readonly programmes: readonly Said<Rule>[]
  /** What the engine cannot say: a function by hand for each such sentence, by the name under which the rules call it. */
  readonly functions: ReadonlyMap<string, (data: Data) => unknown>
  /** Programmes with such a sentence. */
  readonly byHand: number
}

/** Every programme in an engine's own words; a sentence that it cannot say becomes a function written by hand, as its users would. */
export function saying<Rule>(
  programmes: readonly PlainProgramme[],
  say: (form: Form) => Rule,
  call: (name: string) => Rule,
): Saying<Rule> {
  const functions = new Map<string, (data: Data) => unknown>()
  const names = new Map<string, string>()

  function sayOrCall(form: Form): { readonly rule: Rule; readonly isByHand: boolean } {
    try {
      return { rule: say(form), isByHand: false }
    } catch (refusal) {
      if (!(refusal instanceof CannotSay)) throw refusal
      const key = JSON.stringify(form)
      const name = names.get(key) ?? `by_hand_${names.size + 1}`
      names.set(key, name)
      functions.set(name, plainly(form))
      return { rule: call(name), isByHand: true }
    }
  }

  let byHand = 0
  const said = programmes.map((programme): Said<Rule> => {
    const must = programme.must.map(sayOrCall)
    const mustNot = programme.mustNot.map(sayOrCall)
    if ([...must, ...mustNot].some(each => each.isByHand)) byHand += 1
    return { must: must.map(each => each.rule), mustNot: mustNot.map(each => each.rule) }
  })
  return { programmes: said, functions, byHand }
}
