/** The posts of one's agency: who holds them, and how much lies with each. Counts only; whose firms they are stands nowhere here. */
import { isOver, states } from '@ieum/desk'
import type { Database, Role } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { agencysOwn } from './administration.ts'

export interface PostListed {
  readonly id: string
  readonly role: Role
  readonly name: { readonly ko: string; readonly en: string }
  readonly programmes: readonly string[]
  readonly closed: boolean
  readonly holders: readonly {
    readonly person: string
    readonly name: string
    readonly email?: string
    readonly since: string
  }[]
  /** Open invitations; for administrators. */
  readonly invitations: readonly { readonly id: string; readonly email: string; readonly until: string }[]
  /** Referrals that are not over and lie with it: sent from here, and to be answered here. */
  readonly open: { readonly sending: number; readonly receiving: number; readonly overdue: number }
}

export type PostsListed =
  | { readonly is: 'posts'; readonly posts: readonly PostListed[] }
  | { readonly is: 'not allowed' }

const open = states.filter(state => !isOver(state))

export function listPosts(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  { closed = false }: { readonly closed?: boolean } = {},
): Promise<PostsListed> {
  return atDesk(needs, acting, async desk => {
    const { tx } = desk
    const { agency, role } = acting.capacity
    if (!desk.may('read posts', agencysOwn, agency)) return { is: 'not allowed' }
    const isAdministrator = role === 'agency-administrator'
    let found = tx.selectFrom('post').selectAll().where('agency', '=', agency)
    if (!closed) found = found.where('closed_at', 'is', null)
    const posts = await found.orderBy('role').orderBy('name_ko').orderBy('id').execute()
    if (posts.length === 0) return { is: 'posts', posts: [] }
    const ids = posts.map(({ id }) => id)
    const holders = await tx
      .selectFrom('post_holder as h')
      .innerJoin('person as p', 'p.id', 'h.person_id')
      .select(['h.post_id', 'h.person_id', 'h.since', 'p.name', 'p.email'])
      .where('h.post_id', 'in', ids)
      .where('h.until', 'is', null)
      .orderBy('h.since')
      .execute()
    const invitations = await tx
      .selectFrom('invitation')
      .select(['id', 'post_id', 'email', 'until'])
      .where('post_id', 'in', ids)
      .where('settled_at', 'is', null)
      .where('until', '>', sql<Date>`now()`)
      .orderBy('invited_at')
      .execute()
    const counts = await desk.asWorker(() => countsOf(tx, ids, acting.on))
    return {
      is: 'posts',
      posts: posts.map(post => ({
        id: post.id,
        role: post.role,
        name: { ko: post.name_ko, en: post.name_en },
        programmes: post.programmes,
        closed: post.closed_at !== null,
        holders: holders
          .filter(({ post_id }) => post_id === post.id)
          .map(({ person_id, name, email, since }) => ({
            person: person_id,
            name,
            ...(isAdministrator && { email }),
            since: since.toISOString(),
          })),
        invitations: invitations
          .filter(({ post_id }) => isAdministrator && post_id === post.id)
          .map(({ id, email, until }) => ({ id, email, until: new Date(until).toISOString() })),
        open: counts.get(post.id) ?? { sending: 0, receiving: 0, overdue: 0 },
      })),
    }
  })
}

async function countsOf(
  tx: Parameters<Parameters<typeof atDesk>[2]>[0]['tx'],
  posts: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, PostListed['open']>> {
  const side = (column: 'sender_post' | 'receiver_post') =>
    tx
      .selectFrom('referral')
      .select(({ fn }) => [
        column,
        fn.countAll<number>().as('count'),
        sql<number>`count(*) filter (where due < ${on}::date)`.as('overdue'),
      ])
      .where(column, 'in', [...posts])
      .where('state', 'in', open)
      .groupBy(column)
      .execute()
  const sending = new Map((await side('sender_post')).map(row => [row.sender_post, row]))
  const receiving = new Map((await side('receiver_post')).map(row => [row.receiver_post, row]))
  return new Map(
    posts.map(post => [
      post,
      {
        sending: Number(sending.get(post)?.count ?? 0),
        receiving: Number(receiving.get(post)?.count ?? 0),
        overdue: Number(receiving.get(post)?.overdue ?? 0),
      },
    ]),
  )
}
