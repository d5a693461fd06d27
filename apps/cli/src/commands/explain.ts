/** `ieum explain --firm FILE PROGRAMME` */
import { nearest } from '@ieum/catalogue'
import type { Firm, Source } from '@ieum/catalogue/records'
import { type Choice, type CriterionResult, factsOfFirm, type Result } from '@ieum/matching'
import {
  type Explanation,
  explain as explainSentence,
  type Rule,
  type RuledEdition,
  type RuledProgramme,
} from '@ieum/rules'
import type { OpenCatalogue } from '@ieum/services'
import { factWordsOf, type Language, sayDay, sayerOf } from '@ieum/wording'
import { catalogueForFirm, type FirmOptions } from '../agreed-asked.ts'
import { dayAsked, firmAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { sayChange, saySupport, sayWindow, windowShown } from '../say.ts'
import { styled } from '../table.ts'
import { wordsIn } from '../words/index.ts'

export interface ExplainCommand extends FirmOptions {
  readonly edition?: string
}

export async function explain(id: string, options: ExplainCommand): Promise<0> {
  const on = dayAsked(options)
  const catalogue = await catalogueForFirm(options)
  const firm = await firmAsked(options.firm, catalogue)
  const { rulebook, matcher } = catalogue
  const programme = rulebook.programmes.find(programme => programme.id === id)
  if (!programme)
    throw new Refused(`PROGRAMME: there is no programme "${id}" in the catalogue: ${meant(id, rulebook.programmes)}`)
  const result = matcher.matchOne(firm, on, id, options.edition)
  if (!result) {
    const editions = programme.editions.map(({ edition }) => edition).join(', ')
    throw new Refused(`--edition: ${id} has no edition "${options.edition}": it has ${editions}`)
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ on, firm: firm.id, result })}\n`)
  else {
    const spoken = language(options)
    process.stdout.write(`${lines(result, programme, catalogue, firm, on, spoken).join('\n')}\n`)
  }
  return 0
}

function meant(id: string, programmes: readonly RuledProgramme[]): string {
  const ids = programmes.map(programme => programme.id)
  const near = nearest(id, ids) ?? ids.find(one => one.includes(id))
  return near ? `did you mean ${near}?` : 'ieum match --all shows the ids'
}

/** Nobody compares more ways to choose. */
const shownChoices = 4

function lines(
  result: Result,
  programme: RuledProgramme,
  { rulebook, matcher }: OpenCatalogue,
  firm: Firm,
  on: string,
  spoken: Language,
): string[] {
  const words = wordsIn(spoken)
  const factWords = factWordsOf(rulebook, on, spoken)
  const { nameOf, say } = factWords
  const edition = programme.editions.find(({ edition }) => edition === result.edition)!
  const agency = rulebook.agencies.find(({ id }) => id === programme.agency)?.name[spoken] ?? programme.agency
  const rules = new Map([...edition.criteria, ...edition.exclusions].map(rule => [rule.id, rule]))
  const sayer = sayerOf(rulebook)
  const { evaluator } = matcher
  const situation = evaluator.situation(factsOfFirm(firm, rulebook.facts), on)

  const questionOf = (name: string): string =>
    rulebook.facts.find(fact => fact.name === name)?.question?.[spoken] ?? nameOf(name)
  const titleOf = (id: string, rule: Rule | undefined): string =>
    rule?.label?.[spoken] ?? (rule?.sentence === undefined ? id : sayer.say(evaluator.form(rule.sentence), spoken))
  /** Of a sentence of several parts, those that decided it. */
  const decisive = (rule: Rule | undefined): readonly Explanation[] => {
    if (rule?.sentence === undefined) return []
    const { truth, parts } = explainSentence(evaluator, rule.sentence, situation, sayer)
    const deciding = parts.filter(
      part => part.derived === undefined && (part.truth ?? undefined) === (truth ?? undefined),
    )
    return parts.length > 1 && deciding.length < parts.length ? deciding : []
  }
  const criterion = ({ id, verdict, exclusion, waived, because, choices: chosen }: CriterionResult): string[] => {
    const rule = rules.get(id)
    const word = waived ? words.explain.waived : (exclusion ? words.exclusion : words.criterion)[verdict]
    const stops = !waived && verdict === (exclusion ? 'met' : 'unmet')
    const sign = stops
      ? styled('red', '×')
      : waived
        ? styled('green', '✓')
        : verdict === 'unknown'
          ? styled('magenta', '?')
          : verdict === 'judgement' || verdict === 'condition'
            ? styled('cyan', '○')
            : styled('green', '✓')
    const readings = because.map(
      ({ fact, value }) => `${nameOf(fact)}: ${value === undefined ? words.explain.notKnown : say(fact, value)}`,
    )
    const parts = stops || (verdict === 'unknown' && !waived) ? decisive(rule) : []
    const choices = (chosen ?? []).slice(0, shownChoices)
    const isToldByReadings = choices.length === 0
    return [
      `  ${sign} ${titleOf(id, rule)} ${styled('dim', ['—', [word, ...placeOf(rule)].join(' · ')].join(' '))}`,
      ...parts.map(part => `      ↳ ${part.says[spoken]}`),
      ...(readings.length > 0 && isToldByReadings ? [styled('dim', `      ${readings.join(' · ')}`)] : []),
      ...(choices.length > 0 ? [`      ${words.explain.choose}: ${choices.map(sayChoices).join(' / ')}`] : []),
    ]
  }
  /** Where a sentence was read: its place in the notice, or the source of the rule that several programmes share. */
  function placeOf(rule: Rule | undefined): string[] {
    if (!rule?.common) return rule?.source ? [rule.source] : []
    const common = rulebook.commonRules.find(({ id }) => id === rule.id)
    return [`${words.explain.common}: ${saidOf(common?.source)}`]
  }
  const sayChoices = (set: readonly Choice[]): string =>
    set
      .map(({ fact, values }) => {
        const said = values.slice(0, shownChoices).map(value => say(fact, value))
        return words.explain.choice(
          nameOf(fact),
          said.join(', '),
          values.every(value => typeof value === 'number'),
        )
      })
      .join(' + ')
  const [criteria, exclusions] = [
    result.criteria.filter(({ exclusion }) => !exclusion),
    result.criteria.filter(({ exclusion }) => exclusion),
  ]

  return [
    styled('bold', `${programme.name[spoken]} — ${words.verdict[result.verdict]}`),
    `${firm.name?.[spoken] ?? firm.id} · ${sayDay(on, spoken)} · ${agency} · ${result.edition}`,
    `${words.head.support}: ${saySupport(result.support, spoken)}${result.support.cappedBy ? ` (${words.explain.capped})` : ''} · ${words.head.window}: ${sayWindow(windowShown(result, programme, on), spoken)}`,
    '',
    styled('bold', words.explain.criteria),
    ...criteria.flatMap(criterion),
    ...(exclusions.length > 0 ? ['', styled('bold', words.explain.exclusions), ...exclusions.flatMap(criterion)] : []),
    ...missing(),
    ...changes(),
    ...note(edition),
    ...source(edition),
  ]

  function saidOf(source: Source | undefined): string {
    const { title, notice, dated, where, confidence } = source ?? {}
    return [title, notice, dated, where, confidence && words.confidence[confidence]].filter(Boolean).join(' · ')
  }
  function missing(): string[] {
    if (result.missing.length === 0) return []
    const asked = result.missing.map(fact => `  - ${questionOf(fact)}`)
    return ['', styled('bold', words.explain.missing), ...asked]
  }
  function changes(): string[] {
    if (result.verdict !== 'not-eligible') return []
    const sets = result.changes.map(
      set =>
        `  - ${set.map(change => `${sayChange(change, factWords, spoken)} (${words.explain.how[change.how]})`).join(' + ')}`,
    )
    return ['', ...(sets.length > 0 ? [styled('bold', words.explain.changes), ...sets] : [words.explain.noChange])]
  }
  function note({ note }: RuledEdition): string[] {
    return note ? ['', styled('dim', note[spoken])] : []
  }
  function source({ source }: RuledEdition): string[] {
    const said = saidOf(source)
    return said ? ['', styled('dim', `${words.explain.source}: ${said}`)] : []
  }
}
