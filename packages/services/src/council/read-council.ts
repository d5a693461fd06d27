/** A council as who sits in it sees it: who has a seat, what it sat on, its tasks and what is due. */
import type { SessionState, TaskState } from '@ieum/council'
import { may } from '@ieum/desk'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { workingCalendar } from '../working-calendar.ts'
import { actionsOf, type Said } from './actions-of.ts'
import { type FollowedAction, followedIn } from './followed-in.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type CouncilDesk, type SeatRow, standingIn } from './standing.ts'
import { type Unfinished, unfinishedIn } from './unfinished.ts'

export interface CouncilLine {
  readonly id: string
  readonly kind: 'policy' | 'consultative' | 'zone'
  readonly name: Said
  readonly secretariat: string
  readonly dissolvedOn: string | null
  /** Day of the next sitting that is planned. */
  readonly next: string | null
  readonly lateActions: number
}

export interface CouncilRead {
  readonly is: 'found'
  readonly council: Omit<CouncilLine, 'next' | 'lateActions'> & {
    readonly foundedOn: string
    readonly openFrom: string | null
    readonly quorum: { readonly seats: number; readonly everyAgency: boolean }
    readonly rotation: 'fixed' | 'in-turn'
    readonly municipality: string | null
    readonly changed: number
    /** Whether who asks keeps it. */
    readonly keeps: boolean
    /** Whether who asks names the posts that hold the seats of his agency. */
    readonly holdsSeats: boolean
    /** What must come to its end before it can be dissolved; for who keeps it. */
    readonly unfinished: Unfinished | null
    readonly seats: readonly {
      readonly id: string
      readonly agency: string | null
      /** The post that holds it, as its agency calls it; null: none was named, or it was closed. */
      readonly holder: { readonly post: string; readonly name: Said } | null
      readonly title: Said
      readonly kind: 'chair' | 'member' | 'observer'
      readonly side: string | null
    }[]
    readonly sessions: readonly {
      readonly id: string
      readonly number: number
      readonly on: string
      readonly state: SessionState
      readonly reported: boolean
    }[]
    readonly tasks: readonly {
      readonly id: string
      readonly code: string
      readonly title: Said
      readonly proposedBy: readonly string[]
      readonly state: TaskState
    }[]
    readonly actions: readonly FollowedAction[]
  }
}

export function listCouncils(needs: CouncilNeeds, acting: Acting<PostCapacity>): Promise<readonly CouncilLine[]> {
  return atDesk(needs, acting, async desk => {
    const rows = await desk.tx.selectFrom('council').selectAll().orderBy('founded_on').orderBy('id').execute()
    const lines: CouncilLine[] = []
    for (const row of rows) {
      const standing = await standingIn(desk, row.id)
      if (!standing || !desk.may('read council', standing.relations, row.id)) continue
      const next = await desk.tx
        .selectFrom('council_session')
        .select('held_on')
        .where('council_id', '=', row.id)
        .where('held_on', '>=', acting.on)
        .where('state', 'in', ['planned', 'called', 'sitting'])
        .orderBy('held_on')
        .executeTakeFirst()
      const actions = await actionsOf(desk, row.id, { calendar: workingCalendar(needs.catalogue) })
      lines.push({
        id: row.id,
        kind: row.kind,
        name: { ko: row.name_ko, en: row.name_en },
        secretariat: row.secretariat,
        dissolvedOn: row.dissolved_on,
        next: next?.held_on ?? null,
        lateActions: actions.filter(({ late }) => late).length,
      })
    }
    return lines
  })
}

export function readCouncil(
  needs: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<CouncilRead | { readonly is: 'no such council' }> {
  return atDesk(needs, acting, async desk => {
    const standing = await standingIn(desk, id)
    if (!standing || !desk.may('read council', standing.relations, id)) return { is: 'no such council' }
    const { council, seats, relations } = standing
    const holders = await holdersOf(desk, seats)
    const keeps = relations.has('secretariat') && acting.capacity.role === 'secretary'
    const sessions = await desk.tx
      .selectFrom('council_session')
      .select(['id', 'number', 'held_on', 'state', 'from_catalogue'])
      .where('council_id', '=', id)
      .orderBy('number', 'desc')
      .execute()
    const tasks = await desk.tx
      .selectFrom('collaboration_task')
      .select(['id', 'code', 'title_ko', 'title_en', 'proposed_by', 'state'])
      .where('council_id', '=', id)
      .orderBy('created_at')
      .orderBy('code')
      .execute()
    return {
      is: 'found',
      council: {
        id,
        kind: council.kind,
        name: { ko: council.name_ko, en: council.name_en },
        secretariat: council.secretariat,
        foundedOn: council.founded_on,
        openFrom: council.open_from,
        dissolvedOn: council.dissolved_on,
        quorum: { seats: Number(council.quorum_seats), everyAgency: council.quorum_every_agency },
        rotation: council.rotation,
        municipality: council.municipality,
        changed: council.changed,
        keeps,
        holdsSeats: [...relations].some(relation => may(acting.capacity.role, 'hold seat', relation)),
        unfinished: keeps ? await unfinishedIn(desk, id) : null,
        seats: seats.map(({ id: seat, agency, post_id, title_ko, title_en, kind, side }) => ({
          id: seat,
          agency,
          holder: holders.get(post_id ?? '') ?? null,
          title: { ko: title_ko, en: title_en },
          kind,
          side,
        })),
        sessions: sessions.map(({ id: session, number, held_on, state, from_catalogue }) => ({
          id: session,
          number,
          on: held_on,
          state,
          reported: from_catalogue,
        })),
        tasks: tasks.map(({ id: task, code, title_ko, title_en, proposed_by, state }) => ({
          id: task,
          code,
          title: { ko: title_ko, en: title_en },
          proposedBy: proposed_by,
          state,
        })),
        actions: await followedIn(desk, standing, needs),
      },
    }
  })
}

type Holder = NonNullable<CouncilRead['council']['seats'][number]['holder']>

async function holdersOf({ tx }: CouncilDesk, seats: readonly SeatRow[]): Promise<ReadonlyMap<string, Holder>> {
  const held = seats.flatMap(({ post_id }) => post_id ?? [])
  if (held.length === 0) return new Map()
  const posts = await tx
    .selectFrom('post')
    .select(['id', 'name_ko', 'name_en'])
    .where('id', 'in', held)
    .where('closed_at', 'is', null)
    .execute()
  return new Map(posts.map(({ id, name_ko, name_en }) => [id, { post: id, name: { ko: name_ko, en: name_en } }]))
}
