/** Everything that one rule says on a day: its own sentence, and all that it reads. As long as it is the same, so are the answers. */
import type { Day } from '@ieum/catalogue/records'
import { readsOf } from './reads.ts'
import type { Rule, Rulebook } from './rulebook.ts'

/**
 * As text, for comparing and for digests: FEEL as it stands in the catalogue (of a rule that an official judges, its label), the derived facts that it reaches, and the figures that counted until
 * that day. Not how the program keeps sentences, which may change with it.
 */
export function ruleWording(rulebook: Rulebook, rule: Rule, on: Day): string {
  const derived = new Map(rulebook.derived.map(({ fact, sentence }) => [fact, sentence]))
  const reached = new Map<string, string>()
  const figures = new Set<string>()
  const visit = (sentence: number) => {
    const { facts, parameters } = readsOf(rulebook.sentences[sentence]!.form)
    for (const parameter of parameters) figures.add(parameter)
    for (const fact of facts) {
      const own = derived.get(fact)
      if (own === undefined || reached.has(fact)) continue
      reached.set(fact, inOneLine(rulebook.sentences[own]!.text))
      visit(own)
    }
  }
  if (rule.sentence !== undefined) visit(rule.sentence)
  const common = rule.common && rulebook.commonRules.find(({ id }) => id === rule.id)
  return JSON.stringify([
    rule.sentence === undefined ? labelOf(rule) : inOneLine(rulebook.sentences[rule.sentence]!.text),
    common?.valid ?? null,
    [...reached].sort(),
    rulebook.parameters
      .filter(({ id }) => figures.has(id))
      .map(({ id, editions }) => [
        id,
        editions
          .filter(({ from }) => from === undefined || from <= on)
          .map(({ from, until, value, rows }) => [from, until, value, rows]),
      ]),
  ])
}

/** All that a rule says which an official judges. */
const labelOf = ({ label }: Rule): readonly (string | undefined)[] | null =>
  label ? [inOneLine(label.ko), label.en && inOneLine(label.en)] : null

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
