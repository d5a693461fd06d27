/** What a day brings to all actions of councils: a word to who owns one, then to the secretariat. Asked again on one day, it tells nothing. */
import type { Day } from '@ieum/catalogue/records'
import { type ActionCall, actionCall, openActionStates } from '@ieum/council'
import { isWorkingDay } from '@ieum/desk'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import { notifyPosts, type Teller } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { beginRound } from '../round.ts'
import { workingCalendar } from '../working-calendar.ts'
import { councilInNotice } from './council-in-notice.ts'
import { linkOf } from './link-of-action.ts'
import type { ActionRow } from './standing.ts'

export interface ActionsTold {
  readonly reminded: number
  readonly escalated: number
}

interface ReminderNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

/** Each action in a transaction of its own: several servers may look at once, and one that fails holds up no other. */
export async function remindOfActions({ database, catalogue }: ReminderNeeds, on: Day): Promise<ActionsTold> {
  const underWay = await inTransaction(
    database,
    { on },
    tx => tx.selectFrom('council_action').select('id').where('state', 'in', openActionStates).orderBy('due').execute(),
    { as: 'worker' },
  )
  const told = { reminded: 0, escalated: 0 }
  const round = beginRound()
  for (const { id } of underWay)
    await round.take(`action ${id}`, async () => {
      const calls = await inTransaction(database, { on }, tx => toldOf(tx, catalogue, id, on), { as: 'worker' })
      for (const call of calls) told[call === 'escalate' ? 'escalated' : 'reminded'] += 1
    })
  round.end()
  return told
}

type Told = Exclude<ActionCall['is'], 'nothing'> | 'link-in-force'

async function toldOf(
  tx: Transaction<Tables>,
  catalogue: OpenCatalogue,
  id: string,
  on: Day,
): Promise<readonly Told[]> {
  // One that somebody is moving, or another server is looking at, is looked at again next time.
  const action = await tx
    .selectFrom('council_action')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  const calendar = workingCalendar(catalogue)
  if (!action || !isWorkingDay(on, calendar).works) return []
  const { is: call } = actionCall(
    { state: action.state, due: action.due, reportedOn: action.reported_on },
    on,
    calendar,
  )
  const told: Told[] = []
  if (call !== 'nothing') {
    const asOf = call === 'awaits-nod' ? action.changed : action.due
    if (await tell(tx, action, call, { asOf, on })) told.push(call)
  }
  if (action.agreement_id !== null) {
    const link = await linkOf(tx, action.agreement_id, on)
    if (link.state === 'in force' && (await tell(tx, action, 'link-in-force', { asOf: action.agreement_id, on })))
      told.push('link-in-force')
  }
  return told
}

/** Whether anybody had not heard of it yet. */
async function tell(
  tx: Transaction<Tables>,
  action: ActionRow,
  call: Told,
  { asOf, on }: { readonly asOf: string | number; readonly on: Day },
): Promise<boolean> {
  // Everything here is done as the worker already.
  const desk = { tx, asWorker: <T>(work: () => Promise<T>) => work() }
  const { id, council_id, due } = action
  const event = `action:${id}:${call}:${asOf}`
  const posts = await notToldYet(tx, await readersOf(desk, action, call), event)
  if (posts.length === 0) return false
  const council = await tx
    .selectFrom('council')
    .select(['id', 'name_ko', 'name_en'])
    .where('id', '=', council_id)
    .executeTakeFirstOrThrow()
  await notifyPosts(desk, posts, {
    event,
    kind: `action.${call}`,
    detail: { ...councilInNotice(council), action: id, due },
  })
  await tx.updateTable('council_action').set({ reminded_on: on }).where('id', '=', id).execute()
  await tx
    .insertInto('audit_entry')
    .values({ lane: 'clock', operation: 'remind of action', subject: id, detail: JSON.stringify({ call, due }) })
    .execute()
  return true
}

async function notToldYet(
  tx: Transaction<Tables>,
  posts: readonly string[],
  event: string,
): Promise<readonly string[]> {
  if (posts.length === 0) return []
  const told = await tx
    .selectFrom('notice')
    .select('post_id')
    .where('post_id', 'in', [...posts])
    .where('event', '=', event)
    .execute()
  return posts.filter(post => told.every(({ post_id }) => post_id !== post))
}

/** The owner's post, or his agency's secretaries once that is closed; those who keep the council when it is late; the others when it waits. */
async function readersOf(desk: Teller, action: ActionRow, call: Told): Promise<readonly string[]> {
  if (call === 'awaits-nod') return [...new Set(await othersOf(desk, action))]
  const posts = [...(await ownersOf(desk, action))]
  if (call === 'escalate') posts.push(...(await keepersOf(desk, action)))
  return [...new Set(posts)]
}

async function ownersOf(desk: Teller, { owner_post, owner_agency }: ActionRow): Promise<readonly string[]> {
  const open = await desk.tx
    .selectFrom('post')
    .select('id')
    .where('id', '=', owner_post)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return open ? [open.id] : postsFor(desk, owner_agency, ['secretary'])
}

async function keepersOf(desk: Teller, { council_id }: ActionRow): Promise<readonly string[]> {
  const { secretariat } = await desk.tx
    .selectFrom('council')
    .select('secretariat')
    .where('id', '=', council_id)
    .executeTakeFirstOrThrow()
  return postsFor(desk, secretariat, ['secretary'])
}

async function othersOf(desk: Teller, action: ActionRow): Promise<readonly string[]> {
  const seats = await desk.tx
    .selectFrom('council_seat')
    .select('agency')
    .distinct()
    .where('council_id', '=', action.council_id)
    .where('until', 'is', null)
    .where('agency', 'is not', null)
    .orderBy('agency')
    .execute()
  const posts = [...(await keepersOf(desk, action))]
  for (const { agency } of seats) if (agency !== null) posts.push(...(await postsFor(desk, agency, ['secretary'])))
  const own = new Set(await postsFor(desk, action.owner_agency, ['secretary']))
  return posts.filter(post => !own.has(post))
}
