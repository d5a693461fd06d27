/** How long plans take: drawn firms, each along one of the named pathways or through stages, in catalogues of several sizes. */
import { readdir, readFile } from 'node:fs/promises'
import { readFirm } from '@ieum/catalogue'
import type { Catalogue, Day, Firm } from '@ieum/catalogue/records'
import { type Planner, plannerOf } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { buildRulebook } from '@ieum/rules/parse'
import { drawnFirms } from './firms.ts'
import { summary, type Timing } from './measure.ts'
import { multiplied } from './multiplied.ts'

/** What is asked of every catalogue. */
export interface PlanTask {
  readonly catalogue: Catalogue
  readonly firms: readonly Firm[]
  readonly on: Day
  /** Milliseconds after which a plan is cut off. */
  readonly limit: number
}

/** Of some plans, in milliseconds. */
export interface PlansTiming extends Omit<Timing, 'name'> {
  /** Plans that were cut off at the limit. */
  readonly cutOff: number
  /** Plans that found a way. */
  readonly withWay: number
}

export interface PlanTimes extends PlansTiming {
  readonly programmes: number
  readonly legs: number
  /** Milliseconds in which the planner is put on the catalogue, once. */
  readonly ready: number
  /** The same for each kind of question. */
  readonly byWay: Readonly<Record<string, PlansTiming>>
}

export const stageWays: readonly (readonly string[])[] = [
  ['equipment', 'export'],
  ['equipment', 'digital', 'export'],
]

/** One question a firm, in rotation. */
export const viaOf = ({ pathways }: Pick<Catalogue, 'pathways'>, number: number): readonly string[] => {
  const ways = [...pathways.map(({ waypoints }) => waypoints), ...stageWays]
  return ways[number % ways.length]!
}

export async function planTask(catalogue: Catalogue, examples: URL, on: Day): Promise<PlanTask> {
  const read = await Promise.all(
    (await readdir(examples)).map(async file =>
      readFirm(await readFile(new URL(file, examples)), file, catalogue.facts),
    ),
  )
  const written = read.flatMap(reading => ('firm' in reading ? [reading.firm] : []))
  return { catalogue, firms: drawnFirms(written, 200, on), on, limit: 2_000 }
}

/** Throws when the catalogue cannot be multiplied. */
export function rulebookOf(catalogue: Catalogue, programmes: number): Rulebook {
  const { rulebook, faults } = buildRulebook(multiplied(catalogue, programmes))
  if (faults.length > 0) throw new Error(`the multiplied catalogue has faults: ${JSON.stringify(faults[0])}`)
  return rulebook
}

/**
 * Firms in their order until `budget` milliseconds are gone, but no fewer than one for each question. `budget` left out: all firms.
 */
export function planTimes(
  task: PlanTask,
  programmes: number,
  legs: number,
  budget = Number.POSITIVE_INFINITY,
): PlanTimes {
  const { catalogue, firms, on, limit } = task
  const rulebook = rulebookOf(catalogue, programmes)
  const begun = performance.now()
  const planner = plannerOf(rulebook)
  const ready = performance.now() - begun

  const fewest = catalogue.pathways.length + stageWays.length
  warmUp(task, planner, legs)
  const plans: Planned[] = []
  const start = performance.now()
  for (const [number, firm] of firms.entries()) {
    if (number >= fewest && performance.now() - start > budget) break
    const asked = performance.now()
    const timeIsUp = () => performance.now() - asked > limit
    const via = viaOf(catalogue, number)
    const { complete, itineraries } = planner.plan({ firm, on, via, maxLegs: legs, timeIsUp })
    const took = performance.now() - asked
    const way = stageWays.includes(via) ? via.join() : 'named pathways'
    plans.push({ way, took, complete, hasWay: itineraries.length > 0 })
  }
  const byWay = [...Map.groupBy(plans, ({ way }) => way)].map(([way, own]) => [way, timingOf(own)] as const)
  return { programmes, legs, ready, ...timingOf(plans), byWay: Object.fromEntries(byWay) }
}

interface Planned {
  readonly way: string
  readonly took: number
  readonly complete: boolean
  readonly hasWay: boolean
}

const timingOf = (plans: readonly Planned[]): PlansTiming => ({
  ...summary(plans.map(({ took }) => took)),
  cutOff: plans.filter(({ complete }) => !complete).length,
  withWay: plans.filter(({ hasWay }) => hasWay).length,
})

/**
 * The first plans of a process wait for the compiler, and the first of a planner for its sentences. They are asked of the last firms,
 * so that the first times are not of questions asked before; a few seconds of it will do.
 */
function warmUp({ catalogue, firms, on }: PlanTask, planner: Planner, legs: number): void {
  const start = performance.now()
  for (const [number, firm] of firms.slice(-24).entries()) {
    const asked = performance.now()
    if (asked - start > 5_000) return
    const timeIsUp = () => performance.now() - asked > 200
    planner.plan({ firm, on, via: viaOf(catalogue, number), maxLegs: legs, timeIsUp })
  }
}
