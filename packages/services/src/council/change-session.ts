/** A sitting is put off, moved or opened to everyone, as long as it has not begun; who was called to it is called anew. */
import { isOpenToChange, type SessionState } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { findSession } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import { tellSeats } from './move-session.ts'
import { openingFaults } from './opening-faults.ts'

export interface SessionChange {
  readonly session: string
  readonly on?: string | undefined
  readonly begins?: string | undefined
  readonly place?: string | undefined
  readonly host?: string | undefined
  /** The count that who changes it has seen. */
  readonly changed: number
  /** Open to everyone from this day; never: null. It may be said until the minutes are signed, and stays once it has come. */
  readonly openFrom?: string | null | undefined
}

export type SessionChanged =
  | { readonly is: 'changed'; readonly changed: number }
  | { readonly is: 'no such session' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: SessionState }
  | { readonly is: 'changed meanwhile' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function changeSession(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { session: id, changed, on, begins, place, host, openFrom }: SessionChange,
): Promise<SessionChanged> {
  return atDesk({ database }, acting, async desk => {
    const found = await findSession(desk, id, { toChange: true })
    if (!found) return { is: 'no such session' }
    if (!desk.may('keep council', found.relations, id)) return { is: 'not for this post' }
    const { session } = found
    if (session.changed !== changed) return { is: 'changed meanwhile' }
    const moves = on !== undefined || begins !== undefined || place !== undefined || host !== undefined
    const { state } = session
    if (state === 'minuted' || state === 'cancelled' || session.from_catalogue || (moves && !isOpenToChange(state)))
      return { is: 'not allowed now', state }
    const fields: FieldFault[] = []
    if (on !== undefined && on !== session.held_on && on < acting.on)
      fields.push({ field: '/on', wrong: 'a day that has passed' })
    if (host !== undefined && !found.agencies.includes(host))
      fields.push({ field: '/host', wrong: 'an agency without a seat' })
    fields.push(...openingFaults(session.open_from, openFrom, acting.on))
    if (fields.length > 0) return { is: 'faulty', fields }
    await desk.tx
      .updateTable('council_session')
      .set({
        changed: changed + 1,
        ...(on !== undefined && { held_on: on }),
        ...(begins !== undefined && { begins }),
        // What was said of the place in English was said of another one.
        ...(place !== undefined && place !== session.place_ko && { place_ko: place, place_en: null }),
        ...(host !== undefined && { host }),
        ...(openFrom !== undefined && { open_from: openFrom }),
      })
      .where('id', '=', id)
      .execute()
    desk.changed('change session', id, { council: found.council.id, number: session.number })
    if (moves && state === 'called')
      await tellSeats(desk, { ...found, session: { ...session, held_on: on ?? session.held_on } }, 'call', changed + 1)
    return { is: 'changed', changed: changed + 1 }
  })
}
