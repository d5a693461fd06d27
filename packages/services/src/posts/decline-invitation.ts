/** Whoever was invited to a post says no: the invitation is over, and those who administer the agency are told. */
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import { asOneself, type Oneself } from '../acting/as-oneself.ts'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'

export type InvitationDeclined = { readonly is: 'declined' } | { readonly is: 'no such invitation' }

export function declineInvitation(
  needs: { readonly database: Database },
  me: Oneself,
  id: string,
): Promise<InvitationDeclined> {
  return asOneself(needs, me, async self => {
    const { tx } = self
    if (!isId(id)) return { is: 'no such invitation' }
    const found = await self.asWorker(() =>
      tx
        .updateTable('invitation as i')
        .from('post as p')
        .set({ settled_at: sql`now()` })
        .whereRef('p.id', '=', 'i.post_id')
        .where('i.id', '=', id)
        .where('i.email', '=', me.person.email.toLowerCase())
        .where('i.settled_at', 'is', null)
        .where('i.until', '>', sql<Date>`now()`)
        .where('p.closed_at', 'is', null)
        .returning(['i.post_id', 'p.agency', 'p.name_ko', 'p.name_en'])
        .executeTakeFirst(),
    )
    if (!found) return { is: 'no such invitation' }
    const { post_id: post, agency, name_ko, name_en } = found
    self.changed('decline post', post, { invitation: id }, agency)
    const administrators = await self.asWorker(() => postsFor(self, agency, ['agency-administrator']))
    await notifyPosts(self, administrators, {
      event: `invitation:${id}:declined`,
      kind: 'post.declined',
      detail: { post, agency, name: { ko: name_ko, en: name_en } },
    })
    return { is: 'declined' }
  })
}
