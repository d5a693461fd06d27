/** The posts of one's agency: who holds them, and how much lies with each: counts, and the programmes that it is of. Whose firms they are stands nowhere here. */
import { isOver, states, type WorkToPass } from '@ieum/desk'
import type { Database, Role } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { agencysOwn, type OwnDesk } from './administration.ts'
import { type CouncilWork, councilWorkOf } from './council-work.ts'

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
  readonly open: OpenWork
}

/** What lies with a post and is not over: all that would pass to its successor. */
export interface OpenWork extends WorkToPass, CouncilWork {
  /** Referrals sent from here, and those to be answered here. */
  readonly sending: number
  readonly receiving: number
  readonly overdue: number
  /** Of firms to be handed on, that wait for a decision. */
  readonly batches: number
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
    const openOf = await desk.asWorker(() => openWorkOf(desk, ids))
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
        open: openOf(post.id),
      })),
    }
  })
}

async function openWorkOf({ tx, acting }: OwnDesk, posts: readonly string[]): Promise<(post: string) => OpenWork> {
  const side = (column: 'sender_post' | 'receiver_post', programme: 'from_programme' | 'to_programme') =>
    tx
      .selectFrom('referral')
      .select(({ fn }) => [
        `${column} as post`,
        `${programme} as programme`,
        fn.countAll<number>().as('count'),
        sql<number>`count(*) filter (where due < ${acting.on}::date)`.as('overdue'),
      ])
      .where(column, 'in', posts)
      .where('state', 'in', open)
      .groupBy([column, programme])
      .execute()
  const sending = await side('sender_post', 'from_programme')
  const receiving = await side('receiver_post', 'to_programme')
  const batches = await tx
    .selectFrom('referral_batch as b')
    .innerJoin('link_agreement as a', 'a.id', 'b.agreement_id')
    .select(({ fn }) => ['b.proposed_post as post', 'a.from_programme as programme', fn.countAll<number>().as('count')])
    .where('b.proposed_post', 'in', posts)
    .where('b.state', '=', 'proposed')
    .groupBy(['b.proposed_post', 'a.from_programme'])
    .execute()
  const inCouncils = await councilWorkOf({ tx }, posts)
  return post => {
    const its = <R extends { post: string | null }>(rows: readonly R[]) => rows.filter(row => row.post === post)
    return {
      sending: sum(its(sending).map(({ count }) => count)),
      receiving: sum(its(receiving).map(({ count }) => count)),
      overdue: sum(its(receiving).map(({ overdue }) => overdue)),
      batches: sum(its(batches).map(({ count }) => count)),
      ...inCouncils(post),
      programmes: [
        ...new Set([...its(sending), ...its(receiving), ...its(batches)].map(({ programme }) => programme)),
      ].sort(),
    }
  }
}

/** PostgreSQL counts in numbers too large for JavaScript, as text. */
const sum = (counts: readonly (number | string)[]): number => counts.reduce<number>((all, one) => all + Number(one), 0)
