/**
 * The bytes of a paper: for its firm, and for an agency while a consent stands that names this paper. The bytes are fetched first and
 * the leave is read after, in the transaction that writes the look down: what was withdrawn meanwhile is not handed out.
 */
import { isId } from '../acting/act-as.ts'
import type { Acting } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { type LookBasis, onConsents } from '../acting/look-basis.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { DossierPaper } from '../dossier/dossier.ts'
import { consentsNamed } from '../dossier/read-dossier.ts'
import { paperOf } from '../dossier/rows.ts'
import type { PaperNeeds } from './paper-needs.ts'

export type PaperRead =
  | { readonly is: 'read'; readonly paper: DossierPaper; readonly content: Uint8Array }
  /** It waits for the scanner, or was refused. */
  | { readonly is: 'not clean'; readonly state: 'waiting' | 'refused' }
  | { readonly is: 'reason needed' }
  | { readonly is: 'no such paper' }

export interface PaperAsked {
  readonly firm: string
  readonly paper: string
  /** What an agency fetches it for; a firm need not say. */
  readonly reason?: string | undefined
}

export async function readPaper(needs: PaperNeeds, acting: Acting, asked: PaperAsked): Promise<PaperRead> {
  const reason = asked.reason?.trim() ?? ''
  // Said before anything is looked up: the answer tells nothing of the paper.
  if (acting.capacity.is === 'post' && reason.length < 2) return { is: 'reason needed' }
  const first = await atDesk(needs, acting, desk => find(desk, asked))
  if (first.is !== 'found') return first
  const content = await needs.papers.read(first.paper.sha256)

  return atDesk(needs, acting, async (desk): Promise<PaperRead> => {
    const now = await find(desk, asked)
    if (now.is !== 'found') return now
    if (!content) throw new Error(`the bytes of the paper ${asked.paper} are not where they were kept`)
    desk.looked({ firm: asked.firm, operation: 'read paper', basis: now.basis, reason })
    return { is: 'read', paper: now.paper, content }
  })
}

type Found =
  | { readonly is: 'found'; readonly paper: DossierPaper; readonly basis: LookBasis }
  | Extract<PaperRead, { readonly is: 'not clean' | 'no such paper' }>

async function find(desk: Desk, { firm, paper: id }: PaperAsked): Promise<Found> {
  if (!isId(firm) || !isId(id)) return { is: 'no such paper' }
  const { relations, consents } = await relationsToFirm(desk, firm)
  if (!desk.may('read paper', relations, firm)) return { is: 'no such paper' }
  const naming = (await consentsNamed(desk, consents)).filter(({ papers }) => papers.includes(id))
  if (desk.acting.capacity.is === 'post' && naming.length === 0) return { is: 'no such paper' }
  const row = await desk.tx
    .selectFrom('paper')
    .selectAll()
    .where('id', '=', id)
    .where('firm_id', '=', firm)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return { is: 'no such paper' }
  if (row.state !== 'clean') return { is: 'not clean', state: row.state }
  return { is: 'found', paper: paperOf(row), basis: onConsents(naming.map(({ id }) => id)) }
}
