/** A council is worded anew by its secretary: its name, its rules, and who sits in it from now on. What was sat on before stays as it was. */
import { addDays } from '@ieum/catalogue/days'
import { isBeingMinuted } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { hold } from '../acting/hold.ts'
import type { FieldFault } from '../field-fault.ts'
import { changedSeats, type SeatChanges, type SeatToKeep } from './changed-seats.ts'
import { councilFaults, oneLine } from './council-faults.ts'
import type { CouncilToDrawUp } from './council-to-draw-up.ts'
import type { CouncilNeeds } from './found-council.ts'
import { heldCouncil, heldSessions } from './held-council.ts'
import { tellSeats } from './move-session.ts'
import type { CouncilDesk, SeatRow, SessionRow, Standing } from './standing.ts'

/** Of what kind it is, of which municipality, and since when, stays. */
export interface CouncilChange extends Pick<CouncilToDrawUp, 'name' | 'nameEn' | 'quorum' | 'rotation'> {
  /** The count that who changes it has seen. */
  readonly changed: number
  /** All seats from now on, in their order; whichever is not among them ends. */
  readonly seats: readonly SeatToKeep[]
}

export type CouncilChanged =
  | { readonly is: 'changed'; readonly changed: number }
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'changed meanwhile' }
  /** Its seats and its quorum are those of the sitting until the minutes are signed. */
  | { readonly is: 'session under way'; readonly number: number }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function changeCouncil(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
  asked: CouncilChange,
): Promise<CouncilChanged> {
  return atDesk({ database }, acting, async desk => {
    // Nobody plans, dissolves or changes it meanwhile, nor draws up another of the same name.
    await hold(desk.tx, 'names of councils')
    const standing = await heldCouncil(desk, id)
    if (!standing) return { is: 'no such council' }
    if (!desk.may('keep council', standing.relations, id)) return { is: 'not for this post' }
    const { council, seats } = standing
    if (council.changed !== asked.changed) return { is: 'changed meanwhile' }
    const sessions = await heldSessions(desk, id)
    const sitting = sessions.find(({ state }) => isBeingMinuted(state))
    if (sitting) return { is: 'session under way', number: sitting.number }
    const worded: CouncilToDrawUp = { ...asked, name: oneLine(asked.name), kind: council.kind }
    const fields = [...unknownSeats(seats, asked.seats), ...(await councilFaults(desk, rulebook, worded, id))]
    if (fields.length > 0) return { is: 'faulty', fields }
    const changes = changedSeats(seats, asked.seats, acting.on)
    const begun = await changeSeats(desk, id, changes)
    const changed = council.changed + 1
    await desk.tx
      .updateTable('council')
      .set({
        name_ko: worded.name,
        name_en: asked.nameEn ?? null,
        quorum_seats: String(asked.quorum.seats),
        quorum_every_agency: asked.quorum.everyAgency,
        rotation: asked.rotation,
        changed,
      })
      .where('id', '=', id)
      .execute()
    for (const session of sessions)
      if (session.state === 'called') await callAnew(desk, { standing, session, ended: changes.ended, begun, changed })
    await forgetSeats(desk, changes)
    desk.changed('change council', id, { seats: asked.seats.length, ended: changes.ended.length, begun: begun.length })
    return { is: 'changed', changed }
  })
}

const unknownSeats = (stands: readonly SeatRow[], asked: readonly SeatToKeep[]): FieldFault[] =>
  asked.flatMap(({ id }, index) =>
    id === undefined || (stands.some(seat => seat.id === id) && asked.findIndex(seat => seat.id === id) === index)
      ? []
      : [{ field: `/seats/${index}/id`, wrong: 'no seat of this council that is still to be named' }],
  )

async function changeSeats(
  { tx, acting: { on } }: CouncilDesk,
  council: string,
  { kept, reworded, ended, begun }: SeatChanges,
): Promise<readonly SeatRow[]> {
  for (const { id, ...change } of [...kept, ...reworded])
    await tx.updateTable('council_seat').set(change).where('id', '=', id).execute()
  for (const { id, since } of ended)
    await tx
      .updateTable('council_seat')
      .set({ until: since === on ? on : addDays(on, -1) })
      .where('id', '=', id)
      .execute()
  if (begun.length === 0) return []
  return tx
    .insertInto('council_seat')
    .values(begun.map(seat => ({ ...seat, council_id: council, since: on })))
    .returningAll()
    .execute()
}

interface CalledAnew {
  readonly standing: Standing
  readonly session: SessionRow
  readonly ended: SeatChanges['ended']
  readonly begun: readonly SeatRow[]
  readonly changed: number
}

/** Who has a seat by now is called to the sitting, and whose seat has ended is not. */
async function callAnew(desk: CouncilDesk, { standing, session, ended, begun, changed }: CalledAnew): Promise<void> {
  const { tx } = desk
  if (ended.length > 0)
    await desk.asWorker(() =>
      tx
        .deleteFrom('attendance')
        .where('session_id', '=', session.id)
        .where(
          'seat_id',
          'in',
          ended.map(({ id }) => id),
        )
        .execute(),
    )
  if (begun.length === 0) return
  await tx
    .insertInto('attendance')
    .values(begun.map(({ id }) => ({ session_id: session.id, seat_id: id })))
    .execute()
  await tellSeats(desk, { ...standing, session, seats: begun }, 'call', changed)
}

/** What began and ended on one day was a slip: nothing is kept of it, unless something was said of it already. */
async function forgetSeats({ tx, acting: { on }, asWorker }: CouncilDesk, { ended }: SeatChanges): Promise<void> {
  const slips = ended.filter(({ since }) => since === on).map(({ id }) => id)
  if (slips.length === 0) return
  await asWorker(() =>
    tx
      .deleteFrom('council_seat as s')
      .where('s.id', 'in', slips)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('attendance as a').select('a.seat_id').whereRef('a.seat_id', '=', 's.id'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('closing_position as p').select('p.seat_id').whereRef('p.seat_id', '=', 's.id'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('council_session as c').select('c.id').whereRef('c.chair_seat', '=', 's.id'))),
      )
      .execute(),
  )
}
