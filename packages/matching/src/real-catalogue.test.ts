/** Laws that must hold whatever the catalogue says, tried on the catalogue of the repository with random firms. */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFirm } from '@ieum/catalogue'
import { loadCatalogue } from '@ieum/catalogue/node'
import type { FactName, Firm, Value } from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOfFirm } from './declares.ts'
import { matcherOf } from './matcher.ts'
import type { Change, Result } from './result.ts'

const root = new URL('../../../', import.meta.url)
const { catalogue, faults: recordFaults } = await loadCatalogue(fileURLToPath(new URL('catalogue/kr', root)), {
  thorough: true,
})
const { rulebook, faults } = buildRulebook(catalogue)
const matcher = matcherOf(rulebook)

type Facts = Readonly<Record<FactName, Value>>

/** The example firms, every one with the standing declaration spelt out. */
const examples: readonly Facts[] = readdirSync(new URL('examples/firms/', root)).map(file => {
  const reading = readFirm(readFileSync(new URL(`examples/firms/${file}`, root)), file, rulebook.facts)
  if (!('firm' in reading)) throw new Error(`${file} has faults`)
  return factsOfFirm(reading.firm, rulebook.facts)
})
const merged: Facts = Object.assign({}, ...examples)
/** Derived facts are left to be derived: one that was stated against its own grounds would change its value when it is forgotten. */
const names = Object.keys(merged).filter(name => !rulebook.derived.some(({ fact }) => fact === name))
const values = (name: FactName): Value[] => {
  const { type, values = [] } = rulebook.facts.find(fact => fact.name === name) ?? {}
  const stated = examples.flatMap(facts => (Object.hasOwn(facts, name) ? [facts[name]!] : []))
  return type === 'boolean' ? [true, false] : [...stated, ...(type === 'enum' ? values : [])]
}

const days = fc.constantFrom('2026-02-10', '2026-06-01', '2026-11-23')
/** An example firm with some facts forgotten and some taken from anywhere. */
const firms = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.subarray(names, { maxLength: 40 }),
    fc.array(
      fc.constantFrom(...names).chain(name => fc.tuple(fc.constant(name), fc.constantFrom(...values(name)))),
      { maxLength: 12 },
    ),
  )
  .map(([facts, forgotten, changed]): Facts => {
    const left = Object.entries(facts).filter(([name]) => names.includes(name) && !forgotten.includes(name))
    return Object.fromEntries([...left, ...changed])
  })

const firmOf = (facts: Facts): Firm => ({ id: 'firm', facts })
const rowsOf = (facts: Facts, on: string, withoutChanges = true) =>
  matcher.match(firmOf(facts), on, { withoutChanges, editions: 'all' }).results

const shuts = ({ verdict, exclusion }: Result['criteria'][number]) => verdict === (exclusion ? 'met' : 'unmet')

function applied(facts: Facts, on: string, set: readonly Change[]) {
  const waiting = set.find(change => change.fact === 'on')
  const changed = set.filter(change => change.fact !== 'on').map(({ fact, to }) => [fact, to])
  return { facts: { ...facts, ...Object.fromEntries(changed) }, on: waiting?.on ?? on }
}

describe('with the catalogue of the repository', () => {
  it('has one to try', () => {
    expect([...recordFaults, ...faults]).toEqual([])
    expect(rulebook.programmes.length).toBeGreaterThan(200)
  })

  it('a further fact never turns a settled line into anything else', () => {
    fc.assert(
      fc.property(firms, days, fc.subarray(names, { minLength: 1, maxLength: 30 }), (facts, on, forgotten) => {
        const less = Object.fromEntries(Object.entries(facts).filter(([name]) => !forgotten.includes(name)))
        const before = rowsOf(less, on)
        const after = rowsOf(facts, on)
        for (const [row, { programme, verdict, criteria }] of before.entries()) {
          for (const [line, { id, verdict }] of criteria.entries())
            if (verdict === 'met' || verdict === 'unmet' || verdict === 'judgement')
              expect(after[row]!.criteria[line]!.verdict, `${programme} ${id}`).toBe(verdict)
          if (verdict === 'not-eligible') expect(after[row]!.verdict, programme).toBe('not-eligible')
        }
      }),
      { numRuns: 120 },
    )
    // Twice all programmes for each of so many firms, most of it unknown: half a minute where others work beside it.
  }, 90_000)

  it('"no" is said if and only if a line shuts the firm out, and none of those is missing a fact', () => {
    fc.assert(
      fc.property(firms, days, (facts, on) => {
        for (const { programme, verdict, criteria, missing } of rowsOf(facts, on)) {
          // What a link may yet waive waits for what the firm took part in.
          const waits = verdict === 'unknown' && missing.includes('participations')
          if (verdict === 'not-eligible' || !waits)
            expect(verdict === 'not-eligible', programme).toBe(criteria.some(shuts))
          expect(missing.length > 0, programme).toBe(verdict === 'unknown')
          for (const { id, because, ...line } of criteria)
            if (shuts({ id, because, ...line }))
              expect(
                because.every(reading => Object.hasOwn(reading, 'value')),
                `${programme} ${id}`,
              ).toBe(true)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('what is not known never shuts a firm out: the facts that a "no" names are enough for it', () => {
    fc.assert(
      fc.property(firms, days, (facts, on) => {
        for (const { programme, edition, verdict, criteria } of rowsOf(facts, on)) {
          const line = criteria.find(shuts)
          if (!line || verdict !== 'not-eligible') continue
          const named = Object.fromEntries(
            line.because.flatMap(({ fact, value }) => (fact === 'on' || value === undefined ? [] : [[fact, value]])),
          )
          // That no link waives the line follows from what the firm took part in, which it tells of itself.
          const { participations = [] } = facts
          const alone = matcher.matchOne(firmOf({ participations, ...named }), on, programme, edition)!
          expect(alone.verdict, `${programme} ${line.id}`).toBe('not-eligible')
        }
      }),
      { numRuns: 20 },
    )
  })

  it('every set of changes, once made, leaves no line that shuts the firm out', () => {
    fc.assert(
      fc.property(firms, days, (facts, on) => {
        for (const { programme, edition, verdict, changes } of rowsOf(facts, on, false)) {
          if (verdict !== 'not-eligible') expect(changes, programme).toEqual([])
          for (const set of changes) {
            const then = applied(facts, on, set)
            const after = matcher.matchOne(firmOf(then.facts), then.on, programme, edition)!
            expect(after.criteria.filter(shuts), `${programme} ${JSON.stringify(set)}`).toEqual([])
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('no set of changes does without one of its changes', () => {
    const facts = examples[0]!
    for (const { programme, edition, changes } of rowsOf(facts, '2026-06-01', false))
      for (const set of changes)
        for (const needless of set) {
          const then = applied(
            facts,
            '2026-06-01',
            set.filter(change => change !== needless),
          )
          const after = matcher.matchOne(firmOf(then.facts), then.on, programme, edition)!
          expect(after.verdict, `${programme} without ${needless.fact} of ${JSON.stringify(set)}`).toBe('not-eligible')
        }
  })

  it('the choices of a condition meet it', () => {
    for (const facts of examples.slice(0, 3))
      for (const { programme, edition, criteria } of rowsOf(facts, '2026-06-01'))
        for (const { id, exclusion = false, choices = [] } of criteria)
          for (const choice of choices) {
            const made = Object.fromEntries(choice.map(({ fact, values }) => [fact, values[0]!]))
            const after = matcher.matchOne(firmOf({ ...facts, ...made }), '2026-06-01', programme, edition)!
            const line = after.criteria.find(each => each.id === id && (each.exclusion ?? false) === exclusion)!
            expect(line.verdict, `${programme} ${id} ${JSON.stringify(made)}`).toBe(exclusion ? 'unmet' : 'met')
          }
  })

  it('the same firm and day give the same answer, byte for byte', () => {
    const again = matcherOf(rulebook)
    for (const facts of examples.slice(0, 3))
      expect(JSON.stringify(again.match(firmOf(facts), '2026-06-01'))).toBe(
        JSON.stringify(matcher.match(firmOf(facts), '2026-06-01')),
      )
  })
})
