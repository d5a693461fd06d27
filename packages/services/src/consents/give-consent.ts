/** A firm agrees to be handed on: one record for each thing it agrees to, with the text as it was shown. */
import { addYears } from '@ieum/catalogue/days'
import type { Day, FactName, Language } from '@ieum/catalogue/records'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { applyMove, type Moved } from '../referrals/apply-move.ts'
import { findReferral } from '../referrals/find-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'
import { type ConsentNeeds, mostToPass, ofFirm, type Passing, passedBy, textOf } from './ask-consent.ts'
import type { ConsentKind } from './consent-text.ts'

export interface ConsentToGive {
  readonly language: Language
  readonly until: Day
  readonly facts: readonly FactName[]
  readonly participations: boolean
  /** Left out: the papers consent is not given. */
  readonly papers?: readonly string[] | undefined
  /** Whether the sending agency may be told how it went after acceptance. */
  readonly outcome: boolean
  /** The count of changes that the firm saw. */
  readonly changed: number
}

export type ConsentGiven =
  | Moved
  | { readonly is: 'no text of consent' }
  | { readonly is: 'not a day to end on'; readonly from: Day; readonly to: Day }
  | { readonly is: 'nothing to pass of that name'; readonly names: readonly string[] }

export function giveConsent(
  needs: ConsentNeeds & MoveNeeds,
  acting: Acting<FirmCapacity>,
  id: string,
  given: ConsentToGive,
): Promise<ConsentGiven> {
  return atDesk(needs, acting, async desk => {
    const referral = await findReferral(desk, id, { toMove: true })
    if (!referral || !desk.may('give consent', ofFirm(acting), id)) return { is: 'no such referral' }
    const last = addYears(acting.on, 2)
    if (given.until <= acting.on || given.until > last) return { is: 'not a day to end on', from: acting.on, to: last }
    const most = await mostToPass(needs, desk, referral)
    const chosen: Passing = {
      facts: most.facts.filter(name => given.facts.includes(name)),
      participations: given.participations,
      papers: most.papers.filter(paper => given.papers?.includes(paper.id)),
    }
    const strange = [
      ...given.facts.filter(name => !most.facts.includes(name)),
      ...(given.papers ?? []).filter(paper => !most.papers.some(({ id }) => id === paper)),
    ]
    if (strange.length > 0) return { is: 'nothing to pass of that name', names: strange }

    const kinds: readonly ConsentKind[] = [
      'hand-off',
      ...(chosen.papers.length > 0 ? (['papers'] as const) : []),
      ...(given.outcome ? (['outcome'] as const) : []),
    ]
    const records = []
    for (const kind of kinds) {
      const passed = passedBy(kind, chosen)
      const text = await textOf(needs, desk, referral, kind, passed, given)
      if (!text) return { is: 'no text of consent' }
      records.push({
        firm_id: referral.firm_id,
        referral_id: referral.id,
        kind,
        recipient_agency: kind === 'outcome' ? referral.from_agency : referral.to_agency,
        purpose: text.purpose,
        facts: [...passed.facts],
        participations: passed.participations,
        papers: passed.papers.map(({ id }) => id),
        until: given.until,
        refusal: text.refusal,
        text_id: text.id,
        text_version: text.version,
        text_language: given.language,
        text_body: text.body,
        given_by: acting.person.id,
      })
    }
    const moved = await applyMove(needs, desk, referral, { move: 'consent', by: 'firm', changed: given.changed })
    if (moved.is !== 'moved') return moved
    await desk.tx.insertInto('consent').values(records).execute()
    desk.changed('give consent', referral.id, { kinds, until: given.until })
    return moved
  })
}
