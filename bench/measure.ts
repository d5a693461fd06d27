/** Times things side by side: every round runs each of them, so that a busy moment of the machine falls on all alike. */

export interface Timed {
  readonly name: string
  readonly run: () => unknown
  /** Calls in a round: more for what is over quickly. */
  readonly calls: number
}

export interface Timing {
  readonly name: string
  /** Milliseconds of one call. The least is what the work itself takes; the rest is also what else the machine was doing. */
  readonly least: number
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly calls: number
}

export async function timedTogether(all: readonly Timed[], rounds: number): Promise<Timing[]> {
  const taken = all.map((): number[] => [])
  for (const { run, calls } of all) for (let call = 0; call < Math.min(calls * 2, 400); call++) await run()
  for (let round = 0; round < rounds; round++)
    for (const [number, { run, calls }] of all.entries())
      for (let call = 0; call < calls; call++) {
        const start = performance.now()
        const answer = run()
        if (answer instanceof Promise) await answer
        taken[number]!.push(performance.now() - start)
      }
  return all.map(({ name }, number) => ({ name, ...summary(taken[number]!) }))
}

export function summary(times: readonly number[]): Omit<Timing, 'name'> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { least: at(0), median: at(0.5), p95: at(0.95), p99: at(0.99), calls: sorted.length }
}
