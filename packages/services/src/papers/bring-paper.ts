/** A firm brings a paper: looked through by its content, kept under its hash, and shown to nobody before it is found clean. */
import { inTransaction, sha256Of } from '@ieum/storage'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { hold } from '../acting/hold.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { DossierPaper } from '../dossier/dossier.ts'
import { paperOf } from '../dossier/rows.ts'
import { kindsOfFile, lookThrough } from './content/look-through.ts'
import { paperName } from './content/paper-name.ts'
import type { Refusal } from './content/refusal.ts'
import { type PaperNeeds, paperLimits } from './paper-needs.ts'
import { scanPaper } from './scan-papers.ts'

export interface PaperToBring {
  /** What it proves, such as `business-registration`. */
  readonly kind: string
  /** As the file is called where it comes from. */
  readonly name: string
  readonly content: Uint8Array
}

export type PaperBrought =
  | { readonly is: 'brought'; readonly paper: DossierPaper }
  /** The same content for the same purpose. */
  | { readonly is: 'there already'; readonly paper: DossierPaper }
  | { readonly is: 'refused'; readonly because: Refusal }
  | { readonly is: 'empty' }
  | { readonly is: 'too large'; readonly most: number }
  | { readonly is: 'no room'; readonly bytesLeft: number; readonly papersLeft: number }
  | { readonly is: 'no name' }
  | { readonly is: 'no such firm' }

export async function bringPaper(
  needs: PaperNeeds,
  acting: Acting<FirmCapacity>,
  { kind, name: given, content }: PaperToBring,
): Promise<PaperBrought> {
  if (content.length === 0) return { is: 'empty' }
  if (content.length > paperLimits.bytes) return { is: 'too large', most: paperLimits.bytes }
  const looked = await lookThrough(content)
  if (looked.is === 'refused') return looked
  const name = paperName(given, looked.kind)
  if (name === null) return { is: 'no name' }

  const brought = await atDesk(needs, acting, async desk => {
    const { firm } = acting.capacity
    if (!desk.may('bring paper', (await relationsToFirm(desk, firm)).relations, firm))
      return { is: 'no such firm' } as const
    // One at a time for a firm, so that two do not share the last of its room; and none while the same bytes are let go.
    await hold(desk.tx, `papers of ${firm}`)
    const sha256 = sha256Of(content)
    await hold(desk.tx, `bytes of ${sha256}`)
    const standing = await desk.tx
      .selectFrom('paper')
      .select(['id', 'kind', 'sha256', 'bytes'])
      .where('firm_id', '=', firm)
      .where('removed_at', 'is', null)
      .where('state', '<>', 'refused')
      // What came with a case from elsewhere goes back with it.
      .where('came_with', 'is', null)
      .execute()
    const same = standing.find(paper => paper.sha256 === sha256 && paper.kind === kind)
    if (same) return { is: 'standing', id: same.id, as: 'there already' } as const
    const bytesLeft = paperLimits.bytesOfFirm - standing.reduce((sum, { bytes }) => sum + bytes, 0)
    const papersLeft = paperLimits.papersOfFirm - standing.length
    if (content.length > bytesLeft || papersLeft < 1) return { is: 'no room', bytesLeft, papersLeft } as const

    await needs.papers.keep(content)
    const { id } = await desk.tx
      .insertInto('paper')
      .values({
        firm_id: firm,
        kind,
        name,
        media_type: kindsOfFile[looked.kind].mediaType,
        bytes: content.length,
        sha256,
        uploaded_by: acting.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    desk.changed('bring paper', firm, { paper: id, kind, sha256, bytes: content.length })
    return { is: 'standing', id, as: 'brought' } as const
  })
  if (brought.is !== 'standing') return brought
  if (brought.as === 'brought') await scanPaper(needs, brought.id)
  return { is: brought.as, paper: await asItStands(needs, brought.id) }
}

const asItStands = ({ database }: PaperNeeds, id: string): Promise<DossierPaper> =>
  inTransaction(
    database,
    {},
    async tx => paperOf(await tx.selectFrom('paper').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
    { as: 'worker' },
  )
