/** Limits in time are of a machine that does nothing else. Where something takes longer, a fixed piece of work says how slow it is here and now. */

/** Milliseconds of `fixedWork` on two idle cores of an AMD EPYC, the best of a few. */
const usual = 35
/** Beyond this the machine says nothing any more. */
const slowest = 4

/** What `taken` is held to, in its unit: the limit, and where it is passed as many times the limit as the machine is slower than usual. */
export const allowedHere = (limit: number, taken: number): number => (taken < limit ? limit : limit * pace())

function pace(): number {
  const times = Array.from({ length: 6 }, () => {
    const begun = performance.now()
    fixedWork()
    return performance.now() - begun
  })
  return Math.min(slowest, Math.max(1, Math.min(...times) / usual))
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
