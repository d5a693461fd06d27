/** A council as who acts stands to it: nothing of one in which the agency neither sits nor keeps the minutes. */
import type { Relation } from '@ieum/desk'
import type { Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import type { Desk } from '../acting/at-desk.ts'

export type CouncilRow = Selectable<Tables['council']>
export type SeatRow = Selectable<Tables['council_seat']>
export type SessionRow = Selectable<Tables['council_session']>
export type TaskRow = Selectable<Tables['collaboration_task']>
export type ItemRow = Selectable<Tables['agenda_item']>
export type DecisionRow = Selectable<Tables['council_decision']>
export type ActionRow = Selectable<Tables['council_action']>

export type CouncilDesk = Desk<Acting<PostCapacity>>

export interface Standing {
  readonly council: CouncilRow
  /** Seats that are taken on the day, in their order. */
  readonly seats: readonly SeatRow[]
  /** Agencies with a seat, each once, in the order of the seats. */
  readonly agencies: readonly string[]
  readonly relations: ReadonlySet<Relation>
}

export async function standingIn({ tx, acting }: CouncilDesk, id: string): Promise<Standing | null> {
  const council = await tx.selectFrom('council').selectAll().where('id', '=', id).executeTakeFirst()
  if (!council) return null
  const seats = await tx
    .selectFrom('council_seat')
    .selectAll()
    .where('council_id', '=', id)
    .where('since', '<=', acting.on)
    .where(row => row.or([row('until', 'is', null), row('until', '>=', acting.on)]))
    .orderBy('position')
    .execute()
  const agencies = [...new Set(seats.flatMap(({ agency }) => agency ?? []))]
  const { agency } = acting.capacity
  const relations = new Set<Relation>()
  if (council.secretariat === agency) relations.add('secretariat')
  if (agencies.includes(agency)) relations.add('seated')
  if (relations.size === 0) return null
  const isDissolved = council.dissolved_on !== null && council.dissolved_on <= acting.on
  return { council, seats, agencies, relations: isDissolved ? new Set(['council-dissolved']) : relations }
}
