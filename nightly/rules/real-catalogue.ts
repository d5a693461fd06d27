/** The catalogue of the repository and firms like those who ask: those of the benchmark, and those that its own examples speak of. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFirm } from '@ieum/catalogue'
import { loadCatalogue } from '@ieum/catalogue/node'
import type { Day, Fact, FactName, Firm, Link, Value } from '@ieum/catalogue/records'
import { factsOfFirm, matcherOf } from '@ieum/matching'
import { buildRulebook } from '@ieum/rules/parse'
import { drawnFirms, type Random } from '../../bench/firms.ts'

export type Facts = Readonly<Record<FactName, Value>>

const root = join(import.meta.dirname, '../..')
const loaded = await loadCatalogue(join(root, 'catalogue/kr'))
const built = buildRulebook(loaded.catalogue)

export const { catalogue } = loaded
export const { rulebook } = built
export const faults: readonly { readonly wrong: string }[] = [...loaded.faults, ...built.faults]
export const matcher = matcherOf(rulebook)

const written: readonly Firm[] = readdirSync(join(root, 'examples/firms')).map(file => {
  const reading = readFirm(readFileSync(join(root, 'examples/firms', file), 'utf8'), file, rulebook.facts)
  if (!('firm' in reading)) throw new Error(`${file} has faults`)
  return reading.firm
})

interface Told {
  readonly facts: Facts
  readonly on: Day
}

/** What the examples of programmes and of common rules say, each on its day. */
const told: readonly Told[] = [...catalogue.programmes, ...(catalogue.commonRules ?? [])].flatMap(({ examples = [] }) =>
  examples.map(({ firm, on }) => ({ facts: firm, on })),
)

/** Facts that a firm is asked; what is derived from them is left to be derived. */
const askedFacts: readonly Fact[] = rulebook.facts.filter(({ derived }) => derived === undefined)

const derivedFacts = new Set(rulebook.facts.filter(({ derived }) => derived !== undefined).map(({ name }) => name))

/** What an example or a written firm says of a fact anywhere, and all that can be where that is little. */
export const valuesOf: ReadonlyMap<FactName, readonly Value[]> = new Map(
  rulebook.facts.map(fact => [fact.name, distinct([...possible(fact), ...said(fact.name)])]),
)

function said(name: FactName): Value[] {
  const all = [...told.map(({ facts }) => facts), ...written.map(({ facts }) => facts)]
  return all.flatMap(facts => (Object.hasOwn(facts, name) ? [facts[name]!] : []))
}

function possible({ name, type, values = [], items }: Fact): Value[] {
  switch (type) {
    case 'boolean':
      return [true, false]
    case 'number':
      return [0, 1, 7, 1_000_000_000]
    case 'date':
      return ['2025-12-01', '2016-03-04']
    case 'enum':
      return [...values]
    case 'list':
      return items === 'number' ? [[], [0, 0, 0]] : [[], ...values.map(value => [value])]
    case 'records':
      return name === 'participations' ? [[], ...heldForLinks()] : [[]]
    default:
      return ['none']
  }
}

/** What opens a link, so that what a link changes is tried too. */
function heldForLinks(): Value[] {
  return rulebook.links.map(link => [heldFor(link)])
}

function heldFor({ from }: Link): Value {
  return { programme: from.programme, edition: '2025', outcome: 'completed', role: 'lead', on: '2025-11-03' }
}

/** Participations for which links waive something, all of them. */
export const waivedFor: Value = rulebook.links.filter(({ waives = [] }) => waives.length > 0).map(heldFor)

function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
}

export interface Drawn extends Told {
  /** The same firm before some of its facts were left out. */
  readonly whole: Facts
}

/** Half of them as they are drawn for the benchmark, half with what an example says put over that; then some facts are left out. */
export function firms(count: number, random: Random): Drawn[] {
  const usual: Day = '2026-06-01'
  return drawnFirms(written, count, usual).map((firm, number) => {
    const example = number % 2 === 0 ? undefined : oneOf(told, random)
    const whole: Facts = { ...factsOfFirm(firm, rulebook.facts), ...example?.facts }
    const leftOut = oneOf([0, 0.1, 0.3, 0.6], random)
    // What is derived and stated all the same stays: where it is stated against its own grounds, leaving it out would be another firm.
    const isTold = ([name]: [FactName, Value]) => derivedFacts.has(name) || random() >= leftOut
    return {
      whole,
      facts: Object.fromEntries(Object.entries(whole).filter(isTold)),
      on: example?.on ?? usual,
    }
  })
}

/** The firm with a value for everything that it left open. */
export function completed(facts: Facts, random: Random): Facts {
  const open = askedFacts.filter(({ name }) => !Object.hasOwn(facts, name))
  return { ...facts, ...Object.fromEntries(open.map(({ name }) => [name, oneOf(valuesOf.get(name)!, random)])) }
}

export function oneOf<T>(all: readonly T[], random: Random): T {
  return all[Math.floor(random() * all.length)]!
}
