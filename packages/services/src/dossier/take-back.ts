/** What was said is taken back by who said it: it stands no longer, and stays in the history. */
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { relationsToFirm } from '../acting/relations.ts'

export type TakenBack = { readonly is: 'taken back' } | { readonly is: 'no such thing' }

/** An agency says of whose dossier; a firm means its own. */
export const takeBackFact = (
  needs: { readonly database: Database },
  acting: Acting,
  firm: string,
  id: string,
): Promise<TakenBack> => takeBack(needs, acting, firm, { table: 'fact', id })

export const takeBackParticipation = (
  needs: { readonly database: Database },
  acting: Acting,
  firm: string,
  id: string,
): Promise<TakenBack> => takeBack(needs, acting, firm, { table: 'participation', id })

function takeBack(
  needs: { readonly database: Database },
  acting: Acting,
  firm: string,
  { table, id }: { readonly table: 'fact' | 'participation'; readonly id: string },
): Promise<TakenBack> {
  return atDesk(needs, acting, async desk => {
    if (!isId(firm) || !isId(id)) return { is: 'no such thing' }
    const operation = acting.capacity.is === 'firm' ? (`enter ${table}` as const) : (`record ${table}` as const)
    if (!desk.may(operation, (await relationsToFirm(desk, firm)).relations, firm)) return { is: 'no such thing' }
    const name = await markWithdrawn(desk, firm, table, id)
    if (name === undefined) return { is: 'no such thing' }
    desk.changed(`take back ${table}`, firm, { id, name })
    // What it takes back the agency recorded itself.
    desk.looked({ firm, operation, basis: 'own programme' })
    return { is: 'taken back' }
  })
}

async function markWithdrawn(
  { tx, acting }: Desk,
  firm: string,
  table: 'fact' | 'participation',
  id: string,
): Promise<string | undefined> {
  const mine = acting.capacity.is === 'firm' ? null : acting.capacity.agency
  const { rows } = await sql<{ name: string }>`
    update ${sql.table(table)} set withdrawn_at = clock_timestamp()
    where id = ${id} and firm_id = ${firm} and withdrawn_at is null
      and ${mine === null ? sql`source = 'entered'` : sql`source_agency = ${mine}`}
    returning ${table === 'fact' ? sql`name` : sql`programme`} as name`.execute(tx)
  return rows[0]?.name
}
