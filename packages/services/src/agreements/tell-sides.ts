/** Who hears of a move of an agreement: those whose turn it is, and at the end all who work with the link. */
import type { AgreementMove } from '@ieum/desk'
import type { Role } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import type { Desk } from '../acting/at-desk.ts'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import type { Side } from './find-agreement.ts'
import type { AgreementRow } from './terms.ts'

const writers: readonly Role[] = ['programme-owner', 'approver']
const desks: readonly Role[] = ['desk-officer', 'programme-owner', 'approver']

const told: Record<AgreementMove, Partial<Record<Side, readonly Role[]>>> = {
  propose: { proposer: ['approver'] },
  offer: { other: ['programme-owner'] },
  review: { other: ['approver'] },
  agree: { proposer: desks, other: desks },
  refuse: { proposer: writers },
  withdraw: { proposer: writers, other: writers },
  end: { proposer: desks, other: desks },
}

/** `row` as it stands after the move; the post that made it need not be told. */
export async function tellSides(
  desk: Desk<Acting<PostCapacity>>,
  row: AgreementRow,
  move: AgreementMove,
): Promise<void> {
  const { capacity } = desk.acting
  const sides = [
    { agency: row.from_agency, programme: row.from_programme },
    { agency: row.to_agency, programme: row.to_programme },
  ]
  const posts: string[] = []
  for (const { agency, programme } of sides) {
    const side: Side = agency === row.proposed_by ? 'proposer' : 'other'
    // What was never offered is not heard of on the other side.
    const roles = side === 'other' && row.offered_at === null ? undefined : told[move][side]
    if (roles) posts.push(...(await postsFor(desk, agency, roles, programme)))
  }
  await notifyPosts(
    desk,
    posts.filter(post => post !== capacity.post),
    {
      event: `agreement:${row.id}:${move}`,
      kind: `agreement.${move}`,
      agreement: row.id,
      detail: {
        link: row.link,
        version: row.version,
        fromProgramme: row.from_programme,
        toProgramme: row.to_programme,
      },
    },
  )
}
