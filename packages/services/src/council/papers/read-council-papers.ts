/** Papers of a session with its items, and the bytes of one: for who sits in the council. */
import { isId } from '../../acting/act-as.ts'
import type { Acting, PostCapacity } from '../../acting/acting.ts'
import { atDesk } from '../../acting/at-desk.ts'
import type { PaperNeeds } from '../../papers/paper-needs.ts'
import { findSession } from '../find-session.ts'
import { type CouncilDesk, standingIn } from '../standing.ts'
import { type CouncilPaperRow, type PaperLine, paperLineOf } from './paper-line.ts'

export type SessionPapers =
  | { readonly is: 'found'; readonly papers: readonly PaperLine[] }
  | { readonly is: 'no such session' }

export function listSessionPapers(
  { database }: Pick<PaperNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  session: string,
): Promise<SessionPapers> {
  return atDesk({ database }, acting, async desk => {
    const found = await findSession(desk, session)
    if (!found || !desk.may('read council', found.relations, session)) return { is: 'no such session' }
    const rows = await desk.tx
      .selectFrom('council_paper')
      .selectAll()
      .where('session_id', '=', session)
      .where('removed_at', 'is', null)
      .orderBy('uploaded_at')
      .execute()
    return { is: 'found', papers: rows.map(paperLineOf) }
  })
}

export type CouncilPaperRead =
  | { readonly is: 'read'; readonly paper: PaperLine; readonly content: Uint8Array }
  | { readonly is: 'not clean'; readonly state: 'waiting' | 'refused' }
  | { readonly is: 'no such paper' }

/** The bytes are fetched first and looked for again after: what was removed meanwhile is not handed out. */
export async function readCouncilPaper(
  needs: PaperNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<CouncilPaperRead> {
  const first = await atDesk(needs, acting, desk => find(desk, id))
  if (first.is !== 'found') return first
  const content = await needs.papers.read(first.paper.sha256)
  return atDesk(needs, acting, async (desk): Promise<CouncilPaperRead> => {
    const now = await find(desk, id)
    if (now.is !== 'found') return now
    if (!content) throw new Error(`the bytes of the paper ${id} are not where they were kept`)
    return { is: 'read', paper: paperLineOf(now.paper), content }
  })
}

type Found =
  | { readonly is: 'found'; readonly paper: CouncilPaperRow }
  | Extract<CouncilPaperRead, { readonly is: 'not clean' | 'no such paper' }>

async function find(desk: CouncilDesk, id: string): Promise<Found> {
  const paper = await findCouncilPaper(desk, id)
  const standing = paper && (await standingIn(desk, paper.council_id))
  if (!paper || !standing || !desk.may('read council', standing.relations, id)) return { is: 'no such paper' }
  return paper.state === 'clean' ? { is: 'found', paper } : { is: 'not clean', state: paper.state }
}

export async function findCouncilPaper({ tx }: CouncilDesk, id: string): Promise<CouncilPaperRow | undefined> {
  if (!isId(id)) return undefined
  return tx
    .selectFrom('council_paper')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}
