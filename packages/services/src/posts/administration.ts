/** What the use cases of posts have in common: the agency's own post, and that an agency is never left without an administrator. */
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import type { Desk } from '../acting/at-desk.ts'

export type OwnDesk = Desk<Acting<PostCapacity>>

export const agencysOwn = new Set(['none'] as const)

/** An open post of the acting agency, locked until the end; of another agency there is none. */
export async function ownOpenPost({ tx, acting }: OwnDesk, id: string) {
  if (!isId(id)) return undefined
  return tx
    .selectFrom('post')
    .selectAll()
    .where('id', '=', id)
    .where('agency', '=', acting.capacity.agency)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Locks the posts of administrators, so that two who relieve each other at once wait for one another. */
export async function administratorsOf({ tx, acting }: OwnDesk): Promise<readonly { post: string; person: string }[]> {
  const posts = await tx
    .selectFrom('post')
    .select('id')
    .where('agency', '=', acting.capacity.agency)
    .where('role', '=', 'agency-administrator')
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (posts.length === 0) return []
  return tx
    .selectFrom('post_holder as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .select(['h.post_id as post', 'h.person_id as person'])
    .where(
      'h.post_id',
      'in',
      posts.map(({ id }) => id),
    )
    .where('h.until', 'is', null)
    .where('p.closed_at', 'is', null)
    .execute()
}

/** Written as the worker: an administrator may just have left the post that he acts for, and with it his own lane of the trail. */
export async function trace(
  { tx, acting, asWorker }: OwnDesk,
  operation: string,
  subject: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { agency, post } = acting.capacity
  const entry = { lane: agency, person_id: acting.person.id, post_id: post, operation, subject }
  await asWorker(async () => {
    await tx
      .insertInto('audit_entry')
      .values({ ...entry, detail: JSON.stringify(detail) })
      .execute()
  })
}
