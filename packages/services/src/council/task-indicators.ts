/** The figures that a task shows: which, with what target and baseline, is said here; what they come to is counted and never said. */
import type { Day } from '@ieum/catalogue/records'
import { isTaskOver, type TaskState } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { type Count, countByMonth, type Measure, measures } from './count-indicators.ts'
import type { CouncilNeeds } from './found-council.ts'
import { findTask, keepsTask } from './keeps-task.ts'

/** A year of months on the chart. */
const months = 12

export interface ChosenIndicator {
  readonly measure: Measure
  readonly target: number | null
  readonly targetBy: Day | null
  readonly baseline: number | null
  readonly baselineSource: string | null
}

export interface IndicatorRead extends ChosenIndicator {
  readonly count: Count
  /** What had been counted by the end of each month, oldest first. */
  readonly months: readonly { readonly until: Day; readonly count: Count }[]
}

export interface IndicatorsRead {
  readonly is: 'found'
  readonly indicators: readonly IndicatorRead[]
  /** Whether who asks may choose them. */
  readonly keeps: boolean
}

export async function readIndicators(
  needs: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<IndicatorsRead | { readonly is: 'no such task' }> {
  const read = await atDesk(needs, acting, async desk => {
    const found = await findTask(desk, id)
    if (!found || !desk.may('read council', found.standing.relations, id)) return null
    return {
      task: found.task,
      chosen: await chosenOf(desk, id),
      keeps: !isTaskOver(found.task.state) && (await keepsTask(desk, id, found.standing)),
    }
  })
  if (!read) return { is: 'no such task' }
  const { task, chosen, keeps } = read
  const counted = chosen.length === 0 ? [] : await countByMonth(needs, task, { on: acting.on, months })
  return {
    is: 'found',
    keeps,
    indicators: chosen.map(one => ({
      ...one,
      count: counted.at(-1)!.counts[one.measure],
      months: counted.map(({ until, counts }) => ({ until, count: counts[one.measure] })),
    })),
  }
}

async function chosenOf({ tx }: Parameters<typeof findTask>[0], task: string): Promise<readonly ChosenIndicator[]> {
  const rows = await tx
    .selectFrom('task_indicator')
    .selectAll()
    .where('task_id', '=', task)
    .orderBy('position')
    .execute()
  return rows.flatMap(({ measure, target, target_by, baseline, baseline_source }) => {
    const known = measures.find(one => one === measure)
    return known
      ? [
          {
            measure: known,
            target: target === null ? null : Number(target),
            targetBy: target_by,
            baseline: baseline === null ? null : Number(baseline),
            baselineSource: baseline_source,
          },
        ]
      : []
  })
}

export type IndicatorsChosen =
  | { readonly is: 'chosen' }
  | { readonly is: 'no such task' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: TaskState }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

/** All of them at once, in their order; the ones that were there before and are not among them go. */
export function chooseIndicators(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  id: string,
  indicators: readonly ChosenIndicator[],
): Promise<IndicatorsChosen> {
  return atDesk({ database }, acting, async desk => {
    const found = await findTask(desk, id, { toChange: true })
    if (!found) return { is: 'no such task' }
    const { task, standing } = found
    if (!desk.may('follow task', standing.relations, id) || !(await keepsTask(desk, id, standing)))
      return { is: 'not for this post' }
    if (isTaskOver(task.state)) return { is: 'not allowed now', state: task.state }
    const fields = wrongIndicators(indicators)
    if (fields.length > 0) return { is: 'faulty', fields }
    const before = await chosenOf(desk, id)
    // People delete nothing; what was chosen before stands in the trail.
    await desk.asWorker(() => desk.tx.deleteFrom('task_indicator').where('task_id', '=', id).execute())
    if (indicators.length > 0)
      await desk.tx
        .insertInto('task_indicator')
        .values(
          indicators.map(({ measure, target, targetBy, baseline, baselineSource }, position) => ({
            task_id: id,
            measure,
            target: target === null ? null : String(target),
            target_by: targetBy,
            baseline: baseline === null ? null : String(baseline),
            baseline_source: baseline === null ? null : (baselineSource?.trim() ?? null),
            position,
          })),
        )
        .execute()
    // A target that moved is told with what it was: the table keeps the last word alone.
    desk.changed('choose indicators', id, { before, now: indicators })
    return { is: 'chosen' }
  })
}

function wrongIndicators(indicators: readonly ChosenIndicator[]): readonly FieldFault[] {
  return indicators.flatMap(({ measure, target, targetBy, baseline, baselineSource }, index) => {
    const at = `/indicators/${index}`
    const fields: FieldFault[] = []
    if (indicators.findIndex(one => one.measure === measure) !== index)
      fields.push({ field: `${at}/measure`, wrong: 'chosen twice' })
    if (targetBy !== null && target === null) fields.push({ field: `${at}/target`, wrong: 'a day without a target' })
    if (baseline !== null && !baselineSource?.trim())
      fields.push({ field: `${at}/baselineSource`, wrong: 'say where the baseline is from' })
    return fields
  })
}
