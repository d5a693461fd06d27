/** The inbox and outbox of a post, or a firm's own referrals: what is due first stands first. */
import { addDays } from '@ieum/catalogue/days'
import {
  addWorkingDays,
  awaitsAnswer,
  type Party,
  type ReferralState,
  type Relation,
  type WorkCalendar,
} from '@ieum/desk'
import type { Database, Tables } from '@ieum/storage'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Acting } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { workingCalendar } from '../working-calendar.ts'
import { daysLeftOf } from './days-left.ts'
import { shownToSender } from './shown-state.ts'

export interface ReferralsAsked {
  /** `in`: sent to the agency; `out`: sent by it. Of a firm: both are all of its own. */
  readonly box: 'in' | 'out'
  readonly states?: readonly ReferralState[] | undefined
  /** Only those of the acting post. */
  readonly mine?: boolean | undefined
  /** Only those whose answer is due on this day or before. */
  readonly dueBy?: string | undefined
  /** Only those whose answer is due within so many working days, as `daysLeft` counts them. */
  readonly dueWithin?: number | undefined
  readonly programme?: string | undefined
  /** Part of a case number or of a firm's name. */
  readonly search?: string | undefined
  readonly skip?: number | undefined
  readonly most?: number | undefined
}

export interface ReferralLine {
  readonly id: string
  readonly number: string
  readonly state: ReferralState
  readonly changed: number
  readonly firm: { readonly id: string; readonly name: string } | null
  readonly fromAgency: string
  readonly toAgency: string
  readonly fromProgramme: string
  readonly toProgramme: string
  readonly post: string | null
  readonly due: string | null
  readonly daysLeft: number | null
  readonly sentOn: string | null
  readonly reason: string | null
}

export interface ReferralsListed {
  readonly is: 'listed'
  readonly lines: readonly ReferralLine[]
  readonly total: number
  /** How many of the box are in each state, whatever was filtered. */
  readonly counts: Readonly<Partial<Record<ReferralState, number>>>
}

/** How who acts stands to the cases of a box taken together; whether he does to each of them, the box and the rows' walls say. */
const standsTo: Readonly<Record<Exclude<Party, 'clock'>, ReadonlySet<Relation>>> = {
  firm: new Set(['own', 'delegate']),
  sender: new Set(['own', 'referral-sent']),
  receiver: new Set(['consent-active', 'referral-closed']),
}

export function listReferrals(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  acting: Acting,
  { box, states, mine, dueBy: dueBefore, dueWithin, programme, search, skip = 0, most = 50 }: ReferralsAsked,
): Promise<ReferralsListed> {
  return atDesk(needs, acting, async desk => {
    const { capacity, on } = acting
    const side: Exclude<Party, 'clock'> = capacity.is === 'firm' ? 'firm' : box === 'in' ? 'receiver' : 'sender'
    // Administrators, secretaries and auditors have no box.
    if (!desk.may('list referrals', standsTo[side], box)) return { is: 'listed', lines: [], total: 0, counts: {} }
    const calendar = workingCalendar(needs.catalogue)
    const dueBy = [dueBefore, dueWithin === undefined ? undefined : lastDayWithin(on, dueWithin, calendar)]
      .filter(day => day !== undefined)
      .sort()[0]
    const ofBox = boxOf(acting, box)
    const inBox = desk.tx.selectFrom('referral as r').where(ofBox)
    const shown = side === 'sender' ? shownToSender(on) : sql<ReferralState>`r.state`
    let asked = inBox
    if (states && states.length > 0) asked = asked.where(shown, 'in', [...states])
    if (mine && capacity.is === 'post')
      asked = asked.where(box === 'in' ? 'r.receiver_post' : 'r.sender_post', '=', capacity.post)
    if (dueBy) asked = asked.where('r.due', '<=', dueBy).where('r.state', 'in', [...awaitsAnswer])
    if (programme)
      asked = asked.where(row =>
        row.or([row('r.from_programme', '=', programme), row('r.to_programme', '=', programme)]),
      )
    if (search) asked = asked.where(sql<boolean>`r.id = any(${await found(desk, ofBox, search)}::uuid[])`)
    const counted = await inBox
      .select([shown.as('state'), ({ fn }) => fn.countAll<number>().as('cases')])
      .groupBy(sql`1`)
      .execute()
    const counts = Object.fromEntries(counted.map(({ state, cases }) => [state, Number(cases)]))
    const onlyStates = !(mine || dueBy || programme || search)
    const total = onlyStates ? totalIn(counts, states) : await countOf(asked)
    // The page first, then what it shows: cases are put in order from the index, and whether a firm may be seen is asked of fifty, not of all,
    // and of the fifty at once.
    const page = asked
      .select(['r.id', shown.as('shown')])
      .orderBy('r.due', order => order.asc().nullsLast())
      .orderBy('r.updated_at', 'desc')
      .orderBy('r.id')
      .offset(skip)
      .limit(most)
    const rows = await desk.tx
      .selectFrom(page.as('p'))
      .innerJoin('referral as r', 'r.id', 'p.id')
      .select([
        'r.id',
        'r.number',
        'r.state',
        'r.changed',
        'r.firm_id',
        'r.from_agency',
        'r.to_agency',
        'r.from_programme',
        'r.to_programme',
        'r.sender_post',
        'r.receiver_post',
        'r.due',
        'r.days_left',
        'r.sent_on',
        'r.reason',
        'p.shown',
      ])
      .orderBy('r.due', order => order.asc().nullsLast())
      .orderBy('r.updated_at', 'desc')
      .orderBy('r.id')
      .execute()
    const names = await namesOf(desk, [...new Set(rows.map(({ firm_id }) => firm_id))])
    if (names.size > 0)
      desk.looked({
        firm: [...names.keys()],
        operation: 'list referrals',
        basis: side === 'sender' ? 'own programme' : 'referrals sent to the agency',
      })
    return {
      is: 'listed',
      total,
      counts,
      lines: rows.map(row => {
        const name = names.get(row.firm_id)
        return {
          id: row.id,
          number: row.number,
          state: row.shown,
          changed: row.changed,
          firm: name === undefined ? null : { id: row.firm_id, name },
          fromAgency: row.from_agency,
          toAgency: row.to_agency,
          fromProgramme: row.from_programme,
          toProgramme: row.to_programme,
          post: side === 'sender' ? row.sender_post : row.receiver_post,
          due: row.due,
          daysLeft: daysLeftOf(row, on, calendar),
          sentOn: row.sent_on,
          reason: row.shown === row.state ? row.reason : null,
        }
      }),
    }
  })
}

/** In the order in which they were asked for, of the firms that who acts may see. */
async function namesOf({ tx }: Desk, firms: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (firms.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name_ko: string }>`
    select id, name_ko from names_of_firms(${firms}::uuid[])`.execute(tx)
  const names = new Map(rows.map(({ id, name_ko }) => [id, name_ko]))
  return new Map(firms.flatMap(firm => (names.has(firm) ? [[firm, names.get(firm)!]] : [])))
}

type InBox = ExpressionBuilder<Tables & { r: Tables['referral'] }, 'r'>

const boxOf =
  ({ capacity }: Acting, box: 'in' | 'out') =>
  (row: InBox) => {
    if (capacity.is === 'firm') return row('r.firm_id', '=', capacity.firm)
    const ours =
      box === 'in'
        ? row.and([row('r.to_agency', '=', capacity.agency), row('r.sent_on', 'is not', null)])
        : row('r.from_agency', '=', capacity.agency)
    return capacity.programmes.length === 0
      ? ours
      : row.and([ours, row(box === 'in' ? 'r.to_programme' : 'r.from_programme', 'in', [...capacity.programmes])])
  }

/** The last day that is so many working days away: closed days behind it are no further. */
const lastDayWithin = (on: string, working: number, calendar: WorkCalendar): string =>
  addDays(addWorkingDays(on, working + 1, calendar).day, -1)

const totalIn = (counts: ReferralsListed['counts'], states: readonly ReferralState[] = []): number =>
  Object.entries(counts)
    .filter(([state]) => states.length === 0 || states.includes(state as ReferralState))
    .reduce((sum, [, cases]) => sum + cases, 0)

async function countOf(asked: SelectQueryBuilder<Tables & { r: Tables['referral'] }, 'r', object>): Promise<number> {
  const { total } = await asked.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return Number(total)
}

/**
 * Cases of the box with such a number or firm. They are looked for behind the wall first, whether or not the firm may be seen, and then
 * before it: that is asked of a few, where asking it of every case takes a second. Only what is found before it goes out of here.
 */
async function found({ tx, asWorker }: Desk, box: ReturnType<typeof boxOf>, search: string): Promise<string[]> {
  const those = tx
    .selectFrom('referral as r')
    .select('r.id')
    .where(box)
    .where(row =>
      row.or([
        row(nameOfFirm(row), 'ilike', like(search)),
        ...(mayBeOfNumber(search) ? [row('r.number', 'ilike', like(search))] : []),
      ]),
    )
  const candidates = await asWorker(() => those.execute())
  if (candidates.length === 0) return []
  const seen = await those.where(sql<boolean>`r.id = any(${candidates.map(({ id }) => id)}::uuid[])`).execute()
  return seen.map(({ id }) => id)
}

/** Looked up for each case of the box: a join would read all firms of the country for it. */
const nameOfFirm = (row: InBox) => row.selectFrom('firm as f').select('f.name_ko').whereRef('f.id', '=', 'r.firm_id')

/** Numbers of cases are ASCII: with anything else in it, only names need be looked through. */
const mayBeOfNumber = (search: string): boolean => /^[ -~]+$/.test(search)

/** `%` and `_` mean themselves. */
const like = (search: string): string => `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
