/** A council that is about to sit: a session that was called, with a task on its agenda, and two who keep it. */
import {
  type Acting,
  foundCouncil,
  markAttendance,
  moveSession,
  type PostCapacity,
  planSession,
  putOnAgenda,
  readCouncil,
  readRoom,
} from '@ieum/services'
import { acting, inTheHouse } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import { day } from './desk-day.ts'
import type { OpenDesk } from './open-desk.ts'

export interface CouncilRoom {
  readonly keepers: readonly { readonly post: string; readonly cookie: string }[]
  /** The items in their order. */
  readonly items: readonly string[]
  readonly session: string
  /** What the records say. */
  readonly room: () => Promise<NonNullable<Extract<Awaited<ReturnType<typeof readRoom>>, { is: 'found' }>['room']>>
}

const timeZone = 'Asia/Seoul'
const council = 'mss-motie'

/** Another session of the same council each time. */
export async function councilRoom(
  { database, world, catalogue }: OpenDesk,
  { isCalled = true, isAttended = isCalled }: { readonly isCalled?: boolean; readonly isAttended?: boolean } = {},
): Promise<CouncilRoom> {
  const needs = { database, catalogue, timeZone }
  const people = [world.people.sender, world.people.writer]
  const keepers: (Acting<PostCapacity> & { cookie: string })[] = []
  for (const { email, cookie } of people) keepers.push({ ...(await secretary(database, email)), cookie })
  const keeper = keepers[0]!
  const founded = await foundCouncil(needs, keeper, council)
  if (founded.is !== 'founded' && founded.is !== 'set up already') throw new Error(founded.is)
  const read = await readCouncil(needs, keeper, council)
  const planned = await planSession(needs, keeper, council, { on: day, begins: '10:30', place: '세종' })
  if (read.is !== 'found' || planned.is !== 'planned') throw new Error(`${read.is} ${planned.is}`)
  const { session } = planned
  const items: string[] = []
  for (const asked of [
    { kind: 'opening' as const, title: '인사', minutes: 5 },
    { kind: 'task' as const, title: '뿌리기업 연계', minutes: 20, task: read.council.tasks[0]!.id },
    { kind: 'other' as const, title: '다음 회의', minutes: 10, proposal: '석 달 뒤에 다시 모입니다.' },
  ]) {
    const put = await putOnAgenda(needs, keeper, session, asked)
    if (put.is !== 'put') throw new Error(put.is)
    items.push(put.item)
  }
  const room = async () => {
    const shown = await readRoom(needs, keeper, { session })
    if (shown.is !== 'found' || !shown.room) throw new Error(shown.is)
    return shown.room
  }
  if (isCalled) {
    const called = await moveSession(needs, keeper, { session, move: 'call', changed: 1 })
    if (called.is !== 'moved') throw new Error(called.is)
  }
  if (isAttended)
    for (const { seat } of (await room()).attendance.slice(0, -1))
      await markAttendance(needs, keeper, { session, seat, state: 'present' })
  return { keepers: keepers.map(({ capacity, cookie }) => ({ post: capacity.post, cookie })), items, session, room }
}

/** One who sits at the desk already is given a second post. */
async function secretary(database: Database, email: string): Promise<Acting<PostCapacity>> {
  return inTheHouse(database, async tx => {
    const { id, name } = await tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    const post = await tx
      .insertInto('post')
      .values({ agency: 'mss', role: 'secretary', name_ko: '협의회 간사', name_en: 'Secretary of the council' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('post_holder').values({ post_id: post.id, person_id: id }).execute()
    return acting(
      { id, name, email, locale: 'ko', secondFactor: true },
      { is: 'post', post: post.id, agency: 'mss', role: 'secretary', programmes: [] },
    )
  })
}
