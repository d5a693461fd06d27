/**
 * Someone asks to act for a firm by its public number. The answer is the same whether the firm is known here or not (T4): a new one is
 * confirmed by a letter, a known one's members are told and let the person in or not.
 */
import { randomBytes } from 'node:crypto'
import { type FirmNumber, readFirmNumber } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { asOneself, type Oneself, type Self } from '../acting/as-oneself.ts'
import { queueMail } from '../deliveries/queue.ts'
import { notifyPeople } from '../notices/notify.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { tokenSha256 } from '../token-sha256.ts'

export interface FirmAskedFor {
  readonly number: string
  /** As the person calls it; the firm's own name is told to nobody by this. */
  readonly name: string
  readonly kind: 'member' | 'adviser'
}

export type Asked =
  | { readonly is: 'asked' }
  | {
      readonly is: 'no such number'
      readonly why: Exclude<FirmNumber, { is: 'number' }> | { readonly is: 'only noughts' }
    }
  /** Whole seconds until the next may be asked. */
  | { readonly is: 'too many'; readonly seconds: number }

export interface FirmNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

/** Whoever tries numbers learns little in a day. */
export const asksADay = 5

export function askToActFor(needs: FirmNeeds, me: Oneself, asked: FirmAskedFor): Promise<Asked> {
  const number = firmNumberOf(asked.number, needs.catalogue)
  if (number.is !== 'number') return Promise.resolve({ is: 'no such number', why: number })
  return asOneself(needs, me, async self => {
    const { tx } = self
    const wait = await secondsToWait(self)
    if (wait > 0) return { is: 'too many', seconds: wait }
    const token = randomBytes(24).toString('base64url')
    const { person } = me
    const request = await self.asWorker(async () => {
      // Asked again, the older request is void: one of each person stands.
      await tx
        .updateTable('firm_request')
        .set({ settled_at: sql`now()` })
        .where('person_id', '=', person.id)
        .where('number', '=', number.digits)
        .where('settled_at', 'is', null)
        .execute()
      return tx
        .insertInto('firm_request')
        .values({
          person_id: person.id,
          number: number.digits,
          name_ko: asked.name,
          kind: asked.kind,
          token_sha256: tokenSha256(token),
          until: sql`now() + interval '3 days'`,
        })
        .returning(['id', 'kind'])
        .executeTakeFirstOrThrow()
    })
    self.changed('ask to act for firm', request.id)
    const firm = await firmBy(self, number.digits)
    if (firm) {
      await tellMembers(self, firm.id, request)
      return { is: 'asked' }
    }
    // The token in the link is good for this person's own session only: the outbox gives it away to nobody.
    const kind = asked.kind === 'member' ? 'firm.to-confirm' : 'firm.no-member-yet'
    const path = asked.kind === 'member' ? `/me#firm=${token}` : '/me'
    await queueMail(self, [
      {
        address: person.email,
        event: `firm-request:${request.id}`,
        body: { letter: 'notice', kind, language: person.locale, path },
      },
    ])
    return { is: 'asked' }
  })
}

/** The number as it is kept, or what is wrong with it. A country without a scheme takes what has a digit in it. */
export function firmNumberOf(text: string, { rulebook }: OpenCatalogue) {
  const scheme = rulebook.identifiers?.firm
  const digits = text.replace(/\D/g, '')
  const number: FirmNumber = scheme ? readFirmNumber(text, scheme) : { is: 'number', digits, written: digits }
  // All noughts satisfy any weighted check digit, and are nobody's number.
  if (number.is === 'number' && /^0*$/.test(number.digits)) return { is: 'only noughts' } as const
  return number
}

/** One at a time of each person: of many at once no more come through. */
async function secondsToWait({ me, tx, asWorker }: Self): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ask for firm ${me.person.id}`}, 0))`.execute(tx)
  const rows = await asWorker(() =>
    tx
      .selectFrom('firm_request')
      .select(sql<number>`ceil(extract(epoch from asked_at + interval '1 day' - now()))::int`.as('seconds'))
      .where('person_id', '=', me.person.id)
      .where('asked_at', '>', sql<Date>`now() - interval '1 day'`)
      .orderBy('asked_at', 'desc')
      .limit(asksADay)
      .execute(),
  )
  return rows.length < asksADay ? 0 : Math.max(1, rows.at(-1)!.seconds)
}

const firmBy = ({ tx, asWorker }: Pick<Self, 'tx' | 'asWorker'>, number: string) =>
  asWorker(() => tx.selectFrom('firm').select(['id', 'name_ko']).where('number', '=', number).executeTakeFirst())

interface RequestRow {
  readonly id: string
  readonly kind: 'member' | 'adviser'
}

/** Members only: advisers let nobody in. Whoever is a member already asks for nothing. */
export async function tellMembers(self: Self, firm: string, request: RequestRow): Promise<void> {
  const { tx, me } = self
  const members = await self.asWorker(() =>
    tx
      .selectFrom('firm_member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['p.id', 'm.kind'])
      .where('m.firm_id', '=', firm)
      .where('m.until', 'is', null)
      .where('p.closed_at', 'is', null)
      .execute(),
  )
  if (members.some(({ id, kind }) => id === me.person.id && (kind === 'member' || request.kind === 'adviser'))) {
    await self.asWorker(() =>
      tx.updateTable('firm_request').set({ settled_at: sql`now()` }).where('id', '=', request.id).execute(),
    )
    return
  }
  await notifyPeople(
    self,
    members.filter(({ kind }) => kind === 'member').map(({ id }) => id),
    {
      event: `firm-request:${request.id}`,
      kind: 'firm.asked',
      firm,
      detail: { request: request.id, kind: request.kind },
    },
  )
}
