/** What a day brings to all referrals: reminders, a word to those above, and the end of waiting. Asked again on one day, it changes nothing. */
import type { Day } from '@ieum/catalogue/records'
import { awaitsAnswer, clockCall, step } from '@ieum/desk'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import type { AgreementRow } from '../agreements/terms.ts'
import { notifyFirm, notifyPosts, type Teller, toSide } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { beginRound } from '../round.ts'
import { workingCalendar } from '../working-calendar.ts'
import type { ReferralRow } from './find-referral.ts'
import { receiverPosts, senderPosts } from './tell-of-move.ts'

export interface Swept {
  readonly reminded: number
  readonly escalated: number
  readonly expired: number
}

interface SweepNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

/** Each case in a transaction of its own: several servers may sweep at once, none holds up the desks, and one that fails no other. */
export async function sweepByClock({ database, catalogue }: SweepNeeds, on: Day): Promise<Swept> {
  const waiting = await inTransaction(
    database,
    { on },
    tx =>
      tx
        .selectFrom('referral')
        .select('id')
        .where('state', 'in', ['drafted', 'consented', 'returned', ...awaitsAnswer])
        .orderBy('due')
        .execute(),
    { as: 'worker' },
  )
  const swept = { reminded: 0, escalated: 0, expired: 0 }
  const round = beginRound()
  for (const { id } of waiting)
    await round.take(`referral ${id}`, async () => {
      const called = await inTransaction(database, { on }, tx => callOf(tx, catalogue, id, on), { as: 'worker' })
      if (called === 'remind') swept.reminded += 1
      if (called === 'escalate') swept.escalated += 1
      if (called === 'expire') swept.expired += 1
    })
  round.end()
  return swept
}

async function callOf(tx: Transaction<Tables>, catalogue: OpenCatalogue, id: string, on: Day) {
  // One that somebody is moving, or another server is looking at, is looked at again next time.
  const referral = await tx
    .selectFrom('referral')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!referral) return 'nothing'
  const agreement = await tx
    .selectFrom('link_agreement')
    .selectAll()
    .where('id', '=', referral.agreement_id)
    .executeTakeFirstOrThrow()
  const last = await tx
    .selectFrom('referral_event')
    .select('on_day')
    .where('referral_id', '=', id)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  const calendar = workingCalendar(catalogue)
  const call = clockCall({ state: referral.state, due: referral.due, movedOn: last.on_day }, on, {
    calendar,
    remindBefore: agreement.remind_before,
    expireAfter: agreement.expire_after,
  })
  // Everything here is done as the worker already.
  const desk = { tx, asWorker: <T>(work: () => Promise<T>) => work() }
  if (call.is === 'remind' || call.is === 'escalate') await remind(desk, referral, call.is)
  if (call.is === 'expire') await expire(desk, referral, agreement, on, catalogue)
  return call.is
}

async function remind(desk: Teller, referral: ReferralRow, call: 'remind' | 'escalate'): Promise<void> {
  const told = {
    event: `referral:${referral.id}:${call}:${referral.changed}:${referral.due ?? ''}`,
    kind: `referral.${call}`,
    referral: referral.id,
    detail: { number: referral.number, programme: referral.to_programme, due: referral.due },
  }
  if (referral.state === 'drafted') return notifyFirm(desk, referral.firm_id, toSide(told, 'firm'))
  if (referral.state === 'consented')
    return notifyPosts(desk, await senderPosts(desk, referral), toSide(told, 'sender'))
  if (referral.state === 'returned') {
    await notifyFirm(desk, referral.firm_id, toSide(told, 'firm'))
    return notifyPosts(desk, await senderPosts(desk, referral), toSide(told, 'sender'))
  }
  const above =
    call === 'escalate'
      ? await postsFor(desk, referral.to_agency, ['approver', 'programme-owner'], referral.to_programme)
      : []
  await notifyPosts(desk, [...new Set([...(await receiverPosts(desk, referral)), ...above])], toSide(told, 'receiver'))
}

async function expire(
  desk: Teller,
  referral: ReferralRow,
  agreement: AgreementRow,
  on: Day,
  catalogue: OpenCatalogue,
): Promise<void> {
  const { tx } = desk
  const stepped = step(
    { state: referral.state, due: referral.due, daysLeft: referral.days_left },
    { move: 'expire', by: 'clock', on },
    { daysToAnswer: agreement.days_to_answer, calendar: workingCalendar(catalogue) },
  )
  if (stepped.is !== 'moved') return
  const seq = referral.changed + 1
  await tx
    .updateTable('referral')
    .set({
      state: 'expired',
      due: null,
      days_left: null,
      closed_on: on,
      changed: seq,
      updated_at: sql`clock_timestamp()`,
    })
    .where('id', '=', referral.id)
    .execute()
  await tx
    .insertInto('referral_event')
    .values({
      referral_id: referral.id,
      seq,
      move: 'expire',
      from_state: referral.state,
      to_state: 'expired',
      on_day: on,
      by_party: 'clock',
    })
    .execute()
  await tx
    .insertInto('audit_entry')
    .values({
      lane: 'clock',
      operation: 'expire referral',
      subject: referral.id,
      detail: JSON.stringify({ from: referral.state }),
    })
    .execute()
  const told = {
    event: `referral:${referral.id}:expire:${seq}`,
    kind: 'referral.expire',
    referral: referral.id,
    detail: { number: referral.number, programme: referral.to_programme },
  }
  await notifyFirm(desk, referral.firm_id, toSide(told, 'firm'))
  await notifyPosts(desk, await senderPosts(desk, referral), toSide(told, 'sender'))
  if (referral.sent_on !== null) await notifyPosts(desk, await receiverPosts(desk, referral), toSide(told, 'receiver'))
}
