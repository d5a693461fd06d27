/** "Execute or accept": what the sending agency decided and the receiving one agreed to take as it is. */
import type { Day } from '@ieum/catalogue/records'
import type { Desk } from '../acting/at-desk.ts'
import type { AgreementRow } from '../agreements/terms.ts'
import { checkSignature } from './check-signature.ts'
import { type Decision, decisionOf } from './decision.ts'
import type { Signer } from './signer.ts'

export type AcceptingAgreement = Pick<AgreementRow, 'from_agency' | 'from_programme' | 'to_programme' | 'accepts'>

/**
 * For each criterion that the agreement accepts, the newest decision that holds on the day. One on the receiving programme's own criterion
 * goes before one of the same name from the sending programme. What the signature does not cover word by word is left out.
 */
export async function acceptedDecisions(
  { signer }: { readonly signer: Signer },
  tx: Desk['tx'],
  { from_agency, from_programme, to_programme, accepts }: AcceptingAgreement,
  firm: string,
  on: Day,
): Promise<readonly Decision[]> {
  if (accepts.length === 0) return []
  const found = await tx
    .selectFrom('signed_decision as d')
    .innerJoin('firm as f', 'f.id', 'd.firm_id')
    .selectAll('d')
    .select('f.number')
    .where('d.firm_id', '=', firm)
    .where('d.agency', '=', from_agency)
    .where('d.programme', 'in', [from_programme, to_programme])
    .where('d.criterion', 'in', [...accepts])
    .where('d.on_day', '<=', on)
    .where(({ or, eb }) => or([eb('d.until', 'is', null), eb('d.until', '>=', on)]))
    .where('d.revoked_at', 'is', null)
    .orderBy(({ eb }) => eb('d.programme', '=', to_programme), 'desc')
    .orderBy('d.on_day', 'desc')
    .orderBy('d.decided_at', 'desc')
    .execute()
  const taken = new Map<string, Decision>()
  for (const { number, ...row } of found) {
    if (taken.has(row.criterion)) continue
    const decision = decisionOf(row)
    if ((await checkSignature(signer, decision, number)).signatureHolds) taken.set(row.criterion, decision)
  }
  return accepts.flatMap(criterion => taken.get(criterion) ?? [])
}
