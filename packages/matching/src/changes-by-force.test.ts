/**
 * The changes that open a programme, held against trying everything: every set of facts of a small vocabulary, every value that
 * each may have, every day on which time could turn something.
 * `IEUM_CHANGES=20000 vitest run packages/matching` tries more of them.
 */
import { addMonths } from '@ieum/catalogue/days'
import type { Day, Fact, FactName, Value } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Matcher } from './matcher.ts'
import type { Change } from './result.ts'
import { firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

const asked = { about: 'firm', ask: 'question', changes: 'by-firm' } as const

const facts: readonly Fact[] = [
  { name: 'region', type: 'enum', values: ['p', 'q', 'r'], ...asked },
  { name: 'employees', type: 'number', ...asked },
  { name: 'exports', type: 'boolean', ...asked },
  { name: 'certificates', type: 'list', values: ['x', 'y', 'z'], ...asked, changes: 'by-agency' },
  { name: 'founded', type: 'date', ...asked, changes: 'never' },
  { name: 'large', type: 'boolean', ...asked, derived: 'employees > 6' },
]

const texts = ['x', 'y', 'z']
const subsets = [[], ...texts.flatMap((a, i) => [[a], ...texts.slice(i + 1).map(b => [a, b])]), texts]

/** Every value that counts: the numbers stand closer than any two bounds of the sentences. */
const domains: Readonly<Record<FactName, readonly Value[]>> = {
  region: ['p', 'q', 'r'],
  employees: Array.from({ length: 11 }, (_, number) => number),
  exports: [true, false],
  certificates: subsets,
}

const foundedDays = ['2023-05-31', '2024-06-15', '2025-01-15', '2026-01-31'] as const
const ages = [6, 12, 24, 36] as const

const letter = fc.constantFrom(...texts)
const region = fc.constantFrom('"p"', '"q"', '"r"')
const whole = fc.integer({ min: 1, max: 8 })

const atom = fc.oneof(
  fc.subarray(['"p"', '"q"', '"r"'], { minLength: 1, maxLength: 2 }).map(values => `region in (${values.join(', ')})`),
  fc.tuple(fc.constantFrom('=', '!='), region).map(([by, value]) => `region ${by} ${value}`),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '='), whole).map(([by, n]) => `employees ${by} ${n}`),
  fc.boolean().map(value => `exports = ${value}`),
  letter.map(value => `list contains(certificates, "${value}")`),
  fc
    .tuple(fc.constantFrom('>=', '<='), fc.integer({ min: 1, max: 2 }))
    .map(([by, n]) => `count(certificates) ${by} ${n}`),
  fc.constantFrom('some', 'every').map(is => `(${is} c in ["x", "y"] satisfies list contains(certificates, c))`),
  fc.constant('large = true'),
  fc.tuple(region, whole, whole).map(([value, a, b]) => `(if region = ${value} then ${a} else ${b}) <= employees`),
  fc
    .tuple(fc.constantFrom(...ages), fc.constantFrom('<= on', '> on'))
    .map(([months, order]) => `founded + duration("P${months}M") ${order}`),
)

const sentence = (depth: number): fc.Arbitrary<string> =>
  depth === 0
    ? atom
    : fc.oneof(
        atom,
        fc
          .tuple(sentence(depth - 1), fc.constantFrom('and', 'or'), sentence(depth - 1))
          .map(([a, by, b]) => `(${a}) ${by} (${b})`),
        sentence(depth - 1).map(a => `not(${a})`),
        fc.tuple(atom, sentence(depth - 1), sentence(depth - 1)).map(([a, b, c]) => `if ${a} then (${b}) else (${c})`),
      )

const lines = (most: number, depth: number) =>
  fc
    .array(sentence(depth), { maxLength: most })
    .map(texts => Object.fromEntries(texts.map((text, index) => [`l${index}`, text])))

const stated = fc.record({
  region: fc.constantFrom('p', 'q', 'r'),
  employees: fc.integer({ min: 0, max: 9 }),
  exports: fc.boolean(),
  certificates: fc.constantFrom(...subsets),
  founded: fc.constantFrom(...foundedDays),
})

type Stated = Readonly<Record<FactName, Value>>

const isOpen = (matcher: Matcher, facts: Stated, on: Day) => matcher.verdicts(firm(facts), on)[0] === 'eligible'

function* combinations<T>(of: readonly T[], count: number, from = 0): Generator<readonly T[]> {
  if (count === 0) yield []
  else
    for (let index = from; index < of.length; index++)
      for (const rest of combinations(of, count - 1, index + 1)) yield [of[index]!, ...rest]
}

function* assignments(names: readonly FactName[]): Generator<Stated> {
  const [first, ...others] = names
  if (first === undefined) yield {}
  else for (const value of domains[first]!) for (const rest of assignments(others)) yield { [first]: value, ...rest }
}

/** The smallest sets of names that can open it. */
function byForce(matcher: Matcher, before: Stated, read: string): string[] {
  const names = Object.keys(domains).filter(
    name => read.includes(name) || (name === 'employees' && read.includes('large')),
  )
  const later = ages
    .map(months => addMonths(before.founded as Day, months))
    .flatMap(day => [day, addDay(day)])
    .filter(day => day > someDay)
  const all = read.includes('founded') ? [...names, 'on'] : names
  const found: (readonly string[])[] = []
  for (let count = 1; count <= all.length; count++)
    for (const set of combinations(all, count)) {
      if (found.some(smaller => smaller.every(name => set.includes(name)))) continue
      const days = set.includes('on') ? later : [someDay]
      const opens = [...assignments(set.filter(name => name !== 'on'))].some(change =>
        days.some(day => isOpen(matcher, { ...before, ...change }, day)),
      )
      if (opens) found.push(set)
    }
  return found.map(set => set.toSorted().join()).sort()
}

const addDay = (day: Day): Day => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

const namesOf = (set: readonly Change[]) =>
  set
    .map(({ fact }) => fact)
    .sort()
    .join()

describe('changes found by search and by force', () => {
  it('touch the same smallest sets of facts, and open what they say they open', () => {
    let shut = 0
    let joint = 0
    fc.assert(
      fc.property(lines(3, 2), lines(1, 1), stated, (criteria, exclusions, before) => {
        const matcher = matcherFor([programme('one', { criteria, exclusions })], facts)
        const result = matcher.match(firm(before), someDay).results[0]!
        if (result.verdict !== 'not-eligible') return
        shut += 1
        const text = JSON.stringify([criteria, exclusions])
        const changes = result.changes
        if (changes.some(set => set.length > 1)) joint += 1
        expect([...new Set(changes.map(namesOf))].sort()).toEqual(byForce(matcher, before, text))
        for (const set of changes) {
          const day = set.find(({ fact }) => fact === 'on')?.on ?? someDay
          const to = set.filter(({ fact }) => fact !== 'on').map(({ fact, to }) => [fact, to])
          expect(isOpen(matcher, { ...before, ...Object.fromEntries(to) }, day)).toBe(true)
        }
      }),
      { numRuns: Number(process.env.IEUM_CHANGES ?? 250) },
    )
    expect(shut).toBeGreaterThan(100)
    expect(joint).toBeGreaterThan(20)
  })
})
