/** One case as who acts may see it: where it stands, how it came there, whose turn it is, and for the receiving desk the proof and papers. */
import {
  type ActingRole,
  may,
  movesOf,
  type Operation,
  type Party,
  type ReferralMove,
  type ReferralState,
  type Relation,
  reasonsOf,
} from '@ieum/desk'
import type { Database } from '@ieum/storage'
import type { Acting } from '../acting/acting.ts'
import { roleOf } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { type LookBasis, onConsentsOr } from '../acting/look-basis.ts'
import { relationsToReferral } from '../acting/relations.ts'
import type { CheckedDecision } from '../decisions/check-signature.ts'
import { seenDecisions } from '../decisions/seen-decisions.ts'
import type { Signer } from '../decisions/signer.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { workingCalendar } from '../working-calendar.ts'
import { daysLeftOf } from './days-left.ts'
import { agreementOf, findReferral, type ReferralRow } from './find-referral.ts'
import { operationOf } from './operation-of-move.ts'
import type { Proof } from './proof-of.ts'
import { type FilledIn, filledInOf } from './say-filled-in.ts'
import { isAfterAcceptance, senderMayKnow, shownState } from './shown-state.ts'

export interface Case {
  readonly id: string
  readonly number: string
  readonly side: Party
  readonly state: ReferralState
  readonly changed: number
  readonly firm: { readonly id: string; readonly name: string; readonly number: string } | null
  readonly from: { readonly agency: string; readonly programme: string; readonly post: string | null }
  readonly to: { readonly agency: string; readonly programme: string; readonly post: string | null }
  readonly link: {
    readonly agreement: string
    readonly link: string
    readonly version: number
    readonly daysToAnswer: number
    readonly waives: readonly string[]
    readonly accepts: readonly string[]
  }
  readonly due: string | null
  /** Working days to the day on which the answer is due; negative when it is late. */
  readonly daysLeft: number | null
  readonly reason: string | null
  readonly reroutedFrom: string | null
  readonly sentOn: string | null
  readonly answeredOn: string | null
  /** Moves that may be made now by who acts, each with the reasons it may be given. */
  readonly moves: readonly { readonly move: ReferralMove; readonly reasons: readonly string[] }[]
  readonly history: readonly CaseEvent[]
  /** When the firm said that what it was asked back for is there. */
  readonly filledIn: readonly FilledIn[]
  /** Where the two agencies can be written to, as far as their administrators have said so. */
  readonly mails: { readonly from: string | null; readonly to: string | null }
  readonly consents: readonly CaseConsent[]
  /** Left out for the sending agency, and for everyone once consent no longer stands. */
  readonly proof: Proof | null
  /** Decisions on the firm that the desk may see, each with its signature checked now: its own, and those that the link takes over. */
  readonly decisions: readonly CheckedDecision[]
  readonly papers: readonly {
    readonly id: string
    readonly kind: string
    readonly name: string
    readonly mediaType: string
    readonly bytes: number
    readonly state: string
  }[]
  /** Whether the receiving agency may see the dossier now, and if not, why. */
  readonly access: 'stands' | 'expired' | 'withdrawn' | 'recalled' | 'closed' | 'not yours'
}

export interface CaseEvent {
  readonly seq: number
  readonly move: string
  readonly to: ReferralState
  readonly on: string
  readonly at: string
  readonly by: Party
  readonly post: { readonly ko: string; readonly en: string } | null
  readonly reason: string | null
  readonly note: string | null
}

export interface CaseConsent {
  readonly id: string
  readonly kind: 'hand-off' | 'papers' | 'outcome'
  readonly recipient: string
  readonly purpose: string
  readonly facts: readonly string[]
  readonly participations: boolean
  readonly papers: readonly string[]
  readonly until: string
  readonly givenAt: string
  readonly withdrawnAt: string | null
  /** The text as it was shown; for the firm only. */
  readonly body: string | null
}

export type CaseRead = { readonly is: 'found'; readonly case: Case } | { readonly is: 'no such referral' }

export function readReferral(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue; readonly signer: Pick<Signer, 'verify'> },
  acting: Acting,
  id: string,
  /** Taken away as a file, and what for. */
  taken?: { readonly purpose: string },
): Promise<CaseRead> {
  return atDesk(needs, acting, async desk => {
    const referral = await findReferral(desk, id)
    if (!referral) return { is: 'no such referral' }
    const { relations, consents } = await relationsToReferral(desk, referral)
    const operation = taken ? 'export referrals' : 'read referral'
    if (!desk.may(operation, relations, id)) return { is: 'no such referral' }
    const side = sideOf(acting, referral)
    const agreement = await agreementOf(desk, referral)
    const known = side !== 'sender' || (await senderMayKnow(desk, referral.id))
    const shown = shownState(referral, known)
    const firm = await desk.tx
      .selectFrom('firm')
      .select(['id', 'name_ko', 'number'])
      .where('id', '=', referral.firm_id)
      .executeTakeFirst()
    const stands = relations.has('consent-active') || side === 'firm'
    if (firm) desk.looked({ firm: referral.firm_id, operation, basis: basisOf(side, consents), reason: taken?.purpose })
    if (taken) desk.changed(operation, referral.id, { rows: 1, purpose: taken.purpose })
    return {
      is: 'found',
      case: {
        id: referral.id,
        number: referral.number,
        side,
        state: shown,
        changed: referral.changed,
        firm: firm ? { id: firm.id, name: firm.name_ko, number: firm.number } : null,
        from: { agency: referral.from_agency, programme: referral.from_programme, post: referral.sender_post },
        to: { agency: referral.to_agency, programme: referral.to_programme, post: referral.receiver_post },
        link: {
          agreement: agreement.id,
          link: agreement.link,
          version: agreement.version,
          daysToAnswer: agreement.days_to_answer,
          waives: agreement.waives,
          accepts: agreement.accepts,
        },
        due: referral.due,
        daysLeft: daysLeftOf(referral, acting.on, workingCalendar(needs.catalogue)),
        reason: known || shown === referral.state ? referral.reason : null,
        reroutedFrom: referral.rerouted_from,
        sentOn: referral.sent_on,
        answeredOn: referral.answered_on,
        moves: movesNow(roleOf(acting), relations, referral.state, side),
        history: await historyOf(desk, referral, known),
        filledIn: await filledInOf(desk, referral.id),
        mails: await mailsOf(desk, referral),
        consents: await consentsOf(desk, referral, side),
        proof: stands ? await proofFor(desk, referral) : null,
        decisions: firm && readsDecisions(acting, relations) ? await seenDecisions(needs, desk.tx, firm.id) : [],
        papers: stands ? await papersFor(desk, referral) : [],
        access: accessOf(relations, side),
      },
    }
  })
}

export const sideOf = ({ capacity }: Acting, referral: ReferralRow): Party =>
  capacity.is === 'firm' ? 'firm' : capacity.agency === referral.from_agency ? 'sender' : 'receiver'

/** A firm has a list of its own. */
const readsDecisions = (acting: Acting, relations: ReadonlySet<Relation>): boolean =>
  acting.capacity.is === 'post' && [...relations].some(relation => may(roleOf(acting), 'read own record', relation))

/** What an agency's look at a referral rests on. */
export const basisOf = (side: Party, consents: readonly string[]): LookBasis =>
  side === 'sender' ? 'own programme' : onConsentsOr(consents, 'own record of the referral')

function accessOf(relations: ReadonlySet<string>, side: Party): Case['access'] {
  if (side !== 'receiver') return side === 'firm' ? 'stands' : 'not yours'
  if (relations.has('consent-active')) return 'stands'
  if (relations.has('consent-expired')) return 'expired'
  if (relations.has('consent-withdrawn')) return 'withdrawn'
  return relations.has('referral-recalled') ? 'recalled' : 'closed'
}

function movesNow(
  role: ActingRole,
  relations: Parameters<Desk['may']>[1],
  state: ReferralState,
  side: Party,
): Case['moves'] {
  const allows = (operation: Operation) => [...relations].some(relation => may(role, operation, relation))
  return movesOf(state, side)
    .filter(move => move !== 'expire' && allows(operationOf[move]))
    .map(move => ({ move, reasons: move in reasonsOf ? reasonsOf[move as keyof typeof reasonsOf] : [] }))
}

async function historyOf({ tx }: Desk, referral: ReferralRow, known: boolean): Promise<readonly CaseEvent[]> {
  const events = await tx
    .selectFrom('referral_event as e')
    .leftJoin('post as p', 'p.id', 'e.post_id')
    .select([
      'e.seq',
      'e.move',
      'e.to_state',
      'e.on_day',
      'e.at',
      'e.by_party',
      'e.reason',
      'e.note',
      'p.name_ko',
      'p.name_en',
    ])
    .where('e.referral_id', '=', referral.id)
    .orderBy('e.seq')
    .execute()
  return events
    .filter(({ move }) => known || !isAfterAcceptance(move))
    .map(({ seq, move, to_state, on_day, at, by_party, reason, note, name_ko, name_en }) => ({
      seq,
      move,
      to: to_state as ReferralState,
      on: on_day,
      at: at.toISOString(),
      by: by_party,
      post: name_ko && name_en ? { ko: name_ko, en: name_en } : null,
      reason,
      note,
    }))
}

async function mailsOf({ tx, asWorker }: Desk, { from_agency, to_agency }: ReferralRow): Promise<Case['mails']> {
  const contacts = await asWorker(() =>
    tx
      .selectFrom('agency_contact')
      .select(['agency', 'mail'])
      .where('agency', 'in', [from_agency, to_agency])
      .execute(),
  )
  const mailOf = (agency: string) => contacts.find(contact => contact.agency === agency)?.mail ?? null
  return { from: mailOf(from_agency), to: mailOf(to_agency) }
}

async function consentsOf({ tx }: Desk, referral: ReferralRow, side: Party): Promise<readonly CaseConsent[]> {
  const given = await tx
    .selectFrom('consent')
    .selectAll()
    .where('referral_id', '=', referral.id)
    .orderBy('given_at')
    .execute()
  return given.map(consent => ({
    id: consent.id,
    kind: consent.kind,
    recipient: consent.recipient_agency,
    purpose: consent.purpose,
    facts: consent.facts,
    participations: consent.participations,
    papers: consent.papers,
    until: consent.until,
    givenAt: consent.given_at.toISOString(),
    withdrawnAt: consent.withdrawn_at?.toISOString() ?? null,
    body: side === 'firm' ? consent.text_body : null,
  }))
}

async function proofFor({ tx }: Desk, referral: ReferralRow): Promise<Proof | null> {
  const kept = await tx
    .selectFrom('referral_proof')
    .select('proof')
    .where('referral_id', '=', referral.id)
    .executeTakeFirst()
  return (kept?.proof as Proof | undefined) ?? null
}

/** Those that are here, and those that another installation has passed and that are on their way (`awaited`). */
async function papersFor({ tx, asWorker }: Desk, referral: ReferralRow): Promise<Case['papers']> {
  const consent = await tx
    .selectFrom('consent')
    .select('papers')
    .where('referral_id', '=', referral.id)
    .where('kind', '=', 'papers')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!consent || consent.papers.length === 0) return []
  const papers = await tx
    .selectFrom('paper')
    .select(['id', 'kind', 'name', 'media_type', 'bytes', 'state'])
    .where('id', 'in', consent.papers)
    .where('removed_at', 'is', null)
    .execute()
  const ahead = await asWorker(() =>
    tx
      .selectFrom('passed_paper')
      .select(['paper_id as id', 'kind', 'name', 'media_type', 'bytes', 'state'])
      .where('referral_id', '=', referral.id)
      .where('direction', '=', 'in')
      .where('state', 'in', ['awaited', 'refused'])
      .where('paper_id', 'in', consent.papers)
      .orderBy('name')
      .execute(),
  )
  const here = new Set(papers.map(({ id }) => id))
  return [...papers, ...ahead.filter(({ id }) => !here.has(id))].map(({ media_type, ...paper }) => ({
    ...paper,
    mediaType: media_type,
  }))
}
