/** What a person said yes to in a draft becomes a planned session, its agenda and its tasks: all of it, or nothing. */
import type { Acting, PostCapacity } from '../../acting/acting.ts'
import { atDesk } from '../../acting/at-desk.ts'
import { hold } from '../../acting/hold.ts'
import type { FieldFault } from '../../field-fault.ts'
import { findToPutOn, type ItemPut, type ItemToPut, putAtDesk } from '../change-agenda.ts'
import type { CouncilNeeds } from '../found-council.ts'
import { planSessionAt, type SessionToPlan } from '../plan-session.ts'
import { draftTaskAt } from '../propose-task.ts'
import { type CouncilDesk, standingIn } from '../standing.ts'

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

/** Thrown within the transaction, so that nothing of it stays, and caught around it. */
class NotTakenUp extends Error {
  readonly fields: readonly FieldFault[]
  constructor(fields: readonly FieldFault[]) {
    super('not taken up')
    this.fields = fields
  }
}

export async function takeUpDraft(
  { database, catalogue }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  council: string,
  asked: DraftToTakeUp,
): Promise<DraftTakenUp> {
  try {
    return await atDesk({ database }, acting, async (desk): Promise<DraftTakenUp> => {
      const standing = await standingIn(desk, council)
      if (!standing) return { is: 'no such council' }
      if (!desk.may('keep council', standing.relations, council)) return { is: 'not for this post' }
      const planned = await planSessionAt(desk, council, asked.session)
      if (planned.is === 'faulty') throw new NotTakenUp(within('/session', planned.fields))
      if (planned.is !== 'planned') return planned
      const tasks = await drawnUp({ catalogue }, desk, council, asked.tasks)
      for (const [index, item] of asked.items.entries())
        await put(desk, planned.session, item, { tasks, asked, at: `/items/${index}` })
      desk.changed('take up paper', planned.session, {
        council,
        tasks: tasks.map(({ code }) => code),
        items: asked.items.length,
      })
      return { is: 'taken up', session: planned.session, number: planned.number, items: asked.items.length, tasks }
    })
  } catch (error) {
    if (error instanceof NotTakenUp) return { is: 'faulty', fields: error.fields }
    throw error
  }
}

interface DrawnUp {
  readonly task: string
  readonly code: string
}

async function drawnUp(
  needs: Pick<CouncilNeeds, 'catalogue'>,
  desk: CouncilDesk,
  council: string,
  asked: DraftToTakeUp['tasks'],
): Promise<readonly DrawnUp[]> {
  if (asked.length === 0) return []
  // Two who take up papers at once do not give the same code.
  await hold(desk.tx, 'codes of tasks')
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
    if (drafted.is === 'faulty') throw new NotTakenUp(within(`/tasks/${index}`, drafted.fields))
    // Who keeps a council by its secretary may draw up its tasks as well; the policy says so, and would be wrong here otherwise.
    if (drafted.is !== 'drafted') throw new NotTakenUp([{ field: `/tasks/${index}`, wrong: drafted.is }])
    tasks.push({ task: drafted.task, code })
  }
  return tasks
}

/** The highest number of a code such as T8, over all councils, those of others too. */
async function lastNumber(desk: CouncilDesk): Promise<number> {
  const codes = await desk.asWorker(() =>
    desk.tx.selectFrom('collaboration_task').select('code').where('code', '~', '^T[0-9]{1,6}$').execute(),
  )
  return Math.max(0, ...codes.map(({ code }) => Number(code.slice(1))))
}

async function putOnto(
  desk: CouncilDesk,
  session: string,
  asked: ItemToPut,
  onBehalf: { readonly onBehalf?: readonly string[] } = {},
): Promise<ItemPut> {
  const found = await findToPutOn(desk, session)
  return 'session' in found ? putAtDesk(desk, found, asked, onBehalf) : found
}

async function put(
  desk: CouncilDesk,
  session: string,
  item: ItemToTakeUp,
  { tasks, asked, at }: { readonly tasks: readonly DrawnUp[]; readonly asked: DraftToTakeUp; readonly at: string },
): Promise<void> {
  const faulty = (field: string, wrong: string) => new NotTakenUp([{ field: `${at}${field}`, wrong }])
  const done = await (async () => {
    if (item.kind === 'task') {
      const [drawn, said] = [tasks[item.task], asked.tasks[item.task]]
      if (!drawn || !said) throw faulty('/task', 'the place of one of its tasks')
      return putOnto(
        desk,
        session,
        { kind: 'task', title: said.title, minutes: item.minutes, task: drawn.task },
        { onBehalf: said.proposedBy },
      )
    }
    if (item.kind === 'standing task') {
      const there = await desk.tx
        .selectFrom('collaboration_task')
        .select(['title_ko', 'proposed_by'])
        .where('id', '=', item.task)
        .executeTakeFirst()
      if (!there) throw faulty('/task', 'no such task of this council')
      return putOnto(
        desk,
        session,
        { kind: 'task', title: there.title_ko, minutes: item.minutes, task: item.task },
        { onBehalf: there.proposed_by },
      )
    }
    return putOnto(desk, session, item)
  })()
  if (done.is === 'faulty') throw new NotTakenUp(within(at, done.fields))
  if (done.is !== 'put') throw faulty('', done.is)
}

const within = (at: string, fields: readonly FieldFault[]): FieldFault[] =>
  fields.map(({ field, wrong }) => ({ field: `${at}${field}`, wrong }))
