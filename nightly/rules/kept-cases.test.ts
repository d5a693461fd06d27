/** What the criteria of the real catalogue say of the firms that are kept for them, and whether a slip in any of them would show. */
import { evaluatorOf, type Form, type Situation } from '@ieum/rules'
import { describe, expect, it } from 'vitest'
import { inWords, reached } from '../harness/reached.ts'
import { linesBySentence, printCase, readKept } from './kept-cases.ts'
import { mutantsOf } from './mutants.ts'
import { catalogue, faults, matcher, rulebook } from './real-catalogue.ts'

const evaluator = evaluatorOf(rulebook)
const groups = readKept()
const sentences = linesBySentence(rulebook)
const sentenceOf = new Map([...sentences].flatMap(([sentence, lines]) => lines.map(line => [line, sentence] as const)))

/** All that the fact may be is admitted: what else there is, nobody can answer. */
const cannotFail = ['mss-dcp-technology-challenge 2026-1 proposer']

/** The firm is five years old by another part of the sentence, so that the part for younger ones, with its bound, never counts. */
const boundsThatNeverCount = ['mcee-energy-joint-rnd-china 2026 exclusion ratio-3y: >= → >']

function outcome(form: Form, situation: Situation): string {
  const truth = evaluator.ask(form, situation)
  return truth === undefined ? 'unknown' : truth === true ? 'holds' : 'fails'
}

const formOf = (line: string): Form => evaluator.form(sentenceOf.get(line)!)

describe('the kept cases of the catalogue of the repository', () => {
  it('are of a catalogue without faults, and of each of its criteria and exclusions once', () => {
    expect(faults).toEqual([])
    expect(groups.flatMap(({ lines }) => lines).toSorted()).toEqual([...sentenceOf.keys()].toSorted())
  })

  it('C26 a changed rule shows: every criterion says of every case kept for it what it said before (else `npm run keep`, and look at what it changes)', () => {
    const changed = groups.flatMap(({ lines, cases }) =>
      cases.flatMap(one => {
        const situation = evaluator.situation(one.facts, one.on)
        return lines
          .filter(line => sentenceOf.has(line))
          .map(line => [line, outcome(formOf(line), situation)] as const)
          .filter(([, now]) => now !== one.is)
          .map(([line, now]) => `${line} ${now} now: ${printCase(one).trim()}`)
      }),
    )
    expect(changed).toEqual([])
  })

  it('C26 each criterion has a case with which it holds and one with which it fails', () => {
    const oneSided = groups.filter(({ cases }) => new Set(cases.map(({ is }) => is)).size < 2)
    expect(oneSided.flatMap(({ lines }) => lines)).toEqual(cannotFail)
  })

  it('C26 each bound has a case on either side, and at least 95 of 100 slips in a criterion show in the kept cases', context => {
    const bounds = new Set(['>= → >', '> → >=', '<= → <', '< → <='])
    const kinds = new Map<string, { all: number; told: number }>()
    const untold: string[] = []
    for (const { lines, cases } of groups) {
      const situations = cases.map(one => [one.is, evaluator.situation(one.facts, one.on)] as const)
      for (const { kind, form } of mutantsOf(formOf(lines[0]!))) {
        const isTold = situations.some(([is, situation]) => outcome(form, situation) !== is)
        const { all, told } = kinds.get(kind) ?? { all: 0, told: 0 }
        kinds.set(kind, { all: all + 1, told: told + (isTold ? 1 : 0) })
        if (!isTold) untold.push(`${lines[0]}: ${kind}`)
      }
    }
    expect(untold.filter(slip => bounds.has(slip.split(': ')[1]!))).toEqual(boundsThatNeverCount)
    const sum = (of: 'all' | 'told', which: (kind: string) => boolean = () => true) =>
      [...kinds].filter(([kind]) => which(kind)).reduce((sum, [, counts]) => sum + counts[of], 0)
    const share = sum('told') / sum('all')
    expect([share, untold]).toEqual([expect.toSatisfy((share: number) => share >= 0.95), untold])
    const cases = groups.reduce((sum, { cases }) => sum + cases.length, 0)
    reached(context, {
      check: 'C26',
      rounds: sum('all'),
      figure: `${inWords(sum('told'))} of ${inWords(sum('all'))} slips in ${inWords(groups.length)} sentences of ${inWords(sentenceOf.size)} criteria and exclusions show in ${inWords(cases)} kept cases (${(100 * share).toFixed(1)} %)`,
    })
  })

  it('C26 each programme has an example, stated by hand from its notice, of a firm that may apply and of one that may not', () => {
    const without = catalogue.programmes.filter(({ id, examples = [] }) => {
      const verdicts = examples.map(({ firm, on, edition, expect: expected }) => {
        const verdict = matcher.matchOne({ id: 'firm', facts: firm }, on, id, edition)!.verdict
        expect([id, verdict]).toEqual([id, expected])
        return verdict
      })
      const mayApply = verdicts.includes('eligible') || verdicts.includes('judgement')
      return !mayApply || !verdicts.includes('not-eligible')
    })
    expect(without.map(({ id }) => id)).toEqual([])
  })
})
