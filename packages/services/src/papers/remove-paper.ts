/** A firm takes a paper away: nobody sees it any longer, and its bytes are let go. */
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { relationsToFirm } from '../acting/relations.ts'
import { passOnPapersRemoved } from '../exchange/pass-on.ts'
import { destroyPaper } from './destroy-papers.ts'
import type { PaperNeeds } from './paper-needs.ts'

export type PaperRemoved = { readonly is: 'removed' } | { readonly is: 'no such paper' }

export async function removePaper(needs: PaperNeeds, acting: Acting<FirmCapacity>, id: string): Promise<PaperRemoved> {
  const removed = await atDesk(needs, acting, async (desk): Promise<PaperRemoved> => {
    const { firm } = acting.capacity
    if (!isId(id) || !desk.may('remove paper', (await relationsToFirm(desk, firm)).relations, firm))
      return { is: 'no such paper' }
    const { numUpdatedRows } = await desk.tx
      .updateTable('paper')
      .set({ removed_at: sql`clock_timestamp()` })
      .where('id', '=', id)
      .where('firm_id', '=', firm)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return { is: 'no such paper' }
    desk.changed('remove paper', firm, { paper: id })
    await passOnPapersRemoved(desk, [id])
    return { is: 'removed' }
  })
  // It is removed whatever comes of this; the clock tries again.
  if (removed.is === 'removed') await destroyPaper(needs, id).catch(() => undefined)
  return removed
}
