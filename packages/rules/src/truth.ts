/**
 * `undefined`: not known, because a fact was never asked. `null`: FEEL's null, known but without an answer; it counts as
 * "does not hold". Kleene's strong tables (Introduction to Metamathematics, § 64), with null between known and unknown:
 * FEEL's own tables where nothing is unknown, and unknown wherever a further fact could still change the answer.
 */
export type Truth = true | false | null | undefined

/** Truths in a byte, for answering thousands at once. */
const truthCode = { notYet: 0, holds: 1, fails: 2, null: 3, unknown: 4 } as const

export function codeOf(truth: unknown): 1 | 2 | 3 | 4 {
  if (truth === true) return truthCode.holds
  if (truth === false) return truthCode.fails
  return truth === undefined ? truthCode.unknown : truthCode.null
}

const byCode: readonly Truth[] = [undefined, true, false, null, undefined]

export function truthOf(code: number): Truth {
  return byCode[code]
}

export function not(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth
}
