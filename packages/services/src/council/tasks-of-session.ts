/** The tasks that an agenda is about, side by side: what is proposed, what each other side says to it, and what is counted. */
import { otherSides, type Position, type TaskMove, type TaskState, taskMovesOf } from '@ieum/council'
import type { Database } from '@ieum/storage'
import { isSmall } from '../figures/mask-small.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { Said } from './actions-of.ts'
import { type Count, countIndicators, type Measure, measures } from './count-indicators.ts'
import type { SessionFound } from './find-session.ts'
import type { CouncilDesk, ItemRow } from './standing.ts'

export interface TaskInRoom {
  readonly id: string
  readonly code: string
  readonly title: Said
  readonly needs: Said | null
  readonly proposedBy: readonly string[]
  readonly state: TaskState
  /** The last answer of each other side, in the order of the seats; nothing where it has not answered. */
  readonly sides: readonly {
    readonly agency: string
    readonly position: Position | null
    readonly reason: string | null
  }[]
  /** What a decision may do with it now. */
  readonly moves: readonly TaskMove[]
  readonly indicators: readonly IndicatorLine[]
}

export interface IndicatorLine {
  readonly measure: Measure
  readonly count: Count
  /** Of so few firms that who knows some of them could tell them apart: not for everyone's eyes. */
  readonly few: boolean
  readonly target: number | null
  readonly targetBy: string | null
  readonly baseline: number | null
  readonly baselineSource: string | null
}

/** Its figures are still to be counted, outside of the transaction that read it. */
export interface TaskUncounted extends Omit<TaskInRoom, 'indicators'> {
  readonly pathways: readonly string[]
  readonly chosen: readonly Omit<IndicatorLine, 'count' | 'few'>[]
}

export async function tasksOf(
  { tx }: CouncilDesk,
  { agencies }: SessionFound,
  items: readonly Pick<ItemRow, 'task_id'>[],
): Promise<readonly TaskUncounted[]> {
  const ids = [...new Set(items.flatMap(({ task_id }) => task_id ?? []))]
  if (ids.length === 0) return []
  const tasks = await tx.selectFrom('collaboration_task').selectAll().where('id', 'in', ids).orderBy('code').execute()
  const answers = await tx.selectFrom('task_answer').selectAll().where('task_id', 'in', ids).orderBy('at').execute()
  const chosen = await tx
    .selectFrom('task_indicator')
    .selectAll()
    .where('task_id', 'in', ids)
    .orderBy('position')
    .execute()
  return tasks.map(task => {
    const last = new Map(answers.filter(({ task_id }) => task_id === task.id).map(answer => [answer.agency, answer]))
    const positions = new Map([...last].map(([agency, { position }]): [string, Position] => [agency, position]))
    const proposed = { state: task.state, proposedBy: task.proposed_by, seated: agencies, answers: positions }
    return {
      id: task.id,
      code: task.code,
      title: { ko: task.title_ko, en: task.title_en },
      needs: task.needs_ko === null ? null : { ko: task.needs_ko, en: task.needs_en },
      proposedBy: task.proposed_by,
      state: task.state,
      sides: otherSides(proposed).map(agency => ({
        agency,
        position: last.get(agency)?.position ?? null,
        reason: last.get(agency)?.reason ?? null,
      })),
      moves: taskMovesOf(proposed, 'council'),
      pathways: task.pathways,
      chosen: chosen
        .filter(({ task_id }) => task_id === task.id)
        .map(({ measure, target, target_by, baseline, baseline_source }) => ({
          measure: measure as Measure,
          target: numberOf(target),
          targetBy: target_by,
          baseline: numberOf(baseline),
          baselineSource: baseline_source,
        })),
    }
  })
}

/** Where no indicator was chosen for the task, all that can be counted is. */
export async function counted(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  { chosen, pathways, ...task }: TaskUncounted,
  on: string,
): Promise<TaskInRoom> {
  const counts = await countIndicators(needs, { code: task.code, pathways }, on)
  const lines =
    chosen.length > 0
      ? chosen
      : measures.map(measure => ({ measure, target: null, targetBy: null, baseline: null, baselineSource: null }))
  return {
    ...task,
    indicators: lines.map(line => ({ ...line, count: counts[line.measure], few: isOfFew(line.measure, counts) })),
  }
}

export function isOfFew(measure: Measure, counts: Readonly<Record<Measure, Count>>): boolean {
  // Links and steps are of programmes, not of firms.
  if (measure === 'links-in-force' || measure === 'steps-joined') return false
  // A median says nothing of how many it is of: no more than were accepted.
  const count = counts[measure === 'days-to-selection' ? 'accepted' : measure]
  if (count.is === 'not measured') return false
  const { value, of = value } = count
  return [value, of, of - value].some(isSmall)
}

/** The driver reads `numeric` as text. */
const numberOf = (stored: unknown): number | null => (stored === null ? null : Number(stored))
