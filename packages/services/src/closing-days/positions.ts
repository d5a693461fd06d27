import type { Day } from '@ieum/catalogue/records'
import type { Position } from '@ieum/council'
import type { Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import type { SaidHere } from './terms.ts'

export interface LastWord {
  readonly seat: string
  readonly title: SaidHere
  readonly side: 'large' | 'small' | 'public'
  readonly position: Position
  readonly reason: string | null
  readonly session: string | null
  readonly at: Date
}

/** What each seat said last of an agreement, in the order of the seats; of a seat that was given up before the day, nothing. */
export async function lastWords(tx: Transaction<Tables>, agreement: string, on: Day): Promise<readonly LastWord[]> {
  const rows = await tx
    .selectFrom('closing_position as p')
    .innerJoin('council_seat as s', 's.id', 'p.seat_id')
    .select(['p.seat_id', 's.title_ko', 's.title_en', 'p.side', 'p.position', 'p.reason', 'p.session_id', 'p.at'])
    .where('p.agreement_id', '=', agreement)
    .where(row => row.or([row('s.until', 'is', null), row('s.until', '>=', on)]))
    .orderBy('s.position')
    .orderBy('p.at')
    .execute()
  return [...Map.groupBy(rows, ({ seat_id }) => seat_id).values()].map(of => {
    const { seat_id, title_ko, title_en, side, position, reason, session_id, at } = of.at(-1)!
    return { seat: seat_id, title: { ko: title_ko, en: title_en }, side, position, reason, session: session_id, at }
  })
}
