/** A move that was made here goes on to whoever is at the other end: another installation, or an agency that answers by mail. */
import type { Party, ReferralMove } from '@ieum/desk'
import type { Desk } from '../acting/at-desk.ts'
import { onConsents } from '../acting/look-basis.ts'
import { isInstallation } from '../acting/outside.ts'
import { queueMail } from '../deliveries/queue.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import { isAfterAcceptance, senderMayKnow } from '../referrals/shown-state.ts'
import { passedNow, referralContent, standingConsents } from './content-of.ts'
import type { MoveContent } from './message.ts'
import { say } from './say.ts'

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
  if (move === 'resend') await handedOver(desk, referral)
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
  await tell(desk, referral, { kind: 'move', urgent: move === 'recall' || move === 'withdraw', content })
}

/** A consent that ended without the referral ending with it. */
export async function passOnConsentEnd(
  desk: Desk,
  referral: ReferralRow,
  consent: 'hand-off' | 'papers' | 'outcome',
): Promise<void> {
  if (referral.installation_id === null || isInstallation(desk.acting.person.id)) return
  const content: MoveContent = { move: 'end-consent', by: 'firm', on: desk.acting.on, consent }
  await tell(desk, referral, { kind: 'move', urgent: true, content })
}

/** Papers that the firm removed go from everyone they were passed to. The cases are locked one after the other. */
export async function passOnPapersRemoved(desk: Desk, papers: readonly string[]): Promise<void> {
  const cases = await desk.asWorker(() =>
    desk.tx
      .selectFrom('referral as r')
      .selectAll('r')
      .where('r.installation_id', 'is not', null)
      .where('r.id', 'in', eb =>
        eb
          .selectFrom('passed_paper')
          .select('referral_id')
          .where('direction', '=', 'out')
          .where('paper', 'in', [...papers]),
      )
      .orderBy('r.id')
      .forUpdate()
      .execute(),
  )
  for (const referral of cases) {
    const content: MoveContent = { move: 'take-back-papers', by: 'firm', on: desk.acting.on, papers: [...papers] }
    await tell(desk, referral, { kind: 'move', urgent: true, content })
  }
}

async function handOver(desk: Desk, referral: ReferralRow): Promise<void> {
  const contact = await contactOf(desk, referral.to_agency)
  const installation = contact?.way === 'installation' ? contact.installation_id : null
  if (!installation) return
  await desk.asWorker(() =>
    desk.tx.updateTable('referral').set({ installation_id: installation }).where('id', '=', referral.id).execute(),
  )
  const shared = { ...referral, installation_id: installation }
  await handedOver(desk, shared)
  await tell(desk, shared, { kind: 'referral', urgent: false, content: await referralContent(desk, shared) })
}

/** The firm sees that its records left the house, for whom, and by which of its consents. */
async function handedOver(desk: Desk, referral: ReferralRow): Promise<void> {
  const { consents, name } = await desk.asWorker(async () => ({
    consents: await standingConsents(desk, referral),
    name: await desk.tx
      .selectFrom('installation')
      .select('name')
      .where('id', '=', referral.installation_id)
      .executeTakeFirst(),
  }))
  desk.looked({
    firm: referral.firm_id,
    operation: 'send referral',
    basis: onConsents(consents.map(({ id }) => id)),
    reason: `handed to ${name?.name ?? referral.installation_id}`,
  })
}

async function tell(
  desk: Desk,
  referral: ReferralRow,
  message: { readonly kind: 'referral' | 'move'; readonly urgent: boolean; readonly content: object },
): Promise<void> {
  const isSender = desk.acting.capacity.is !== 'post' || desk.acting.capacity.agency === referral.from_agency
  const agency = isSender ? referral.from_agency : referral.to_agency
  await desk.asWorker(() => say(desk, referral, { ...message, agency }))
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
