/** What another installation says became of papers that were passed to it, kept with the signature under it. */
import type { Desk } from '../acting/at-desk.ts'
import type { PapersContent, Peer, Taking } from './message.ts'

export async function takePapers(
  desk: Desk,
  peer: Peer,
  id: string,
  { papers }: PapersContent,
  statement: string,
): Promise<Taking> {
  const referral = await desk.tx
    .selectFrom('referral')
    .select(['state', 'to_agency'])
    .where('id', '=', id)
    .where('installation_id', '=', peer.id)
    .executeTakeFirst()
  if (!referral) return { result: 'noted', state: null, why: null }
  if (!peer.agencies.includes(referral.to_agency))
    return { result: 'refused', state: referral.state, why: 'not its papers' }
  for (const { id: paper, sha256, is, because } of papers)
    await desk.tx
      .updateTable('passed_paper')
      .set({ state: is, because, statement })
      .where('referral_id', '=', id)
      .where('paper', '=', paper)
      .where('direction', '=', 'out')
      .where('sha256', '=', sha256)
      .execute()
  desk.changed('take word of papers', id, { papers: papers.map(({ id, is }) => ({ paper: id, is })) })
  return { result: 'noted', state: referral.state, why: null }
}
