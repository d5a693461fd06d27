/** Looks that were taken at another installation, for the firm to see beside those that were taken here. */
import type { Desk } from '../acting/at-desk.ts'
import type { LooksContent, Peer, Taking } from './message.ts'

export async function takeLooks(
  desk: Desk,
  peer: Peer,
  id: string,
  { looks }: LooksContent,
  now: Date,
): Promise<Taking> {
  const { tx } = desk
  const referral = await tx
    .selectFrom('referral')
    .select(['state', 'to_agency', 'firm_id'])
    .where('id', '=', id)
    .where('installation_id', '=', peer.id)
    .executeTakeFirst()
  if (!referral) return { result: 'noted', state: null, why: null }
  const isTheirs =
    peer.agencies.includes(referral.to_agency) && looks.every(({ agency }) => agency === referral.to_agency)
  // No clock of two runs alike; a look that is yet to be taken is none.
  if (!isTheirs || looks.some(({ at }) => Date.parse(at) > now.getTime() + 600_000))
    return { result: 'refused', state: referral.state, why: 'not its looks' }
  const consents = await tx.selectFrom('consent').select(['id', 'kind']).where('referral_id', '=', id).execute()
  await tx
    .insertInto('look_elsewhere')
    .values(
      looks.map(({ agency, seq, at, operation, basis, reason, consents: kinds, post }) => ({
        installation_id: peer.id,
        lane: agency,
        seq,
        referral_id: id,
        firm_id: referral.firm_id,
        at,
        operation,
        basis,
        reason,
        consents: consents.filter(({ kind }) => kinds.includes(kind)).map(consent => consent.id),
        post_ko: post?.ko ?? null,
        post_en: post?.en ?? null,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
  desk.changed('take looks', id, { installation: peer.id, looks: looks.length })
  return { result: 'noted', state: referral.state, why: null }
}
