/**
 * The lines of a catalogue: criteria and exclusions as they stand in its editions. The same line stands in many editions ("no tax
 * arrears"), so each distinct one is kept once, and answered once for a firm.
 */
import type { Rule, Rulebook, RuledEdition } from '@ieum/rules'

export interface Line {
  readonly id: string
  readonly sentence: number | undefined
  readonly isExclusion: boolean
  /** Lines of one sentence on one side share a point, whatever they are called: they bear on a verdict alike. */
  readonly point: number
}

export interface Point {
  /** Left out when an official must judge. */
  readonly sentence: number | undefined
  readonly isExclusion: boolean
}

export interface Lines {
  readonly all: readonly Line[]
  readonly points: readonly Point[]
  /** Numbers of the lines of an edition: its criteria, then its exclusions. */
  of(edition: RuledEdition): readonly number[]
}

export function linesOf(rulebook: Rulebook): Lines {
  const all: Line[] = []
  const points: Point[] = []
  const lineNumbers = new Map<string, number>()
  const pointNumbers = new Map<string, number>()
  const byEdition = new Map<RuledEdition, readonly number[]>()

  function pointOf(sentence: number | undefined, isExclusion: boolean): number {
    const key = `${isExclusion ? 'x' : 'c'}${sentence ?? ''}`
    return numberIn(pointNumbers, key, () => points.push({ sentence, isExclusion }) - 1)
  }

  function lineOf({ id, sentence }: Rule, isExclusion: boolean): number {
    const point = pointOf(sentence, isExclusion)
    return numberIn(lineNumbers, `${point}:${id}`, () => all.push({ id, sentence, isExclusion, point }) - 1)
  }

  for (const { editions } of rulebook.programmes)
    for (const edition of editions)
      byEdition.set(edition, [
        ...edition.criteria.map(rule => lineOf(rule, false)),
        ...edition.exclusions.map(rule => lineOf(rule, true)),
      ])
  return { all, points, of: edition => byEdition.get(edition)! }
}

function numberIn(numbers: Map<string, number>, key: string, make: () => number): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  const made = make()
  numbers.set(key, made)
  return made
}
