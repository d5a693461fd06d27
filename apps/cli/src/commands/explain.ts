/** `ieum explain --firm FILE PROGRAMME` */
import type { CriterionResult, Result } from '@ieum/matching'
import type { Rulebook, RuledEdition, RuledProgramme } from '@ieum/rules'
import { type Language, sayDay } from '@ieum/wording'
import { type CommonOptions, catalogueAsked, dayAsked, firmAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { factsOf, sayChange, sayFact, saySupport, sayValue, sayWindow } from '../say.ts'
import { styled } from '../table.ts'
import { wordsIn } from '../words/index.ts'

export interface ExplainCommand extends CommonOptions {
  readonly firm: string
  readonly edition?: string
}

export async function explain(id: string, options: ExplainCommand): Promise<0> {
  const on = dayAsked(options)
  const catalogue = await catalogueAsked(options)
  const firm = await firmAsked(options.firm, catalogue)
  const { rulebook, matcher } = catalogue
  const programme = rulebook.programmes.find(programme => programme.id === id)
  if (!programme)
    throw new Refused(
      `PROGRAMME: there is no programme "${id}" in the catalogue: the ids are those of ieum match --json`,
    )
  const result = matcher.matchOne(firm, on, id, options.edition)
  if (!result) {
    const editions = programme.editions.map(({ edition }) => edition).join(', ')
    throw new Refused(`--edition: ${id} has no edition "${options.edition}": it has ${editions}`)
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ on, firm: firm.id, result })}\n`)
  else {
    const spoken = language(options)
    process.stdout.write(
      `${lines(result, programme, rulebook, spoken, firm.name?.[spoken] ?? firm.id, on).join('\n')}\n`,
    )
  }
  return 0
}

function lines(
  result: Result,
  programme: RuledProgramme,
  rulebook: Rulebook,
  spoken: Language,
  firm: string,
  on: string,
): string[] {
  const words = wordsIn(spoken)
  const facts = factsOf(rulebook)
  const edition = programme.editions.find(({ edition }) => edition === result.edition)!
  const agency = rulebook.agencies.find(({ id }) => id === programme.agency)?.name[spoken] ?? programme.agency
  const rules = new Map([...edition.criteria, ...edition.exclusions].map(rule => [rule.id, rule]))

  const criterion = ({ id, verdict, exclusion, because }: CriterionResult): string[] => {
    const rule = rules.get(id)
    const word = (exclusion ? words.exclusion : words.criterion)[verdict]
    const stops = verdict === (exclusion ? 'met' : 'unmet')
    const sign = stops
      ? styled('red', '×')
      : verdict === 'unknown'
        ? styled('magenta', '?')
        : verdict === 'judgement' || verdict === 'condition'
          ? styled('cyan', '○')
          : styled('green', '✓')
    const readings = because.map(
      ({ fact, value }) => `${sayFact(fact, facts, spoken)}: ${sayValue(fact, value, facts, spoken)}`,
    )
    return [
      `  ${sign} ${rule?.label?.[spoken] ?? id} ${styled('dim', `— ${word}${rule?.source ? ` · ${rule.source}` : ''}`)}`,
      ...(readings.length > 0 ? [styled('dim', `      ${readings.join(' · ')}`)] : []),
    ]
  }
  const [criteria, exclusions] = [
    result.criteria.filter(({ exclusion }) => !exclusion),
    result.criteria.filter(({ exclusion }) => exclusion),
  ]

  return [
    styled('bold', `${programme.name[spoken]} — ${words.verdict[result.verdict]}`),
    `${firm} · ${sayDay(on, spoken)} · ${agency} · ${result.edition}`,
    `${words.head.support}: ${saySupport(result.support, spoken)} · ${words.head.window}: ${sayWindow(result.window, spoken)}`,
    '',
    styled('bold', words.explain.criteria),
    ...criteria.flatMap(criterion),
    ...(exclusions.length > 0 ? ['', styled('bold', words.explain.exclusions), ...exclusions.flatMap(criterion)] : []),
    ...missing(),
    ...changes(),
    ...source(edition),
  ]

  function missing(): string[] {
    if (result.missing.length === 0) return []
    const asked = result.missing.map(
      fact => `  - ${facts.get(fact)?.question?.[spoken] ?? sayFact(fact, facts, spoken)}`,
    )
    return ['', styled('bold', words.explain.missing), ...asked]
  }
  function changes(): string[] {
    if (result.verdict !== 'not-eligible') return []
    const sets = result.changes.map(
      set =>
        `  - ${set.map(change => `${sayChange(change, facts, spoken)} (${words.explain.how[change.how]})`).join(' + ')}`,
    )
    return ['', ...(sets.length > 0 ? [styled('bold', words.explain.changes), ...sets] : [words.explain.noChange])]
  }
  function source({ source }: RuledEdition): string[] {
    const said = [
      source?.title,
      source?.notice,
      source?.dated,
      source?.confidence && words.confidence[source.confidence],
    ]
      .filter(Boolean)
      .join(' · ')
    return said ? ['', styled('dim', `${words.explain.source}: ${said}`)] : []
  }
}
