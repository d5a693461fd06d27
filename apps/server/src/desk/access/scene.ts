/** One firm, and one of every role, in each way in which they can stand to one another. */
import type { Relation } from '@ieum/desk'
import {
  type Acting,
  draftReferral,
  type FirmCapacity,
  giveConsent,
  moveReferral,
  newSigningKey,
  type OpenCatalogue,
  type PostCapacity,
  signerOf,
} from '@ieum/services'
import { addAgreedLink, addFirm, addOfficer, addParticipation, inTheHouse } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'

export const canary = { name: '카나리아주물', number: '9000000000' }

export interface Scene {
  readonly relation: Relation
  readonly officers: readonly Acting<PostCapacity>[]
  readonly member: Acting<FirmCapacity>
  readonly adviser: Acting<FirmCapacity>
  readonly firm: string
  readonly link: string
  readonly otherLink: string
  readonly referral: string
  readonly consent: string
  readonly batch: string
  readonly changed: number
}

const missing = '00000000-0000-4000-8000-000000000000'
const postRoles = [
  'desk-officer',
  'programme-owner',
  'approver',
  'agency-administrator',
  'secretary',
  'auditor',
] as const

/**
 * Of a firm's people, `own` is the member's and `delegate` the adviser's; in all others both belong elsewhere. An agency that stands as `own`
 * supported the firm, while another one handed it on: that referral is none of its business.
 */
export async function sceneOf(database: Database, catalogue: OpenCatalogue, relation: Relation): Promise<Scene> {
  const signer = await signerOf(await newSigningKey())
  const needs = { database, catalogue, signer }
  const link = await addAgreedLink(database)
  const other = await addAgreedLink(database, { toProgramme: 'mss-jump-up', toAgency: 'kised' })
  const itself = await addFirm(database, { name: canary.name })
  const adviser = await addFirm(database, { kind: 'adviser', name: '자문' })
  const firm = itself.capacity.firm
  if (relation === 'delegate')
    await inTheHouse(database, tx =>
      tx.insertInto('firm_member').values({ firm_id: firm, person_id: adviser.person.id, kind: 'adviser' }).execute(),
    )
  const stranger = await addFirm(database, { name: '다른기업' })
  const ours =
    relation === 'own' || relation === 'referral-sent' || relation === 'none' ? link.fromAgency : link.toAgency
  // An agency that has nothing to do with the firm, where that is asked about.
  const officers = await Promise.all(
    postRoles.map(role => addOfficer(database, relation === 'delegate' ? 'kosmes' : ours, role)),
  )

  const scene = { relation, officers, firm, link: link.id, otherLink: other.id }
  const people = {
    member: relation === 'own' ? itself : stranger,
    adviser: relation === 'delegate' ? { ...adviser, capacity: { ...adviser.capacity, firm } } : adviser,
  }
  const bare = {
    ...scene,
    ...people,
    referral: missing,
    consent: missing,
    batch: await waitingBatch(database, link, firm),
    changed: 1,
  }
  if (relation === 'none') return bare

  await addParticipation(database, firm, { agency: link.fromAgency, programme: link.fromProgramme })
  const along =
    relation === 'own' ? await addAgreedLink(database, { fromProgramme: 'mss-root-maker', fromAgency: 'semas' }) : link
  if (relation === 'own')
    await addParticipation(database, firm, { agency: along.fromAgency, programme: along.fromProgramme })
  const sender = await addOfficer(database, along.fromAgency, 'desk-officer')
  const receiver = await addOfficer(database, along.toAgency, 'desk-officer')

  const drafted = await draftReferral(needs, sender, { agreement: along.id, firm, reason: '다음 단계' })
  const referral = drafted.is === 'drafted' ? drafted.referral : missing
  await giveConsent(needs, itself, referral, {
    language: 'ko',
    until: '2026-12-31',
    facts: [],
    participations: true,
    outcome: false,
    changed: 1,
  })
  await moveReferral(needs, sender, referral, { move: 'send', changed: 2 })
  for (const [index, move] of (['receive', 'review'] as const).entries())
    await moveReferral(needs, receiver, referral, { move, changed: 3 + index })
  if (relation === 'referral-recalled')
    await moveReferral(needs, sender, referral, { move: 'recall', reason: 'sent-in-error', changed: 5 })
  if (relation === 'referral-closed')
    await moveReferral(needs, receiver, referral, { move: 'decline', reason: 'places-full', changed: 5 })
  const consent = await inTheHouse(database, async tx => {
    if (relation === 'consent-expired')
      await tx
        .updateTable('consent')
        .set({ until: '2026-05-31' } as never)
        .where('referral_id', '=', referral)
        .execute()
    if (relation === 'consent-withdrawn')
      await tx.updateTable('consent').set({ withdrawn_at: new Date() }).where('referral_id', '=', referral).execute()
    const { id } = await tx
      .selectFrom('consent')
      .select('id')
      .where('referral_id', '=', referral)
      .executeTakeFirstOrThrow()
    const { changed } = await tx
      .selectFrom('referral')
      .select('changed')
      .where('id', '=', referral)
      .executeTakeFirstOrThrow()
    return { id, changed }
  })
  return { ...bare, referral, consent: consent.id, changed: consent.changed }
}

/** Drawn up by somebody else of the sending agency, so that who decides is not who proposed. */
async function waitingBatch(
  database: Database,
  link: { id: string; fromAgency: string },
  firm: string,
): Promise<string> {
  const { capacity, person } = await addOfficer(database, link.fromAgency, 'desk-officer')
  const { id } = await inTheHouse(database, tx =>
    tx
      .insertInto('referral_batch')
      .values({
        agency: link.fromAgency,
        agreement_id: link.id,
        name: '5월',
        reason: '다음 단계',
        chosen_by: '{}',
        firms: [firm],
        proposed_post: capacity.post,
        proposed_by: person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}
