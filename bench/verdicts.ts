/** One firm against thousands of programmes: ours beside other rule engines, after checking that all give the same verdicts. */
import { readFileSync } from 'node:fs'
import { matcherOf, type ProgrammeVerdict } from '@ieum/matching'
import { celJs } from './engines/cel.ts'
import type { Engine, Judge } from './engines/engine.ts'
import { fullProofs, verdictsOnly } from './engines/ieum.ts'
import { jsonLogicJs } from './engines/json-logic.ts'
import { jsonRulesEngine } from './engines/json-rules-engine.ts'
import { zen } from './engines/zen.ts'
import { type Timing, timedTogether } from './measure.ts'
import { type Task, withOwnSentences } from './task.ts'

export const engines: readonly Engine[] = [jsonLogicJs, celJs, zen, jsonRulesEngine]

export interface Contestant {
  readonly name: string
  readonly judge: Judge
  /** Calls in a round: more for what is over quickly. */
  readonly calls: number
  readonly byHand: number
}

/** Ours first; each ready to go. */
export function contestants(task: Task): Contestant[] {
  const { matcher, firm, on } = task
  const apart = matcherOf(withOwnSentences(matcher.rulebook))
  return [
    { name: 'ieum, verdicts', judge: verdictsOnly(matcher, firm, on), calls: 40, byHand: 0 },
    { name: 'ieum, full proofs', judge: fullProofs(matcher, firm, on), calls: 20, byHand: 0 },
    { name: 'ieum, verdicts, no sentence shared', judge: verdictsOnly(apart, firm, on), calls: 20, byHand: 0 },
    ...engines.map(engine => ({
      name: `${engine.name} ${versionOf(engine.package)}`,
      ...engine.prepare(task),
      calls: engine === jsonLogicJs || engine === celJs ? 4 : 1,
    })),
  ]
}

/** The verdicts that all agree on; throws with the first difference. */
export async function agreed(task: Task, all: readonly Contestant[]): Promise<readonly ProgrammeVerdict[]> {
  const [first, ...others] = all
  const verdicts = await first!.judge()
  for (const { name, judge } of others) {
    const theirs = await judge()
    for (const [number, { id }] of task.programmes.entries())
      if (theirs[number] !== verdicts[number])
        throw new Error(`${id}: ${first!.name} says ${verdicts[number]}, ${name} says ${theirs[number]}`)
    if (theirs.length !== verdicts.length) throw new Error(`${name} gives ${theirs.length} verdicts`)
  }
  return verdicts
}

export interface VerdictTimes {
  readonly programmes: number
  readonly sentences: number
  readonly lines: number
  /** Programmes for which an engine needed a function written by hand. */
  readonly byHand: Readonly<Record<string, number>>
  readonly verdicts: Readonly<Record<string, number>>
  readonly timings: readonly Timing[]
}

export async function verdictTimes(task: Task, rounds: number): Promise<VerdictTimes> {
  const all = contestants(task)
  const verdicts = await agreed(task, all)
  const timings = await timedTogether(
    all.map(({ name, judge, calls }) => ({ name, run: judge, calls })),
    rounds,
  )
  const sentences = new Set(
    task.programmes.flatMap(({ must, mustNot }) => [...must, ...mustNot].map(form => JSON.stringify(form))),
  )
  return {
    programmes: task.programmes.length,
    sentences: sentences.size,
    lines: task.programmes.reduce((sum, { must, mustNot }) => sum + must.length + mustNot.length, 0),
    byHand: Object.fromEntries(all.flatMap(({ name, byHand }) => (byHand > 0 ? [[name, byHand]] : []))),
    verdicts: Object.fromEntries([...Map.groupBy(verdicts, verdict => verdict)].map(([is, of]) => [is, of.length])),
    timings,
  }
}

export function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')).version
}
