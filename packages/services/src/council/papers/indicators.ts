/** Figures of a task as a paper tells them: counted, with the targets and baselines that were set for them. */
import type { ValuesOfPaper } from '@ieum/catalogue/records'
import { type OpenCount, openIndicators } from '../../open-record/open-indicators.ts'
import { type Count, type Measure, measures } from '../count-indicators.ts'
import type { CouncilDesk } from '../standing.ts'
import type { Audience } from './audience.ts'
import type { TargetOf } from './gather-session.ts'
import { type PostNames, postNames } from './post-names.ts'
import type { Saying } from './saying.ts'

export type Counts = Readonly<Record<Measure, OpenCount>>

/** Of few firms everyone is told no more than on the open record. */
export const countsFor = (audience: Audience, counts: Readonly<Record<Measure, Count>>): Counts =>
  audience === 'everyone' ? openIndicators(counts) : counts

export function indicatorValues(
  counts: Counts,
  targets: readonly Omit<TargetOf, 'task_id'>[],
  saying: Saying,
): ValuesOfPaper<'task'>['indicators'] {
  const { words, day } = saying
  return measures.map(measure => {
    const set = targets.find(one => one.measure === measure)
    return {
      measure: words.measure(measure),
      value: countSaid(counts[measure], saying),
      target: set?.target ?? '',
      by: day(set?.target_by ?? null),
      baseline: set?.baseline ?? '',
      source: set?.baseline_source ?? '',
    }
  })
}

export const countSaid = (count: OpenCount, { words }: Saying): string => {
  if (count.is === 'fewer than') return words.fewerThan(count.than)
  if (count.is === 'withheld') return words.withheld
  if (count.is === 'not measured') return words.notMeasured
  return count.of === undefined ? count.value.toLocaleString('en-US') : words.outOf(count.value, count.of)
}

export interface BesideTask {
  readonly targets: readonly Omit<TargetOf, 'task_id'>[]
  readonly openFrom: string | null
  readonly openActions: ReadonlyMap<string, string | null>
  readonly openDecisions: ReadonlyMap<string, string | null>
  readonly posts: PostNames
}

/** What a task's page does not tell: targets, owners by name, and from when each thing is open. */
export async function indicatorsOf(desk: CouncilDesk, task: string): Promise<BesideTask> {
  const { tx } = desk
  const targets = await tx
    .selectFrom('task_indicator')
    .select(['measure', 'target', 'target_by', 'baseline', 'baseline_source'])
    .where('task_id', '=', task)
    .orderBy('position')
    .execute()
  const row = await tx.selectFrom('collaboration_task').select('open_from').where('id', '=', task).executeTakeFirst()
  const actions = await tx
    .selectFrom('council_action')
    .select(['id', 'open_from', 'owner_post'])
    .where('task_id', '=', task)
    .execute()
  const decisions = await tx
    .selectFrom('council_decision')
    .select(['id', 'open_from'])
    .where('task_id', '=', task)
    .execute()
  return {
    targets,
    openFrom: row?.open_from ?? null,
    openActions: new Map(actions.map(({ id, open_from }) => [id, open_from])),
    openDecisions: new Map(decisions.map(({ id, open_from }) => [id, open_from])),
    posts: await postNames(
      desk,
      actions.map(({ owner_post }) => owner_post),
    ),
  }
}
