/** A collaboration task is drawn up by one agency or by several together, and goes to the others for their answer. */
import { stepTask, type TaskMove, type TaskState, type TaskStepped } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import { councilInNotice } from './council-in-notice.ts'
import type { CouncilNeeds } from './found-council.ts'
import { heldCouncil } from './held-council.ts'
import { findTask, type TaskFound } from './keeps-task.ts'
import { proposedTask } from './proposed-task.ts'
import { type CouncilDesk, type Standing, standingIn } from './standing.ts'
import { codesTaken, holdCodes } from './task-codes.ts'

export interface TaskToPropose {
  /** Short name, unique over all councils here: `T9`. */
  readonly code: string
  readonly title: string
  readonly titleEn?: string | undefined
  /** What each side brings or is asked for. */
  readonly needs: string
  /** Agencies that propose it; the acting one is among them. */
  readonly proposedBy: readonly string[]
  readonly programmes: readonly string[]
  readonly pathways: readonly string[]
}

/** What each side brings may not be known yet, such as of a task that a paper names. */
export type TaskToDraft = Omit<TaskToPropose, 'needs'> & { readonly needs?: string | undefined }

export type TaskDrafted =
  | { readonly is: 'drafted'; readonly task: string; readonly changed: number }
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function draftTask(
  { database, catalogue }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  council: string,
  asked: TaskToPropose,
): Promise<TaskDrafted> {
  return atDesk({ database }, acting, desk => draftTaskAt({ catalogue }, desk, council, asked))
}

/** The same within what somebody does besides; `onBehalf` of others by who keeps the council: it is theirs to propose, and to see. */
export async function draftTaskAt(
  { catalogue: { rulebook } }: Pick<CouncilNeeds, 'catalogue'>,
  desk: CouncilDesk,
  council: string,
  asked: TaskToDraft,
  { onBehalf = false }: { readonly onBehalf?: boolean } = {},
): Promise<TaskDrafted> {
  const standing = await standingIn(desk, council)
  if (!standing) return { is: 'no such council' }
  if (!desk.may('propose task', standing.relations, council)) return { is: 'not for this post' }
  const programmes = new Set(rulebook.programmes.map(({ id }) => id))
  const pathways = new Set(rulebook.pathways.map(({ id }) => id))
  await holdCodes(desk)
  const taken = await codesTaken(desk, [asked.code])
  const fields: FieldFault[] = [
    ...taken.map(code => ({ field: '/code', wrong: `${code} is taken` })),
    ...wrongProposers(asked.proposedBy, standing, onBehalf ? undefined : desk.acting.capacity.agency),
    ...asked.programmes.flatMap((id, index) =>
      programmes.has(id) ? [] : [{ field: `/programmes/${index}`, wrong: `no programme ${id}` }],
    ),
    ...asked.pathways.flatMap((id, index) =>
      pathways.has(id) ? [] : [{ field: `/pathways/${index}`, wrong: `no pathway ${id}` }],
    ),
  ]
  if (fields.length > 0) return { is: 'faulty', fields }
  const insert = () =>
    desk.tx
      .insertInto('collaboration_task')
      .values({
        council_id: council,
        code: asked.code,
        title_ko: asked.title,
        title_en: asked.titleEn ?? null,
        needs_ko: asked.needs ?? null,
        proposed_by: [...asked.proposedBy],
        programmes: [...asked.programmes],
        pathways: [...asked.pathways],
      })
      .returning(['id', 'changed'])
      .executeTakeFirstOrThrow()
  const { id, changed } = await (onBehalf ? desk.asWorker(insert) : insert())
  desk.changed('propose task', id, { council, code: asked.code, ...(onBehalf && { onBehalf: asked.proposedBy }) })
  return { is: 'drafted', task: id, changed }
}

function wrongProposers(proposedBy: readonly string[], { agencies }: Standing, own: string | undefined): FieldFault[] {
  const fields = proposedBy.flatMap((agency, index) =>
    agencies.includes(agency) ? [] : [{ field: `/proposedBy/${index}`, wrong: 'an agency without a seat' }],
  )
  return own === undefined || proposedBy.includes(own)
    ? fields
    : [...fields, { field: '/proposedBy', wrong: 'the acting agency is not among them' }]
}

export type TaskMoved =
  | { readonly is: 'moved'; readonly state: TaskState; readonly changed: number }
  | { readonly is: 'no such task' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'changed meanwhile'; readonly state: TaskState; readonly changed: number }
  | { readonly is: 'not moved'; readonly why: Exclude<TaskStepped, { readonly is: 'moved' }> }

export interface TaskMoveAsked {
  readonly task: string
  readonly move: Extract<TaskMove, 'propose' | 'answer' | 'withdraw' | 'begin'>
  readonly changed: number
  readonly position?: string | undefined
  readonly reason?: string | undefined
}

/** What the agencies themselves do with a task; what the council does with it is a decision (take-decision.ts). */
export function moveTask(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { task: id, move, changed, position, reason }: TaskMoveAsked,
): Promise<TaskMoved> {
  return atDesk({ database }, acting, async desk => {
    // A council is not dissolved between its being looked at and a proposal to it.
    if (move === 'propose') await holdCouncilOf(desk, id)
    const found = await findTask(desk, id, { toChange: true })
    if (!found) return { is: 'no such task' }
    const { task, standing } = found
    const operation = move === 'answer' ? 'answer task' : move === 'begin' ? 'follow task' : 'propose task'
    if (!desk.may(operation, standing.relations, id)) return { is: 'not for this post' }
    if (task.changed !== changed) return { is: 'changed meanwhile', state: task.state, changed: task.changed }
    const stepped = stepTask(await proposedTask(desk, task, standing.agencies), {
      move,
      by: { agency: acting.capacity.agency },
      ...(position !== undefined && { position }),
      ...(reason !== undefined && { reason }),
    })
    if (stepped.is !== 'moved') return { is: 'not moved', why: stepped }
    if (move === 'answer')
      await desk.tx
        .insertInto('task_answer')
        .values({
          task_id: id,
          agency: acting.capacity.agency,
          // stepTask has looked at it.
          position: position as 'agree',
          reason: reason?.trim() || null,
          post_id: acting.capacity.post,
          person_id: acting.person.id,
        })
        .execute()
    await desk.tx
      .updateTable('collaboration_task')
      .set({ state: stepped.to, changed: changed + 1, ...(move === 'withdraw' && { reason: reason ?? null }) })
      .where('id', '=', id)
      .execute()
    desk.changed(`${move} task`, id, { council: task.council_id, code: task.code, ...(position && { position }) })
    await tellOthers(desk, found, move)
    return { is: 'moved', state: stepped.to, changed: changed + 1 }
  })
}

/** Before the row of the task, as everywhere. */
async function holdCouncilOf(desk: CouncilDesk, task: string): Promise<void> {
  const found = await findTask(desk, task)
  if (found) await heldCouncil(desk, found.task.council_id)
}

/** Whose turn it is hears of a proposal and of an answer, and the secretariat of both. */
async function tellOthers(
  desk: CouncilDesk,
  { task, standing }: TaskFound,
  move: TaskMoveAsked['move'],
): Promise<void> {
  const { agency, post } = desk.acting.capacity
  const agencies = new Set([...standing.agencies, standing.council.secretariat])
  const posts: string[] = []
  for (const other of agencies)
    if (other !== agency) posts.push(...(await postsFor(desk, other, ['secretary', 'programme-owner'])))
  await notifyPosts(
    desk,
    posts.filter(one => one !== post),
    {
      event: `task:${task.id}:${move}:${task.changed}`,
      kind: `task.${move}`,
      detail: { ...councilInNotice(standing.council), task: task.id, code: task.code },
    },
  )
}
