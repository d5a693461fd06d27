import type { Words } from '@ieum/catalogue/records'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useSaid } from '../../words/use-language.ts'

export interface RuleOf {
  readonly id: string
  readonly name: string
  readonly isExclusion: boolean
  readonly isJudged: boolean
}

export interface RulesOf {
  readonly edition: string | undefined
  readonly rules: readonly RuleOf[]
  /** The sentence of a criterion; its id where the newest notice has no such criterion or no words for it. */
  readonly nameOf: (id: string) => string
}

/** What the newest edition of a programme asks of a firm: criteria, then exclusions. */
export function useRulesOf(programme: string): RulesOf {
  const directory = useDirectory()
  const said = useSaid()
  const newest = directory.programme(programme)?.editions.at(-1)
  const of = (isExclusion: boolean) => (rule: { id: string; label?: Words; judgement?: boolean }) => ({
    id: rule.id,
    name: said(rule.label) || rule.id,
    isExclusion,
    isJudged: rule.judgement === true,
  })
  const rules: readonly RuleOf[] = [
    ...(newest?.criteria ?? []).map(of(false)),
    ...(newest?.exclusions ?? []).map(of(true)),
  ]
  return { edition: newest?.edition, rules, nameOf: id => rules.find(rule => rule.id === id)?.name ?? id }
}
