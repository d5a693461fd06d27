/**
 * Takes a message from another installation: judged by its signature, carried out once, answered by a signed receipt. The same message
 * again gets the same receipt and changes nothing; what is not to be taken is refused without saying why.
 */
import type { Day } from '@ieum/catalogue/records'
import { inTransaction } from '@ieum/storage'
import type { Desk } from '../acting/at-desk.ts'
import { atDeskFromOutside } from '../acting/outside.ts'
import { readsEnded } from '../acting/reads-ended.ts'
import { decodeUnverified } from '../decisions/signer.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { PaperNeeds } from '../papers/paper-needs.ts'
import type { ExchangeNeeds } from './exchange-sender.ts'
import {
  bodySha256,
  contents,
  Envelope,
  type LooksContent,
  type MoveContent,
  messageId,
  type PapersContent,
  type Peer,
  type Receipt,
  type ReferralContent,
  type Taking,
} from './message.ts'
import { keysOn, verifyByPeer } from './peer-keys.ts'
import { settlePapers } from './settle-papers.ts'
import { takeLooks } from './take-looks.ts'
import { takeMove } from './take-move.ts'
import { takePapers } from './take-papers.ts'
import { takeReferral } from './take-referral.ts'

export type Received =
  | { readonly is: 'received'; readonly receipt: string }
  /** One before it has not come yet: to be sent again. */
  | { readonly is: 'not yet' }
  /** Unknown, not signed by who it says, too old, for someone else, or not what came under this id before. */
  | { readonly is: 'refused' }

export interface ReceivingNeeds extends ExchangeNeeds, Pick<PaperNeeds, 'papers'> {
  readonly catalogue: OpenCatalogue
}

export interface Arrival {
  readonly now: Date
  readonly on: Day
  readonly place: string
  readonly kind: Envelope['kind']
  /** Of all but a referral: the case in its address. */
  readonly referral?: string
}

const oldestMilliseconds = 10 * 60_000

export async function receiveMessage(needs: ReceivingNeeds, jws: string, arrival: Arrival): Promise<Received> {
  const opened = await open(needs, jws, arrival)
  if (!opened) return { is: 'refused' }
  const { envelope, peer } = opened
  const work = contentOf(envelope)
  if (!work) return { is: 'refused' }
  const lane = await laneOf(needs, envelope, peer, work)
  const received = await atDeskFromOutside(
    needs,
    { id: `installation:${peer.id}`, name: peer.name, agency: lane, on: dayOf(work, arrival.on), place: arrival.place },
    desk => takeOnce(needs, desk, { envelope, peer, work, jws }, arrival.now),
  )
  // Nobody reads what was taken back; its bytes are let go at once where that can be, else by the clock.
  if (received.is === 'received' && envelope.urgent)
    await settlePapers(needs, { on: arrival.on, now: arrival.now, referral: envelope.referral }).catch(() => undefined)
  // The receipt of an end says that nobody here reads any longer what has ended.
  if (received.is === 'received' && endsReads(work)) await readsEnded(needs, [lane])
  return received
}

const endsReads = ({ kind, content }: Work): boolean =>
  kind === 'move' && ['recall', 'withdraw', 'end-consent'].includes(content.move)

async function open(
  { database, installation }: ReceivingNeeds,
  jws: string,
  { now, on, kind, referral }: Arrival,
): Promise<{ envelope: Envelope; peer: Peer } | undefined> {
  const claimed = Envelope.safeParse(decodeUnverified(jws)).data
  const known = await inTransaction(
    database,
    {},
    tx =>
      tx
        .selectFrom('installation')
        .selectAll()
        .where('id', '=', claimed?.from ?? '')
        .where('closed_at', 'is', null)
        .executeTakeFirst(),
    { as: 'worker' },
  )
  if (!claimed || !known) return undefined
  const envelope = Envelope.safeParse(await verifyByPeer(jws, keysOn(known, on))).data
  const holds =
    envelope !== undefined &&
    envelope.from === known.id &&
    envelope.to === installation &&
    envelope.kind === kind &&
    (referral === undefined || envelope.referral === referral) &&
    Math.abs(now.getTime() - Date.parse(envelope.at)) <= oldestMilliseconds
  return holds ? { envelope, peer: { id: known.id, name: known.name, agencies: known.agencies } } : undefined
}

type Work =
  | { readonly kind: 'referral'; readonly content: ReferralContent }
  | { readonly kind: 'move'; readonly content: MoveContent }
  | { readonly kind: 'papers'; readonly content: PapersContent }
  | { readonly kind: 'looks'; readonly content: LooksContent }

function contentOf({ kind, content }: Envelope): Work | undefined {
  let read: unknown
  try {
    read = JSON.parse(content)
  } catch {
    return undefined
  }
  const parsed = contents[kind].safeParse(read).data
  return parsed && ({ kind, content: parsed } as Work)
}

/** The day on which it was done there, if that is not in the future here. What carries records is judged on the day on which it comes. */
const dayOf = ({ kind, content }: Work, on: Day): Day =>
  kind === 'move' && content.move !== 'resend' && content.on < on ? content.on : on

/** The agency of this house that the case belongs to. */
async function laneOf({ database }: ReceivingNeeds, { referral }: Envelope, peer: Peer, work: Work): Promise<string> {
  if (work.kind === 'referral') return work.content.to.agency
  const row = await inTransaction(
    database,
    {},
    tx =>
      tx
        .selectFrom('referral')
        .select(['from_agency', 'to_agency'])
        .where('id', '=', referral)
        .where('installation_id', '=', peer.id)
        .executeTakeFirst(),
    { as: 'worker' },
  )
  if (!row) return 'exchange'
  return peer.agencies.includes(row.from_agency) ? row.to_agency : row.from_agency
}

async function takeOnce(
  needs: ReceivingNeeds,
  desk: Desk,
  { envelope, peer, work, jws }: { envelope: Envelope; peer: Peer; work: Work; jws: string },
  now: Date,
): Promise<Received> {
  const { tx } = desk
  const take = (): Promise<Taking> => {
    switch (work.kind) {
      case 'referral':
        return takeReferral(needs, desk, peer, envelope.referral, work.content)
      case 'move':
        return takeMove(needs, desk, peer, envelope.referral, work.content)
      case 'papers':
        return takePapers(desk, peer, envelope.referral, work.content, jws)
      case 'looks':
        return takeLooks(desk, peer, envelope.referral, work.content, now)
    }
  }
  const id = messageId(envelope)
  const sha256 = bodySha256(envelope)
  if (envelope.n > 1 && !envelope.urgent && !(await hasCome(desk, peer, messageId({ ...envelope, n: envelope.n - 1 }))))
    return { is: 'not yet' }
  // Whoever comes second with the same id waits here for the first to end.
  const first = await tx
    .insertInto('exchange_message')
    .values({ id, installation_id: peer.id, direction: 'in', body_sha256: sha256 })
    .onConflict(conflict => conflict.columns(['installation_id', 'direction', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!first) {
    const before = await tx
      .selectFrom('exchange_message')
      .select(['body_sha256', 'receipt'])
      .where('installation_id', '=', peer.id)
      .where('direction', '=', 'in')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return before.body_sha256 === sha256 && before.receipt !== null
      ? { is: 'received', receipt: before.receipt }
      : { is: 'refused' }
  }
  const taking = await take()
  const receipt = await needs.signer.sign({
    is: 'ieum receipt',
    from: needs.installation,
    to: peer.id,
    at: now.toISOString(),
    message: id,
    sha256,
    ...taking,
  } satisfies Receipt)
  await tx
    .updateTable('exchange_message')
    .set({ receipt, referral_id: taking.state === null ? null : envelope.referral })
    .where('installation_id', '=', peer.id)
    .where('direction', '=', 'in')
    .where('id', '=', id)
    .execute()
  return { is: 'received', receipt }
}

async function hasCome({ tx }: Desk, peer: Peer, id: string): Promise<boolean> {
  const before = await tx
    .selectFrom('exchange_message')
    .select('id')
    .where('installation_id', '=', peer.id)
    .where('direction', '=', 'in')
    .where('id', '=', id)
    .executeTakeFirst()
  return before !== undefined
}
