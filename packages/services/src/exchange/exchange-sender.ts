/** Carries a message to the other installation, and brings its signed receipt back. */

import type { Day } from '@ieum/catalogue/records'
import { type PostOptions, post } from '@ieum/delivery'
import { underWay } from '@ieum/desk'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import { readsBy } from '../acting/reads-ended.ts'
import type { JWK, Signer } from '../decisions/signer.ts'
import type { Sender } from '../deliveries/deliver-due.ts'
import { bodySha256, type Envelope, messageId, Receipt } from './message.ts'
import { keysOn, verifyByPeer } from './peer-keys.ts'

export interface ExchangeNeeds {
  readonly database: Database
  readonly signer: Signer
  /** The name by which other installations know this one. */
  readonly installation: string
}

export function exchangeSender(
  { database, signer, installation, today }: ExchangeNeeds & { readonly today: () => Day },
  options: Pick<PostOptions, 'milliseconds' | 'resolve'> = {},
): Sender {
  const send = async (
    { address, body }: Parameters<Sender>[0],
    now: Date,
    cut: AbortSignal,
  ): Promise<Awaited<ReturnType<Sender>>> => {
    const message = body as unknown as Omit<Envelope, 'is' | 'from' | 'to' | 'at'>
    const looked = await inTransaction(database, {}, tx => look(tx, address, message.referral, today()), {
      as: 'worker',
    })
    if (!looked) return { is: 'never', why: 'this installation is not known any more' }
    // What the firm took back before it left the house does not leave it. An end is always told.
    if (carriesRecords(message) && !looked.stands)
      return { is: 'delivered', receipt: { is: 'nothing to send any more' } }
    const posted = await post(
      {
        url: `${looked.baseUrl}/api/exchange/referrals${placeOf(message)}`,
        headers: { 'content-type': 'application/json', 'user-agent': 'Ieum' },
        body: JSON.stringify({
          message: await signer.sign({
            is: 'ieum exchange',
            from: installation,
            to: address,
            at: now.toISOString(),
            kind: message.kind,
            referral: message.referral,
            n: message.n,
            urgent: message.urgent,
            content: message.content,
          } satisfies Envelope),
        }),
      },
      { ...options, allowInside: true, cut },
    )
    if (posted.is !== 'answered') return { is: 'not now', why: posted.why }
    if (posted.status !== 200) return { is: 'not now', why: `answered ${posted.status}` }
    const jws = receiptIn(posted.body)
    const receipt = Receipt.safeParse(jws === null ? null : await verifyByPeer(jws, looked.keys)).data
    const holds =
      receipt?.from === address &&
      receipt.to === installation &&
      receipt.message === messageId(message) &&
      receipt.sha256 === bodySha256(message)
    if (!holds) return { is: 'not now', why: 'the receipt does not hold' }
    await inTransaction(
      database,
      {},
      tx =>
        tx
          .updateTable('exchange_message')
          .set({ receipt: jws })
          .where('installation_id', '=', address)
          .where('direction', '=', 'out')
          .where('id', '=', messageId(message))
          .execute(),
      { as: 'worker' },
    )
    return receipt.result === 'refused'
      ? { is: 'never', why: `refused there: ${receipt.why ?? ''}` }
      : { is: 'delivered', receipt }
  }
  return async (delivery, now) => {
    const cut = new AbortController()
    // An end is told while others wait for what ends; it carries nothing that anyone would have to wait for.
    if (!carriesRecords(delivery.body as unknown as Envelope)) return send(delivery, now, cut.signal)
    const underWay = await database.reads.begin(readsBy.exchange, () => cut.abort())
    try {
      return await send(delivery, now, cut.signal)
    } finally {
      underWay.end()
    }
  }
}

const placeOf = ({ kind, referral }: Pick<Envelope, 'kind' | 'referral'>): string =>
  kind === 'referral' ? '' : `/${referral}/${kind === 'move' ? 'moves' : kind}`

const carriesRecords = ({ kind, content }: Pick<Envelope, 'kind' | 'content'>): boolean =>
  kind === 'referral' || (JSON.parse(content) as { move?: string }).move === 'resend'

interface Looked {
  readonly baseUrl: string
  readonly keys: readonly JWK[]
  readonly stands: boolean
}

async function look(
  tx: Transaction<Tables>,
  installation: string,
  referral: string,
  on: Day,
): Promise<Looked | undefined> {
  const known = await tx
    .selectFrom('installation')
    .select(['base_url', 'public_key', 'former_keys'])
    .where('id', '=', installation)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!known) return undefined
  const consent = await tx
    .selectFrom('consent as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .select('c.id')
    .where('r.id', '=', referral)
    .where('r.state', 'in', [...underWay])
    .where('c.kind', '=', 'hand-off')
    .where('c.withdrawn_at', 'is', null)
    .where('c.until', '>=', on)
    .executeTakeFirst()
  return { baseUrl: known.base_url, keys: keysOn(known, on), stands: consent !== undefined }
}

function receiptIn(body: string): string | null {
  try {
    const { receipt } = JSON.parse(body) as { receipt?: unknown }
    return typeof receipt === 'string' ? receipt : null
  } catch {
    return null
  }
}
