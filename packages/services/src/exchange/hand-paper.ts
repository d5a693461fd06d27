/**
 * The bytes of a paper for the installation that a case was passed to, on a request that it signed: for that one paper, once, within five
 * minutes. The leave is read anew after the bytes, as for everyone who fetches a paper: what was withdrawn meanwhile is not handed out.
 */
import type { Day } from '@ieum/catalogue/records'
import { underWay } from '@ieum/desk'
import { inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import { onConsents } from '../acting/look-basis.ts'
import { atDeskFromOutside } from '../acting/outside.ts'
import { decodeUnverified } from '../decisions/signer.ts'
import type { PaperNeeds } from '../papers/paper-needs.ts'
import type { ExchangeNeeds } from './exchange-sender.ts'
import { PaperRequest, type Peer } from './message.ts'
import { keysOn, verifyByPeer } from './peer-keys.ts'

export type PaperHanded =
  | { readonly is: 'handed'; readonly content: Uint8Array }
  /** For any reason. */
  | { readonly is: 'refused' }

export interface PaperArrival {
  readonly now: Date
  readonly on: Day
  readonly place: string
  /** As the address has them. */
  readonly referral: string
  readonly paper: string
}

const oldestMilliseconds = 5 * 60_000

export async function handPaper(
  needs: ExchangeNeeds & Pick<PaperNeeds, 'papers'>,
  jws: string,
  arrival: PaperArrival,
): Promise<PaperHanded> {
  const asked = await open(needs, jws, arrival)
  if (!asked) return { is: 'refused' }
  const { request, peer } = asked
  const first = await inTransaction(
    needs.database,
    {},
    async tx => ((await isFirst(tx, request)) ? leaveFor(tx, request, peer, arrival.on) : undefined),
    { as: 'worker' },
  )
  const content = first && (await needs.papers.read(request.sha256))
  if (!first || !content) return { is: 'refused' }
  const outsider = { id: `installation:${peer.id}`, name: peer.name, agency: first.agency } as const
  return atDeskFromOutside(needs, { ...outsider, on: arrival.on, place: arrival.place }, async desk => {
    const still = await leaveFor(desk.tx, request, peer, arrival.on)
    if (!still) return { is: 'refused' }
    desk.looked({
      firm: still.firm,
      operation: 'read paper',
      basis: onConsents(still.consents),
      reason: `handed to ${peer.name}`,
    })
    desk.changed('pass paper', request.referral, { paper: request.paper, sha256: request.sha256, to: peer.id })
    return { is: 'handed', content }
  })
}

async function open(
  { database, installation }: ExchangeNeeds,
  jws: string,
  { now, on, referral, paper }: PaperArrival,
): Promise<{ request: PaperRequest; peer: Peer } | undefined> {
  const claimed = PaperRequest.safeParse(decodeUnverified(jws)).data
  if (!claimed) return undefined
  const known = await inTransaction(
    database,
    {},
    tx =>
      tx
        .selectFrom('installation')
        .selectAll()
        .where('id', '=', claimed.from)
        .where('closed_at', 'is', null)
        .executeTakeFirst(),
    { as: 'worker' },
  )
  if (!known) return undefined
  const request = PaperRequest.safeParse(await verifyByPeer(jws, keysOn(known, on))).data
  const holds =
    request !== undefined &&
    request.from === known.id &&
    request.to === installation &&
    request.referral === referral &&
    request.paper === paper &&
    Math.abs(now.getTime() - Date.parse(request.at)) <= oldestMilliseconds
  return holds ? { request, peer: { id: known.id, name: known.name, agencies: known.agencies } } : undefined
}

/** A request that was overheard opens nothing a second time. */
async function isFirst(tx: Transaction<Tables>, { id, from, sha256 }: PaperRequest): Promise<boolean> {
  const made = await tx
    .insertInto('exchange_message')
    .values({ id: `request/${id}`, installation_id: from, direction: 'in', body_sha256: sha256 })
    .onConflict(conflict => conflict.columns(['installation_id', 'direction', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

interface Leave {
  readonly agency: string
  readonly firm: string
  readonly consents: readonly string[]
}

async function leaveFor(
  tx: Transaction<Tables>,
  { referral, paper, sha256 }: PaperRequest,
  peer: Peer,
  on: Day,
): Promise<Leave | undefined> {
  const row = await tx
    .selectFrom('referral as r')
    .innerJoin('passed_paper as pp', 'pp.referral_id', 'r.id')
    .innerJoin('paper as p', 'p.id', 'pp.paper_id')
    .select(['r.firm_id', 'r.from_agency', 'r.to_agency'])
    .where('r.id', '=', referral)
    .where('r.installation_id', '=', peer.id)
    .where('r.state', 'in', [...underWay])
    .where('pp.direction', '=', 'out')
    .where('pp.paper', '=', paper)
    .where('p.sha256', '=', sha256)
    .where('p.state', '=', 'clean')
    .where('p.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row || !peer.agencies.includes(row.to_agency)) return undefined
  const standing = await tx
    .selectFrom('consent')
    .select(['id', 'kind', 'papers'])
    .where('referral_id', '=', referral)
    .where('recipient_agency', '=', row.to_agency)
    .where('withdrawn_at', 'is', null)
    .where('until', '>=', on)
    .execute()
  if (!standing.some(({ kind }) => kind === 'hand-off')) return undefined
  const naming = standing.filter(({ kind, papers }) => kind === 'papers' && papers.includes(paper))
  return naming.length > 0
    ? { agency: row.from_agency, firm: row.firm_id, consents: naming.map(({ id }) => id) }
    : undefined
}
