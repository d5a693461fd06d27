/** What was changed at the auditor's agency, and what was refused there, a page at a time, the newest first. */
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { wrongInSpan } from '../figures/link-figures.ts'
import type { PersonNamed, PostNamed } from './accesses.ts'
import { agencysOwn, filters, type TrailAsked, type TrailNeeds } from './read-accesses.ts'

export interface ChangesAsked extends TrailAsked {
  /** The id of what was changed. */
  readonly subject?: string | undefined
}

export interface ChangeMade {
  readonly seq: number
  readonly at: string
  /** Null: the clock, or whoever keeps the installation. */
  readonly person: PersonNamed | null
  readonly post: PostNamed | null
  readonly operation: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}

export type ChangesRead =
  | { readonly is: 'read'; readonly changes: readonly ChangeMade[]; readonly next: number | null }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'not for this post' }

export function readChanges(
  needs: TrailNeeds,
  acting: Acting<PostCapacity>,
  { subject, ...asked }: ChangesAsked,
): Promise<ChangesRead> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read trails', agencysOwn, 'audit_entry')) return { is: 'not for this post' }
    const fields = wrongInSpan(asked)
    if (fields.length > 0) return { is: 'faulty', fields }
    const most = asked.most ?? 50
    const which = [...filters(needs, asked), ...(subject === undefined ? [] : [sql`a.subject = ${subject}`])]
    const { rows } = await sql<Row>`
      select a.seq, a.at, a.person_id, p.name, p.email, post.name_ko, post.name_en, a.operation, a.subject, a.detail
      from audit_entry a
      left join person p on p.id = a.person_id
      left join post on post.id = a.post_id
      where a.lane = ${acting.capacity.agency} and ${sql.join(which, sql` and `)}
      order by a.seq desc limit ${most + 1}`.execute(desk.tx)
    const changes = rows.slice(0, most).map(row => ({
      seq: row.seq,
      at: row.at.toISOString(),
      person: row.person_id === null ? null : { id: row.person_id, name: row.name, email: row.email },
      post: row.name_ko === null || row.name_en === null ? null : { ko: row.name_ko, en: row.name_en },
      operation: row.operation,
      subject: row.subject,
      detail: row.detail,
    }))
    return { is: 'read', changes, next: rows.length > most ? changes.at(-1)!.seq : null }
  })
}

interface Row {
  readonly seq: number
  readonly at: Date
  readonly person_id: string | null
  readonly name: string | null
  readonly email: string | null
  readonly name_ko: string | null
  readonly name_en: string | null
  readonly operation: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}
