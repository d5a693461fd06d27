/** The inbox inside the house: of a person, or of a post, where whoever holds it next finds the same. */
import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import type { Person } from '../acting/acting.ts'

export interface InboxOf {
  readonly person: Person
  /** The person holds it, as was looked up before. Left out: his own. */
  readonly post?: string
}

export interface Notice {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly read: boolean
  readonly referral: { readonly id: string; readonly number: string | null } | null
  readonly agreement: string | null
  /** Of one's own news: the firm that it is about. */
  readonly firm: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface NoticesListed {
  readonly unread: number
  readonly notices: readonly Notice[]
  /** Ask for those before this one; null at the end. */
  readonly next: string | null
}

export interface NoticesAsked {
  readonly unread?: boolean
  /** A notice: those older than it. */
  readonly before?: string
  readonly most?: number
}

export function listNotices(
  { database }: { readonly database: Database },
  of: InboxOf,
  { unread = false, before, most = 50 }: NoticesAsked = {},
): Promise<NoticesListed> {
  return inTransaction(
    database,
    settingsOf(of),
    async tx => {
      const box = tx
        .selectFrom('notice')
        .where(of.post ? 'post_id' : 'person_id', '=', of.post ?? of.person.id)
        .$if(unread, query => query.where('read_at', 'is', null))
      const rows = await box
        .select(['id', 'kind', 'created_at', 'read_at', 'referral_id', 'agreement_id', 'firm_id', 'detail'])
        // Compared in the database: its instants are finer than those of JavaScript.
        .$if(before !== undefined, query =>
          query.where(
            sql<boolean>`(created_at, id) < (select last.created_at, last.id from notice last where last.id = ${before})`,
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most + 1)
        .execute()
      const { count } = await tx
        .selectFrom('notice')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(of.post ? 'post_id' : 'person_id', '=', of.post ?? of.person.id)
        .where('read_at', 'is', null)
        .executeTakeFirstOrThrow()
      const shown = rows.slice(0, most)
      return {
        unread: Number(count),
        notices: shown.map(({ id, kind, created_at, read_at, referral_id, agreement_id, firm_id, detail }) => ({
          id,
          kind,
          at: created_at.toISOString(),
          read: read_at !== null,
          referral:
            referral_id === null
              ? null
              : { id: referral_id, number: typeof detail.number === 'string' ? detail.number : null },
          agreement: agreement_id,
          firm: of.post ? null : firm_id,
          detail,
        })),
        next: rows.length > most ? shown.at(-1)!.id : null,
      }
    },
    { readOnly: true },
  )
}

export const settingsOf = ({ person, post }: InboxOf) => ({ person: person.id, ...(post && { post }) })
