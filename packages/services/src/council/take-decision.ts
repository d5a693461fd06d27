/** A decision falls in a sitting: numbered, dated, worded once. What it brings about comes into being with it. */
import {
  isBeingMinuted,
  openActionStates,
  type SessionState,
  stepTask,
  type TaskMove,
  type TaskState,
  type TaskStepped,
} from '@ieum/council'
import { changedProgramme, type ProgrammeChange } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import { latest } from '../open-record/open-days.ts'
import { councilInNotice } from './council-in-notice.ts'
import { findSession, type SessionFound } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import { recordsOf } from './minutes-of.ts'
import { quorumNow } from './move-session.ts'
import { openingFaults } from './opening-faults.ts'
import { proposedTask } from './proposed-task.ts'
import type { CouncilDesk, ItemRow, TaskRow } from './standing.ts'

export interface DecisionToTake {
  readonly item: string
  readonly text: string
  readonly textEn?: string | undefined
  /** Counted hands; without objection when left out. */
  readonly votes?: { readonly for: number; readonly against: number; readonly abstained: number } | undefined
  /** The decision whose place it takes. */
  readonly supersedes?: string | undefined
  /** What becomes of the task that the item is about. */
  readonly task?:
    | { readonly move: Extract<TaskMove, 'adopt' | 'complete' | 'stop'>; readonly reason?: string | undefined }
    | undefined
  readonly actions?: readonly ActionToGive[] | undefined
  /** No day that has passed, but that of its item: then it opens on the day on which it is taken. */
  readonly openFrom?: string | undefined
  readonly closedGround?: string | undefined
}

export interface ActionToGive {
  readonly title: string
  readonly ownerPost: string
  readonly due: string
  /** What shows that it is done. */
  readonly proofWanted: string
  readonly asks?: ActionAsks | undefined
}

/** What a decision asks for beyond a report. */
export type ActionAsks =
  | { readonly is: 'link'; readonly fromProgramme: string; readonly toProgramme: string }
  | {
      readonly is: 'programme change'
      readonly programme: string
      readonly change: string
      /** The same so that it can be tried: before and after, on example firms. */
      readonly to?: ProgrammeChange | undefined
    }
  | { readonly is: 'study' }

export type DecisionTaken =
  | { readonly is: 'taken'; readonly decision: string; readonly number: string; readonly actions: readonly string[] }
  | { readonly is: 'no such item' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: SessionState }
  | { readonly is: 'no quorum'; readonly present: number; readonly needed: number; readonly absent: readonly string[] }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'task not moved'; readonly why: Exclude<TaskStepped, { readonly is: 'moved' }> }

export function takeDecision(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  asked: DecisionToTake,
): Promise<DecisionTaken> {
  return atDesk({ database }, acting, async desk => {
    const { tx } = desk
    const item = isId(asked.item)
      ? await tx.selectFrom('agenda_item').selectAll().where('id', '=', asked.item).executeTakeFirst()
      : undefined
    const found = item && (await findSession(desk, item.session_id, { toChange: true }))
    if (!item || !found) return { is: 'no such item' }
    if (!desk.may('keep council', found.relations, item.id)) return { is: 'not for this post' }
    const { session, council } = found
    if (!isBeingMinuted(session.state) || session.from_catalogue) return { is: 'not allowed now', state: session.state }
    const { present, decisions } = await recordsOf(desk, session.id)
    const quorum = quorumNow(found, present)
    if (quorum.is === 'short') return { ...quorum, is: 'no quorum' }

    const fields = [
      ...wrongVotes(asked, present.length),
      ...(await wrongActions(desk, found, asked.actions ?? [], rulebook)),
    ]
    const superseded = await supersededOf(desk, council.id, asked.supersedes)
    if (superseded === 'none')
      fields.push({ field: '/supersedes', wrong: 'no decision of this council that still stands' })
    if (asked.openFrom !== item.open_from) fields.push(...openingFaults(null, asked.openFrom, acting.on))
    if (asked.task && item.task_id === null) fields.push({ field: '/task', wrong: 'the item is about no task' })
    if (fields.length > 0) return { is: 'faulty', fields }
    const moved = asked.task && (await movedTask(desk, found, item, asked.task))
    if (moved && 'why' in moved) return moved

    const openFrom = latest(asked.openFrom, asked.openFrom && acting.on)
    const number = `${session.held_on.slice(0, 4)}-${session.number}-${decisions.length + 1}`
    const { id } = await tx
      .insertInto('council_decision')
      .values({
        council_id: council.id,
        session_id: session.id,
        item_id: item.id,
        task_id: item.task_id,
        number,
        decided_on: session.held_on,
        text_ko: asked.text,
        text_en: asked.textEn ?? null,
        without_objection: asked.votes === undefined,
        votes_for: asked.votes?.for ?? null,
        votes_against: asked.votes?.against ?? null,
        votes_abstained: asked.votes?.abstained ?? null,
        closed_ground: asked.closedGround ?? null,
        open_from: openFrom,
        taken_by: acting.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (superseded) {
      await tx.updateTable('council_decision').set({ superseded_by: id }).where('id', '=', superseded).execute()
      await tellOwnersOf(desk, found, { superseded, by: id })
    }
    if (moved)
      await tx
        .updateTable('collaboration_task')
        .set({ state: moved.to, changed: moved.task.changed + 1, reason: asked.task?.reason ?? null })
        .where('id', '=', moved.task.id)
        .execute()
    const actions: string[] = []
    for (const action of asked.actions ?? [])
      actions.push(
        await give(desk, found, item, { decision: id, action, open: openFrom, programmes: rulebook.programmes }),
      )
    desk.changed('take decision', id, { council: council.id, number, ...(superseded && { supersedes: superseded }) })
    return { is: 'taken', decision: id, number, actions }
  })
}

function wrongVotes({ votes }: DecisionToTake, present: number): FieldFault[] {
  if (!votes) return []
  const cast = votes.for + votes.against + votes.abstained
  if (cast > present) return [{ field: '/votes', wrong: `${cast} votes of ${present} present` }]
  if (votes.for <= votes.against) return [{ field: '/votes', wrong: 'not carried: no more for it than against it' }]
  return []
}

async function wrongActions(
  { tx, acting }: CouncilDesk,
  { agencies }: SessionFound,
  actions: readonly ActionToGive[],
  rulebook: Rulebook,
): Promise<FieldFault[]> {
  const programmes = new Set(rulebook.programmes.map(({ id }) => id))
  const fields: FieldFault[] = []
  for (const [index, { ownerPost, due, asks }] of actions.entries()) {
    const post = await postOf(tx, ownerPost)
    if (!post || !agencies.includes(post.agency))
      fields.push({ field: `/actions/${index}/ownerPost`, wrong: 'no open post of an agency with a seat' })
    if (due <= acting.on) fields.push({ field: `/actions/${index}/due`, wrong: 'not a day to come' })
    const named =
      asks?.is === 'link'
        ? [asks.fromProgramme, asks.toProgramme]
        : asks?.is === 'programme change'
          ? [asks.programme]
          : []
    for (const programme of named)
      if (!programmes.has(programme))
        fields.push({ field: `/actions/${index}/asks`, wrong: `no programme ${programme}` })
    if (asks?.is === 'programme change' && asks.to && programmes.has(asks.programme)) {
      const tried = changedProgramme(rulebook, asks.programme, asks.to)
      if (tried.is === 'not there') fields.push({ field: `/actions/${index}/asks/to`, wrong: `no such ${tried.what}` })
    }
  }
  return fields
}

async function postOf(tx: CouncilDesk['tx'], id: string) {
  if (!isId(id)) return undefined
  return tx
    .selectFrom('post')
    .select(['id', 'agency'])
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

/** Its id; nothing when none is asked for; `none` when it is not there or has been superseded. */
async function supersededOf(
  { tx }: CouncilDesk,
  council: string,
  id: string | undefined,
): Promise<string | 'none' | undefined> {
  if (id === undefined) return undefined
  if (!isId(id)) return 'none'
  const row = await tx
    .selectFrom('council_decision')
    .select('id')
    .where('id', '=', id)
    .where('council_id', '=', council)
    .where('superseded_by', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.id ?? 'none'
}

/** Whoever still works on what it asked for looks at the new one. */
async function tellOwnersOf(
  desk: CouncilDesk,
  { council }: SessionFound,
  { superseded, by }: { readonly superseded: string; readonly by: string },
): Promise<void> {
  const open = await desk.tx
    .selectFrom('council_action')
    .select(['id', 'owner_post'])
    .where('decision_id', '=', superseded)
    .where('state', 'in', openActionStates)
    .execute()
  for (const { id, owner_post } of open)
    await notifyPosts(desk, [owner_post], {
      event: `action:${id}:superseded:${by}`,
      kind: 'action.superseded',
      detail: { ...councilInNotice(council), action: id },
    })
}

async function movedTask(
  desk: CouncilDesk,
  { agencies }: SessionFound,
  item: ItemRow,
  { move, reason }: NonNullable<DecisionToTake['task']>,
): Promise<
  | { readonly task: TaskRow; readonly to: TaskState }
  | { readonly is: 'task not moved'; readonly why: Exclude<TaskStepped, { readonly is: 'moved' }> }
> {
  const task = await desk.tx
    .selectFrom('collaboration_task')
    .selectAll()
    .where('id', '=', item.task_id!)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const stepped = stepTask(await proposedTask(desk, task, agencies), {
    move,
    by: 'council',
    ...(reason !== undefined && { reason }),
  })
  return stepped.is === 'moved' ? { task, to: stepped.to } : { is: 'task not moved', why: stepped }
}

async function give(
  desk: CouncilDesk,
  { council }: SessionFound,
  item: ItemRow,
  {
    decision,
    action,
    open,
    programmes,
  }: {
    readonly decision: string
    readonly action: ActionToGive
    readonly open: string | null
    readonly programmes: Rulebook['programmes']
  },
): Promise<string> {
  const post = await postOf(desk.tx, action.ownerPost)
  const { id } = await desk.tx
    .insertInto('council_action')
    .values({
      council_id: council.id,
      decision_id: decision,
      task_id: item.task_id,
      title_ko: action.title,
      owner_agency: post!.agency,
      owner_post: post!.id,
      due: action.due,
      proof_wanted: action.proofWanted,
      asks: action.asks ? JSON.stringify(action.asks) : null,
      open_from: open,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await notifyPosts(desk, [post!.id], {
    event: `action:${id}:given`,
    kind: 'action.given',
    detail: { ...councilInNotice(council), action: id, due: action.due },
  })
  if (action.asks?.is === 'link') await askForLink(desk, programmes, { council: council.id, id, asked: action.asks })
  return id
}

/** Who draws up links for the two programmes need not sit in the council: executing agencies run them for their ministries. */
async function askForLink(
  desk: CouncilDesk,
  programmes: Rulebook['programmes'],
  {
    council,
    id,
    asked,
  }: { readonly council: string; readonly id: string; readonly asked: Extract<ActionAsks, { readonly is: 'link' }> },
): Promise<void> {
  const posts: string[] = []
  for (const programme of [asked.fromProgramme, asked.toProgramme]) {
    const { agency } = programmes.find(one => one.id === programme)!
    posts.push(...(await postsFor(desk, agency, ['programme-owner'], programme)))
  }
  await notifyPosts(desk, [...new Set(posts)], {
    event: `action:${id}:link-asked`,
    kind: 'action.link-asked',
    detail: { council, action: id },
  })
}
