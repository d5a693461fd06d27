/**
 * A move that was made at the other installation is made here as well. Where both sides moved at once, the receiving agency's word stands
 * against a recall and against a day that passed, and the firm's stands against both; so the two come to the same end.
 */

import { addDays } from '@ieum/catalogue/days'
import { awaitsAnswer, movers, moves } from '@ieum/desk'
import { sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'
import { applyMove } from '../referrals/apply-move.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'
import { takeBackPapers } from './await-papers.ts'
import { type MoveContent, messageId, type Passed, type Peer, type Taking } from './message.ts'
import { keepPassed, takeBackPassed } from './take-referral.ts'
import { allowedOf, wrongInPassed } from './wrong-in-passed.ts'

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
  if (!stops.has(content.move) && (await isBackdated(desk, referral, content)))
    return { result: 'refused', state: referral.state, why: 'before the case came so far' }
  return content.move === 'resend' && content.passed
    ? sentAgain(needs, desk, referral, content, content.passed)
    : make(needs, desk, referral, content)
}

/** Whatever day it says: it ends something, and is never refused for that. */
const stops: ReadonlySet<string> = new Set(['recall', 'withdraw'])

/**
 * Nobody moves on from a state before the case came into it; what happened here since, the other side need not have known. A day is left
 * for clocks that do not agree on midnight.
 */
async function isBackdated({ tx }: Desk, { id }: ReferralRow, { from, on }: PlainMove): Promise<boolean> {
  const came = await tx
    .selectFrom('referral_event')
    .select('on_day')
    .where('referral_id', '=', id)
    .where(({ or, eb }) => or([eb('to_state', '=', from), eb('seq', '=', 1)]))
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return came !== undefined && on < addDays(came.on_day, -1)
}

/**
 * What was passed the first time gives way to what is passed now, once the move is made here as well. The proof is kept as the sending
 * agency made it, with the decisions that it signed; what the move made here knows nothing of those.
 */
async function sentAgain(
  needs: MoveNeeds,
  desk: Desk,
  referral: ReferralRow,
  content: PlainMove,
  sent: Passed,
): Promise<Taking> {
  const consent = await standingHandOff(desk, referral)
  if (!consent) return make(needs, desk, referral, content)
  const passed = allowedOf(needs.catalogue, sent, consent, desk.acting.on)
  const wrong = wrongInPassed(needs.catalogue, passed, desk.acting.on)
  if (wrong !== undefined) return { result: 'refused', state: referral.state, why: wrong }
  const taking = await make(needs, desk, referral, content)
  if (taking.result !== 'taken' || taking.state === referral.state) return taking
  await takeBackPassed(desk, referral)
  await keepPassed(desk, referral, passed)
  return taking
}

const standingHandOff = ({ tx, acting }: Desk, { id }: ReferralRow) =>
  tx
    .selectFrom('consent')
    .select(['facts', 'participations'])
    .where('referral_id', '=', id)
    .where('kind', '=', 'hand-off')
    .where('withdrawn_at', 'is', null)
    .where('until', '>=', acting.on)
    .executeTakeFirst()

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
