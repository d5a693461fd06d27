/** A programme as it would be with one change: another window, a limit moved, a rule left out. Nothing else is touched. */
import { isDayToAskAbout } from '@ieum/catalogue/days'
import type { Day, Words } from '@ieum/catalogue/records'
import { type Form, partsOf, type Rule, type Rulebook, type RuledEdition, type RuledProgramme } from '@ieum/rules'

export type ProgrammeChange =
  /** One more window of the edition. */
  | { readonly is: 'window'; readonly edition: string; readonly opens: Day; readonly closes: Day }
  /** Wherever that number stands in the rule. */
  | {
      readonly is: 'limit'
      readonly edition: string
      readonly rule: string
      readonly from: number
      readonly to: number
    }
  | { readonly is: 'without'; readonly edition: string; readonly rule: string }

/** Why there is nothing to compare: what it names is not there. */
export type ChangeFault = 'programme' | 'edition' | 'window' | 'rule' | 'limit'

export type Changed =
  | { readonly is: 'changed'; readonly rulebook: Rulebook }
  | { readonly is: 'not there'; readonly what: ChangeFault }

export function changedProgramme(rulebook: Rulebook, id: string, change: ProgrammeChange): Changed {
  const notThere = (what: ChangeFault): Changed => ({ is: 'not there', what })
  const programme = rulebook.programmes.find(one => one.id === id)
  if (!programme) return notThere('programme')
  const edition = programme.editions.find(one => one.edition === change.edition)
  if (!edition) return notThere('edition')
  const changed = (to: RuledEdition, sentences = rulebook.sentences): Changed => ({
    is: 'changed',
    rulebook: { ...rulebook, sentences, programmes: rulebook.programmes.map(with_(programme, edition, to)) },
  })
  switch (change.is) {
    case 'window': {
      const { opens, closes } = change
      if (!isDayToAskAbout(opens) || !isDayToAskAbout(closes) || closes < opens) return notThere('window')
      // A day printed for the windows there were says nothing of this one.
      const { decision, ...rest } = edition
      const days = decision?.days
      return changed({
        ...rest,
        windows: [...edition.windows, { opens, closes }],
        ...(days !== undefined && { decision: { days } }),
      })
    }
    case 'without': {
      if (!rulesOf(edition).some(rule => rule.id === change.rule)) return notThere('rule')
      const others = (rules: readonly Rule[]) => rules.filter(rule => rule.id !== change.rule)
      return changed({ ...edition, criteria: others(edition.criteria), exclusions: others(edition.exclusions) })
    }
    case 'limit': {
      const rule = rulesOf(edition).find(one => one.id === change.rule)
      const sentence = rule?.sentence === undefined ? undefined : rulebook.sentences[rule.sentence]
      if (!rule || !sentence) return notThere('rule')
      if (!numbersIn(sentence.form).includes(change.from) || !Number.isFinite(change.to)) return notThere('limit')
      // Others may share the sentence: this rule gets one of its own.
      const form = withNumber(sentence.form, change.from, change.to)
      const own = (rules: readonly Rule[]) =>
        rules.map(one => (one.id === rule.id ? { ...one, sentence: rulebook.sentences.length } : one))
      return changed({ ...edition, criteria: own(edition.criteria), exclusions: own(edition.exclusions) }, [
        ...rulebook.sentences,
        { text: `${sentence.text} with ${change.to} for ${change.from}`, form },
      ])
    }
  }
}

export interface RuleToChange {
  readonly id: string
  readonly label?: Words | undefined
  /** Numbers that stand in it, each once: limits that could be moved. */
  readonly limits: readonly number[]
}

/** Criteria and exclusions of an edition that are told by a sentence. */
export const rulesToChange = ({ sentences }: Rulebook, edition: RuledEdition): readonly RuleToChange[] =>
  rulesOf(edition).flatMap(({ id, label, sentence }) =>
    sentence === undefined ? [] : [{ id, label, limits: numbersIn(sentences[sentence]!.form) }],
  )

const rulesOf = ({ criteria, exclusions }: RuledEdition): readonly Rule[] => [...criteria, ...exclusions]

const with_ =
  (programme: RuledProgramme, edition: RuledEdition, to: RuledEdition) =>
  (one: RuledProgramme): RuledProgramme =>
    one === programme ? { ...one, editions: one.editions.map(each => (each === edition ? to : each)) } : one

function numbersIn(form: Form): readonly number[] {
  const own = form.is === 'constant' && form.type === 'number' ? [form.value] : []
  return [...new Set([...own, ...partsOf(form).flatMap(numbersIn)])]
}

/** Forms are plain JSON, so that their parts are walked alike whatever they are. */
function withNumber<Part>(part: Part, from: number, to: number): Part {
  if (Array.isArray(part)) return part.map(one => withNumber(one, from, to)) as Part
  if (typeof part !== 'object' || part === null) return part
  const form = part as Readonly<Record<string, unknown>>
  if (form.is === 'constant' && form.type === 'number' && form.value === from) return { ...part, value: to }
  return Object.fromEntries(Object.entries(form).map(([name, one]) => [name, withNumber(one, from, to)])) as Part
}
