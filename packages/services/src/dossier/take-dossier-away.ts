/**
 * Everything that is kept of a firm, as one value that another system can read: the right to take one's data along (개인정보 보호법 제35조의2).
 * The shape has a version; docs/contracts.md describes it. Bytes of papers are fetched one by one, and can be told by their hash.
 */
import type { Database, Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { DossierPaper, DossierParticipation, FirmNamed, Stated } from './dossier.ts'
import { firmNamed } from './read-dossier.ts'
import { paperOf, participationOf, statedOf } from './rows.ts'
import { type LookTaken, looksAtAll } from './who-looked.ts'

export interface DossierTaken {
  readonly format: 'ieum-dossier'
  readonly version: 1
  readonly takenOn: string
  readonly firm: FirmNamed & { readonly registeredAt: string }
  readonly members: readonly {
    readonly name: string
    readonly kind: 'member' | 'adviser'
    readonly since: string
    readonly until: string | null
  }[]
  /** Every value ever stated, what was taken back included. */
  readonly facts: readonly (Stated & { readonly name: string; readonly takenBackAt: string | null })[]
  readonly participations: readonly (DossierParticipation & { readonly takenBackAt: string | null })[]
  readonly papers: readonly (DossierPaper & {
    readonly removedAt: string | null
    /** Where its bytes are, in this API; null when there are none to be had. */
    readonly content: string | null
  })[]
  readonly decisions: readonly {
    readonly id: string
    readonly agency: string
    readonly programme: string
    readonly criterion: string
    readonly verdict: 'met' | 'unmet'
    readonly on: string
    readonly until: string | null
    readonly reason: string | null
    readonly signature: string
    readonly revokedAt: string | null
  }[]
  readonly consents: readonly {
    readonly id: string
    readonly referral: string
    readonly kind: 'hand-off' | 'papers' | 'outcome'
    readonly recipient: string
    readonly purpose: string
    readonly facts: readonly string[]
    readonly participations: boolean
    readonly papers: readonly string[]
    readonly until: string
    readonly refusal: string
    readonly text: {
      readonly id: string
      readonly version: number
      readonly language: 'ko' | 'en'
      readonly body: string
    }
    readonly givenAt: string
    readonly withdrawnAt: string | null
  }[]
  readonly referrals: readonly TakenReferral[]
  readonly notices: readonly {
    readonly at: string
    readonly kind: string
    readonly referral: string | null
    readonly detail: Readonly<Record<string, unknown>>
    readonly readAt: string | null
  }[]
  readonly looks: readonly LookTaken[]
}

interface TakenReferral {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly from: { readonly agency: string; readonly programme: string }
  readonly to: { readonly agency: string; readonly programme: string }
  readonly reason: string | null
  readonly due: string | null
  readonly draftedOn: string
  readonly sentOn: string | null
  readonly answeredOn: string | null
  readonly closedOn: string | null
  /** What the receiving desk was shown of each criterion. */
  readonly proof: unknown
  readonly history: readonly {
    readonly move: string
    readonly to: string
    readonly on: string
    readonly at: string
    readonly by: 'sender' | 'receiver' | 'firm' | 'clock'
    readonly reason: string | null
    readonly note: string | null
  }[]
}

export type DossierTakenAway =
  | { readonly is: 'taken'; readonly dossier: DossierTaken }
  | { readonly is: 'no such firm' }

export function takeDossierAway(
  needs: { readonly database: Database },
  acting: Acting<FirmCapacity>,
): Promise<DossierTakenAway> {
  return atDesk(needs, acting, async desk => {
    const { firm } = acting.capacity
    if (!desk.may('take dossier away', (await relationsToFirm(desk, firm)).relations, firm))
      return { is: 'no such firm' }
    const named = (await firmNamed(desk, firm))!
    desk.changed('take dossier away', firm)
    return {
      is: 'taken',
      dossier: {
        format: 'ieum-dossier',
        version: 1,
        takenOn: acting.on,
        firm: { ...named, registeredAt: await registeredAt(desk, firm) },
        members: await members(desk, firm),
        facts: await facts(desk, firm),
        participations: await participations(desk, firm),
        papers: await papers(desk, firm),
        decisions: await decisions(desk, firm),
        consents: await consents(desk, firm),
        referrals: await referrals(desk, firm),
        notices: await notices(desk, firm),
        looks: await looksAtAll(desk, firm),
      },
    }
  })
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

async function registeredAt({ tx }: Desk, firm: string): Promise<string> {
  const { registered_at } = await tx
    .selectFrom('firm')
    .select('registered_at')
    .where('id', '=', firm)
    .executeTakeFirstOrThrow()
  return registered_at.toISOString()
}

async function members({ tx }: Desk, firm: string): Promise<DossierTaken['members']> {
  const rows = await tx
    .selectFrom('firm_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.name', 'm.kind', 'm.since', 'm.until'])
    .where('m.firm_id', '=', firm)
    .orderBy('m.since')
    .orderBy('p.name')
    .execute()
  return rows.map(({ since, until, ...member }) => ({ ...member, since: since.toISOString(), until: instant(until) }))
}

async function facts({ tx, acting }: Desk, firm: string): Promise<DossierTaken['facts']> {
  const rows = await tx
    .selectFrom('fact')
    .selectAll()
    .where('firm_id', '=', firm)
    .orderBy('name')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ name: row.name, ...statedOf(row, acting), takenBackAt: instant(row.withdrawn_at) }))
}

async function participations({ tx, acting }: Desk, firm: string): Promise<DossierTaken['participations']> {
  const rows = await tx
    .selectFrom('participation')
    .selectAll()
    .where('firm_id', '=', firm)
    .orderBy('on_day')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...participationOf(row, acting), takenBackAt: instant(row.withdrawn_at) }))
}

async function papers({ tx }: Desk, firm: string): Promise<DossierTaken['papers']> {
  const rows = await tx
    .selectFrom('paper')
    .selectAll()
    .where('firm_id', '=', firm)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    ...paperOf(row),
    removedAt: instant(row.removed_at),
    content: row.state === 'clean' && !row.removed_at ? `/api/firms/${firm}/papers/${row.id}/content` : null,
  }))
}

async function decisions({ tx }: Desk, firm: string): Promise<DossierTaken['decisions']> {
  const rows = await tx
    .selectFrom('signed_decision')
    .select([
      'id',
      'agency',
      'programme',
      'criterion',
      'verdict',
      'on_day',
      'until',
      'reason',
      'signature',
      'revoked_at',
    ])
    .where('firm_id', '=', firm)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return rows.map(({ on_day, revoked_at, ...decision }) => ({
    ...decision,
    on: on_day,
    revokedAt: instant(revoked_at),
  }))
}

async function consents({ tx }: Desk, firm: string): Promise<DossierTaken['consents']> {
  const rows = await tx
    .selectFrom('consent')
    .selectAll()
    .where('firm_id', '=', firm)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    referral: row.referral_id,
    kind: row.kind,
    recipient: row.recipient_agency,
    purpose: row.purpose,
    facts: row.facts,
    participations: row.participations,
    papers: row.papers,
    until: row.until,
    refusal: row.refusal,
    text: { id: row.text_id, version: row.text_version, language: row.text_language, body: row.text_body },
    givenAt: row.given_at.toISOString(),
    withdrawnAt: instant(row.withdrawn_at),
  }))
}

async function referrals({ tx }: Desk, firm: string): Promise<readonly TakenReferral[]> {
  const rows = await tx
    .selectFrom('referral as r')
    .leftJoin('referral_proof as p', 'p.referral_id', 'r.id')
    .selectAll('r')
    .select('p.proof')
    .where('r.firm_id', '=', firm)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute()
  if (rows.length === 0) return []
  const events = await tx
    .selectFrom('referral_event')
    .selectAll()
    .where(
      'referral_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('referral_id')
    .orderBy('seq')
    .execute()
  const history = Map.groupBy(events, ({ referral_id }) => referral_id)
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    state: row.state,
    from: { agency: row.from_agency, programme: row.from_programme },
    to: { agency: row.to_agency, programme: row.to_programme },
    reason: row.reason,
    due: row.due,
    draftedOn: row.drafted_on,
    sentOn: row.sent_on,
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
    proof: row.proof ?? null,
    history: (history.get(row.id) ?? []).map(eventOf),
  }))
}

const eventOf = (event: Selectable<Tables['referral_event']>): TakenReferral['history'][number] => ({
  move: event.move,
  to: event.to_state,
  on: event.on_day,
  at: event.at.toISOString(),
  by: event.by_party,
  reason: event.reason,
  note: event.note,
})

/** What its people were told about it. Others' notices are behind a wall, so they are fetched as the house does, and only of its members. */
function notices(desk: Desk, firm: string): Promise<DossierTaken['notices']> {
  return desk.asWorker(async () => {
    const rows = await desk.tx
      .selectFrom('notice')
      .select(['created_at', 'kind', 'referral_id', 'detail', 'read_at'])
      .where('firm_id', '=', firm)
      .where('person_id', 'in', eb =>
        eb.selectFrom('firm_member').select('firm_member.person_id').where('firm_member.firm_id', '=', firm),
      )
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map(({ created_at, kind, referral_id, detail, read_at }) => ({
      at: created_at.toISOString(),
      kind,
      referral: referral_id,
      detail,
      readAt: instant(read_at),
    }))
  })
}
