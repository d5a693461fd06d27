/** A collaboration task with what was said to it, what was decided and done, what is counted, and what sources report since. */

import type { CouncilEvent, CouncilZone, LaterFact } from '@ieum/catalogue/records'
import { isTaskOver, type Position, type TaskMove, type TaskState, taskMovesOf } from '@ieum/council'
import { type AgreementState, isInForce, may, type Operation } from '@ieum/desk'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { datesOf } from '../agreements/terms.ts'
import type { Said } from './actions-of.ts'
import { type Count, countIndicators, type Measure } from './count-indicators.ts'
import { type FollowedAction, followedIn } from './followed-in.ts'
import type { CouncilNeeds } from './found-council.ts'
import { keepsTask } from './keeps-task.ts'
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
    readonly posts: readonly {
      readonly agency: string
      readonly post: string | null
      readonly title: Said
      readonly inferred: boolean
    }[]
    /** Agencies with a seat, in the order of the seats. */
    readonly sides: readonly string[]
    /** Agreements on links that name the task, newest first; those under way are seen by their two agencies alone. */
    readonly links: readonly {
      readonly id: string
      readonly version: number
      readonly state: AgreementState
      readonly inForce: boolean
      readonly fromAgency: string
      readonly fromProgramme: string
      readonly toAgency: string
      readonly toProgramme: string
    }[]
    readonly answers: readonly {
      readonly agency: string
      readonly position: Position
      readonly reason: string | null
      readonly at: string
    }[]
    /** What who asks may do with it now. */
    readonly moves: readonly TaskMove[]
    /** Whether who asks keeps its milestones and figures, and names the posts of his agency that own it. */
    readonly keeps: boolean
    readonly namesOwners: boolean
    readonly milestones: readonly {
      readonly id: string
      readonly title: Said
      readonly due: string
      readonly reachedOn: string | null
      readonly changed: number
    }[]
    readonly indicators: Readonly<Record<Measure, Count>>
    readonly decisions: readonly {
      readonly id: string
      readonly number: string
      readonly text: Said
      readonly on: string
      /** Number of the decision that took its place. */
      readonly supersededBy: string | null
    }[]
    readonly actions: readonly FollowedAction[]
    /** What the catalogue says that it is about. */
    readonly events: readonly CouncilEvent[]
    readonly zones: readonly CouncilZone[]
    /** Facts beside it, source by source; never a result of the council. */
    readonly later: readonly LaterFact[]
  }
}

/** What the council does with it is a decision of its secretary. */
const operationOf: Partial<Record<TaskMove, Operation>> = {
  propose: 'propose task',
  answer: 'answer task',
  withdraw: 'propose task',
  begin: 'follow task',
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
    const { agency, role } = acting.capacity
    const isFor = (operation: Operation) => [...standing.relations].some(relation => may(role, operation, relation))
    return {
      task,
      sides: standing.agencies,
      moves: taskMovesOf(await proposedTask(desk, task, standing.agencies), { agency }).filter(move =>
        isFor(operationOf[move] ?? 'keep council'),
      ),
      keeps: !isTaskOver(task.state) && (await keepsTask(desk, id, standing)),
      namesOwners: !isTaskOver(task.state) && isFor('answer task'),
      links: await desk.tx
        .selectFrom('link_agreement')
        .selectAll()
        .where('council_task', '=', task.code)
        .orderBy('created_at', 'desc')
        .execute(),
      posts: await desk.tx.selectFrom('task_post').selectAll().where('task_id', '=', id).orderBy('position').execute(),
      answers: await desk.tx.selectFrom('task_answer').selectAll().where('task_id', '=', id).orderBy('at').execute(),
      milestones: await desk.tx
        .selectFrom('task_milestone')
        .selectAll()
        .where('task_id', '=', id)
        .orderBy('due')
        .execute(),
      decisions: await desk.tx
        .selectFrom('council_decision as d')
        .leftJoin('council_decision as next', 'next.id', 'd.superseded_by')
        .select(['d.id', 'd.number', 'd.text_ko', 'd.text_en', 'd.decided_on', 'next.number as supersededBy'])
        .where('d.task_id', '=', id)
        .orderBy('d.taken_at')
        .execute(),
      actions: await followedIn(desk, standing, needs, { task: id }),
    }
  })
  if (!read) return { is: 'no such task' }
  const { task, sides, moves, keeps, namesOwners, links, posts, answers, milestones, decisions, actions } = read
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
      posts: posts.map(({ agency, post_id, title_ko, title_en, inferred }) => ({
        agency,
        post: post_id,
        title: said(title_ko, title_en),
        inferred,
      })),
      answers: answers.map(({ agency, position, reason, at }) => ({ agency, position, reason, at: at.toISOString() })),
      sides,
      links: links.map(link => ({
        id: link.id,
        version: link.version,
        state: link.state,
        inForce: isInForce(datesOf(link), acting.on),
        fromAgency: link.from_agency,
        fromProgramme: link.from_programme,
        toAgency: link.to_agency,
        toProgramme: link.to_programme,
      })),
      moves,
      keeps,
      namesOwners,
      milestones: milestones.map(({ id: milestone, title_ko, title_en, due, reached_on, changed }) => ({
        id: milestone,
        title: said(title_ko, title_en),
        due,
        reachedOn: reached_on,
        changed,
      })),
      indicators: await countIndicators(needs, task, acting.on),
      decisions: decisions.map(({ id: decision, number, text_ko, text_en, decided_on, supersededBy }) => ({
        id: decision,
        number,
        text: said(text_ko, text_en),
        on: decided_on,
        supersededBy,
      })),
      actions,
      events: known?.events ?? [],
      zones: known?.zones ?? [],
      later: known?.later ?? [],
    },
  }
}
