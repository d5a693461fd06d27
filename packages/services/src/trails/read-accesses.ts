/** The access log (접속기록) of the auditor's agency, a page at a time, the newest first. */
import type { Day } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import { type RawBuilder, sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { wrongInSpan } from '../figures/link-figures.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { type Access, accessesWhere, isPerson } from './accesses.ts'
import { startOf } from './office-hours.ts'

export interface TrailNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

export interface TrailAsked {
  readonly from: Day
  readonly to: Day
  /** An id, a mail address or a part of a name. */
  readonly person?: string | undefined
  readonly operation?: string | undefined
  /** What `next` said before. */
  readonly after?: number | undefined
  readonly most?: number | undefined
}

export interface AccessesAsked extends TrailAsked {
  /** The id or the number of a firm. */
  readonly firm?: string | undefined
}

export type AccessesRead =
  | { readonly is: 'read'; readonly accesses: readonly Access[]; readonly next: number | null }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'not for this post' }

export const agencysOwn = new Set(['none'] as const)

export function readAccesses(
  needs: TrailNeeds,
  acting: Acting<PostCapacity>,
  { firm, ...asked }: AccessesAsked,
): Promise<AccessesRead> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read trails', agencysOwn, 'access_entry')) return { is: 'not for this post' }
    const fields = wrongInSpan(asked)
    if (fields.length > 0) return { is: 'faulty', fields }
    const most = asked.most ?? 50
    const looked = firm === undefined ? undefined : await firmOfFilter(desk, firm)
    if (looked === null) return { is: 'read', accesses: [], next: null }
    const found = await accessesWhere(
      desk,
      acting.capacity.agency,
      sql.join(
        [...filters(needs, asked), ...(looked === undefined ? [] : [sql`a.firm_ids @> array[${looked}::uuid]`])],
        sql` and `,
      ),
      most + 1,
    )
    const accesses = found.slice(0, most)
    return { is: 'read', accesses, next: found.length > most ? accesses.at(-1)!.seq : null }
  })
}

/** Of `a`, an entry of either trail. */
export const filters = (
  { catalogue }: Pick<TrailNeeds, 'catalogue'>,
  { from, to, person, operation, after }: TrailAsked,
): readonly RawBuilder<unknown>[] => [
  sql`a.at >= ${startOf(from, catalogue)} and a.at < ${startOf(to, catalogue)} + interval '1 day'`,
  ...(person === undefined ? [] : [isPerson(sql`a.person_id`, person)]),
  ...(operation === undefined ? [] : [sql`a.operation = ${operation}`]),
  ...(after === undefined ? [] : [sql`a.seq < ${after}`]),
]

/** Null when there is no such firm: the list is as empty as for one that nobody looked at. */
async function firmOfFilter(desk: Desk, firm: string): Promise<string | null> {
  if (isId(firm)) return firm
  const row = await desk.asWorker(() =>
    desk.tx.selectFrom('firm').select('id').where('number', '=', firm.replaceAll('-', '')).executeTakeFirst(),
  )
  return row?.id ?? null
}
