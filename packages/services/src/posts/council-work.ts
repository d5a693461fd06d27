/** What a post has to do in councils: the actions that it owns, the tasks that its agency named it for, and the seats that it holds. */
import { isTaskOver, openActionStates, openTaskStates, taskStates } from '@ieum/council'
import { keepsTasks } from '@ieum/desk'
import type { OwnDesk, ownOpenPost } from './administration.ts'

/** Actions that are still to be done, or whose proof nobody has looked at yet. */
export const openActionsOf = ({ tx, asWorker }: OwnDesk, post: string): Promise<readonly { readonly id: string }[]> =>
  asWorker(() =>
    tx
      .selectFrom('council_action')
      .select('id')
      .where('owner_post', '=', post)
      .where('state', 'in', openActionStates)
      .forUpdate()
      .execute(),
  )

export interface CouncilWork {
  readonly actions: number
  readonly tasks: number
  readonly seats: number
}

/** How much of it each of these posts has: what would pass on from it. Behind the walls. */
export async function councilWorkOf(
  { tx }: Pick<OwnDesk, 'tx'>,
  posts: readonly string[],
): Promise<(post: string) => CouncilWork> {
  const actions = await tx
    .selectFrom('council_action')
    .select(({ fn }) => ['owner_post as post', fn.countAll<number>().as('count')])
    .where('owner_post', 'in', posts)
    .where('state', 'in', openActionStates)
    .groupBy('owner_post')
    .execute()
  const tasks = await tx
    .selectFrom('task_post as p')
    .innerJoin('collaboration_task as t', 't.id', 'p.task_id')
    .select(({ fn }) => ['p.post_id as post', fn.countAll<number>().as('count')])
    .where('p.post_id', 'in', posts)
    .where('t.state', 'in', openTaskStates)
    .groupBy('p.post_id')
    .execute()
  const seats = await tx
    .selectFrom('council_seat')
    .select(({ fn }) => ['post_id as post', fn.countAll<number>().as('count')])
    .where('post_id', 'in', posts)
    .where('until', 'is', null)
    .where('council_id', 'in', living(tx))
    .groupBy('post_id')
    .execute()
  const of = (rows: typeof seats, post: string) => Number(rows.find(row => row.post === post)?.count ?? 0)
  return post => ({ actions: of(actions, post), tasks: of(tasks, post), seats: of(seats, post) })
}

const living = (tx: OwnDesk['tx']) => tx.selectFrom('council').select('id').where('dissolved_on', 'is', null)

type Successor = NonNullable<Awaited<ReturnType<typeof ownOpenPost>>>

/** What is over stays with whose it was. Of a task whose owner the successor is already it is not named twice. */
export async function passCouncilWork({ tx }: OwnDesk, from: string, to: Successor): Promise<void> {
  await tx
    .updateTable('council_action')
    .set({ owner_post: to.id })
    .where('owner_post', '=', from)
    .where('state', 'in', openActionStates)
    .execute()
  await tx
    .updateTable('council_seat')
    .set({ post_id: to.id })
    .where('post_id', '=', from)
    .where('until', 'is', null)
    .where('council_id', 'in', living(tx))
    .execute()
  if (!keepsTasks(to)) return void (await leaveTasks(tx, from))
  const owned = await tx
    .selectFrom('task_post as p')
    .innerJoin('collaboration_task as t', 't.id', 'p.task_id')
    .select('p.task_id')
    .where('p.post_id', '=', from)
    .where('t.state', 'in', openTaskStates)
    .execute()
  for (const { task_id } of owned) {
    const own = tx.selectFrom('task_post').select('post_id').where('task_id', '=', task_id).where('post_id', '=', to.id)
    if (await own.executeTakeFirst())
      await tx.deleteFrom('task_post').where('task_id', '=', task_id).where('post_id', '=', from).execute()
    else
      await tx
        .updateTable('task_post')
        .set({ post_id: to.id, title_ko: to.name_ko, title_en: to.name_en })
        .where('task_id', '=', task_id)
        .where('post_id', '=', from)
        .execute()
  }
}

/** Nobody holds the seats of a post that is closed, and no post here owns its tasks, until its agency names another. */
export async function leaveCouncilWork({ tx }: OwnDesk, post: string): Promise<void> {
  await tx
    .updateTable('council_seat')
    .set({ post_id: null })
    .where('post_id', '=', post)
    .where('until', 'is', null)
    .where('council_id', 'in', living(tx))
    .execute()
  await leaveTasks(tx, post)
}

/** Of tasks that are not over. The agency's words for the post stay; that it is one of this system's does not. */
const leaveTasks = (tx: OwnDesk['tx'], post: string) =>
  tx
    .updateTable('task_post')
    .set({ post_id: null })
    .where('post_id', '=', post)
    .where('task_id', 'not in', overTasks(tx))
    .execute()

const overTasks = (tx: OwnDesk['tx']) =>
  tx.selectFrom('collaboration_task').select('id').where('state', 'in', taskStates.filter(isTaskOver))

/** Whether the agency is the secretariat of a council that lives, and has no other secretary's post. */
export async function isLastKeeper({ tx, acting: { capacity }, asWorker }: OwnDesk, post: string): Promise<boolean> {
  return asWorker(async () => {
    const kept = await tx
      .selectFrom('council')
      .select('id')
      .where('secretariat', '=', capacity.agency)
      .where('dissolved_on', 'is', null)
      .executeTakeFirst()
    if (!kept) return false
    const other = await tx
      .selectFrom('post')
      .select('id')
      .where('agency', '=', capacity.agency)
      .where('role', '=', 'secretary')
      .where('closed_at', 'is', null)
      .where('id', '<>', post)
      .executeTakeFirst()
    return !other
  })
}
