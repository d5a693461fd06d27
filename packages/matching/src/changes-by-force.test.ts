/**
 * The changes that open a programme, held against trying everything: every set of facts of a small vocabulary, every value that
 * each may have, every day on which time could turn something.
 * `IEUM_CHANGES=20000 vitest run packages/matching` tries more of them.
 */
import { addMonths } from '@ieum/catalogue/days'
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Matcher } from './matcher.ts'
import type { Change } from './result.ts'
import { ages, domains, facts, lines, wholeFirm } from './testing/generated.ts'
import { firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

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
      fc.property(lines(3, 2), lines(1, 1), wholeFirm, (criteria, exclusions, before) => {
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
