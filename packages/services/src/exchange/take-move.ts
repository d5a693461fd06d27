/**
 * A move that was made at the other installation is made here as well. Where both sides moved at once, the receiving agency's word stands
 * against a recall and against a day that passed, and the firm's stands against both; so the two come to the same end.
 */
import { awaitsAnswer, movers, moves } from '@ieum/desk'
import { sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'
import { applyMove } from '../referrals/apply-move.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'
import { takeBackPapers } from './await-papers.ts'
import { type MoveContent, messageId, type Peer, type Taking } from './message.ts'
import { keepPassed, keepProof, takeBackPassed } from './take-referral.ts'

type PlainMove = Exclude<MoveContent, { move: 'end-consent' | 'take-back-papers' }>

export async function takeMove(
  needs: MoveNeeds,
  desk: Desk,
  peer: Peer,
  id: string,
  content: MoveContent,
): Promise<Taking> {
  const referral = await desk.tx
    .selectFrom('referral')
    .selectAll()
    .where('id', '=', id)
    .where('installation_id', '=', peer.id)
    .forUpdate()
    .executeTakeFirst()
  if (!referral) return neverCame(desk, peer, id)
  if (content.move === 'end-consent') return endConsent(desk, referral, content.consent)
  if (content.move === 'take-back-papers') {
    await takeBackPapers(desk, id, content.papers)
    desk.changed('take back papers', id, { papers: content.papers })
    return { result: 'noted', state: referral.state, why: null }
  }
  const isTheirs =
    movers[content.move] === content.by &&
    (content.by === 'firm' ||
      peer.agencies.includes(content.by === 'sender' ? referral.from_agency : referral.to_agency))
  if (!isTheirs) return { result: 'refused', state: referral.state, why: 'not its move' }
  if (content.move !== 'resend' || !content.passed) return make(needs, desk, referral, content)
  await renew(needs, desk, referral, content.passed)
  const taking = await make(needs, desk, referral, content)
  // The proof as the sending agency made it, with the decisions that it signed; what was made here knows nothing of those.
  if (taking.result === 'taken') await keepProof(desk, referral, content.passed.proof)
  return taking
}

/** A stop that overtook the case itself: should that still come, it is not taken. */
async function neverCame({ tx }: Desk, peer: Peer, id: string): Promise<Taking> {
  await tx
    .insertInto('exchange_message')
    .values({
      id: messageId({ referral: id, n: 1 }),
      installation_id: peer.id,
      direction: 'in',
      body_sha256: 'stopped before it came',
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return { result: 'noted', state: null, why: null }
}

async function make(needs: MoveNeeds, desk: Desk, referral: ReferralRow, content: PlainMove): Promise<Taking> {
  const { move, by, reason, note } = content
  const moved = await applyMove(needs, desk, referral, {
    move,
    by,
    changed: referral.changed,
    reason: reason ?? undefined,
    note: note ?? undefined,
  })
  if (moved.is === 'moved') {
    if (move === 'withdraw' || move === 'recall') {
      await takeBackPassed(desk, referral)
      await takeBackPapers(desk, referral.id)
    }
    return { result: 'taken', state: moved.state, why: null }
  }
  if (moved.is !== 'not allowed now') return { result: 'refused', state: referral.state, why: moved.is }
  if (moves[content.from as ReferralRow['state']]?.[move] === referral.state)
    return { result: 'taken', state: referral.state, why: null }
  if (move === 'withdraw') return endConsent(desk, referral)
  const answeredFirst =
    by === 'receiver' &&
    (referral.state === 'recalled' || referral.state === 'expired') &&
    awaitsAnswer.includes(content.from as ReferralRow['state'])
  return answeredFirst
    ? make(needs, desk, await reopened(desk, referral, content), content)
    : { result: 'overtaken', state: referral.state, why: null }
}

async function reopened({ tx, changed }: Desk, referral: ReferralRow, { from }: PlainMove): Promise<ReferralRow> {
  changed('reopen referral', referral.id, {
    from: referral.state,
    to: from,
    because: 'the receiving agency answered first',
  })
  return tx
    .updateTable('referral')
    .set({ state: from as ReferralRow['state'], closed_on: null, reason: null })
    .where('id', '=', referral.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function endConsent(
  desk: Desk,
  referral: ReferralRow,
  kind?: 'hand-off' | 'papers' | 'outcome',
): Promise<Taking> {
  let standing = desk.tx
    .updateTable('consent')
    .set({ withdrawn_at: sql`clock_timestamp()`, withdrawn_by: desk.acting.person.id })
    .where('referral_id', '=', referral.id)
    .where('withdrawn_at', 'is', null)
  if (kind) standing = standing.where('kind', '=', kind)
  await standing.execute()
  if (kind === undefined || kind === 'hand-off') await takeBackPassed(desk, referral)
  if (kind !== 'outcome') await takeBackPapers(desk, referral.id)
  desk.changed('end consent', referral.id, { kind: kind ?? 'all' })
  return { result: 'noted', state: referral.state, why: null }
}

async function renew(needs: MoveNeeds, desk: Desk, referral: ReferralRow, passed: NonNullable<PlainMove['passed']>) {
  const consent = await desk.tx
    .selectFrom('consent')
    .select(['facts', 'participations'])
    .where('referral_id', '=', referral.id)
    .where('kind', '=', 'hand-off')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (consent) await keepPassed(needs, desk, referral, passed, consent)
}
