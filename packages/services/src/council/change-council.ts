/** A council is worded anew by its secretary: its name, its rules, and who sits in it from now on. What was sat on before stays as it was. */
import { isBeingMinuted, openActionStates, openTaskStates } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { hold } from '../acting/hold.ts'
import type { FieldFault } from '../field-fault.ts'
import { changeSeats } from './change-seats.ts'
import { changedSeats, type SeatToKeep } from './changed-seats.ts'
import { councilFaults, oneLine } from './council-faults.ts'
import type { CouncilToDrawUp } from './council-to-draw-up.ts'
import type { CouncilNeeds } from './found-council.ts'
import { heldCouncil, heldSessions } from './held-council.ts'
import { seatsUsed } from './seats-used.ts'
import type { CouncilDesk, SeatRow, Standing } from './standing.ts'

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
    const fields = [
      ...unknownSeats(seats, asked.seats),
      ...(await councilFaults(desk, rulebook, worded, id)),
      ...(await whoOwes(desk, standing, asked.seats)),
    ]
    if (fields.length > 0) return { is: 'faulty', fields }
    const changed = council.changed + 1
    const changes = changedSeats(seats, { seats: asked.seats, on: acting.on, used: await seatsUsed(desk, seats) })
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
    await changeSeats(desk, { standing, changes, called: sessions.filter(({ state }) => state === 'called'), changed })
    const { ended, begun } = changes
    desk.changed('change council', id, { seats: asked.seats.length, ended: ended.length, begun: begun.length })
    return { is: 'changed', changed }
  })
}

const unknownSeats = (stands: readonly SeatRow[], asked: readonly SeatToKeep[]): FieldFault[] =>
  asked.flatMap(({ id }, index) =>
    id === undefined || (stands.some(seat => seat.id === id) && asked.findIndex(seat => seat.id === id) === index)
      ? []
      : [{ field: `/seats/${index}/id`, wrong: 'no seat of this council, or named twice' }],
  )

/** An agency without a seat could neither report what it has to do nor take back what it proposed. */
async function whoOwes(
  { tx }: CouncilDesk,
  { council, agencies }: Standing,
  asked: readonly SeatToKeep[],
): Promise<FieldFault[]> {
  const leaving = agencies.filter(agency => asked.every(seat => seat.agency !== agency))
  if (leaving.length === 0) return []
  const actions = await tx
    .selectFrom('council_action')
    .select('owner_agency as agency')
    .where('council_id', '=', council.id)
    .where('state', 'in', openActionStates)
    .execute()
  const tasks = await tx
    .selectFrom('collaboration_task')
    .select('proposed_by')
    .where('council_id', '=', council.id)
    .where('state', 'in', openTaskStates)
    .execute()
  const owing = new Set([...actions.map(({ agency }) => agency), ...tasks.flatMap(({ proposed_by }) => proposed_by)])
  return leaving
    .filter(agency => owing.has(agency))
    .map(agency => ({ field: '/seats', wrong: `${agency} still has an action to do, or a task that it proposed` }))
}
