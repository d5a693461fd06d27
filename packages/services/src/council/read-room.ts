/**
 * All that the room needs, in one request: the sitting, its tasks with both sides and their figures, and the posts that an action may be given
 * to. It is asked for every second or so: who names the mark that he has seen is told in short when nothing has changed since.
 */
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { Said } from './actions-of.ts'
import { findSession, type SessionFound } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type SessionShown, showSession } from './read-session.ts'
import { roomMark } from './room-mark.ts'
import type { CouncilDesk } from './standing.ts'
import { counted, type TaskInRoom, tasksOf } from './tasks-of-session.ts'

export interface RoomRead {
  readonly is: 'found'
  readonly mark: string
  readonly room: RoomShown | null
}

export interface RoomShown extends SessionShown {
  /** For times of day: `Asia/Seoul`. */
  readonly timeZone: string
  readonly openedAt: string | null
  readonly endedAt: string | null
  readonly seats: readonly {
    readonly id: string
    readonly agency: string | null
    readonly title: Said
    readonly kind: 'chair' | 'member' | 'observer'
  }[]
  readonly tasks: readonly TaskInRoom[]
  /** Open posts of the agencies with a seat, for who keeps the council; by what they are called, never who holds them. */
  readonly posts: readonly { readonly id: string; readonly agency: string; readonly name: Said }[]
  /** Decisions of other sittings that still stand and may be replaced, newest first; for who keeps the council. */
  readonly earlier: readonly EarlierDecision[]
}

export interface EarlierDecision {
  readonly id: string
  readonly number: string
  readonly text: Said
  readonly on: string
  readonly task: string | null
}

export interface RoomAsked {
  readonly session: string
  readonly seen?: string | undefined
}

export async function readRoom(
  needs: CouncilNeeds & { readonly timeZone: string },
  acting: Acting<PostCapacity>,
  { session: id, seen }: RoomAsked,
): Promise<RoomRead | { readonly is: 'no such session' }> {
  const read = await atDesk(needs, acting, async desk => {
    const found = await findSession(desk, id)
    if (!found || !desk.may('read council', found.relations, id)) return null
    const mark = await roomMark(desk, id)
    if (mark === seen) return { mark }
    const { session, seats, agencies } = found
    const shown = await showSession(desk, found, needs)
    return {
      mark,
      room: {
        ...shown,
        timeZone: needs.timeZone,
        openedAt: session.opened_at?.toISOString() ?? null,
        endedAt: session.ended_at?.toISOString() ?? null,
        seats: seats.map(({ id: seat, agency, title_ko, title_en, kind }) => ({
          id: seat,
          agency,
          title: { ko: title_ko, en: title_en },
          kind,
        })),
        posts: shown.keeps ? await postsOf(desk, agencies) : [],
        earlier: shown.keeps ? await earlierOf(desk, found) : [],
      },
      tasks: await tasksOf(
        desk,
        found,
        shown.items.map(({ task }) => ({ task_id: task })),
      ),
    }
  })
  if (!read) return { is: 'no such session' }
  if (!read.room) return { is: 'found', mark: read.mark, room: null }
  const tasks: TaskInRoom[] = []
  for (const task of read.tasks) tasks.push(await counted(needs, task, acting.on))
  return { is: 'found', mark: read.mark, room: { ...read.room, tasks } }
}

async function postsOf({ tx }: CouncilDesk, agencies: readonly string[]): Promise<RoomShown['posts']> {
  if (agencies.length === 0) return []
  const posts = await tx
    .selectFrom('post')
    .select(['id', 'agency', 'name_ko', 'name_en'])
    .where('agency', 'in', agencies)
    .where('closed_at', 'is', null)
    .orderBy('agency')
    .orderBy('name_ko')
    .execute()
  return posts.map(({ id, agency, name_ko, name_en }) => ({ id, agency, name: { ko: name_ko, en: name_en } }))
}

/** More than a council takes in many years. */
const mostEarlier = 300

async function earlierOf({ tx }: CouncilDesk, { council, session }: SessionFound): Promise<readonly EarlierDecision[]> {
  const rows = await tx
    .selectFrom('council_decision')
    .select(['id', 'number', 'text_ko', 'text_en', 'decided_on', 'task_id'])
    .where('council_id', '=', council.id)
    .where('session_id', '!=', session.id)
    .where('superseded_by', 'is', null)
    .orderBy('taken_at', 'desc')
    .limit(mostEarlier)
    .execute()
  return rows.map(({ id, number, text_ko, text_en, decided_on, task_id }) => ({
    id,
    number,
    text: { ko: text_ko, en: text_en },
    on: decided_on,
    task: task_id,
  }))
}
