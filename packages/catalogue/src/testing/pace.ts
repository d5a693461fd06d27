/** Limits in time are of a machine that does nothing else. Where something takes longer, a fixed piece of work says how slow it is here and now. */

import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds, from any beginning. */
export type Clock = () => number

/** Of all threads of this process: what other work on the machine takes is not in it. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** So many times, and so many more where none of them was in time, each of those after a pause. */
const rounds = { first: 3, more: 9, pause: 100 }

/**
 * What `work` gives at last, and the fewest milliseconds by `clock` that it took: as soon as one round is under `limit`, or after twelve. A moment in
 * which the machine has much else to do is not what is measured.
 */
export async function fastest<Value>(
  limit: number,
  work: () => Value | Promise<Value>,
  clock: Clock = () => performance.now(),
): Promise<{ value: Value; taken: number }> {
  let taken = Number.POSITIVE_INFINITY
  for (let round = 1; ; round += 1) {
    const begun = clock()
    const value = await work()
    taken = Math.min(taken, clock() - begun)
    if (taken < limit || round === rounds.first + rounds.more) return { value, taken }
    if (round >= rounds.first) await pause(rounds.pause)
  }
}

/** Milliseconds of `fixedWork` on two idle cores of an AMD EPYC, by either clock. */
const usual = 35
/** Beyond this the machine says nothing any more. */
const slowest = 4

/**
 * What `taken` is held to, in its unit: the limit, and where it is passed as many times the limit as the machine is slower than usual.
 * `clock` is the one that `taken` was measured by.
 */
export const allowedHere = (limit: number, taken: number, clock: Clock = () => performance.now()): number =>
  taken < limit ? limit : limit * pace(clock)

function pace(clock: Clock): number {
  const times = Array.from({ length: 7 }, () => {
    const begun = clock()
    fixedWork()
    return clock() - begun
  }).sort((a, b) => a - b)
  // The middle one: the first pay for compiling, and a moment in which nothing else ran says little of the one that was measured.
  return Math.min(slowest, Math.max(1, times[3]! / usual))
}

/** Texts made, looked up and put in order, as readers of files do. */
function fixedWork(): readonly string[] {
  const sums = new Map<string, number>()
  for (let index = 0; index < 60_000; index++) {
    const key = `k${(index * 7919) % 60_000}`
    sums.set(key, (sums.get(key) ?? 0) + index)
  }
  return [...sums.keys()].sort()
}
