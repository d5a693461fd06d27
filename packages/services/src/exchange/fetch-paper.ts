/**
 * Brings in a paper that another installation passed: asked for by a signed request, held against the hash, size and kind that its signed
 * message said, looked through as if a firm had brought it, and shown to nobody before it is found clean. Killed in between, it is done again.
 */
import { randomUUID } from 'node:crypto'
import type { Day } from '@ieum/catalogue/records'
import { type CallOptions, call } from '@ieum/delivery'
import { underWay } from '@ieum/desk'
import { inTransaction, sha256Of, type Tables } from '@ieum/storage'
import type { Selectable, Transaction } from 'kysely'
import { hold } from '../acting/hold.ts'
import type { Sender, Sending } from '../deliveries/deliver-due.ts'
import { kindsOfFile, lookThrough } from '../papers/content/look-through.ts'
import { paperName } from '../papers/content/paper-name.ts'
import type { PaperNeeds } from '../papers/paper-needs.ts'
import { scanPaper } from '../papers/scan-papers.ts'
import type { ExchangeNeeds } from './exchange-sender.ts'
import type { PaperRequest } from './message.ts'
import { settlePapers } from './settle-papers.ts'

export interface FetchNeeds extends ExchangeNeeds, PaperNeeds {
  readonly today: () => Day
}

type Awaited = Selectable<Tables['passed_paper']>

export function paperFetcher(
  needs: FetchNeeds,
  options: Pick<CallOptions, 'milliseconds' | 'resolve'> = { milliseconds: 45_000 },
): Sender {
  return async ({ address, body }, now) => {
    const { referral, paper } = body as { referral: string; paper: string }
    const sending = await fetchOne(needs, { installation: address, referral, paper, now }, options)
    if (sending.is === 'delivered') await settlePapers(needs, { on: needs.today(), now, referral })
    return sending
  }
}

interface ToFetch {
  readonly installation: string
  readonly referral: string
  readonly paper: string
  readonly now: Date
}

const done = (receipt: object): Sending => ({ is: 'delivered', receipt })

async function fetchOne(needs: FetchNeeds, asked: ToFetch, options: CallOptions): Promise<Sending> {
  const awaited = await inTransaction(needs.database, {}, tx => awaitedOne(tx, asked), { as: 'worker' })
  if (!awaited) return done({ is: 'not awaited any more' })
  const content =
    (await thereAlready(needs, awaited, asked.installation)) ?? (await ask(needs, awaited, asked, options))
  if ('is' in content) return content

  const fault = content.length !== awaited.bytes || sha256Of(content) !== awaited.sha256 ? 'changed on the way' : null
  const looked = fault === null ? await lookThrough(content) : null
  if (fault !== null) return refuse(needs, awaited, fault)
  if (looked?.is === 'refused') return refuse(needs, awaited, looked.because)
  const kind = looked!.kind
  if (kindsOfFile[kind].mediaType !== awaited.media_type) return refuse(needs, awaited, 'not what it was said to be')
  const name = paperName(awaited.name, kind)
  if (name === null) return refuse(needs, awaited, 'no name')

  const isKept = await keep(needs, awaited, { content, name, on: needs.today() })
  if (!isKept) return done({ is: 'not awaited any more' })
  // Should the scanner be away, it waits unseen, and the clock tries again.
  await scanPaper(needs, awaited.paper_id)
  return done({ is: 'brought in' })
}

const awaitedOne = (
  tx: Transaction<Tables>,
  { installation, referral, paper }: Pick<ToFetch, 'installation' | 'referral' | 'paper'>,
): Promise<Awaited | undefined> =>
  tx
    .selectFrom('passed_paper as pp')
    .innerJoin('referral as r', 'r.id', 'pp.referral_id')
    .selectAll('pp')
    .where('pp.referral_id', '=', referral)
    .where('pp.paper', '=', paper)
    .where('pp.direction', '=', 'in')
    .where('pp.state', '=', 'awaited')
    .where('r.installation_id', '=', installation)
    .executeTakeFirst()

/** The same bytes for the same firm came from there before: they are not sent twice. From elsewhere a hash alone opens nothing. */
async function thereAlready(
  { database, papers }: FetchNeeds,
  awaited: Awaited,
  installation: string,
): Promise<Uint8Array | null> {
  const same = await inTransaction(
    database,
    {},
    tx =>
      tx
        .selectFrom('paper as p')
        .innerJoin('referral as r', 'r.id', 'p.came_with')
        .innerJoin('referral as now', 'now.firm_id', 'p.firm_id')
        .select('p.id')
        .where('now.id', '=', awaited.referral_id)
        .where('r.installation_id', '=', installation)
        .where('p.sha256', '=', awaited.sha256)
        .where('p.state', '=', 'clean')
        .where('p.removed_at', 'is', null)
        .executeTakeFirst(),
    { as: 'worker' },
  )
  return same ? papers.read(awaited.sha256) : null
}

async function ask(
  { database, signer, installation: me }: FetchNeeds,
  { bytes, sha256 }: Awaited,
  { installation, referral, paper, now }: ToFetch,
  options: CallOptions,
): Promise<Uint8Array | Sending> {
  const known = await inTransaction(
    database,
    {},
    tx =>
      tx
        .selectFrom('installation')
        .select('base_url')
        .where('id', '=', installation)
        .where('closed_at', 'is', null)
        .executeTakeFirst(),
    { as: 'worker' },
  )
  if (!known) return { is: 'never', why: 'this installation is not known any more' }
  const request: PaperRequest = {
    is: 'ieum paper request',
    id: randomUUID(),
    from: me,
    to: installation,
    at: now.toISOString(),
    referral,
    paper,
    sha256,
  }
  const called = await call(
    {
      // Where the operator said that it is, and nowhere else: no message says where to fetch from.
      url: `${known.base_url}/api/exchange/referrals/${referral}/papers/${paper}/content`,
      headers: { 'content-type': 'application/json', 'user-agent': 'Ieum' },
      body: JSON.stringify({ message: await signer.sign(request) }),
    },
    { ...options, allowInside: true, most: bytes },
  )
  if (called.is !== 'answered') return { is: 'not now', why: called.why }
  return called.status === 200 ? called.body : { is: 'not now', why: `answered ${called.status}` }
}

async function refuse({ database }: FetchNeeds, awaited: Awaited, because: string): Promise<Sending> {
  await inTransaction(
    database,
    {},
    tx =>
      tx
        .updateTable('passed_paper')
        .set({ state: 'refused', because })
        .where('referral_id', '=', awaited.referral_id)
        .where('paper', '=', awaited.paper)
        .where('state', '=', 'awaited')
        .execute(),
    { as: 'worker' },
  )
  return done({ is: 'refused', because })
}

/** Nothing that was withdrawn meanwhile is kept: the case is locked, as by whoever takes the firm's word. */
async function keep(
  { database, papers }: FetchNeeds,
  awaited: Awaited,
  { content, name, on }: { readonly content: Uint8Array; readonly name: string; readonly on: Day },
): Promise<boolean> {
  return inTransaction(
    database,
    {},
    async tx => {
      const referral = await tx
        .selectFrom('referral')
        .select(['id', 'firm_id', 'installation_id', 'to_agency'])
        .where('id', '=', awaited.referral_id)
        .where('state', 'in', [...underWay])
        .forUpdate()
        .executeTakeFirst()
      const consent = await tx
        .selectFrom('consent')
        .select('papers')
        .where('referral_id', '=', awaited.referral_id)
        .where('kind', '=', 'papers')
        .where('withdrawn_at', 'is', null)
        .where('until', '>=', on)
        .executeTakeFirst()
      if (!referral || !consent?.papers.includes(awaited.paper_id)) return false
      const still = await tx
        .updateTable('passed_paper')
        .set({ state: 'here' })
        .where('referral_id', '=', awaited.referral_id)
        .where('paper', '=', awaited.paper)
        .where('state', '=', 'awaited')
        .returning('paper_id')
        .executeTakeFirst()
      if (!still) return false
      await hold(tx, `bytes of ${awaited.sha256}`)
      await papers.keep(content)
      await tx
        .insertInto('paper')
        .values({
          id: awaited.paper_id,
          firm_id: referral.firm_id,
          kind: awaited.kind,
          name,
          media_type: awaited.media_type,
          bytes: awaited.bytes,
          sha256: awaited.sha256,
          uploaded_by: `installation:${referral.installation_id}`,
          came_with: awaited.referral_id,
        })
        .execute()
      return true
    },
    { as: 'worker' },
  )
}
