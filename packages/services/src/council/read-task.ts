/** A collaboration task with what was said to it, what was decided and done, what is counted, and what sources report since. */

import type { LaterFact } from '@ieum/catalogue/records'
import { type Position, type TaskMove, type TaskState, taskMovesOf } from '@ieum/council'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { workingCalendar } from '../working-calendar.ts'
import { type ActionLine, actionsOf, type Said } from './actions-of.ts'
import { type Count, countIndicators, type Measure } from './count-indicators.ts'
import type { CouncilNeeds } from './found-council.ts'
import { proposedTask } from './proposed-task.ts'
import { standingIn } from './standing.ts'

export interface TaskRead {
  readonly is: 'found'
  readonly task: {
    readonly id: string
    readonly council: string
    readonly code: string
    readonly title: Said
    readonly needs: Said | null
    readonly proposedBy: readonly string[]
    readonly state: TaskState
    readonly changed: number
    readonly reason: string | null
    readonly programmes: readonly string[]
    readonly chains: readonly string[]
    readonly pathways: readonly string[]
    readonly posts: readonly { readonly agency: string; readonly title: Said; readonly inferred: boolean }[]
    readonly answers: readonly {
      readonly agency: string
      readonly position: Position
      readonly reason: string | null
      readonly at: string
    }[]
    /** What who asks may do with it now. */
    readonly moves: readonly TaskMove[]
    readonly milestones: readonly {
      readonly id: string
      readonly title: Said
      readonly due: string
      readonly reachedOn: string | null
    }[]
    readonly indicators: Readonly<Record<Measure, Count>>
    readonly decisions: readonly {
      readonly id: string
      readonly number: string
      readonly text: Said
      readonly on: string
    }[]
    readonly actions: readonly ActionLine[]
    /** Facts beside it, source by source; never a result of the council. */
    readonly later: readonly LaterFact[]
  }
}

export async function readTask(
  needs: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<TaskRead | { readonly is: 'no such task' }> {
  const read = await atDesk(needs, acting, async desk => {
    const task = isId(id)
      ? await desk.tx.selectFrom('collaboration_task').selectAll().where('id', '=', id).executeTakeFirst()
      : undefined
    const standing = task && (await standingIn(desk, task.council_id))
    if (!task || !standing || !desk.may('read council', standing.relations, id)) return null
    return {
      task,
      moves: taskMovesOf(await proposedTask(desk, task, standing.agencies), { agency: acting.capacity.agency }),
      posts: await desk.tx.selectFrom('task_post').selectAll().where('task_id', '=', id).orderBy('position').execute(),
      answers: await desk.tx.selectFrom('task_answer').selectAll().where('task_id', '=', id).orderBy('at').execute(),
      milestones: await desk.tx
        .selectFrom('task_milestone')
        .selectAll()
        .where('task_id', '=', id)
        .orderBy('due')
        .execute(),
      decisions: await desk.tx
        .selectFrom('council_decision')
        .selectAll()
        .where('task_id', '=', id)
        .orderBy('taken_at')
        .execute(),
      actions: await actionsOf(desk, task.council_id, { task: id, calendar: workingCalendar(needs.catalogue) }),
    }
  })
  if (!read) return { is: 'no such task' }
  const { task, moves, posts, answers, milestones, decisions, actions } = read
  const said = (ko: string, en: string | null): Said => ({ ko, en })
  const known = needs.catalogue.rulebook.councils
    ?.flatMap(({ tasks }) => tasks)
    .find(({ id: one }) => one === task.from_catalogue)
  return {
    is: 'found',
    task: {
      id,
      council: task.council_id,
      code: task.code,
      title: said(task.title_ko, task.title_en),
      needs: task.needs_ko === null ? null : said(task.needs_ko, task.needs_en),
      proposedBy: task.proposed_by,
      state: task.state,
      changed: task.changed,
      reason: task.reason,
      programmes: task.programmes,
      chains: task.chains,
      pathways: task.pathways,
      posts: posts.map(({ agency, title_ko, title_en, inferred }) => ({
        agency,
        title: said(title_ko, title_en),
        inferred,
      })),
      answers: answers.map(({ agency, position, reason, at }) => ({ agency, position, reason, at: at.toISOString() })),
      moves,
      milestones: milestones.map(({ id: milestone, title_ko, title_en, due, reached_on }) => ({
        id: milestone,
        title: said(title_ko, title_en),
        due,
        reachedOn: reached_on,
      })),
      indicators: await countIndicators(needs, task, acting.on),
      decisions: decisions.map(({ id: decision, number, text_ko, text_en, decided_on }) => ({
        id: decision,
        number,
        text: said(text_ko, text_en),
        on: decided_on,
      })),
      actions,
      later: known?.later ?? [],
    },
  }
}
