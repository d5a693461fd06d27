/** A move that was made here goes on to whoever is at the other end: another installation, or an agency that answers by mail. */
import type { Party, ReferralMove } from '@ieum/desk'
import type { Desk } from '../acting/at-desk.ts'
import { isInstallation } from '../acting/outside.ts'
import { queueExchange, queueMail } from '../deliveries/queue.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import { isAfterAcceptance, senderMayKnow } from '../referrals/shown-state.ts'
import { passedNow, referralContent } from './content-of.ts'
import { bodySha256, type Envelope, type MoveContent, messageId } from './message.ts'

export interface MadeMove {
  readonly move: ReferralMove
  readonly by: Party
  readonly from: string
  readonly seq: number
  readonly reason: string | null
  readonly note: string | null
}

/** `referral` as it stands after the move. */
export async function passOn(desk: Desk, referral: ReferralRow, made: MadeMove): Promise<void> {
  const { move } = made
  if (move === 'send' || move === 'resend') await reachByMail(desk, referral, made.seq)
  // What came from there is known there.
  if (isInstallation(desk.acting.person.id)) return
  if (move === 'send') return handOver(desk, referral)
  if (referral.installation_id === null || move === 'consent' || move === 're-route') return
  const { by, from, reason, note } = made
  // A day that has come comes there too.
  if (by === 'clock' || move === 'expire') return
  if (isAfterAcceptance(move) && !(await senderMayKnow(desk, referral.id))) return
  const content: MoveContent = {
    move,
    by,
    from,
    on: desk.acting.on,
    reason,
    note,
    ...(move === 'resend' && { passed: await desk.asWorker(() => passedNow(desk, referral)) }),
  }
  await say(desk, referral, { kind: 'move', urgent: move === 'recall' || move === 'withdraw', content })
}

/** A consent that ended without the referral ending with it. */
export async function passOnConsentEnd(
  desk: Desk,
  referral: ReferralRow,
  consent: 'hand-off' | 'papers' | 'outcome',
): Promise<void> {
  if (referral.installation_id === null || isInstallation(desk.acting.person.id)) return
  const content: MoveContent = { move: 'end-consent', by: 'firm', on: desk.acting.on, consent }
  await say(desk, referral, { kind: 'move', urgent: true, content })
}

async function handOver(desk: Desk, referral: ReferralRow): Promise<void> {
  const contact = await contactOf(desk, referral.to_agency)
  const installation = contact?.way === 'installation' ? contact.installation_id : null
  if (!installation) return
  await desk.asWorker(() =>
    desk.tx.updateTable('referral').set({ installation_id: installation }).where('id', '=', referral.id).execute(),
  )
  const shared = { ...referral, installation_id: installation }
  await say(desk, shared, { kind: 'referral', urgent: false, content: await referralContent(desk, shared) })
}

async function say(
  desk: Desk,
  referral: ReferralRow,
  { content, kind, urgent }: Pick<Envelope, 'kind' | 'urgent'> & { readonly content: object },
): Promise<void> {
  const installation = referral.installation_id!
  await desk.asWorker(async () => {
    const { said } = await desk.tx
      .selectFrom('exchange_message')
      .select(({ fn }) => fn.countAll<number>().as('said'))
      .where('installation_id', '=', installation)
      .where('direction', '=', 'out')
      .where('referral_id', '=', referral.id)
      .executeTakeFirstOrThrow()
    const message = { kind, referral: referral.id, n: Number(said) + 1, urgent, content: JSON.stringify(content) }
    await desk.tx
      .insertInto('exchange_message')
      .values({
        id: messageId(message),
        installation_id: installation,
        direction: 'out',
        referral_id: referral.id,
        body_sha256: bodySha256(message),
      })
      .execute()
    const isSender = desk.acting.capacity.is !== 'post' || desk.acting.capacity.agency === referral.from_agency
    await queueExchange({ tx: desk.tx, asWorker: work => work() }, [
      {
        address: installation,
        event: messageId(message),
        body: message,
        agency: isSender ? referral.from_agency : referral.to_agency,
      },
    ])
  })
}

/** A letter with an address of one use; the address itself is made when the letter is written. */
async function reachByMail(desk: Desk, referral: ReferralRow, seq: number): Promise<void> {
  const contact = await contactOf(desk, referral.to_agency)
  if (contact?.way !== 'mail' || contact.mail === null) return
  await queueMail(desk, [
    {
      address: contact.mail,
      event: `one-time:${referral.id}:${seq}`,
      body: { letter: 'one-time', referral: referral.id, number: referral.number, language: 'ko' },
      agency: referral.from_agency,
    },
  ])
}

const contactOf = ({ tx, asWorker }: Desk, agency: string) =>
  asWorker(() =>
    tx
      .selectFrom('agency_contact')
      .select(['way', 'mail', 'installation_id'])
      .where('agency', '=', agency)
      .executeTakeFirst(),
  )
