/**
 * What one plan takes of memory, in a process of its own with `--expose-gc`. Whenever the planner asks whether time is up, and a
 * fifth of a second has passed, everything that is not needed is thrown away, and what is left beyond what was there before the plan
 * counts: the heap and the buffers beside it. Prints JSON.
 */
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@ieum/catalogue/node'
import { plannerOf } from '@ieum/planning'
import { planTask, rulebookOf, viaOf } from './plans.ts'

const megabyte = 1024 * 1024
const [programmes = 2_000, firms = 24] = process.argv.slice(2).map(Number)
const root = new URL('..', import.meta.url)
const { catalogue } = await loadCatalogue(fileURLToPath(new URL('catalogue/kr', root)))
const task = await planTask(catalogue, new URL('examples/firms/', root), '2026-06-01')
const planner = plannerOf(rulebookOf(catalogue, programmes))

function held(): number {
  if (!globalThis.gc) throw new Error('node --expose-gc')
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / megabyte
}

const peaks: number[] = []
const kept: number[] = []
for (const [number, firm] of task.firms.slice(0, firms).entries()) {
  const before = held()
  let peak = before
  let looked = Number.NEGATIVE_INFINITY
  const asked = performance.now()
  const timeIsUp = () => {
    if (performance.now() - looked > 200) {
      peak = Math.max(peak, held())
      looked = performance.now()
    }
    return performance.now() - asked > task.limit
  }
  const plan = planner.plan({ firm, on: task.on, via: viaOf(catalogue, number), timeIsUp })
  // Also what the answer itself takes, and a plan that was over before anything was asked.
  const after = held()
  peaks.push(Math.max(peak, after) - before)
  kept.push(after - before)
  if (plan.firm !== firm.id) throw new Error('the plan of another firm')
}
const inOrder = (all: readonly number[]) => [...all].sort((a, b) => a - b)
const at = (all: readonly number[], share: number) =>
  inOrder(all)[Math.min(all.length - 1, Math.floor(all.length * share))]
process.stdout.write(
  JSON.stringify({ programmes, plans: peaks.length, median: at(peaks, 0.5), most: at(peaks, 1), kept: at(kept, 1) }),
)
