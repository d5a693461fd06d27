/** How long plans take: every example firm along every pathway of the catalogue, and through stages, each once. */
import { readdir, readFile } from 'node:fs/promises'
import { readFirm } from '@ieum/catalogue'
import type { Day } from '@ieum/catalogue/records'
import type { Planner } from '@ieum/planning'
import { summary, type Timing } from './measure.ts'

export interface PlanTimes extends Timing {
  /** Plans that were cut off at the limit. */
  readonly cutOff: number
}

const stageWays = ['equipment,export', 'equipment,digital,export']

/** A plan is cut off after `limit` milliseconds. */
export async function planTimes(planner: Planner, firms: URL, on: Day, limit: number): Promise<PlanTimes[]> {
  const { pathways, facts } = planner.rulebook
  const ways = [
    { name: `${pathways.length} named pathways`, vias: pathways.map(({ waypoints }) => waypoints) },
    ...stageWays.map(way => ({ name: way, vias: [way.split(',')] })),
  ]
  const read = await Promise.all(
    (await readdir(firms)).map(async file => readFirm(await readFile(new URL(file, firms)), file, facts)),
  )
  const all = read.flatMap(reading => ('firm' in reading ? [reading.firm] : []))
  return ways.map(({ name, vias }) => {
    let cutOff = 0
    const times = all.flatMap(firm =>
      vias.map(via => {
        const start = performance.now()
        const { complete } = planner.plan({ firm, on, via, timeIsUp: () => performance.now() - start > limit })
        if (!complete) cutOff += 1
        return performance.now() - start
      }),
    )
    return { name, cutOff, ...summary(times) }
  })
}
