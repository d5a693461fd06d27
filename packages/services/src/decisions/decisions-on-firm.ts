import type { Database } from '@ieum/storage'
import { isId } from '../acting/act-as.ts'
import type { Acting } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { ofOwnRecord, onConsentsOr } from '../acting/look-basis.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { CheckedDecision } from './check-signature.ts'
import { seenDecisions } from './seen-decisions.ts'
import type { Signer } from './signer.ts'

export type DecisionsOnFirm =
  | { readonly is: 'decisions'; readonly decisions: readonly CheckedDecision[] }
  | { readonly is: 'no such firm' }

/** The firm sees all; an agency its own, and those that it takes over while a referral is under way. Newest first. */
export function decisionsOnFirm(
  needs: { readonly database: Database; readonly signer: Pick<Signer, 'verify'> },
  acting: Acting,
  firm: string,
): Promise<DecisionsOnFirm> {
  return atDesk(needs, acting, async desk => {
    const { relations, consents } = isId(firm)
      ? await relationsToFirm(desk, firm)
      : { relations: new Set(['none'] as const), consents: [] }
    const operation = acting.capacity.is === 'firm' ? 'read dossier' : 'read own record'
    if (!desk.may(operation, relations, firm)) return { is: 'no such firm' }
    const decisions = await seenDecisions(needs, desk.tx, firm)
    desk.looked({ firm, operation, basis: onConsentsOr(consents, ofOwnRecord(relations)) })
    return { is: 'decisions', decisions }
  })
}
