/** `npm run bench -- plans`: the planner by size and by legs, its memory, and other ways to answer the same question. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { loadCatalogue } from '@ieum/catalogue/node'
import type { Day } from '@ieum/catalogue/records'
import { type PlanTimes, planTask, planTimes } from './plans.ts'
import { type Ladder, ladders } from './side-by-side/ladders.ts'

export interface PlanMemory {
  readonly programmes: number
  readonly plans: number
  /** Megabytes at the peak of a plan. */
  readonly median: number
  readonly most: number
  /** Megabytes that are still there when the plan is made: its answer, and what the planner has learnt. */
  readonly kept: number
}

export interface PlanBench {
  readonly firms: number
  /** 2,000 programmes, six legs, all firms: what the goal is set for. */
  readonly goal: PlanTimes
  readonly bySize: readonly PlanTimes[]
  readonly byLegs: readonly PlanTimes[]
  readonly memory: PlanMemory
  readonly sideBySide: readonly Ladder[]
}

const usualSize = 2_000
const usualLegs = 6
const sizes = [500, 1_000, 2_000, 4_000, 8_000]
const legs = [3, 4, 5, 6, 7, 8]
/** Milliseconds for each size and each number of legs but the usual ones. */
const budget = 25_000
/** Milliseconds for each of the others. */
const minute = 60_000

export async function planBench(root: URL, on: Day): Promise<PlanBench> {
  const { catalogue } = await loadCatalogue(fileURLToPath(new URL('catalogue/kr', root)))
  const task = await planTask(catalogue, new URL('examples/firms/', root), on)
  const goal = planTimes(task, usualSize, usualLegs)
  const bySize = sizes.map(size => (size === usualSize ? goal : planTimes(task, size, usualLegs, budget)))
  const byLegs = legs.map(count => (count === usualLegs ? goal : planTimes(task, usualSize, count, budget)))
  const memory = await memoryOf(usualSize)
  return { firms: task.firms.length, goal, bySize, byLegs, memory, sideBySide: await ladders(minute) }
}

async function memoryOf(programmes: number): Promise<PlanMemory> {
  const file = fileURLToPath(new URL('plan-memory.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', file, `${programmes}`])
  return JSON.parse(stdout)
}
