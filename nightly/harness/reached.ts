/** What a check came to, beside whether it holds: `npm run test:nightly` writes it down (docs/trust.md). */
import type { TestContext } from 'vitest'

export interface Reached {
  /** `C01` */
  readonly check: string
  readonly rounds: number
  /** In words, with units: `0 of 41,233 acknowledged writes lost; ready within 1.9 s`. */
  readonly figure: string
}

declare module 'vitest' {
  interface TaskMeta {
    reached?: Reached[]
  }
}

export function reached({ task }: Pick<TestContext, 'task'>, what: Reached): void {
  task.meta.reached = [...(task.meta.reached ?? []), what]
}

export const inWords = (number: number): string => number.toLocaleString('en-US')

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

/** The value that this share of all is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
