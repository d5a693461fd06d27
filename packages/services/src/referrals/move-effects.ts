/** What a move brings about beside the new state. Those that are not here bring about nothing more. */
import { isInForce, type ReferralMove, underWay } from '@ieum/desk'
import { sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'
import { type AgreementRow, datesOf } from '../agreements/terms.ts'
import { acceptedDecisions } from '../decisions/accepted-decisions.ts'
import type { Signer } from '../decisions/signer.ts'
import { postsFor } from '../notices/posts-for.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { factsPassed } from './facts-passed.ts'
import type { ReferralRow } from './find-referral.ts'
import { proofOf } from './proof-of.ts'

export interface MoveNeeds {
  readonly catalogue: OpenCatalogue
  readonly signer: Signer
}

export type Prevented =
  | { readonly is: 'link not in force' }
  | { readonly is: 'no places left'; readonly places: number }
  | { readonly is: 'no consent stands' }

type Changes = Partial<Pick<ReferralRow, 'receiver_post' | 'sent_on' | 'answered_on' | 'closed_on'>>

type Brought = { readonly is: 'brought about'; readonly set: Changes }

type Effect = (
  needs: MoveNeeds,
  desk: Desk,
  referral: ReferralRow,
  agreement: AgreementRow,
) => Promise<Brought | Prevented>

export const effects: Partial<Record<ReferralMove, Effect>> = {
  send: sendFirst,
  resend: sendAgain,
  receive: async (_, { acting }, referral) =>
    brought({
      receiver_post: referral.receiver_post ?? (acting.capacity.is === 'post' ? acting.capacity.post : null),
    }),
  return: async (_, { acting }) => brought({ answered_on: acting.on }),
  accept: async (_, { acting }) => brought({ answered_on: acting.on }),
  decline: async (_, { acting }) => brought({ answered_on: acting.on, closed_on: acting.on }),
  enrol: (needs, desk, referral) => recordIn(needs, desk, referral, 'selected'),
  complete: (needs, desk, referral) => recordIn(needs, desk, referral, 'completed'),
  fail: async (needs, desk, referral) =>
    referral.state === 'enrolled' ? recordIn(needs, desk, referral, 'failed') : closed(desk),
  recall: async (_, desk) => closed(desk),
  withdraw: async (_, desk, referral) => {
    await desk.tx
      .updateTable('consent')
      .set({ withdrawn_at: sql`clock_timestamp()`, withdrawn_by: desk.acting.person.id })
      .where('referral_id', '=', referral.id)
      .where('withdrawn_at', 'is', null)
      .execute()
    return closed(desk)
  },
}

const brought = (set: Changes): Brought => ({ is: 'brought about', set })
const closed = ({ acting }: Desk): Brought => brought({ closed_on: acting.on })

/** Only an agreement in force carries a case; one that was sent once is answered, and so sent again, also when it has ended since. */
async function sendFirst(
  needs: MoveNeeds,
  desk: Desk,
  referral: ReferralRow,
  agreement: AgreementRow,
): Promise<Brought | Prevented> {
  if (!isInForce(datesOf(agreement), desk.acting.on)) return { is: 'link not in force' }
  return sendAlong(needs, desk, referral, agreement)
}

/** Sent while a place is left and the firm's consent stands; what the desk is shown is written down that day. */
async function sendAlong(
  needs: MoveNeeds,
  desk: Desk,
  referral: ReferralRow,
  agreement: AgreementRow,
): Promise<Brought | Prevented> {
  const { tx, acting, asWorker } = desk
  const consent = await standingConsent(desk, referral)
  if (!consent) return { is: 'no consent stands' }
  if (agreement.places !== null && (await placesTaken(desk, agreement)) >= agreement.places)
    return { is: 'no places left', places: agreement.places }
  await asWorker(async () => {
    const passed = await factsPassed({ tx }, referral.firm_id, consent)
    const decisions = await acceptedDecisions(needs, tx, agreement, referral.firm_id, acting.on)
    const proof = proofOf(needs.catalogue, {
      programme: referral.to_programme,
      on: acting.on,
      passed,
      waives: agreement.waives,
      link: agreement.link,
      decisions,
    })
    await tx
      .insertInto('referral_proof')
      .values({
        referral_id: referral.id,
        firm_id: referral.firm_id,
        on_day: acting.on,
        proof: JSON.stringify(
          proof ?? { on: acting.on, programme: referral.to_programme, criteria: [], missing: [], facts: passed.facts },
        ),
      })
      .onConflict(conflict =>
        conflict
          .column('referral_id')
          .doUpdateSet(row => ({ on_day: row.ref('excluded.on_day'), proof: row.ref('excluded.proof') })),
      )
      .execute()
  })
  return brought({ sent_on: referral.sent_on ?? acting.on, receiver_post: await leastBusy(desk, referral) })
}

/** What was asked for may have been entered meanwhile: the proof is made anew, the place is kept. */
async function sendAgain(
  needs: MoveNeeds,
  desk: Desk,
  referral: ReferralRow,
  agreement: AgreementRow,
): Promise<Brought | Prevented> {
  const sent = await sendAlong(needs, desk, referral, { ...agreement, places: null })
  return sent.is === 'brought about'
    ? brought({ ...sent.set, receiver_post: referral.receiver_post, answered_on: null })
    : sent
}

async function standingConsent({ tx, acting, asWorker }: Desk, referral: ReferralRow) {
  const consent = await asWorker(() =>
    tx
      .selectFrom('consent')
      .select(['facts', 'participations'])
      .where('referral_id', '=', referral.id)
      .where('kind', '=', 'hand-off')
      .where('withdrawn_at', 'is', null)
      .where('until', '>=', acting.on)
      .executeTakeFirst(),
  )
  return consent
}

/** Counted under a lock on the agreement, so that two who send at once do not both take the last place. */
async function placesTaken({ tx, asWorker }: Desk, { id }: AgreementRow): Promise<number> {
  return asWorker(async () => {
    await tx.selectFrom('link_agreement').select('id').where('id', '=', id).forUpdate().execute()
    const { taken } = await tx
      .selectFrom('referral')
      .select(({ fn }) => fn.countAll<number>().as('taken'))
      .where('agreement_id', '=', id)
      .where('state', 'in', [...underWay, 'completed', 'failed'])
      .executeTakeFirstOrThrow()
    return Number(taken)
  })
}

/** The post that looks after the programme and has the fewest cases to answer. */
export async function leastBusy(desk: Desk, { to_agency, to_programme }: ReferralRow): Promise<string | null> {
  const posts = await postsFor(desk, to_agency, ['desk-officer'], to_programme)
  const candidates = posts.length > 0 ? posts : await postsFor(desk, to_agency, ['programme-owner'], to_programme)
  if (candidates.length === 0) return null
  const busy = await desk.asWorker(() =>
    desk.tx
      .selectFrom('referral')
      .select(['receiver_post', ({ fn }) => fn.countAll<number>().as('cases')])
      .where('receiver_post', 'in', [...candidates])
      .where('state', 'in', ['sent', 'received', 'under-review'])
      .groupBy('receiver_post')
      .execute(),
  )
  const cases = new Map(busy.map(({ receiver_post, cases }) => [receiver_post, Number(cases)]))
  return [...candidates].sort((a, b) => (cases.get(a) ?? 0) - (cases.get(b) ?? 0))[0]!
}

/** What comes of it is the receiving agency's own record of its programme. */
async function recordIn(
  { catalogue }: MoveNeeds,
  desk: Desk,
  referral: ReferralRow,
  outcome: 'selected' | 'completed' | 'failed',
): Promise<Brought> {
  const { tx, acting } = desk
  const edition = await editionOf(catalogue, desk, referral)
  await tx
    .insertInto('participation')
    .values({
      firm_id: referral.firm_id,
      programme: referral.to_programme,
      edition,
      outcome,
      on_day: acting.on,
      source: 'decision',
      source_agency: referral.to_agency,
      referral_id: referral.id,
      recorded_by: acting.person.id,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return outcome === 'selected' ? brought({}) : closed(desk)
}

/**
 * Of the programme, the edition that the case is about: the one of its proof, or of what was written down of it before. A catalogue that
 * has come to a newer one meanwhile does not move it there.
 */
async function editionOf(
  { rulebook }: OpenCatalogue,
  { tx, acting, asWorker }: Desk,
  { id, to_programme }: ReferralRow,
): Promise<string> {
  const known = await asWorker(async () => {
    const sent = await tx
      .selectFrom('referral_proof')
      .select(sql<string | null>`proof ->> 'edition'`.as('edition'))
      .where('referral_id', '=', id)
      .executeTakeFirst()
    if (sent?.edition) return sent.edition
    const before = await tx
      .selectFrom('participation')
      .select('edition')
      .where('referral_id', '=', id)
      .where('programme', '=', to_programme)
      .where('source', '=', 'decision')
      .orderBy('recorded_at')
      .executeTakeFirst()
    return before?.edition
  })
  const newest = rulebook.programmes.find(programme => programme.id === to_programme)?.editions.at(-1)?.edition
  return known ?? newest ?? acting.on.slice(0, 4)
}
