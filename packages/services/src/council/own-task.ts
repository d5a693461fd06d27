/** An agency says which of its posts own a task; what was inferred for it from names of divisions goes then. */
import { isTaskOver, type TaskState } from '@ieum/council'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import type { CouncilNeeds } from './found-council.ts'
import { findTask } from './keeps-task.ts'

export type OwnersNamed =
  | { readonly is: 'named' }
  | { readonly is: 'no such task' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: TaskState }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function nameOwners(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  id: string,
  posts: readonly string[],
): Promise<OwnersNamed> {
  return atDesk({ database }, acting, async desk => {
    const found = await findTask(desk, id, { toChange: true })
    if (!found) return { is: 'no such task' }
    const { task, standing } = found
    const { agency } = acting.capacity
    if (!desk.may('answer task', standing.relations, id)) return { is: 'not for this post' }
    if (isTaskOver(task.state)) return { is: 'not allowed now', state: task.state }
    const open = await desk.tx
      .selectFrom('post')
      .select(['id', 'name_ko', 'name_en'])
      .where('agency', '=', agency)
      .where('closed_at', 'is', null)
      .where('id', 'in', posts.filter(isId))
      .execute()
    const named = [...new Set(posts)].map(post => open.find(one => one.id === post))
    const fields = posts.flatMap((post, index) =>
      open.some(one => one.id === post) ? [] : [{ field: `/posts/${index}`, wrong: 'no open post of this agency' }],
    )
    if (fields.length > 0) return { is: 'faulty', fields }
    // People delete nothing; who named whom before stands in the trail.
    await desk.asWorker(() =>
      desk.tx.deleteFrom('task_post').where('task_id', '=', id).where('agency', '=', agency).execute(),
    )
    const { last } = await desk.tx
      .selectFrom('task_post')
      .select(({ fn }) => fn.max('position').as('last'))
      .where('task_id', '=', id)
      .executeTakeFirstOrThrow()
    await desk.tx
      .insertInto('task_post')
      .values(
        named.map((post, index) => ({
          task_id: id,
          agency,
          post_id: post!.id,
          title_ko: post!.name_ko,
          title_en: post!.name_en,
          position: (last ?? -1) + 1 + index,
        })),
      )
      .execute()
    desk.changed('name owners', id, { posts })
    return { is: 'named' }
  })
}
