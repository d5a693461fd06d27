/** `ieum check`: loads a catalogue, runs every example in it, and reports each fault with its place. */
import { loadCatalogue } from '@ieum/catalogue/node'
import type { Catalogue, CommonRule, Example, Fault, Programme, RuleExample } from '@ieum/catalogue/records'
import { factsOfFirm, leftBy, type Matcher, matcherOf } from '@ieum/matching'
import { buildRulebook } from '@ieum/rules/parse'
import { placedFaults } from './placed-faults.ts'

export interface CatalogueCheck {
  readonly faults: readonly Fault[]
  readonly warnings: readonly Fault[]
  readonly counts: {
    readonly facts: number
    readonly agencies: number
    readonly programmes: number
    readonly editions: number
    readonly links: number
    readonly pathways: number
    readonly commonRules: number
    readonly councils: number
    readonly papers: number
    readonly sentences: number
    readonly examples: number
  }
}

export async function checkCatalogue(dir: string): Promise<CatalogueCheck> {
  const { catalogue, faults, warnings, place, sources } = await loadCatalogue(dir)
  const { rulebook, faults: sentenceFaults } = buildRulebook(catalogue)
  const found = [...faults, ...placedFaults(sentenceFaults, place)]

  // Examples mean something only where the programme's own sentences do, and the facts that all read.
  const faulty = new Set(found.map(({ file }) => file))
  const own = new Map(catalogue.programmes.map(({ id }) => [id, place(['programmes', id]).file]))
  const rules = new Map(catalogue.commonRules?.map(({ id }) => [id, place(['common-rules', id]).file]))
  const links = catalogue.links.map(({ id }) => place(['links', id]).file)
  const aside = (['holidays', 'consents', 'closing-days', 'catalogue'] as const).map(kind => place([kind]).file)
  const councils = (catalogue.councils ?? []).map(({ id }) => place(['councils', id]).file)
  const papers = [...sources.keys()].filter(file => file.endsWith('.md'))
  const others = new Set([...own.values(), ...rules.values(), ...links, ...councils, ...papers, ...aside])
  if ([...faulty].every(file => others.has(file))) {
    const matcher = matcherOf(rulebook)
    for (const programme of catalogue.programmes.filter(({ id }) => !faulty.has(own.get(id)!)))
      programme.examples?.forEach((example, index) => {
        const wrong = wrongInExample(matcher, programme, example)
        if (wrong) found.push({ ...place(['programmes', programme.id, 'examples', index, 'expect']), ...wrong })
      })
    for (const rule of catalogue.commonRules?.filter(({ id }) => !faulty.has(rules.get(id)!)) ?? [])
      rule.examples?.forEach((example, index) => {
        for (const { key, ...wrong } of wrongInRuleExample(matcher, rule, example))
          found.push({ ...place(['common-rules', rule.id, 'examples', index, key]), ...wrong })
      })
  }
  return { faults: found, warnings, counts: countsOf(catalogue, rulebook.sentences.length) }
}

function wrongInExample(
  matcher: Matcher,
  programme: Programme,
  example: Example,
): Pick<Fault, 'wrong' | 'right'> | undefined {
  const { name, on, edition, expect } = example
  const result = matcher.matchOne({ id: name, facts: example.firm }, on, programme.id, edition)
  // An edition that is not there was told of when the file was read.
  if (!result || result.verdict === expect) return undefined
  const decisive = result.criteria
    .filter(({ verdict, exclusion }) => verdict === 'unknown' || verdict === (exclusion ? 'met' : 'unmet'))
    .map(({ id, verdict, exclusion }) => `${exclusion ? 'exclusion' : 'criterion'} ${id} is ${verdict}`)
  const because = decisive.length > 0 ? ` (${decisive.join(', ')})` : ''
  return {
    wrong: `the example "${name}" expects ${expect} and gets ${result.verdict}${because}`,
    right: `expect: ${result.verdict}, or facts with which it is ${expect}`,
  }
}

function* wrongInRuleExample(
  { rulebook, evaluator }: Matcher,
  { id }: CommonRule,
  { name, firm, on, expect, leaves }: RuleExample,
): Generator<Pick<Fault, 'wrong' | 'right'> & { readonly key: 'expect' | 'leaves' }> {
  const { sentence, left } = rulebook.commonRules.find(rule => rule.id === id)!
  const situation = evaluator.situation(factsOfFirm({ id: name, facts: firm }, rulebook.facts), on)
  const truth = evaluator.truth(sentence!, situation)
  const verdict = truth === undefined ? 'unknown' : truth ? 'met' : 'unmet'
  if (verdict !== expect)
    yield {
      key: 'expect',
      wrong: `the example "${name}" expects ${expect} and gets ${verdict}`,
      right: `expect: ${verdict}, or facts with which it is ${expect}`,
    }
  const found = left === undefined ? undefined : leftBy(left, evaluator, situation)
  if (leaves !== undefined && found !== leaves)
    yield {
      key: 'leaves',
      wrong: `in the example "${name}" the cap leaves ${found ?? (found === null ? 'any amount' : 'an unknown amount')}`,
      right: `leaves: ${found ?? 'taken away'}, or facts with which it is ${leaves}`,
    }
}

function countsOf(catalogue: Catalogue, sentences: number): CatalogueCheck['counts'] {
  const total = (count: (programme: Programme) => number) =>
    catalogue.programmes.reduce((sum, programme) => sum + count(programme), 0)
  return {
    facts: catalogue.facts.length,
    agencies: catalogue.agencies.length,
    programmes: catalogue.programmes.length,
    editions: total(({ editions }) => editions.length),
    links: catalogue.links.length,
    pathways: catalogue.pathways.length,
    commonRules: catalogue.commonRules?.length ?? 0,
    councils: catalogue.councils?.length ?? 0,
    papers: catalogue.papers?.length ?? 0,
    sentences,
    examples:
      total(({ examples }) => examples?.length ?? 0) +
      (catalogue.commonRules ?? []).reduce((sum, { examples = [] }) => sum + examples.length, 0),
  }
}
