/** A paper for a session, for an item of its agenda, or as the proof of an action: looked through as those of firms are. */
import type { ActionState, SessionState } from '@ieum/council'
import { sha256Of } from '@ieum/storage'
import type { Acting, PostCapacity } from '../../acting/acting.ts'
import { atDesk } from '../../acting/at-desk.ts'
import { hold } from '../../acting/hold.ts'
import { kindsOfFile, lookThrough } from '../../papers/content/look-through.ts'
import { paperName } from '../../papers/content/paper-name.ts'
import type { Refusal } from '../../papers/content/refusal.ts'
import { type PaperNeeds, paperLimits } from '../../papers/paper-needs.ts'
import { findPlace, type PaperPlace } from './find-place.ts'
import { type PaperLine, paperLineOf } from './paper-line.ts'
import { councilPaperAsItStands, scanCouncilPaper } from './settle-council-papers.ts'

/** Bytes of one are those of a firm's. */
export const councilPaperLimits = {
  bytes: paperLimits.bytes,
  papersOfPlace: 50,
  bytesOfCouncil: 2_000_000_000,
} as const

export type CouncilPaperBrought =
  | { readonly is: 'brought' | 'there already'; readonly paper: PaperLine }
  | { readonly is: 'refused'; readonly because: Refusal }
  | { readonly is: 'empty' }
  | { readonly is: 'too large'; readonly most: number }
  | { readonly is: 'no room'; readonly bytesLeft: number; readonly papersLeft: number }
  | { readonly is: 'no name' }
  | { readonly is: 'no such place' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: SessionState | ActionState }

export async function bringCouncilPaper(
  needs: PaperNeeds,
  acting: Acting<PostCapacity>,
  place: PaperPlace,
  { name: given, content }: { readonly name: string; readonly content: Uint8Array },
): Promise<CouncilPaperBrought> {
  if (content.length === 0) return { is: 'empty' }
  if (content.length > councilPaperLimits.bytes) return { is: 'too large', most: councilPaperLimits.bytes }
  const looked = await lookThrough(content)
  if (looked.is === 'refused') return looked
  const name = paperName(given, looked.kind)
  if (name === null) return { is: 'no name' }

  const brought = await atDesk(needs, acting, async desk => {
    const found = await findPlace(desk, place, { toChange: true })
    if (found.is !== 'found') return found
    const operation = place.is === 'action' ? 'report action' : 'put on agenda'
    if (!desk.may(operation, found.relations, found.council.id) || !found.may)
      return { is: 'not for this post' } as const
    if (found.shut) return { is: 'not allowed now', state: found.shut } as const
    // One at a time for a council, so that two do not share the last of its room; and none while the same bytes are let go.
    await hold(desk.tx, `papers of ${found.council.id}`)
    const sha256 = sha256Of(content)
    await hold(desk.tx, `bytes of ${sha256}`)
    const standing = await desk.tx
      .selectFrom('council_paper')
      .selectAll()
      .where('council_id', '=', found.council.id)
      .where('removed_at', 'is', null)
      .where('state', '<>', 'refused')
      .execute()
    const { session_id, item_id, action_id } = found.columns
    const here = standing.filter(
      paper => paper.session_id === session_id && paper.item_id === item_id && paper.action_id === action_id,
    )
    const same = here.find(paper => paper.sha256 === sha256)
    if (same) return { is: 'standing', id: same.id, as: 'there already' } as const
    const bytesLeft = councilPaperLimits.bytesOfCouncil - standing.reduce((sum, { bytes }) => sum + bytes, 0)
    const papersLeft = councilPaperLimits.papersOfPlace - here.length
    if (content.length > bytesLeft || papersLeft < 1) return { is: 'no room', bytesLeft, papersLeft } as const

    await needs.papers.keep(content)
    const { id } = await desk.tx
      .insertInto('council_paper')
      .values({
        ...found.columns,
        council_id: found.council.id,
        name,
        media_type: kindsOfFile[looked.kind].mediaType,
        bytes: content.length,
        sha256,
        agency: acting.capacity.agency,
        uploaded_by: acting.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    desk.changed('bring council paper', id, {
      council: found.council.id,
      place: place.is,
      sha256,
      bytes: content.length,
    })
    return { is: 'standing', id, as: 'brought' } as const
  })
  if (brought.is !== 'standing') return brought
  if (brought.as === 'brought') await scanCouncilPaper(needs, brought.id)
  return { is: brought.as, paper: paperLineOf(await councilPaperAsItStands(needs, brought.id)) }
}
