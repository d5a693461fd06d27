/** Whether what another installation passes may be kept: held to the same as what is entered here, and the proof to what readers count on. */
import { addDays } from '@ieum/catalogue/days'
import type { Day, Value } from '@ieum/catalogue/records'
import { z } from 'zod'
import { wrongInDay, wrongInSize, wrongInStated } from '../dossier/wrong-facts.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { Passed } from './message.ts'

const Source = z.enum(['entered', 'registry', 'decision'])
const text = z.string().max(300)
const Reading = z.strictObject({ fact: text, value: z.json().optional() })
const ByDecision = z.strictObject({ decision: z.strictObject({ agency: text, on: z.iso.date(), id: z.uuid() }) })

/** A `Proof`, as far as one reads it. Where the catalogue there no longer had the programme, it says neither edition nor verdict. */
const PassedProof = z.strictObject({
  on: z.iso.date(),
  programme: text,
  edition: text.optional(),
  verdict: z.enum(['not-eligible', 'unknown', 'judgement', 'eligible']).optional(),
  criteria: z
    .array(
      z.strictObject({
        id: text,
        verdict: z.enum(['met', 'unmet', 'unknown', 'judgement', 'condition']),
        exclusion: z.literal(true).optional(),
        waived: text.optional(),
        because: z.union([z.array(Reading).max(500), z.array(ByDecision).max(500)]),
        choices: z.array(z.array(z.strictObject({ fact: text, values: z.array(z.json()) }))).optional(),
      }),
    )
    .max(500),
  missing: z.array(text).max(500),
  rules: z.record(z.string().max(200), z.string().max(64)).exactOptional(),
  facts: z.record(
    z.string().max(100),
    z.strictObject({ value: z.json(), source: Source, sourceName: text, asOf: z.iso.date() }),
  ),
})

export interface Allowed {
  readonly facts: readonly string[]
  readonly participations: boolean
}

/**
 * What the consent allows, of names that the catalogue here has: theirs may be newer. Just after midnight there it may be the day before
 * here: what is of that day is taken to be of today.
 */
export function allowedOf(
  { rulebook }: OpenCatalogue,
  { facts, participations, proof }: Passed,
  allowed: Allowed,
  on: Day,
): Passed {
  const names = new Set(rulebook.facts.map(({ name }) => name))
  const programmes = new Set(rulebook.programmes.map(({ id }) => id))
  const noLater = (day: Day): Day => (day === addDays(on, 1) ? on : day)
  return {
    facts: facts
      .filter(({ name }) => names.has(name) && allowed.facts.includes(name))
      .map(fact => ({ ...fact, asOf: noLater(fact.asOf) })),
    participations: allowed.participations
      ? participations
          .filter(({ programme }) => programmes.has(programme))
          .map(participation => ({ ...participation, on: noLater(participation.on) }))
      : [],
    proof,
  }
}

/** In a few words for the other side's administrator; undefined when nothing is. */
export function wrongInPassed(catalogue: OpenCatalogue, passed: Passed, on: Day): string | undefined {
  const [wrong] = [
    ...wrongInStated(
      catalogue,
      passed.facts.map(({ name, value, asOf }) => ({ name, value: value as Value, asOf })),
      on,
    ),
    ...passed.facts.flatMap(({ sourceName }, index) => [...wrongInSize(sourceName, ['facts', index, 'sourceName'])]),
    ...passed.participations.flatMap(({ edition, on: day }, index) => [
      ...wrongInSize(edition, ['participations', index, 'edition']),
      ...wrongInDay(day, on, ['participations', index, 'on']),
    ]),
    ...wrongInSize(passed.proof, ['proof']),
  ]
  if (wrong) return `/${wrong.pointer.join('/')}: ${wrong.wrong}`.slice(0, 300)
  const proof = passed.proof === null ? undefined : PassedProof.safeParse(passed.proof)
  return proof?.success === false
    ? `/proof/${proof.error.issues[0]!.path.map(String).join('/')}`.slice(0, 300)
    : undefined
}
