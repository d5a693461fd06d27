/** A sitting is planned by the secretariat: its number is the next, its host whose turn it is. */
import { hostOf } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import type { CouncilNeeds } from './found-council.ts'
import { heldCouncil } from './held-council.ts'
import { openingFaults } from './opening-faults.ts'
import type { CouncilDesk } from './standing.ts'

export interface SessionToPlan {
  readonly on: string
  /** Time of day: `10:30`. */
  readonly begins: string
  readonly place: string
  /** Another than whose turn it is. */
  readonly host?: string | undefined
  /** The day from which everyone may know of it; never when left out. */
  readonly openFrom?: string | undefined
}

export type SessionPlanned =
  | { readonly is: 'planned'; readonly session: string; readonly number: number; readonly host: string | null }
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function planSession(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  council: string,
  asked: SessionToPlan,
): Promise<SessionPlanned> {
  return atDesk({ database }, acting, desk => planSessionAt(desk, council, asked))
}

/** The same within what somebody does besides. */
export async function planSessionAt(
  desk: CouncilDesk,
  council: string,
  { on, begins, place, host, openFrom }: SessionToPlan,
): Promise<SessionPlanned> {
  // Two who plan at once are given two numbers.
  const standing = await heldCouncil(desk, council)
  if (!standing) return { is: 'no such council' }
  if (!desk.may('keep council', standing.relations, council)) return { is: 'not for this post' }
  const fields: FieldFault[] = []
  if (on < desk.acting.on) fields.push({ field: '/on', wrong: 'a day that has passed' })
  if (host !== undefined && !standing.agencies.includes(host))
    fields.push({ field: '/host', wrong: 'an agency without a seat' })
  fields.push(...openingFaults(null, openFrom, desk.acting.on))
  if (fields.length > 0) return { is: 'faulty', fields }
  const { last } = await desk.tx
    .selectFrom('council_session')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('council_id', '=', council)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  const { id, host: held } = await desk.tx
    .insertInto('council_session')
    .values({
      council_id: council,
      number,
      held_on: on,
      begins,
      place_ko: place,
      host: host ?? hostOf(standing.council.rotation, standing.agencies, number),
      open_from: openFrom ?? null,
    })
    .returning(['id', 'host'])
    .executeTakeFirstOrThrow()
  desk.changed('plan session', id, { council, number, on })
  return { is: 'planned', session: id, number, host: held }
}
