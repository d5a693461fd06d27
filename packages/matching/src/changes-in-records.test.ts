/** What a firm took part in is added to by a change, and nothing of it is lost, however its records are written. */
import type { Value } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answer } from './testing/small-matcher.ts'

type Participation = Readonly<Record<string, Value>>

const written = (text: string) => JSON.parse(text) as Participation

const whole = fc.record({
  programme: fc.constantFrom('a', 'b', 'c'),
  edition: fc.constantFrom('2024', '2025'),
  outcome: fc.constantFrom('selected', 'completed'),
  role: fc.constantFrom('lead', 'member'),
  on: fc.constantFrom('2024-05-01', '2025-05-01'),
})
/** Some of its fields, in any order. */
const participation = whole.chain(record =>
  fc
    .shuffledSubarray(Object.entries(record), { minLength: 1 })
    .map((fields): Participation => Object.fromEntries(fields)),
)

const sentences = fc.constantFrom(
  'some p in participations satisfies p.programme = "z"',
  'some p in participations satisfies p.programme = "z" and p.outcome = "completed"',
  'count(participations[outcome = "completed"]) >= 2',
  'count(participations) >= 3',
)

/** With its fields in one order. */
const inOrder = (participation: Value) => JSON.stringify(Object.entries(participation as Participation).sort())

describe('changes in records', () => {
  it('keep every participation that the firm stated', () => {
    let seen = 0
    fc.assert(
      fc.property(fc.array(participation, { maxLength: 4 }), fc.array(sentences, { maxLength: 2 }), (stated, lines) => {
        const criteria = Object.fromEntries(lines.map((line, number) => [`line-${number}`, line]))
        for (const set of answer({ criteria }, { participations: stated as Value }).changes)
          for (const { fact, to } of set) {
            expect(fact).toBe('participations')
            seen += 1
            const left = (to as Value[]).map(inOrder)
            for (const one of stated) {
              const at = left.indexOf(inOrder(one))
              expect(at, `${JSON.stringify(one)} in ${JSON.stringify(to)}`).not.toBe(-1)
              left.splice(at, 1)
            }
          }
      }),
      { numRuns: 1_000 },
    )
    expect(seen).toBeGreaterThan(200)
  })

  it('are the same in whatever order the fields of a record stand', () => {
    fc.assert(
      fc.property(
        fc.array(whole, { maxLength: 3 }),
        fc.array(sentences, { minLength: 1, maxLength: 2 }),
        fc.nat(),
        (stated, lines, turn) => {
          const criteria = Object.fromEntries(lines.map((line, number) => [`line-${number}`, line]))
          const turned = stated.map(record => {
            const fields = Object.entries(record)
            const by = turn % fields.length
            return Object.fromEntries([...fields.slice(by), ...fields.slice(0, by)])
          })
          const changesOf = (participations: readonly Participation[]) =>
            answer({ criteria }, { participations: participations as Value }).changes
          expect(changesOf(turned)).toEqual(changesOf(stated))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('leave a record as it was written, whichever way that is', () => {
    const criteria = { more: 'some p in participations satisfies p.programme = "z"' }
    for (const text of [
      '{"on": "2024-05-01", "outcome": "completed", "programme": "a"}',
      '{"programme": "a", "outcome": "completed", "on": "2024-05-01"}',
    ]) {
      const [[change] = []] = answer({ criteria }, { participations: [written(text)] }).changes
      expect(JSON.stringify(change?.to)).toBe(JSON.stringify([written(text), { programme: 'z' }]))
    }
  })
})
