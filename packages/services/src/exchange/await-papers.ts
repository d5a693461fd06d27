/** Papers that another installation says it passes: each gets a name of this house, and is fetched afterwards. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'
import { queueFetch } from '../deliveries/queue.ts'
import { paperLimits } from '../papers/paper-needs.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import type { PassedPaper, ReferralContent } from './message.ts'

/** From the other installation's names of papers to ours: no consent from there can name a paper that lies here already. */
export const namesHere = ({ consents }: Pick<ReferralContent, 'consents'>): ReadonlyMap<string, string> =>
  new Map(
    consents
      .filter(({ kind }) => kind === 'papers')
      .flatMap(({ papers }) => papers.map((paper): [string, string] => [paper, randomUUID()])),
  )

/** Nothing is awaited that the papers' consent does not name, nor more than a firm may keep. */
export async function awaitPapers(
  desk: Pick<Desk, 'tx' | 'asWorker'>,
  { id: referral, installation_id, to_agency }: ReferralRow,
  passed: readonly PassedPaper[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  let room: number = paperLimits.bytesOfFirm
  const rows = [...new Map(passed.map(paper => [paper.id, paper])).values()].flatMap(
    ({ id: paper, mediaType, ...more }) => {
      const paper_id = names.get(paper)
      if (paper_id === undefined) return []
      room -= more.bytes
      const isTooMuch = room < 0
      return {
        ...more,
        referral_id: referral,
        paper,
        paper_id,
        direction: 'in' as const,
        media_type: mediaType,
        ...(isTooMuch && { state: 'refused' as const, because: 'no room' }),
      }
    },
  )
  if (rows.length === 0) return
  const made = await desk.tx
    .insertInto('passed_paper')
    .values(rows)
    .onConflict(conflict => conflict.columns(['referral_id', 'paper']).doNothing())
    .returning(['paper', 'state'])
    .execute()
  await queueFetch(
    desk,
    made
      .filter(({ state }) => state === 'awaited')
      .map(({ paper }) => ({
        address: installation_id!,
        event: `${referral}/paper/${paper}`,
        body: { referral, paper },
        agency: to_agency,
      })),
  )
}

/** From this moment nobody reads them here. The bytes are let go after the transaction, and that is told when it is done. */
export async function takeBackPapers(
  { tx }: Pick<Desk, 'tx'>,
  referral: string,
  /** As they are called there; all of the case when left out. */
  papers?: readonly string[],
): Promise<void> {
  let standing = tx
    .updateTable('passed_paper')
    .set({ state: 'taken-back' })
    .where('referral_id', '=', referral)
    .where('direction', '=', 'in')
    .where('state', 'in', ['awaited', 'here'])
  if (papers) standing = standing.where('paper', 'in', [...papers])
  const back = await standing.returning('paper_id').execute()
  if (back.length === 0) return
  await tx
    .updateTable('paper')
    .set({ removed_at: sql`clock_timestamp()` })
    .where(
      'id',
      'in',
      back.map(({ paper_id }) => paper_id),
    )
    .where('came_with', '=', referral)
    .where('removed_at', 'is', null)
    .execute()
}
