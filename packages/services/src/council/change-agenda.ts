/** What stands on an agenda: put there by any agency that sits in the council, ordered by the secretariat, and minuted as the sitting goes. */
import { isBeingMinuted, isOpenToChange, type SessionState } from '@ieum/council'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { findSession, type SessionFound } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import { openingFaults } from './opening-faults.ts'
import type { CouncilDesk, ItemRow } from './standing.ts'

export interface ItemToPut {
  readonly kind: ItemRow['kind']
  readonly title: string
  readonly titleEn?: string | undefined
  readonly minutes: number
  /** The task that it is about. */
  readonly task?: string | undefined
  /** What is proposed, in the words of who proposes it. */
  readonly proposal?: string | undefined
  /** What the planner found of a broken step, as it stood. */
  readonly finding?: object | undefined
}

type Refused =
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: SessionState }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export type ItemPut =
  | { readonly is: 'put'; readonly item: string; readonly position: number }
  | { readonly is: 'no such session' }
  | Refused

/** At the end of the agenda, in the name of the acting agency. */
export function putOnAgenda(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  session: string,
  asked: ItemToPut,
): Promise<ItemPut> {
  return atDesk({ database }, acting, async desk => {
    const found = await findToPutOn(desk, session)
    return 'session' in found ? putAtDesk(desk, found, asked) : found
  })
}

/** The session, nobody else's to change until the end; or why nothing is put on its agenda. */
export async function findToPutOn(
  desk: CouncilDesk,
  session: string,
): Promise<SessionFound | Exclude<ItemPut, { readonly is: 'put' }>> {
  const found = await findSession(desk, session, { toChange: true })
  if (!found) return { is: 'no such session' }
  if (!desk.may('put on agenda', found.relations, session)) return { is: 'not for this post' }
  if (!isOpenToChange(found.session.state)) return { is: 'not allowed now', state: found.session.state }
  return found
}

/** `onBehalf` of others by who keeps the council, as a paper names them. */
export async function putAtDesk(
  desk: CouncilDesk,
  found: SessionFound,
  asked: ItemToPut,
  { onBehalf }: { readonly onBehalf?: readonly string[] } = {},
): Promise<ItemPut> {
  const session = found.session.id
  const lookUp = () => taskOf(desk, found.council.id, asked.task ?? '')
  // The draft of another agency is not there for whoever only puts it on the agenda in its name.
  const task = asked.task === undefined ? null : await (onBehalf ? desk.asWorker(lookUp) : lookUp())
  if (asked.task !== undefined && task === null)
    return { is: 'faulty', fields: [{ field: '/task', wrong: 'no such task of this council' }] }
  const { last } = await desk.tx
    .selectFrom('agenda_item')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('session_id', '=', session)
    .executeTakeFirstOrThrow()
  const position = (last ?? -1) + 1
  const { id } = await desk.tx
    .insertInto('agenda_item')
    .values({
      session_id: session,
      position,
      kind: asked.kind,
      title_ko: asked.title,
      title_en: asked.titleEn ?? null,
      minutes: asked.minutes,
      task_id: task,
      proposed_by: [...(onBehalf ?? [desk.acting.capacity.agency])],
      proposal: asked.proposal ?? null,
      finding: asked.finding ? JSON.stringify(asked.finding) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  desk.changed('put on agenda', id, { session, kind: asked.kind })
  return { is: 'put', item: id, position }
}

async function taskOf({ tx }: CouncilDesk, council: string, task: string): Promise<string | null> {
  if (!isId(task)) return null
  const row = await tx
    .selectFrom('collaboration_task')
    .select('id')
    .where('id', '=', task)
    .where('council_id', '=', council)
    .executeTakeFirst()
  return row?.id ?? null
}

export type AgendaOrdered = { readonly is: 'ordered' } | { readonly is: 'no such session' } | Refused

/** All items of the session, each once, in their new order. */
export function orderAgenda(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  session: string,
  order: readonly string[],
): Promise<AgendaOrdered> {
  return atDesk({ database }, acting, async desk => {
    const found = await findSession(desk, session, { toChange: true })
    if (!found) return { is: 'no such session' }
    if (!desk.may('keep council', found.relations, session)) return { is: 'not for this post' }
    if (!isOpenToChange(found.session.state)) return { is: 'not allowed now', state: found.session.state }
    const items = await desk.tx.selectFrom('agenda_item').select('id').where('session_id', '=', session).execute()
    const all = new Set(items.map(({ id }) => id))
    if (order.length !== all.size || new Set(order).size !== all.size || order.some(id => !all.has(id)))
      return { is: 'faulty', fields: [{ field: '/order', wrong: 'not each item of the agenda once' }] }
    for (const [position, id] of order.entries())
      await desk.tx.updateTable('agenda_item').set({ position }).where('id', '=', id).execute()
    desk.changed('order agenda', session, { items: order.length })
    return { is: 'ordered' }
  })
}

export interface ItemChange {
  readonly item: string
  /** The count that who changes it has seen. */
  readonly changed: number
  readonly title?: string | undefined
  readonly minutes?: number | undefined
  readonly proposal?: string | undefined
  /** What was said, in short. */
  readonly gist?: string | undefined
  /** It was talked about, and nothing was decided. */
  readonly undecided?: boolean | undefined
  /** Open to everyone from this day; never: null. */
  readonly openFrom?: string | null | undefined
  /** The ground on which it is closed; with a day it opens then. */
  readonly closedGround?: string | null | undefined
}

export type ItemChanged =
  | { readonly is: 'changed'; readonly changed: number }
  | { readonly is: 'no such item' }
  | { readonly is: 'changed meanwhile'; readonly changed: number }
  | Refused

/** Before the sitting its words, during and after it what was said. What the signed minutes keep closed may still be opened; what is open stays open. */
export function changeItem(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  change: ItemChange,
): Promise<ItemChanged> {
  return atDesk({ database }, acting, async desk => {
    const before = await findItem(desk, change.item)
    const found = before && (await findSession(desk, before.session_id, { toChange: true }))
    // As it stands now that nobody else changes the session.
    const item = found && (await findItem(desk, change.item))
    if (!item) return { is: 'no such item' }
    const { state } = found.session
    const keeps = desk.may('keep council', found.relations, item.id) !== null
    const isOwn = item.proposed_by.length === 1 && item.proposed_by[0] === acting.capacity.agency
    if (!keeps && !(isOwn && desk.may('put on agenda', found.relations, item.id))) return { is: 'not for this post' }
    if (item.changed !== change.changed) return { is: 'changed meanwhile', changed: item.changed }
    const planning = change.title !== undefined || change.minutes !== undefined || change.proposal !== undefined
    const minuting = change.gist !== undefined || change.undecided !== undefined
    const disclosing = change.openFrom !== undefined || change.closedGround !== undefined
    if (!keeps && (minuting || disclosing)) return { is: 'not for this post' }
    if (
      (planning && !isOpenToChange(state)) ||
      (minuting && !isBeingMinuted(state)) ||
      (!disclosing && state === 'minuted')
    )
      return { is: 'not allowed now', state }
    const fields = openingFaults(item.open_from, change.openFrom, acting.on)
    if (change.closedGround !== undefined && change.closedGround !== item.closed_ground)
      fields.push(...closingFaults(item, acting.on))
    if (fields.length > 0) return { is: 'faulty', fields }
    if (change.closedGround === null && change.openFrom === null)
      return { is: 'faulty', fields: [{ field: '/closedGround', wrong: 'neither a day nor a ground' }] }
    await desk.tx
      .updateTable('agenda_item')
      .set({
        changed: change.changed + 1,
        ...(change.title !== undefined && { title_ko: change.title }),
        ...(change.minutes !== undefined && { minutes: change.minutes }),
        ...(change.proposal !== undefined && { proposal: change.proposal }),
        ...(change.gist !== undefined && { gist: change.gist }),
        ...(change.undecided !== undefined && { undecided: change.undecided }),
        ...(change.openFrom !== undefined && { open_from: change.openFrom }),
        ...(change.closedGround !== undefined && { closed_ground: change.closedGround }),
      })
      .where('id', '=', item.id)
      .execute()
    await discloseWhatCameOf(desk, item, change)
    desk.changed('change agenda item', item.id, { session: item.session_id })
    return { is: 'changed', changed: change.changed + 1 }
  })
}

const closingFaults = ({ open_from }: ItemRow, on: string): FieldFault[] =>
  open_from !== null && open_from <= on ? [{ field: '/closedGround', wrong: 'it is open to everyone already' }] : []

/**
 * What was decided on it, and what that gave to do, opens and stays closed with it; what has been open already stays open. Only what is said
 * anew of the item: its own day said again may have passed, and opens nothing that was not open on it.
 */
async function discloseWhatCameOf(
  { tx, acting: { on } }: CouncilDesk,
  item: ItemRow,
  { openFrom, closedGround }: Pick<ItemChange, 'openFrom' | 'closedGround'>,
): Promise<void> {
  const anew = {
    ...(openFrom !== undefined && openFrom !== item.open_from && { open_from: openFrom }),
    ...(closedGround !== undefined && closedGround !== item.closed_ground && { closed_ground: closedGround }),
  }
  if (Object.keys(anew).length === 0) return
  const decisions = await tx
    .updateTable('council_decision')
    .set(anew)
    .where('item_id', '=', item.id)
    .where(row => row.or([row('open_from', 'is', null), row('open_from', '>', on)]))
    .returning('id')
    .execute()
  if (anew.open_from === undefined || decisions.length === 0) return
  await tx
    .updateTable('council_action')
    .set({ open_from: anew.open_from })
    .where(
      'decision_id',
      'in',
      decisions.map(({ id }) => id),
    )
    .execute()
}

export type ItemTakenOff = { readonly is: 'taken off' } | { readonly is: 'no such item' } | Refused

export function takeOffAgenda(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<ItemTakenOff> {
  return atDesk({ database }, acting, async desk => {
    const item = await findItem(desk, id)
    const found = item && (await findSession(desk, item.session_id, { toChange: true }))
    if (!item || !found) return { is: 'no such item' }
    const isOwn = item.proposed_by.length === 1 && item.proposed_by[0] === acting.capacity.agency
    const allowed = desk.may(isOwn ? 'put on agenda' : 'keep council', found.relations, id)
    if (!allowed) return { is: 'not for this post' }
    if (!isOpenToChange(found.session.state)) return { is: 'not allowed now', state: found.session.state }
    // People delete nothing; what is taken off stands in the trail with its title.
    await desk.asWorker(async () => {
      await desk.tx
        .updateTable('council_paper')
        .set({ removed_at: sql`clock_timestamp()` })
        .where('item_id', '=', id)
        .where('removed_at', 'is', null)
        .execute()
      await desk.tx.deleteFrom('agenda_item').where('id', '=', id).execute()
    })
    desk.changed('take off agenda', id, { session: item.session_id, title: item.title_ko })
    return { is: 'taken off' }
  })
}

export type ItemTurnedTo =
  | { readonly is: 'turned'; readonly began: string }
  | { readonly is: 'no such item' }
  /** Somebody went on to an item at a later moment than this one, which only came in now. */
  | { readonly is: 'changed meanwhile' }
  | Refused

/** The sitting goes on to this item; its clock starts: now, or at the moment at which it was said in a room without a network. */
export function turnToItem(
  { database, now }: Pick<CouncilNeeds, 'database'> & { readonly now: Date },
  acting: Acting<PostCapacity>,
  id: string,
  at?: string,
): Promise<ItemTurnedTo> {
  return atDesk({ database }, acting, async desk => {
    const item = await findItem(desk, id)
    const found = item && (await findSession(desk, item.session_id, { toChange: true }))
    if (!item || !found) return { is: 'no such item' }
    if (!desk.may('keep council', found.relations, id)) return { is: 'not for this post' }
    if (found.session.state !== 'sitting') return { is: 'not allowed now', state: found.session.state }
    const { item_began, opened_at } = found.session
    const moment = at === undefined ? now : momentSaid(new Date(at), { opened: opened_at, now })
    if (at !== undefined && item_began && moment < item_began) return { is: 'changed meanwhile' }
    const began = moment.toISOString()
    await desk.tx
      .updateTable('council_session')
      .set({ current_item: id, item_began: began })
      .where('id', '=', item.session_id)
      .execute()
    desk.changed('turn to item', id, { session: item.session_id, ...(at !== undefined && { at: began }) })
    return { is: 'turned', began }
  })
}

/** Clocks in rooms are fast and slow: it was not before the sitting was opened, and is not still to come. */
function momentSaid(said: Date, { opened, now }: { readonly opened: Date | null; readonly now: Date }): Date {
  if (said > now) return now
  return opened && said < opened ? opened : said
}

async function findItem({ tx }: CouncilDesk, id: string): Promise<ItemRow | undefined> {
  if (!isId(id)) return undefined
  return tx.selectFrom('agenda_item').selectAll().where('id', '=', id).executeTakeFirst()
}
