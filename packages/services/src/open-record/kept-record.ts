/**
 * A council of the records as everyone sees it on a day. Columns are named one by one: what is not for everyone (who deputised, what was
 * reported of an action, what a planner found, who decided) is not read at all.
 */
import { clockIn, dayIn } from '@ieum/catalogue/moments'
import type { Council, Day } from '@ieum/catalogue/records'
import { timeLeft } from '@ieum/council'
import type { WorkCalendar } from '@ieum/desk'
import type { Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import type { Said } from '../council/actions-of.ts'
import { votesOf } from '../council/minutes-of.ts'
import { isOpenRow, latest, openRows } from './open-days.ts'
import type { OpenAction, OpenDecision, OpenItem, OpenRecord, OpenSeat, OpenSession, OpenTask } from './open-record.ts'

export interface KeptRecordAsked {
  readonly id: string
  readonly on: Day
  readonly timeZone: string
  /** By which what is late is told. */
  readonly calendar: WorkCalendar
  /** What the catalogue has under the same id: the sources of what was held before the records. */
  readonly known: Council | undefined
  readonly madeUp: boolean
}

type Look = Transaction<Tables>

export async function keptRecord(tx: Look, asked: KeptRecordAsked): Promise<OpenRecord | null> {
  const { id, on, known, madeUp } = asked
  // Anyone may ask for anything: what no council can be called, the database need not be asked for.
  if (!/^[a-z0-9-]{1,100}$/.test(id)) return null
  const council = await tx
    .selectFrom('council')
    .select(['id', 'kind', 'name_ko', 'name_en', 'secretariat', 'founded_on', 'dissolved_on', 'open_from'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!council || !isOpenRow(council, on)) return null

  const seats = await seatsOf(tx, id)
  const taskRows = await tasksOf(tx, asked)
  const sessionRows = openRows(
    await tx
      .selectFrom('council_session')
      .select(['id', 'number', 'held_on', 'begins', 'place_ko', 'place_en', 'host', 'state', 'opened_at', 'ended_at'])
      .select(['minuted_at', 'open_from', 'from_catalogue'])
      .where('council_id', '=', id)
      .orderBy('number')
      .execute(),
    on,
  )
  const decisionRows = openRows(
    await tx
      .selectFrom('council_decision')
      .select(['id', 'session_id', 'item_id', 'task_id', 'number', 'decided_on', 'text_ko', 'text_en', 'superseded_by'])
      .select(['without_objection', 'votes_for', 'votes_against', 'votes_abstained', 'open_from'])
      .where('council_id', '=', id)
      .orderBy('decided_on')
      .orderBy('taken_at')
      .execute(),
    on,
  )

  const codes = new Map(taskRows.map(({ id: task, code }) => [task, code]))
  const numbers = new Map(decisionRows.map(({ id: decision, number }) => [decision, number]))
  const sessionNumbers = new Map(sessionRows.map(({ id: session, number }) => [session, number]))

  const decisions = decisionRows.map((row): OpenDecision => {
    const supersededBy = (row.superseded_by && numbers.get(row.superseded_by)) || null
    return {
      number: row.number,
      on: row.decided_on,
      text: said(row.text_ko, row.text_en),
      votes: votesOf(row),
      status: supersededBy === null ? 'standing' : 'superseded',
      supersededBy,
      supersedes: decisionRows.filter(({ superseded_by }) => superseded_by === row.id).map(({ number }) => number),
      session: sessionNumbers.get(row.session_id) ?? null,
      task: (row.task_id && codes.get(row.task_id)) || null,
      opened: latest(row.open_from, row.decided_on)!,
    }
  })
  const items = await itemsOf(tx, asked, sessionRows, codes, decisionRows)
  const present = await presentAt(
    tx,
    sessionRows.filter(({ state }) => state === 'minuted').map(({ id: session }) => session),
  )
  const sessions = sessionRows.map((row): OpenSession => {
    const reported = row.from_catalogue ? known?.sessions?.[row.number - 1] : undefined
    const isMinuted = row.state === 'minuted' && row.minuted_at !== null
    const signed = isMinuted ? dayIn(asked.timeZone, row.minuted_at!) : null
    const minutesFrom = signed === null ? null : latest(row.open_from, signed > on ? on : signed)
    const there = present.get(row.id) ?? []
    const ofSession = items.get(row.id) ?? { items: [], opened: null }
    return {
      number: row.number,
      on: row.held_on,
      begins: row.from_catalogue ? (reported?.from ?? null) : row.begins,
      ends: row.from_catalogue
        ? (reported?.to ?? null)
        : isMinuted && row.ended_at
          ? clockIn(asked.timeZone, row.ended_at)
          : null,
      place: row.place_ko === null ? null : said(row.place_ko, row.place_en),
      host: row.host,
      state: row.from_catalogue ? null : row.state,
      reported: row.from_catalogue,
      source: reported?.source ?? null,
      opened: row.open_from,
      minutesFrom,
      // What was said is for everyone once the minutes are signed, not while they are drafted.
      items: ofSession.items.map(item =>
        item.is === 'open' && !isMinuted ? { ...item, gist: null, undecided: false } : item,
      ),
      present: isMinuted ? seats.filter(({ id: seat }) => there.includes(seat)).map(seatOf) : null,
      updated: latest(row.open_from, minutesFrom, ofSession.opened)!,
    }
  })
  const tasks = taskRows.map(
    ({ task }): OpenTask => ({
      ...task,
      updated: latest(task.updated, ...decisions.filter(one => one.task === task.code).map(({ opened }) => opened)),
    }),
  )
  return {
    id,
    kind: council.kind,
    name: said(council.name_ko, council.name_en),
    from: 'records',
    madeUp,
    source: known?.source ?? null,
    secretariat: council.secretariat,
    foundedOn: council.founded_on,
    dissolvedOn: council.dissolved_on,
    opened: council.open_from,
    updated: latest(
      council.open_from,
      council.dissolved_on,
      ...[...sessions, ...tasks].map(({ updated }) => updated),
      ...decisions.map(({ opened }) => opened),
    ),
    seats: seats.filter(({ since, until }) => since <= on && (until === null || until >= on)).map(seatOf),
    sessions,
    tasks,
    decisions,
    actions: await actionsOf(tx, asked, numbers, codes),
  }
}

const said = (ko: string, en: string | null): Said => ({ ko, en })

const seatsOf = (tx: Look, council: string) =>
  tx
    .selectFrom('council_seat')
    .select(['id', 'agency', 'title_ko', 'title_en', 'kind', 'side', 'since', 'until'])
    .where('council_id', '=', council)
    .orderBy('position')
    .execute()

const seatOf = (seat: Awaited<ReturnType<typeof seatsOf>>[number]): OpenSeat => ({
  id: seat.id,
  agency: seat.agency,
  title: said(seat.title_ko, seat.title_en),
  kind: seat.kind,
  side: seat.side,
  since: seat.since,
})

async function tasksOf(tx: Look, { id, on, timeZone, known }: KeptRecordAsked) {
  const rows = openRows(
    await tx
      .selectFrom('collaboration_task')
      .select(['id', 'code', 'title_ko', 'title_en', 'needs_ko', 'needs_en', 'proposed_by', 'state', 'open_from'])
      .select(['programmes', 'chains', 'pathways', 'from_catalogue'])
      .where('council_id', '=', id)
      // A draft is its agency's alone, whatever day stands on it.
      .where('state', '<>', 'drafted')
      .orderBy('created_at')
      .orderBy('code')
      .execute(),
    on,
  )
  if (rows.length === 0) return []
  const ids = rows.map(({ id: task }) => task)
  const posts = await tx
    .selectFrom('task_post')
    .select(['task_id', 'agency', 'title_ko', 'title_en', 'inferred'])
    .where('task_id', 'in', ids)
    .orderBy('position')
    .execute()
  const answers = await tx
    .selectFrom('task_answer')
    .select(['task_id', 'agency', 'position', 'reason', 'at'])
    .where('task_id', 'in', ids)
    .orderBy('at')
    .execute()
  const milestones = await tx
    .selectFrom('task_milestone')
    .select(['task_id', 'title_ko', 'title_en', 'due', 'reached_on'])
    .where('task_id', 'in', ids)
    .orderBy('due')
    .execute()
  const aims = await tx
    .selectFrom('task_indicator')
    .select(['task_id', 'measure', 'target', 'target_by', 'baseline', 'baseline_source'])
    .where('task_id', 'in', ids)
    .orderBy('position')
    .execute()
  const number = (text: string | null) => (text === null ? null : Number(text))
  return rows.map(row => {
    const of = <R extends { readonly task_id: string }>(all: readonly R[]) => all.filter(one => one.task_id === row.id)
    const answered = of(answers).map(({ agency, position, reason, at }) => {
      const day = dayIn(timeZone, at)
      return { agency, position, reason, on: day > on ? on : day }
    })
    const later = known?.tasks.find(({ id: task }) => task === row.from_catalogue)?.later ?? []
    const task: OpenTask = {
      code: row.code,
      title: said(row.title_ko, row.title_en),
      needs: row.needs_ko === null ? null : said(row.needs_ko, row.needs_en),
      proposedBy: row.proposed_by,
      // It came in as adopted, since it had been discussed; that the council adopted it no source says.
      state: row.from_catalogue !== null && row.state === 'adopted' ? null : row.state,
      reported: row.from_catalogue !== null,
      opened: row.open_from,
      updated: latest(
        row.open_from,
        ...answered.map(({ on: day }) => day),
        ...of(milestones).map(({ reached_on }) => (reached_on !== null && reached_on <= on ? reached_on : null)),
      ),
      programmes: row.programmes,
      chains: row.chains,
      pathways: row.pathways,
      posts: of(posts).map(post => ({
        agency: post.agency,
        title: said(post.title_ko, post.title_en),
        inferred: post.inferred,
      })),
      answers: answered,
      milestones: of(milestones).map(one => ({
        title: said(one.title_ko, one.title_en),
        due: one.due,
        reachedOn: one.reached_on,
      })),
      aims: of(aims).map(one => ({
        measure: one.measure,
        target: number(one.target),
        targetBy: one.target_by,
        baseline: number(one.baseline),
        baselineSource: one.baseline_source,
      })),
      later,
    }
    return { id: row.id, code: row.code, task }
  })
}

interface ClosedItem {
  readonly id: string
  readonly session_id: string
  readonly position: number
  readonly closed_ground: string
  readonly opens_on: Day | null
}

/** Numbered among what can be seen: a number that is missing would tell that something stands there. */
async function itemsOf(
  tx: Look,
  { id, on }: KeptRecordAsked,
  sessions: readonly { readonly id: string }[],
  codes: ReadonlyMap<string, string>,
  decisions: readonly { readonly item_id: string; readonly number: string }[],
): Promise<ReadonlyMap<string, { readonly items: readonly OpenItem[]; readonly opened: Day | null }>> {
  if (sessions.length === 0) return new Map()
  const open = openRows(
    await tx
      .selectFrom('agenda_item')
      .select(['id', 'session_id', 'position', 'kind', 'title_ko', 'title_en', 'minutes', 'task_id', 'proposed_by'])
      .select(['proposal', 'gist', 'undecided', 'open_from'])
      .where(
        'session_id',
        'in',
        sessions.map(({ id: session }) => session),
      )
      .execute(),
    on,
  )
  const { rows: closed } = await sql<ClosedItem>`select * from closed_items(${id})`.execute(tx)
  const found = new Map<string, { items: OpenItem[]; opened: Day | null }>()
  for (const { id: session } of sessions) {
    const ofSession = open.filter(({ session_id }) => session_id === session)
    const places: { readonly position: number; readonly item: (number: number) => OpenItem }[] = [
      ...ofSession.map(row => ({
        position: row.position,
        item: (number: number): OpenItem => ({
          is: 'open',
          id: row.id,
          number,
          kind: row.kind,
          title: said(row.title_ko, row.title_en),
          minutes: row.minutes,
          by: null,
          task: (row.task_id && codes.get(row.task_id)) || null,
          proposedBy: row.proposed_by,
          proposal: row.proposal,
          gist: row.gist,
          undecided: row.undecided,
          decisions: decisions.filter(({ item_id }) => item_id === row.id).map(one => one.number),
        }),
      })),
      ...closed
        .filter(({ session_id }) => session_id === session)
        .map(row => ({
          position: row.position,
          item: (number: number): OpenItem => ({
            is: 'closed',
            id: row.id,
            number,
            ground: row.closed_ground,
            opensOn: row.opens_on,
          }),
        })),
    ]
    found.set(session, {
      items: places.sort((a, b) => a.position - b.position).map(({ item }, index) => item(index + 1)),
      opened: latest(...ofSession.map(({ open_from }) => open_from)),
    })
  }
  return found
}

/** Seats that were taken, by session; who sat there for whom is not asked. */
async function presentAt(tx: Look, sessions: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (sessions.length === 0) return new Map()
  const rows = await tx
    .selectFrom('attendance as a')
    .innerJoin('council_seat as s', 's.id', 'a.seat_id')
    .select(['a.session_id', 'a.seat_id'])
    .where('a.session_id', 'in', sessions)
    .where('a.state', '=', 'present')
    .orderBy('s.position')
    .execute()
  const bySession = Map.groupBy(rows, ({ session_id }) => session_id)
  return new Map([...bySession].map(([session, taken]) => [session, taken.map(({ seat_id }) => seat_id)]))
}

async function actionsOf(
  tx: Look,
  { id, on, calendar }: KeptRecordAsked,
  numbers: ReadonlyMap<string, string>,
  codes: ReadonlyMap<string, string>,
): Promise<readonly OpenAction[]> {
  const rows = await tx
    .selectFrom('council_action')
    .select([
      'title_ko',
      'title_en',
      'decision_id',
      'task_id',
      'owner_agency',
      'due',
      'state',
      'nodded_on',
      'open_from',
    ])
    .where('council_id', '=', id)
    .orderBy('due')
    .orderBy('id')
    .execute()
  return openRows(rows, on).map(row => ({
    title: said(row.title_ko, row.title_en),
    decision: numbers.get(row.decision_id) ?? null,
    task: (row.task_id && codes.get(row.task_id)) || null,
    owner: row.owner_agency,
    due: row.due,
    state: row.state,
    late: timeLeft(row, on, calendar).late,
    closedOn: row.nodded_on,
  }))
}
