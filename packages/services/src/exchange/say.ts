/** One message to another installation, queued in the transaction that it tells of. */

import type { Desk } from '../acting/at-desk.ts'
import { queueExchange } from '../deliveries/queue.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import { bodySha256, contents, type Envelope, fits, messageId } from './message.ts'

export interface Said extends Pick<Envelope, 'kind' | 'urgent'> {
  readonly content: object
  /** Of this house: whose administrator is told when it cannot be delivered. */
  readonly agency: string
}

/** The other side would not take it, and it would be in the way of all that is said of the case afterwards. */
export class CannotBeSaid extends Error {
  readonly why: string
  constructor(why: string) {
    super(`this cannot be said to another installation: ${why}`)
    this.why = why
  }
}

/** The case is locked by who says something of it, so that no two count the same. In a part of the transaction that is done as the worker. */
export async function say(
  { tx }: Pick<Desk, 'tx'>,
  { id: referral, installation_id }: Pick<ReferralRow, 'id' | 'installation_id'>,
  { kind, urgent, content, agency }: Said,
): Promise<void> {
  const installation = installation_id!
  const text = JSON.stringify(content)
  const wrong = contents[kind].safeParse(JSON.parse(text)).error?.issues[0]
  if (wrong) throw new CannotBeSaid(`/${wrong.path.map(String).join('/')}: ${wrong.message}`)
  if (!fits(text)) throw new CannotBeSaid('it is more than one message holds')
  const { said } = await tx
    .selectFrom('exchange_message')
    .select(({ fn }) => fn.countAll<number>().as('said'))
    .where('installation_id', '=', installation)
    .where('direction', '=', 'out')
    .where('referral_id', '=', referral)
    .executeTakeFirstOrThrow()
  const message = { kind, referral, n: Number(said) + 1, urgent, content: text }
  await tx
    .insertInto('exchange_message')
    .values({
      id: messageId(message),
      installation_id: installation,
      direction: 'out',
      referral_id: referral,
      body_sha256: bodySha256(message),
    })
    .execute()
  await queueExchange({ tx, asWorker: work => work() }, [
    { address: installation, event: messageId(message), body: message, agency },
  ])
}
