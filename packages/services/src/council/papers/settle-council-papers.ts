/** Papers of councils that wait are scanned, and the bytes of those that were removed or refused are let go, once nothing else has the same. */
import { inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import { hold } from '../../acting/hold.ts'
import type { PaperNeeds } from '../../papers/paper-needs.ts'
import { whatIsFound } from '../../papers/scan-papers.ts'
import { beginRound } from '../../round.ts'
import type { CouncilPaperRow } from './paper-line.ts'

export const councilPaperAsItStands = (
  { database }: Pick<PaperNeeds, 'database'>,
  id: string,
): Promise<CouncilPaperRow> =>
  inTransaction(
    database,
    {},
    tx => tx.selectFrom('council_paper').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    { as: 'worker' },
  )

/** Why it still waits; null when it was settled. */
export async function scanCouncilPaper(needs: PaperNeeds, id: string): Promise<string | null> {
  const { sha256, state } = await councilPaperAsItStands(needs, id)
  if (state !== 'waiting') return null
  const found = await whatIsFound(needs, sha256)
  if (found.is === 'waits') return found.why
  await inTransaction(
    needs.database,
    {},
    tx =>
      tx
        .updateTable('council_paper')
        .set({
          state: found.is,
          checked_at: sql`clock_timestamp()`,
          checked_by: needs.scanner ? 'clamav' : 'structure',
          refused_because: found.is === 'refused' ? 'virus' : null,
        })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute(),
    { as: 'worker' },
  )
  if (found.is === 'refused') await destroyCouncilPaper(needs, id)
  return null
}

/** It may be done again and again: what was done is not done twice, and what failed is done then. */
export function destroyCouncilPaper({ database, papers }: PaperNeeds, id: string): Promise<boolean> {
  return inTransaction(
    database,
    {},
    async tx => {
      const paper = await tx.selectFrom('council_paper').select('sha256').where('id', '=', id).executeTakeFirst()
      if (!paper) return false
      await hold(tx, `bytes of ${paper.sha256}`)
      const same = await tx
        .selectFrom('council_paper')
        .select(['id', 'state', 'removed_at', 'destroyed_at'])
        .where('sha256', '=', paper.sha256)
        .execute()
      const isGone = ({ state, removed_at }: (typeof same)[number]) => state === 'refused' || removed_at !== null
      if (!same.some(one => one.id === id && isGone(one) && one.destroyed_at === null)) return false
      const ofFirms = await tx
        .selectFrom('paper')
        .select('id')
        .where('sha256', '=', paper.sha256)
        .where('state', '<>', 'refused')
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      if (!ofFirms && same.every(isGone)) await papers.remove(paper.sha256)
      await tx
        .updateTable('council_paper')
        .set({ destroyed_at: sql`clock_timestamp()` })
        .where('sha256', '=', paper.sha256)
        .where('destroyed_at', 'is', null)
        .where(row => row.or([row('state', '=', 'refused'), row('removed_at', 'is not', null)]))
        .execute()
      return true
    },
    { as: 'worker' },
  )
}

export interface CouncilPapersSettled {
  readonly scanned: number
  readonly destroyed: number
  readonly waiting: readonly { readonly paper: string; readonly why: string }[]
}

/** What could not be done at once, each in its turn: those never tried first. Several servers may do this at once. */
export async function settleCouncilPapers(
  needs: PaperNeeds,
  { most = 20 }: { readonly most?: number } = {},
): Promise<CouncilPapersSettled> {
  const next = await inTransaction(
    needs.database,
    {},
    async tx => {
      const rows = await tx
        .selectFrom('council_paper')
        .select(['id', 'state', 'removed_at'])
        .where('destroyed_at', 'is', null)
        .where(row => row.or([row('state', '<>', 'clean'), row('removed_at', 'is not', null)]))
        .orderBy('tried_at', order => order.asc().nullsFirst())
        .orderBy('uploaded_at')
        .limit(most)
        .forUpdate()
        .skipLocked()
        .execute()
      if (rows.length > 0)
        await tx
          .updateTable('council_paper')
          .set({ tried_at: sql`clock_timestamp()` })
          .where(
            'id',
            'in',
            rows.map(({ id }) => id),
          )
          .execute()
      return rows
    },
    { as: 'worker' },
  )
  let [scanned, destroyed] = [0, 0]
  const waiting: { paper: string; why: string }[] = []
  const round = beginRound()
  for (const { id, state, removed_at } of next)
    await round.take(`council paper ${id}`, async () => {
      if (removed_at !== null || state === 'refused') {
        if (await destroyCouncilPaper(needs, id)) destroyed += 1
        return
      }
      const why = await scanCouncilPaper(needs, id)
      if (why === null) scanned += 1
      else waiting.push({ paper: id, why })
    })
  round.end()
  return { scanned, destroyed, waiting }
}
