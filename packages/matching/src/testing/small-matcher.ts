/** Small catalogues for tests: facts of each kind, programmes written in a line or two. */
import type {
  Catalogue,
  CommonRule,
  Criterion,
  Edition,
  Fact,
  FactName,
  Firm,
  Link,
  Programme,
  Value,
} from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import { type Matcher, matcherOf } from '../matcher.ts'

const asked = { about: 'firm', ask: 'question', changes: 'by-firm' } as const

export const facts: readonly Fact[] = [
  { name: 'employees', type: 'number', unit: 'persons', ...asked },
  { name: 'sales', type: 'number', unit: 'KRW', ...asked },
  { name: 'region', type: 'enum', values: ['서울', '경북'], ...asked },
  { name: 'founded', type: 'date', ...asked, changes: 'never' },
  { name: 'applied_on', type: 'date', ...asked },
  { name: 'visited_on', type: 'date', ...asked },
  { name: 'industry', type: 'text', ...asked, changes: 'never' },
  { name: 'certificates', type: 'list', values: ['venture', 'root-company'], ...asked, changes: 'by-agency' },
  { name: 'tax_arrears', type: 'boolean', ...asked, ask: 'declaration' },
  { name: 'closed', type: 'boolean', ...asked, ask: 'declaration' },
  { name: 'arrears_since', type: 'date', ...asked, ask: 'declaration' },
  { name: 'level', type: 'enum', values: ['basic', 'advanced', 'top'], about: 'application', changes: 'by-firm' },
  { name: 'places_asked', type: 'number', about: 'application', ask: 'question', changes: 'by-firm' },
]

type Lines = Readonly<Record<string, string>>

/** `{size: 'employees < 50'}` as criteria; an empty sentence is for an official to judge. */
const criteriaOf = (lines: Lines): Criterion[] =>
  Object.entries(lines).map(([id, when]) => (when === '' ? { id, judgement: true } : { id, when }))

export type EditionSketch = Partial<Omit<Edition, 'criteria' | 'exclusions'>> & {
  readonly criteria?: Lines
  readonly exclusions?: Lines
}

function edition({ criteria = {}, exclusions = {}, ...rest }: EditionSketch): Edition {
  return { edition: '2026', windows: [], ...rest, criteria: criteriaOf(criteria), exclusions: criteriaOf(exclusions) }
}

export const programme = (id: string, ...editions: readonly EditionSketch[]): Programme => ({
  id,
  name: { ko: id, en: id },
  agency: 'agency',
  stages: ['equipment'],
  kind: 'grant',
  editions: editions.map(edition),
})

export function matcherFor(
  programmes: readonly Programme[],
  own: readonly Fact[] = facts,
  links: readonly Link[] = [],
  commonRules: readonly CommonRule[] = [],
): Matcher {
  const catalogue: Catalogue = {
    id: 'small',
    facts: own,
    agencies: [],
    parameters: [],
    links,
    pathways: [],
    programmes,
    commonRules,
  }
  const { rulebook, faults } = buildRulebook(catalogue)
  if (faults.length > 0) throw new Error(faults.map(fault => fault.wrong).join('; '))
  return matcherOf(rulebook)
}

export const firm = (stated: Readonly<Record<FactName, Value>>, more: Partial<Firm> = {}): Firm => ({
  id: 'firm',
  facts: stated,
  ...more,
})

export const someDay = '2026-06-01'

/** What one programme of one edition answers. */
export const answer = (sketch: EditionSketch, stated: Readonly<Record<FactName, Value>>, on = someDay) =>
  matcherFor([programme('one', sketch)]).match(firm(stated), on).results[0]!
