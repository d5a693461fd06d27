/** From which day a council, its tasks and its decisions are open to everyone: read by who sits in it, said by its secretariat. */
import type { Day } from '@ieum/catalogue/records'
import { sayOpening } from '@ieum/council'
import type { Database } from '@ieum/storage'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { Said } from '../council/actions-of.ts'
import { openingFaults } from '../council/opening-faults.ts'
import { type CouncilDesk, standingIn } from '../council/standing.ts'
import type { FieldFault } from '../field-fault.ts'

export interface Opening {
  readonly what: 'council' | 'task' | 'decision'
  readonly id: string
  /** Id of the council, code of the task, number of the decision: where its page stands. */
  readonly called: string
  readonly title: Said
  readonly openFrom: Day | null
}

interface Needs {
  readonly database: Database
}

/** Drafts are not among them: they are their agency's alone. */
export function listOpenings(
  needs: Needs,
  acting: Acting<PostCapacity>,
  council: string,
): Promise<
  | { readonly is: 'found'; readonly openings: readonly Opening[]; readonly keeps: boolean }
  | { readonly is: 'no such council' }
> {
  return atDesk(needs, acting, async desk => {
    const { tx } = desk
    const standing = await standingIn(desk, council)
    if (!standing || !desk.may('read council', standing.relations, council)) return { is: 'no such council' }
    const tasks = await tx
      .selectFrom('collaboration_task')
      .select(['id', 'code', 'title_ko', 'title_en', 'open_from'])
      .where('council_id', '=', council)
      .where('state', '<>', 'drafted')
      .orderBy('created_at')
      .orderBy('code')
      .execute()
    const decisions = await tx
      .selectFrom('council_decision')
      .select(['id', 'number', 'text_ko', 'text_en', 'open_from'])
      .where('council_id', '=', council)
      .orderBy('taken_at')
      .execute()
    return {
      is: 'found',
      keeps: standing.relations.has('secretariat') && acting.capacity.role === 'secretary',
      openings: [
        {
          what: 'council',
          id: council,
          called: council,
          title: { ko: standing.council.name_ko, en: standing.council.name_en },
          openFrom: standing.council.open_from,
        },
        ...tasks.map(
          (row): Opening => ({
            what: 'task',
            id: row.id,
            called: row.code,
            title: { ko: row.title_ko, en: row.title_en },
            openFrom: row.open_from,
          }),
        ),
        ...decisions.map(
          (row): Opening => ({
            what: 'decision',
            id: row.id,
            called: row.number,
            title: { ko: row.text_ko, en: row.text_en },
            openFrom: row.open_from,
          }),
        ),
      ],
    }
  })
}

export interface OpeningAsked {
  readonly council: string
  readonly what: Opening['what']
  readonly id: string
  /** No day that has passed; null: not open until another is said. */
  readonly openFrom: Day | null
}

export type OpeningSaid =
  | { readonly is: 'said' }
  | { readonly is: 'no such council' }
  | { readonly is: 'no such thing' }
  | { readonly is: 'not for this post' }
  /** What everyone has read is not closed again. */
  | { readonly is: 'open already'; readonly since: Day }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

/** With a decision its actions open; nothing of a council is read by everyone before the council itself is open. */
export function sayWhenOpen(
  needs: Needs,
  acting: Acting<PostCapacity>,
  { council, what, id, openFrom }: OpeningAsked,
): Promise<OpeningSaid> {
  return atDesk(needs, acting, async desk => {
    const { tx } = desk
    const standing = await standingIn(desk, council)
    if (!standing) return { is: 'no such council' }
    if (!desk.may('keep council', standing.relations, council)) return { is: 'not for this post' }
    const row = await held(desk, { council, what, id })
    if (!row) return { is: 'no such thing' }
    const said = sayOpening(row.open_from, openFrom, acting.on)
    if (said.is === 'open already') return said
    const fields = openingFaults(row.open_from, openFrom, acting.on)
    if (fields.length > 0) return { is: 'faulty', fields }
    await tx.updateTable(tables[what]).set({ open_from: openFrom }).where('id', '=', id).execute()
    if (what === 'decision')
      await tx.updateTable('council_action').set({ open_from: openFrom }).where('decision_id', '=', id).execute()
    desk.changed('say when open', id, { council, what, openFrom })
    return { is: 'said' }
  })
}

const tables = { council: 'council', task: 'collaboration_task', decision: 'council_decision' } as const

/** What stands now, until the end of the transaction. */
async function held(
  { tx }: CouncilDesk,
  { council, what, id }: Pick<OpeningAsked, 'council' | 'what' | 'id'>,
): Promise<{ readonly open_from: Day | null } | undefined> {
  if (what === 'council')
    return id === council
      ? tx.selectFrom('council').select('open_from').where('id', '=', id).forUpdate().executeTakeFirst()
      : undefined
  if (!isId(id)) return undefined
  return tx
    .selectFrom(tables[what])
    .select('open_from')
    .where('id', '=', id)
    .where('council_id', '=', council)
    .forUpdate()
    .executeTakeFirst()
}
