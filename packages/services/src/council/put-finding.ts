/** A finding goes onto the agenda of a session with its figures, once it has been held against the catalogue. */
import { type Finding, isSameBreak } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { findToPutOn, type ItemPut, type ItemToPut, putAtDesk } from './change-agenda.ts'
import { checkFinding } from './check-finding.ts'
import type { CouncilNeeds } from './found-council.ts'

export type FindingPut =
  | ItemPut
  /** The same break stands on the agenda already. */
  | { readonly is: 'there already'; readonly item: string }

export function putFinding(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  session: string,
  { finding, ...asked }: ItemToPut & { readonly finding: Finding },
): Promise<FindingPut> {
  return atDesk({ database }, acting, async desk => {
    const found = await findToPutOn(desk, session)
    if (!('session' in found)) return found
    if (asked.kind !== 'finding')
      return { is: 'faulty', fields: [{ field: '/kind', wrong: 'an item with a finding is of the kind finding' }] }
    const checked = checkFinding(rulebook, finding, acting.on)
    if (checked.is === 'faulty') return checked
    const standing = await desk.tx
      .selectFrom('agenda_item')
      .select(['id', 'finding'])
      .where('session_id', '=', session)
      .where('finding', 'is not', null)
      .execute()
    const same = standing.find(item => isSameBreak(item.finding as Finding, checked.finding))
    return same
      ? { is: 'there already', item: same.id }
      : putAtDesk(desk, found, { ...asked, finding: checked.finding })
  })
}
