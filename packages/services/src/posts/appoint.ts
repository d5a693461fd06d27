/** An administrator gives a post of his agency a holder: at once when the person has joined, else by an invitation to the address. */
import { apartFromAdministration } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { queueMail } from '../deliveries/queue.ts'
import { notifyPeople, type Teller } from '../notices/notify.ts'
import { agencysOwn, ownOpenPost } from './administration.ts'

export type Appointed =
  | { readonly is: 'appointed'; readonly person: string }
  | { readonly is: 'invited'; readonly invitation: string }
  | { readonly is: 'no such post' }
  | { readonly is: 'holds it already' }
  /** Nobody appoints himself to a post that approves, or that watches over administrators. */
  | { readonly is: 'another administrator must' }

export function appoint(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  id: string,
  email: string,
): Promise<Appointed> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('manage posts', agencysOwn, id)) return { is: 'no such post' }
    const post = await ownOpenPost(desk, id)
    if (!post) return { is: 'no such post' }
    const address = email.toLowerCase()
    const isApart = apartFromAdministration.includes(post.role)
    if (isApart && address === acting.person.email.toLowerCase()) {
      desk.changed('refused: appoint oneself', id, { role: post.role })
      return { is: 'another administrator must' }
    }
    const person = await desk.tx
      .selectFrom('person')
      .select('id')
      .where('email', '=', address)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (!person) {
      const invitation = await invite(desk, post, address, acting.person.id)
      desk.changed('invite to post', id, { invitation })
      return { is: 'invited', invitation }
    }
    const held = await desk.tx
      .insertInto('post_holder')
      .values({ post_id: id, person_id: person.id, appointed_by: acting.person.id })
      .onConflict(conflict => conflict.columns(['post_id', 'person_id']).where('until', 'is', null).doNothing())
      .returning('person_id')
      .executeTakeFirst()
    if (!held) return { is: 'holds it already' }
    desk.changed('appoint', id, { person: person.id })
    await notifyPeople(desk, [person.id], {
      event: `post:${id}:appointed:${crypto.randomUUID()}`,
      kind: 'post.appointed',
      detail: { post: id, agency: post.agency, name: { ko: post.name_ko, en: post.name_en } },
    })
    return { is: 'appointed', person: person.id }
  })
}

export interface PostInvitedTo {
  readonly id: string
  readonly agency: string
  readonly name_ko: string
  readonly name_en: string
}

/** Asked again, the invitation is renewed and goes out again. */
export async function invite(desk: Teller, post: PostInvitedTo, email: string, by: string | null): Promise<string> {
  const { tx } = desk
  await tx
    .updateTable('invitation')
    .set({ settled_at: sql`now()` })
    .where('post_id', '=', post.id)
    .where('email', '=', email)
    .where('settled_at', 'is', null)
    .execute()
  const { id } = await tx
    .insertInto('invitation')
    .values({ post_id: post.id, email, invited_by: by, until: sql`now() + interval '14 days'` })
    .returning('id')
    .executeTakeFirstOrThrow()
  // Nobody knows yet what language is read there.
  await queueMail(desk, [
    {
      address: email,
      event: `invitation:${id}`,
      body: { letter: 'notice', kind: 'post.invited', language: 'ko', path: '/me' },
      agency: post.agency,
    },
  ])
  return id
}
