/**
 * `npm run keep`: makes catalogue/kr/kept-cases.txt anew. Cases that are there stay, with what the rules say of them now; for what none
 * of them tells apart, new ones are looked for.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { evaluatorOf } from '@ieum/rules'
import { randomFrom } from '../../bench/firms.ts'
import { type Group, type KeptCase, keptFile, linesBySentence, printKept, readKept } from './kept-cases.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { faults, rulebook, valuesOf } from './real-catalogue.ts'
import { type Case, Search } from './search.ts'

/** Drawn firms that a climb begins from before a mutant is taken for one that says the same. */
const tries = 30

if (faults.length > 0) throw new Error(`the catalogue has faults: ${faults[0]!.wrong}`)

const evaluator = evaluatorOf(rulebook)
const before = existsSync(keptFile) ? readKept() : []
const groups: Group[] = []
const untold: string[] = []
let mutants = 0

for (const [sentence, lines] of linesBySentence(rulebook)) {
  const form = evaluator.form(sentence)
  const all = mutantsOf(form)
  const search = new Search(evaluator, form, valuesOf, randomFrom(hashOf(lines[0]!)))
  const kept = before
    .filter(group => group.lines.some(line => lines.includes(line)))
    .flatMap(({ cases }) => cases)
    .filter(one => outcomeOf(search, one) !== 'unknown')

  const tells = (one: Case, mutant: Mutant): boolean => {
    const situation = search.situation(one)
    return search.outcome(form, situation) !== search.outcome(mutant.form, situation)
  }
  const isTold = (mutant: Mutant, by: readonly Case[]) => by.some(one => tells(one, mutant))
  let open = all.filter(mutant => !isTold(mutant, kept))
  const found: Case[] = []
  for (const is of ['holds', 'fails'] as const) {
    if ([...kept, ...found].some(one => outcomeOf(search, one) === is)) continue
    const one = search.that(is, tries)
    if (one) found.push(one)
    else untold.push(`${lines[0]}: nothing with which it ${is}`)
  }
  open = open.filter(mutant => !isTold(mutant, found))
  while (open.length > 0) {
    const [next, ...others] = open
    const one = search.telling(next!, [...found, ...kept], tries)
    if (one) found.push(one)
    else untold.push(`${lines[0]}: ${next!.kind}`)
    open = one ? others.filter(mutant => !tells(one, mutant)) : others
  }

  const added = fewest(
    found,
    all.filter(mutant => !isTold(mutant, kept)),
    tells,
    one => outcomeOf(search, one),
  )
  const least = added.map(({ one, told }) => {
    const is = outcomeOf(search, one)
    return search.least(one, less => outcomeOf(search, less) === is && told.every(mutant => tells(less, mutant)))
  })
  const cases = [...kept, ...least].map((one): KeptCase => ({ ...one, is: outcomeOf(search, one) as KeptCase['is'] }))
  groups.push({ lines, cases: inOrder(cases) })
  mutants += all.length
}

writeFileSync(keptFile, printKept(groups))
const count = groups.reduce((sum, { cases }) => sum + cases.length, 0)
process.stdout.write(`${untold.join('\n')}\n`)
process.stdout.write(
  `${groups.length} sentences, ${count} cases, ${mutants} mutants, ${untold.length} of which nothing tells\n`,
)

function outcomeOf(search: Search, one: Case) {
  return search.outcome(search.form, search.situation(one))
}

/** Few of the cases that tell of as many mutants, and at least one of either outcome. */
function fewest(
  found: readonly Case[],
  mutants: readonly Mutant[],
  tells: (one: Case, mutant: Mutant) => boolean,
  outcome: (one: Case) => string,
): { readonly one: Case; readonly told: readonly Mutant[] }[] {
  const told = new Map(found.map(one => [one, mutants.filter(mutant => tells(one, mutant))]))
  const chosen: { readonly one: Case; readonly told: readonly Mutant[] }[] = []
  const left = new Set(mutants.filter(mutant => found.some(one => tells(one, mutant))))
  while (left.size > 0) {
    const most = found.toSorted((a, b) => share(told.get(b)!, left) - share(told.get(a)!, left))[0]!
    const own = told.get(most)!.filter(mutant => left.has(mutant))
    chosen.push({ one: most, told: own })
    for (const mutant of own) left.delete(mutant)
  }
  for (const one of found) if (!chosen.some(each => outcome(each.one) === outcome(one))) chosen.push({ one, told: [] })
  return chosen
}

function share(told: readonly Mutant[], left: ReadonlySet<Mutant>): number {
  return told.filter(mutant => left.has(mutant)).length
}

/** Those that hold first; each case once. */
function inOrder(cases: readonly KeptCase[]): KeptCase[] {
  const once = [...new Map(cases.map(one => [JSON.stringify(one), one])).values()]
  return [...once.filter(({ is }) => is === 'holds'), ...once.filter(({ is }) => is === 'fails')]
}

/** So that a sentence's draws stay the same when others come and go. */
function hashOf(text: string): number {
  let hash = 0
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) | 0
  return hash
}
