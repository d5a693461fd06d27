import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import { type InboxOf, settingsOf } from './list-notices.ts'

/** Marks notices as read, all of the box when none are named; gives how many were not before. Those of other boxes stay as they are. */
export function readNotices(
  { database }: { readonly database: Database },
  of: InboxOf,
  ids?: readonly string[],
): Promise<{ readonly is: 'read'; readonly count: number }> {
  return inTransaction(database, settingsOf(of), async tx => {
    let unread = tx
      .updateTable('notice')
      .set({ read_at: sql`clock_timestamp()`, read_by: of.person.id })
      .where(of.post ? 'post_id' : 'person_id', '=', of.post ?? of.person.id)
      .where('read_at', 'is', null)
    if (ids) unread = unread.where('id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000'])
    const { numUpdatedRows } = await unread.executeTakeFirst()
    return { is: 'read', count: Number(numUpdatedRows) }
  })
}
