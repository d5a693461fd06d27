/** Papers that wait are scanned, and then are clean or refused. What waits because the scanner was away is tried again by the clock. */
import { inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import { beginRound } from '../round.ts'
import { destroyPaper } from './destroy-papers.ts'
import { nextPapers } from './next-papers.ts'
import type { PaperNeeds } from './paper-needs.ts'

export type PaperScanned =
  | { readonly is: 'clean' }
  | { readonly is: 'refused'; readonly found: string }
  | { readonly is: 'waits'; readonly why: string }
  | { readonly is: 'no such paper' }

/** Its form was looked through when it was brought; without a scanner that is all that is known of it, and the paper says so. */
export async function scanPaper(needs: PaperNeeds, id: string): Promise<PaperScanned> {
  const waiting = await inTransaction(
    needs.database,
    {},
    tx =>
      tx
        .selectFrom('paper')
        .select('sha256')
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('removed_at', 'is', null)
        .executeTakeFirst(),
    { as: 'worker' },
  )
  if (!waiting) return { is: 'no such paper' }
  const found = await whatIsFound(needs, waiting.sha256)
  if (found.is === 'waits') return found
  await inTransaction(
    needs.database,
    {},
    tx =>
      tx
        .updateTable('paper')
        .set({
          state: found.is,
          checked_at: sql`clock_timestamp()`,
          checked_by: needs.scanner ? 'clamav' : 'structure',
          refused_because: found.is === 'refused' ? 'virus' : null,
        })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute(),
    { as: 'worker' },
  )
  if (found.is === 'refused') await destroyPaper(needs, id)
  return found
}

/** Of the bytes alone, whoever's paper they are. */
export async function whatIsFound(
  { papers, scanner }: PaperNeeds,
  sha256: string,
): Promise<Exclude<PaperScanned, { readonly is: 'no such paper' }>> {
  try {
    const content = await papers.read(sha256)
    if (!content) return { is: 'waits', why: 'its bytes are not where they were kept' }
    const scanned = scanner ? await scanner.scan(content) : ({ is: 'clean' } as const)
    return scanned.is === 'clean' ? scanned : { is: 'refused', found: scanned.found }
  } catch (error) {
    return { is: 'waits', why: error instanceof Error ? error.message : String(error) }
  }
}

export interface PaperWaits {
  readonly paper: string
  readonly why: string
}

/** What waits, each in its turn; several servers may do this at once, and each paper is settled once. */
export async function scanWaitingPapers(
  needs: PaperNeeds,
  { most = 20 }: { readonly most?: number } = {},
): Promise<{ readonly scanned: number; readonly waiting: readonly PaperWaits[] }> {
  const ids = await nextPapers(needs, eb => eb.and([eb('state', '=', 'waiting'), eb('removed_at', 'is', null)]), most)
  let scanned = 0
  const waiting: PaperWaits[] = []
  const round = beginRound()
  for (const paper of ids)
    await round.take(`paper ${paper}`, async () => {
      const outcome = await scanPaper(needs, paper)
      if (outcome.is === 'waits') waiting.push({ paper, why: outcome.why })
      else scanned += 1
    })
  round.end()
  return { scanned, waiting }
}
