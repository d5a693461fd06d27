import type { Role } from '@ieum/storage'
import type { Desk } from '../acting/at-desk.ts'

/** Open posts of an agency with one of the roles that look after the programme. */
export async function postsFor(
  { tx }: Pick<Desk, 'tx'>,
  agency: string,
  roles: readonly Role[],
  programme?: string,
): Promise<readonly string[]> {
  const posts = await tx
    .selectFrom('post')
    .select(['id', 'programmes'])
    .where('agency', '=', agency)
    .where('role', 'in', [...roles])
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return posts
    .filter(({ programmes }) => programme === undefined || programmes.length === 0 || programmes.includes(programme))
    .map(({ id }) => id)
}
