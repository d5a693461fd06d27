/** The cases that await an answer, as a sheet to be filled in: asked what for, each firm in it noted. */
import { awaitsAnswer } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { type Language, programmeNamesOf, saySheetColumn, sheetColumns } from '@ieum/wording'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { Table } from '../tables/table.ts'
import { mostRows } from './answer-rows.ts'

export type AnswerSheet = { readonly is: 'sheet'; readonly table: Table } | { readonly is: 'not allowed' }

/** As many rows as one table may have, what is due first before the rest. */
export function answerSheet(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  // What awaits an answer changes, and the sheet is kept nowhere.
  { once: _, ...acting }: Acting<PostCapacity>,
  { purpose, language }: { readonly purpose: string; readonly language: Language },
): Promise<AnswerSheet> {
  return atDesk(needs, acting, async desk => {
    const { agency, programmes } = acting.capacity
    if (!desk.may('export referrals', new Set(['consent-active'] as const), 'answers')) return { is: 'not allowed' }
    let awaited = desk.tx
      .selectFrom('referral as r')
      .select(['r.number', 'r.firm_id', 'r.to_programme', 'r.due'])
      .where('r.to_agency', '=', agency)
      .where('r.state', 'in', [...awaitsAnswer])
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('consent as c')
            .select('c.id')
            .whereRef('c.referral_id', '=', 'r.id')
            .where('c.kind', '=', 'hand-off')
            .where('c.withdrawn_at', 'is', null)
            .where('c.until', '>=', acting.on),
        ),
      )
    if (programmes.length > 0) awaited = awaited.where('r.to_programme', 'in', [...programmes])
    const rows = await awaited
      .orderBy('r.due', order => order.asc().nullsLast())
      .orderBy('r.number')
      .limit(mostRows)
      .execute()
    const ids = [...new Set(rows.map(({ firm_id }) => firm_id))]
    const firms = await desk.tx
      .selectFrom('firm')
      .select(['id', 'name_ko'])
      .where('id', '=', sql<string>`any (${ids}::uuid[])`)
      .execute()
    if (firms.length > 0)
      desk.looked({
        firm: firms.map(({ id }) => id),
        operation: 'export referrals',
        basis: 'referrals sent to the agency',
        reason: purpose.trim(),
      })
    desk.changed('export referrals', 'answers', { rows: rows.length, purpose: purpose.trim() })
    const firmNames = new Map(firms.map(({ id, name_ko }) => [id, name_ko]))
    const programmeNames = programmeNamesOf(needs.catalogue.rulebook)
    return {
      is: 'sheet',
      table: {
        columns: sheetColumns.map(column => ({ name: saySheetColumn(column, language), type: 'text' as const })),
        rows: rows.map(({ number, firm_id, to_programme, due }) => [
          number,
          firmNames.get(firm_id) ?? '',
          programmeNames.get(to_programme)?.[language] ?? to_programme,
          due ?? '',
          '',
          '',
          '',
        ]),
      },
    }
  })
}
