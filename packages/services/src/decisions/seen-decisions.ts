import type { Desk } from '../acting/at-desk.ts'
import { type CheckedDecision, checkSignature } from './check-signature.ts'
import { decisionOf } from './decision.ts'
import type { Signer } from './signer.ts'

const most = 500

/**
 * Decisions on a firm that who acts may see, the newest first, each with its signature checked: the wall around the rows lets through one's
 * own agency's, and those of another that a link takes over while the firm's consent stands.
 */
export async function seenDecisions(
  { signer }: { readonly signer: Pick<Signer, 'verify'> },
  tx: Desk['tx'],
  firm: string,
): Promise<readonly CheckedDecision[]> {
  const rows = await tx
    .selectFrom('signed_decision as d')
    .innerJoin('firm as f', 'f.id', 'd.firm_id')
    .selectAll('d')
    .select('f.number')
    .where('d.firm_id', '=', firm)
    .orderBy('d.on_day', 'desc')
    .orderBy('d.decided_at', 'desc')
    .limit(most)
    .execute()
  return Promise.all(rows.map(({ number, ...row }) => checkSignature(signer, decisionOf(row), number)))
}
