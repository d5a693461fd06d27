/** A council is set up from what the catalogue knows of it: its seats, its tasks, and the sessions that are on record. */
import type { Council, CouncilSeat, ReportedSession } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { CouncilDesk } from './standing.ts'
import { codesTaken, holdCodes } from './task-codes.ts'
import { tellSeated } from './tell-seated.ts'

export interface CouncilNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

export type CouncilFounded =
  | { readonly is: 'founded'; readonly council: string }
  | { readonly is: 'no such council' }
  /** Only an agency that has a seat sets it up, by its secretary. */
  | { readonly is: 'not for this post' }
  | { readonly is: 'set up already' }
  /** Tasks that were drawn up here have the codes of some of its own. */
  | { readonly is: 'codes taken'; readonly codes: readonly string[] }

export function foundCouncil(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<CouncilFounded> {
  return atDesk({ database }, acting, async desk => {
    const known = rulebook.councils?.find(council => council.id === id)
    if (!known) return { is: 'no such council' }
    if (!desk.may('found council', none, id) || !known.seats.some(({ agency }) => agency === acting.capacity.agency))
      return { is: 'not for this post' }
    // Two who set it up at once, or draw up tasks meanwhile, take turns.
    await holdCodes(desk)
    // Behind the walls: another agency may have set it up without a seat for this one.
    const there = await desk.asWorker(() =>
      desk.tx.selectFrom('council').select('id').where('id', '=', id).executeTakeFirst(),
    )
    if (there) return { is: 'set up already' }
    const codes = await codesTaken(
      desk,
      known.tasks.map(task => task.id),
    )
    if (codes.length > 0) return { is: 'codes taken', codes }
    await desk.asWorker(() => setUp(desk, known))
    await tellSeated(desk, id)
    desk.changed('found council', id, { tasks: known.tasks.length, seats: known.seats.length })
    return { is: 'founded', council: id }
  })
}

const none = new Set(['none'] as const)

async function setUp({ tx, acting: { capacity, on } }: CouncilDesk, council: Council): Promise<void> {
  const { id, kind, name, seats, sessions = [], tasks, source } = council
  const since = sessions[0]?.on ?? source.dated ?? on
  // What sources have reported is open to everyone as it is.
  await tx
    .insertInto('council')
    .values({
      id,
      kind,
      name_ko: name.ko,
      name_en: name.en,
      secretariat: capacity.agency,
      founded_on: since,
      open_from: since,
    })
    .execute()
  await tx
    .insertInto('council_seat')
    .values(
      seats.map((seat, position) => ({ ...titleOf(seat), side: seat.side ?? null, council_id: id, position, since })),
    )
    .execute()
  for (const [index, task] of tasks.entries()) await addTask({ tx, council: id, index, task, since })
  for (const [index, session] of sessions.entries()) await addSession({ tx, council, index, session })
}

const titleOf = <A extends CouncilSeat>({ agency, post }: A) => ({
  agency: agency as A['agency'],
  title_ko: post.ko,
  title_en: post.en,
})

interface TaskToAdd {
  readonly tx: CouncilDesk['tx']
  readonly council: string
  readonly index: number
  readonly task: Council['tasks'][number]
  readonly since: string
}

async function addTask({ tx, council, task, since }: TaskToAdd): Promise<void> {
  const { id } = await tx
    .insertInto('collaboration_task')
    .values({
      council_id: council,
      code: task.id,
      title_ko: task.title.ko,
      title_en: task.title.en,
      needs_ko: task.needs?.ko ?? null,
      needs_en: task.needs?.en ?? null,
      proposed_by: [...task.proposed_by],
      // It was discussed; that it was carried out no source says.
      state: 'adopted',
      chains: [...(task.chains ?? [])],
      pathways: [...(task.pathways ?? [])],
      from_catalogue: task.id,
      open_from: since,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const posts = task.posts ?? []
  if (posts.length > 0)
    await tx
      .insertInto('task_post')
      .values(
        posts.map((post, position) => ({
          ...titleOf(post),
          task_id: id,
          inferred: post.inferred ?? false,
          position,
        })),
      )
      .execute()
}

interface SessionToAdd {
  readonly tx: CouncilDesk['tx']
  readonly council: Council
  readonly index: number
  readonly session: ReportedSession
}

async function addSession({ tx, council, index, session }: SessionToAdd): Promise<void> {
  const { id } = await tx
    .insertInto('council_session')
    .values({
      council_id: council.id,
      number: index + 1,
      held_on: session.on,
      begins: session.from ?? '00:00',
      place_ko: session.place?.ko ?? null,
      place_en: session.place?.en ?? null,
      host: session.host ?? null,
      // No minutes of it are known: it has ended, and its page says that the rest was not found.
      state: 'ended',
      from_catalogue: true,
      open_from: session.on,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const schedule = session.schedule ?? []
  if (schedule.length > 0)
    await tx
      .insertInto('agenda_item')
      .values(
        schedule.map(({ title, minutes }, position) => ({
          session_id: id,
          position,
          kind:
            position === 0
              ? ('opening' as const)
              : position === schedule.length - 1
                ? ('closing' as const)
                : ('other' as const),
          title_ko: title.ko,
          title_en: title.en,
          minutes,
          open_from: session.on,
        })),
      )
      .execute()
}
