/** A council that no catalogue knows is set up as its secretary draws it up: who sits in it, who must be there, and who holds it. */
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { hold } from '../acting/hold.ts'
import type { FieldFault } from '../field-fault.ts'
import { councilFaults, oneLine } from './council-faults.ts'
import type { CouncilToDrawUp } from './council-to-draw-up.ts'
import { drawnUpId } from './drawn-up-id.ts'
import type { CouncilNeeds } from './found-council.ts'
import type { CouncilDesk } from './standing.ts'
import { tellSeated } from './tell-seated.ts'

export type CouncilDrawnUp =
  | { readonly is: 'drawn up'; readonly council: string }
  | { readonly is: 'not for this post' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

/** The acting agency becomes its secretariat. Nobody outside knows of it before the secretary says from when it is open. */
export function drawUpCouncil(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  asked: CouncilToDrawUp,
): Promise<CouncilDrawnUp> {
  return atDesk({ database }, acting, async desk => {
    const { agency: own } = acting.capacity
    if (!desk.may('found council', none, 'new council')) return { is: 'not for this post' }
    const name = oneLine(asked.name)
    // Two who draw up the same at once take turns: the second is told of the first.
    await hold(desk.tx, 'names of councils')
    const fields = await councilFaults(desk, rulebook, { ...asked, name })
    if (fields.length > 0) return { is: 'faulty', fields }
    const taken = await idsOfCouncils(desk)
    for (const { id } of rulebook.councils ?? []) taken.add(id)
    const council = drawnUpId({ agency: own, kind: asked.kind, nameEn: asked.nameEn }, id => taken.has(id))
    await setUp(desk, council, { ...asked, name })
    await tellSeated(desk, council)
    desk.changed('found council', council, { drawnUp: true, seats: asked.seats.length })
    return { is: 'drawn up', council }
  })
}

const none = new Set(['none'] as const)

/** Behind the walls: those of other agencies too. */
async function idsOfCouncils({ tx, asWorker }: CouncilDesk): Promise<Set<string>> {
  const rows = await asWorker(() => tx.selectFrom('council').select('id').execute())
  return new Set(rows.map(({ id }) => id))
}

async function setUp({ tx, acting: { capacity, on } }: CouncilDesk, id: string, asked: CouncilToDrawUp): Promise<void> {
  const { kind, name, nameEn, quorum, rotation, municipality, seats } = asked
  const since = asked.foundedOn ?? on
  await tx
    .insertInto('council')
    .values({
      id,
      kind,
      name_ko: name,
      name_en: nameEn ?? null,
      secretariat: capacity.agency,
      quorum_seats: String(quorum.seats),
      quorum_every_agency: quorum.everyAgency,
      rotation,
      municipality: municipality ?? null,
      founded_on: since,
    })
    .execute()
  await tx
    .insertInto('council_seat')
    .values(
      seats.map((seat, position) => ({
        council_id: id,
        agency: seat.agency ?? null,
        side: seat.side ?? null,
        title_ko: seat.title,
        title_en: seat.titleEn ?? null,
        kind: seat.kind,
        position,
        since,
      })),
    )
    .execute()
}
