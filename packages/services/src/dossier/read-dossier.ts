/**
 * The dossier of a firm: all of it for the firm; for an agency what consents that stand name, and what it recorded itself. Read anew each
 * time, so that what is withdrawn is gone from the next look on.
 */
import type { Database } from '@ieum/storage'
import { isId } from '../acting/act-as.ts'
import { type Acting, looksAfter } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { type LookBasis, ofOwnRecord, onConsentsOr } from '../acting/look-basis.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { Dossier, FirmNamed } from './dossier.ts'
import { type FactRow, factsOf, type PaperRow, type ParticipationRow, paperOf, participationOf } from './rows.ts'
import { standingFacts, standingParticipations } from './standing.ts'

export type DossierRead = { readonly is: 'read'; readonly dossier: Dossier } | { readonly is: 'no such firm' }

export function readDossier(
  needs: { readonly database: Database },
  acting: Acting,
  firm: string,
  { reason }: { readonly reason?: string | undefined } = {},
): Promise<DossierRead> {
  return atDesk(needs, acting, async desk => {
    const open = isId(firm) ? await whatIsOpen(desk, firm) : null
    const named = open && (await firmNamed(desk, firm))
    if (!open || !named) return { is: 'no such firm' }
    const { operation, consents, ownRecord } = open
    const basis = onConsentsOr(
      consents.map(({ id }) => id),
      ownRecord,
    )
    desk.looked({ firm, operation, basis, reason })
    return {
      is: 'read',
      dossier: {
        firm: named,
        seen: acting.capacity.is === 'firm' ? 'all' : operation === 'read dossier' ? 'consented' : 'own record',
        consents: consents.map(({ id }) => id),
        facts: factsOf((await standingFacts(desk, firm)).filter(open.fact), acting),
        participations: (await standingParticipations(desk, firm))
          .filter(open.participation)
          .map(row => participationOf(row, acting)),
        papers: (await standingPapers(desk, firm)).filter(open.paper).map(paperOf),
      },
    }
  })
}

interface Consented {
  readonly id: string
  readonly facts: readonly string[]
  readonly participations: boolean
  readonly papers: readonly string[]
}

export interface Open {
  readonly operation: 'read dossier' | 'read own record'
  readonly consents: readonly Consented[]
  /** What the agency's own record rests on. */
  readonly ownRecord: LookBasis
  readonly fact: (row: FactRow) => boolean
  readonly participation: (row: ParticipationRow) => boolean
  readonly paper: (row: PaperRow) => boolean
}

/** What who acts may see of the firm now; null when nothing. */
async function whatIsOpen(desk: Desk, firm: string): Promise<Open | null> {
  const { capacity } = desk.acting
  const { relations, consents } = await relationsToFirm(desk, firm)
  const all = () => true
  if (capacity.is === 'firm')
    return desk.may('read dossier', relations, firm)
      ? {
          operation: 'read dossier',
          consents: [],
          ownRecord: 'own programme',
          fact: all,
          participation: all,
          paper: all,
        }
      : null
  // Asked for what fits, so that no refusal is written down of who may see a part.
  const operation = relations.has('consent-active') ? 'read dossier' : 'read own record'
  if (!desk.may(operation, relations, firm)) return null
  const standing = operation === 'read dossier' ? await consentsNamed(desk, consents) : []
  return {
    operation,
    consents: standing,
    ownRecord: ofOwnRecord(relations),
    fact: row => row.source_agency === capacity.agency || standing.some(consent => consent.facts.includes(row.name)),
    participation: row =>
      (row.source_agency === capacity.agency && looksAfter(capacity, row.programme)) ||
      standing.some(consent => consent.participations),
    paper: row => standing.some(consent => consent.papers.includes(row.id)),
  }
}

export const consentsNamed = ({ tx }: Pick<Desk, 'tx'>, ids: readonly string[]): Promise<Consented[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('consent')
        .select(['id', 'facts', 'participations', 'papers'])
        .where('id', 'in', [...ids])
        .orderBy('given_at')
        .orderBy('id')
        .execute()

export async function firmNamed({ tx }: Pick<Desk, 'tx'>, firm: string): Promise<FirmNamed | undefined> {
  const row = await tx
    .selectFrom('firm')
    .select(['id', 'number', 'name_ko', 'name_en'])
    .where('id', '=', firm)
    .executeTakeFirst()
  return row && { id: row.id, number: row.number, name: { ko: row.name_ko, en: row.name_en } }
}

const standingPapers = ({ tx }: Pick<Desk, 'tx'>, firm: string): Promise<PaperRow[]> =>
  tx
    .selectFrom('paper')
    .selectAll()
    .where('firm_id', '=', firm)
    .where('removed_at', 'is', null)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .execute()
