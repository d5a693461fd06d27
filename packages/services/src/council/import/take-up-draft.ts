/** What a person said yes to in a draft becomes a planned session, its agenda and its tasks: all of it, or nothing. */
import type { Acting, PostCapacity } from '../../acting/acting.ts'
import { atDesk } from '../../acting/at-desk.ts'
import type { FieldFault } from '../../field-fault.ts'
import { findToPutOn, type ItemToPut, putAtDesk } from '../change-agenda.ts'
import type { CouncilNeeds } from '../found-council.ts'
import { planSessionAt, type SessionToPlan } from '../plan-session.ts'
import { draftTaskAt } from '../propose-task.ts'
import { type CouncilDesk, standingIn } from '../standing.ts'
import { holdCodes } from '../task-codes.ts'

export interface DraftToTakeUp {
  readonly session: SessionToPlan
  readonly tasks: readonly {
    readonly title: string
    readonly needs?: string | undefined
    readonly proposedBy: readonly string[]
  }[]
  /** In the order of the agenda. */
  readonly items: readonly ItemToTakeUp[]
}

export type ItemToTakeUp =
  | { readonly kind: 'opening' | 'other' | 'closing'; readonly title: string; readonly minutes: number }
  /** A task of the draft, by its place in it. */
  | { readonly kind: 'task'; readonly task: number; readonly minutes: number }
  /** A task that the council has already. */
  | { readonly kind: 'standing task'; readonly task: string; readonly minutes: number }

export type DraftTakenUp =
  | {
      readonly is: 'taken up'
      readonly session: string
      readonly number: number
      readonly items: number
      /** Codes of the tasks that were drawn up, in their order. */
      readonly tasks: readonly { readonly task: string; readonly code: string }[]
    }
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

type No = Exclude<DraftTakenUp, { readonly is: 'taken up' }>

export function takeUpDraft(
  { database, catalogue }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  council: string,
  asked: DraftToTakeUp,
): Promise<DraftTakenUp> {
  return atDesk({ database }, acting, desk =>
    desk.allOrNothing(
      () => takeUpAtDesk({ catalogue }, desk, council, asked),
      ({ is }) => is === 'taken up',
    ),
  )
}

async function takeUpAtDesk(
  needs: Pick<CouncilNeeds, 'catalogue'>,
  desk: CouncilDesk,
  council: string,
  asked: DraftToTakeUp,
): Promise<DraftTakenUp> {
  const standing = await standingIn(desk, council)
  if (!standing) return { is: 'no such council' }
  if (!desk.may('keep council', standing.relations, council)) return { is: 'not for this post' }
  // Two who take up papers at once do not give the same code. Before the row of the council, which whoever drafts a task needs second.
  if (asked.tasks.length > 0) await holdCodes(desk)
  const planned = await planSessionAt(desk, council, asked.session)
  if (planned.is === 'faulty') return within('/session', planned.fields)
  if (planned.is !== 'planned') return planned
  const drawn = await drawUp(needs, desk, council, asked.tasks)
  if (drawn.is !== 'drawn up') return drawn
  const { tasks } = drawn
  for (const [index, item] of asked.items.entries()) {
    const no = await put(desk, planned.session, item, { tasks, asked, at: `/items/${index}` })
    if (no) return no
  }
  desk.changed('take up paper', planned.session, {
    council,
    tasks: tasks.map(({ code }) => code),
    items: asked.items.length,
  })
  return { is: 'taken up', session: planned.session, number: planned.number, items: asked.items.length, tasks }
}

interface DrawnUp {
  readonly task: string
  readonly code: string
}

async function drawUp(
  needs: Pick<CouncilNeeds, 'catalogue'>,
  desk: CouncilDesk,
  council: string,
  asked: DraftToTakeUp['tasks'],
): Promise<{ readonly is: 'drawn up'; readonly tasks: readonly DrawnUp[] } | No> {
  if (asked.length === 0) return { is: 'drawn up', tasks: [] }
  let last = await lastNumber(desk)
  const tasks: DrawnUp[] = []
  for (const [index, { title, needs: wanted, proposedBy }] of asked.entries()) {
    last += 1
    const code = `T${last}`
    const drafted = await draftTaskAt(
      needs,
      desk,
      council,
      { code, title, ...(wanted !== undefined && { needs: wanted }), proposedBy, programmes: [], pathways: [] },
      { onBehalf: true },
    )
    if (drafted.is === 'faulty') return within(`/tasks/${index}`, drafted.fields)
    if (drafted.is !== 'drafted') return drafted
    tasks.push({ task: drafted.task, code })
  }
  return { is: 'drawn up', tasks }
}

/** The highest number of a code such as T8, over all councils, those of others too. */
async function lastNumber(desk: CouncilDesk): Promise<number> {
  const codes = await desk.asWorker(() =>
    desk.tx.selectFrom('collaboration_task').select('code').where('code', '~', '^T[0-9]{1,6}$').execute(),
  )
  return Math.max(0, ...codes.map(({ code }) => Number(code.slice(1))))
}

interface ToPut {
  readonly item: ItemToPut
  readonly onBehalf?: readonly string[]
}

/** Why it is not put there; null when it is. */
async function put(
  desk: CouncilDesk,
  session: string,
  item: ItemToTakeUp,
  { at, ...drawn }: { readonly tasks: readonly DrawnUp[]; readonly asked: DraftToTakeUp; readonly at: string },
): Promise<No | null> {
  const wrong = (field: string, wrong: string) => within(at, [{ field, wrong }])
  const asked = await itemToPut(desk, item, drawn)
  if ('wrong' in asked) return wrong('/task', asked.wrong)
  const found = await findToPutOn(desk, session)
  const { item: put, ...onBehalf } = asked
  const done = 'session' in found ? await putAtDesk(desk, found, put, onBehalf) : found
  switch (done.is) {
    case 'put':
      return null
    case 'faulty':
      return within(at, done.fields)
    case 'not for this post':
      return done
    // It was planned a moment ago, and nobody else has seen it.
    case 'no such session':
    case 'not allowed now':
      return wrong('', done.is)
  }
}

async function itemToPut(
  { tx }: CouncilDesk,
  item: ItemToTakeUp,
  { tasks, asked }: { readonly tasks: readonly DrawnUp[]; readonly asked: DraftToTakeUp },
): Promise<ToPut | { readonly wrong: string }> {
  if (item.kind === 'task') {
    const [drawn, said] = [tasks[item.task], asked.tasks[item.task]]
    if (!drawn || !said) return { wrong: 'the place of one of its tasks' }
    return {
      item: { kind: 'task', title: said.title, minutes: item.minutes, task: drawn.task },
      onBehalf: said.proposedBy,
    }
  }
  if (item.kind === 'standing task') {
    const there = await tx
      .selectFrom('collaboration_task')
      .select(['title_ko', 'proposed_by'])
      .where('id', '=', item.task)
      .executeTakeFirst()
    if (!there) return { wrong: 'no such task of this council' }
    return {
      item: { kind: 'task', title: there.title_ko, minutes: item.minutes, task: item.task },
      onBehalf: there.proposed_by,
    }
  }
  return { item }
}

const within = (at: string, fields: readonly FieldFault[]): Extract<No, { readonly is: 'faulty' }> => ({
  is: 'faulty',
  fields: fields.map(({ field, wrong }) => ({ field: `${at}${field}`, wrong })),
})
