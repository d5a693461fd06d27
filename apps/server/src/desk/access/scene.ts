/** One firm, and one of every role, in each way in which they can stand to one another. */
import { randomUUID } from 'node:crypto'
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
import { addAgreedLink, addFirm, addOfficer, addParticipation, addPerson, inTheHouse } from '@ieum/services/testing'
import type { Database, PaperStore } from '@ieum/storage'
import { paper as content, termsOf } from './sent.ts'

export interface Scene extends Things {
  /** The firm's name, which may stand in no answer but to those who may know the firm. */
  readonly canary: string
  readonly relation: Relation
  /** Of the officers. */
  readonly agency: string
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
  readonly terms: unknown
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

/** A firm that completed a programme of TIPA, which may hand it on to KPIC. */
const hears = ['consent-active', 'consent-expired', 'consent-withdrawn', 'referral-recalled', 'referral-closed']

/**
 * Of a firm's people, `own` is the member's and `delegate` the adviser's; in all others both belong elsewhere. An agency that stands as `own`
 * supported the firm, while another one handed it on: that referral is none of its business.
 */
export async function sceneOf(
  { database, catalogue, papers }: { database: Database; catalogue: OpenCatalogue; papers: PaperStore },
  relation: Relation,
): Promise<Scene> {
  const needs = { database, catalogue, signer: await signerOf(await newSigningKey()) }
  const link = await addAgreedLink(database)
  const other = await addAgreedLink(database, { toProgramme: 'mss-jump-up', toAgency: 'kised' })
  const canary = `카나리아 ${randomUUID()}`
  const itself = await addFirm(database, { name: canary })
  const adviser = await addFirm(database, { kind: 'adviser', name: '자문' })
  const stranger = await addFirm(database, { name: '다른기업' })
  const firm = itself.capacity.firm
  if (relation === 'delegate')
    await inTheHouse(database, tx =>
      tx.insertInto('firm_member').values({ firm_id: firm, person_id: adviser.person.id, kind: 'adviser' }).execute(),
    )
  const agency = relation === 'delegate' ? 'kosmes' : hears.includes(relation) ? link.toAgency : link.fromAgency
  const officers = await Promise.all(postRoles.map(role => addOfficer(database, agency, role)))
  const scene = {
    ...(await thingsOf(database, {
      firm,
      agency,
      owner: officers[1]!,
      by: itself.person.id,
      sha256: await papers.keep(content),
    })),
    canary,
    relation,
    agency,
    officers,
    firm,
    link: link.id,
    otherLink: other.id,
    batch: await waitingBatch(database, link, firm),
    terms: termsOf(link),
    member: relation === 'own' ? itself : stranger,
    adviser: relation === 'delegate' ? { ...adviser, capacity: { ...adviser.capacity, firm } } : adviser,
  }
  if (relation === 'none') return { ...scene, referral: missing, consent: missing, changed: 1 }

  await addParticipation(database, firm, { agency: link.fromAgency, programme: link.fromProgramme })
  const recorded = await ownParticipation(database, firm, agency)
  const isOthers = relation === 'own'
  const along = isOthers
    ? await addAgreedLink(database, { fromProgramme: 'mss-root-maker', fromAgency: 'semas' })
    : link
  if (isOthers) await addParticipation(database, firm, { agency: along.fromAgency, programme: along.fromProgramme })
  const sender = await addOfficer(database, along.fromAgency, 'desk-officer')
  const receiver = await addOfficer(database, along.toAgency, 'desk-officer')
  const drafted = await draftReferral(needs, sender, { agreement: along.id, firm, reason: '다음 단계' })
  const referral = drafted.is === 'drafted' ? drafted.referral : missing
  await giveConsent(needs, itself, referral, {
    language: 'ko',
    until: '2026-12-31',
    facts: [],
    participations: true,
    papers: [scene.paper],
    outcome: false,
    changed: 1,
  })
  await moveReferral(needs, sender, referral, { move: 'send', changed: 2 })
  await moveReferral(needs, receiver, referral, { move: 'receive', changed: 3 })
  await moveReferral(needs, receiver, referral, { move: 'review', changed: 4 })
  if (relation === 'referral-recalled')
    await moveReferral(needs, sender, referral, { move: 'recall', reason: 'sent-in-error', changed: 5 })
  if (relation === 'referral-closed')
    await moveReferral(needs, receiver, referral, { move: 'decline', reason: 'places-full', changed: 5 })
  const { consent, changed } = await inTheHouse(database, async tx => {
    // Put there as they stand, whatever brought them there: access must not hang on the moves that usually lead to it.
    const ofReferral = tx.updateTable('consent').where('referral_id', '=', referral)
    if (relation === 'consent-expired') await ofReferral.set({ until: '2026-05-31' }).execute()
    if (relation === 'consent-withdrawn') await ofReferral.set({ withdrawn_at: new Date() }).execute()
    return tx
      .selectFrom('consent as c')
      .innerJoin('referral as r', 'r.id', 'c.referral_id')
      .select(['c.id as consent', 'r.changed'])
      .where('r.id', '=', referral)
      .executeTakeFirstOrThrow()
  })
  const participations = { ...scene.participations, recorded: recorded ?? scene.participations.recorded }
  return { ...scene, participations, referral, consent, changed }
}

const ownParticipation = async (database: Database, firm: string, agency: string): Promise<string | undefined> =>
  (
    await inTheHouse(database, tx =>
      tx
        .selectFrom('participation')
        .select('id')
        .where('firm_id', '=', firm)
        .where('source_agency', '=', agency)
        .executeTakeFirst(),
    )
  )?.id

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

interface Things {
  /** What the firm itself entered, and what the acting agency recorded of it. */
  readonly facts: { readonly entered: string; readonly recorded: string }
  readonly participations: { readonly entered: string; readonly recorded: string }
  readonly paper: string
  readonly decision: string
  /** A post of the acting agency that somebody else holds. */
  readonly other: string
  readonly holder: string
  readonly invitation: string
  /** Somebody who asks to act for the firm. */
  readonly request: string
  /** Another member of the firm. */
  readonly fellow: string
  /** A calendar address that the programme owner made. */
  readonly feed: string
}

interface ThingsOf {
  readonly firm: string
  readonly agency: string
  readonly owner: Acting<PostCapacity>
  readonly by: string
  readonly sha256: string
}

/** What can be read, taken back or removed. The agency's records count from no programme of its own, so they make it know the firm no better. */
async function thingsOf(database: Database, { firm, agency, owner, by, sha256 }: ThingsOf): Promise<Things> {
  const colleague = await addOfficer(database, agency, 'desk-officer')
  const [asker, fellow] = [await addPerson(database, '새 담당'), await addPerson(database, '동료')]
  return inTheHouse(database, async tx => {
    await tx.insertInto('firm_member').values({ firm_id: firm, person_id: fellow.id, kind: 'member' }).execute()
    const fact = { firm_id: firm, name: 'employees', value: '32', as_of: '2026-04-01', recorded_by: by }
    const [entered, recorded] = await tx
      .insertInto('fact')
      .values([
        { ...fact, source: 'entered', source_name: '직접 입력' },
        { ...fact, source: 'registry', source_name: '공부', source_agency: agency },
      ])
      .returning('id')
      .execute()
    const participation = { firm_id: firm, edition: '2024', outcome: 'applied' as const, on_day: '2024-03-01' }
    const [told, kept] = await tx
      .insertInto('participation')
      .values([
        { ...participation, programme: 'mss-jump-up', source: 'entered' },
        { ...participation, programme: 'mss-jump-up', source: 'decision', source_agency: 'kised' },
      ])
      .returning('id')
      .execute()
    const paper = await tx
      .insertInto('paper')
      .values({
        firm_id: firm,
        kind: 'plan',
        name: '계획서.pdf',
        media_type: 'application/pdf',
        bytes: content.length,
        sha256,
        state: 'clean',
        checked_at: new Date(),
        checked_by: 'structure',
        uploaded_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const decision = await tx
      .insertInto('signed_decision')
      .values({
        firm_id: firm,
        agency,
        programme: 'mss-automation-process',
        criterion: 'root',
        verdict: 'met',
        on_day: '2026-05-20',
        post_id: owner.capacity.post,
        person_id: owner.person.id,
        signature: 'x',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const invitation = await tx
      .insertInto('invitation')
      .values({ post_id: colleague.capacity.post, email: `${randomUUID()}@example.kr`, until: '2027-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { number } = await tx.selectFrom('firm').select('number').where('id', '=', firm).executeTakeFirstOrThrow()
    const request = await tx
      .insertInto('firm_request')
      .values({
        person_id: asker.id,
        number,
        name_ko: '카나리아',
        kind: 'member',
        token_sha256: randomUUID(),
        until: '2027-01-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const feed = await tx
      .insertInto('calendar_feed')
      .values({
        token_sha256: randomUUID(),
        person_id: owner.person.id,
        post_id: owner.capacity.post,
        about: 'mine',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      facts: { entered: entered!.id, recorded: recorded!.id },
      participations: { entered: told!.id, recorded: kept!.id },
      paper: paper.id,
      decision: decision.id,
      other: colleague.capacity.post,
      holder: colleague.person.id,
      invitation: invitation.id,
      request: request.id,
      fellow: fellow.id,
      feed: feed.id,
    }
  })
}
