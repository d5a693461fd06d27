/** Papers that a case passes to another installation: what each is goes ahead in the signed message, the bytes are asked for afterwards. */
import type { Desk } from '../acting/at-desk.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import type { PassedPaper } from './message.ts'

/** Those of a consent that are clean and still there; written down as passed. In a part of the transaction that is done as the worker. */
export async function passPapers(
  { tx }: Pick<Desk, 'tx'>,
  { id: referral, firm_id, installation_id }: Pick<ReferralRow, 'id' | 'firm_id' | 'installation_id'>,
  named: readonly string[],
): Promise<readonly PassedPaper[]> {
  if (named.length === 0 || installation_id === null) return []
  const papers = await tx
    .selectFrom('paper')
    .select(['id', 'kind', 'name', 'media_type', 'bytes', 'sha256'])
    .where('id', 'in', [...named])
    .where('firm_id', '=', firm_id)
    .where('state', '=', 'clean')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  if (papers.length === 0) return []
  await tx
    .insertInto('passed_paper')
    .values(
      papers.map(({ id, ...paper }) => ({
        ...paper,
        referral_id: referral,
        paper: id,
        paper_id: id,
        direction: 'out' as const,
      })),
    )
    .onConflict(conflict => conflict.columns(['referral_id', 'paper']).doNothing())
    .execute()
  return papers.map(({ media_type, ...paper }) => ({ ...paper, mediaType: media_type }))
}
