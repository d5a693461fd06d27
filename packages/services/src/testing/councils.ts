/** A council of two agencies as it stands after a sitting, put in place behind the walls: for tests of what follows. */
import type { Database } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { inTheHouse } from './world.ts'

export interface CouncilThere {
  readonly council: string
  readonly session: string
  readonly item: string
  readonly decision: string
}

let councils = 0

/** TIPA keeps it, KPIC sits in it too, unless said otherwise. */
export async function addCouncil(
  database: Database,
  taker: Acting<PostCapacity>,
  { secretariat = 'tipa', agencies = ['tipa', 'kpic'], state = 'ended' as const, ...more }: Partial<ToPlace> = {},
): Promise<CouncilThere> {
  councils += 1
  const council = `council-${councils}-${crypto.randomUUID().slice(0, 8)}`
  return inTheHouse(database, async tx => {
    await tx
      .insertInto('council')
      .values({ id: council, kind: 'policy', name_ko: '정책협의회', secretariat, founded_on: '2026-01-01' })
      .execute()
    await tx
      .insertInto('council_seat')
      .values(
        agencies.map((agency, position) => ({
          council_id: council,
          agency,
          title_ko: '국장',
          position,
          since: '2026-01-01',
        })),
      )
      .execute()
    const { id: session } = await tx
      .insertInto('council_session')
      .values({ council_id: council, number: 1, held_on: '2026-05-20', begins: '10:30', state })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: item } = await tx
      .insertInto('agenda_item')
      .values({
        session_id: session,
        position: 0,
        kind: 'other',
        title_ko: '안건',
        minutes: 10,
        proposed_by: [secretariat],
        open_from: more.openFrom ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: decision } = await tx
      .insertInto('council_decision')
      .values({
        council_id: council,
        session_id: session,
        item_id: item,
        number: '2026-1-1',
        decided_on: '2026-05-20',
        text_ko: '결정',
        without_objection: true,
        taken_by: taker.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { council, session, item, decision }
  })
}

interface ToPlace {
  readonly secretariat: string
  readonly agencies: readonly string[]
  readonly state: 'planned' | 'called' | 'sitting' | 'ended' | 'minuted'
  readonly openFrom: string
}

/** Given to the post of the owner. */
export async function addAction(
  database: Database,
  { council, decision }: CouncilThere,
  owner: Acting<PostCapacity>,
  more: { readonly due?: string; readonly asks?: unknown } = {},
): Promise<string> {
  const { post, agency } = owner.capacity
  return inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('council_action')
      .values({
        council_id: council,
        decision_id: decision,
        title_ko: '할 일',
        owner_agency: agency,
        owner_post: post,
        due: more.due ?? '2026-06-15',
        proof_wanted: '문서',
        asks: more.asks === undefined ? null : JSON.stringify(more.asks),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}
