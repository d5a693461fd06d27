/**
 * What a calendar programme is shown at an address that somebody made: days alone, as its maker may see them at that moment. Firms are not
 * named in it, for calendars are kept and shown in places that these records know nothing of.
 */
import { addMonths } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'
import { windowDays } from '@ieum/catalogue/windows'
import { lastDayOf } from '@ieum/council'
import { awaitsAnswer, may, type WorkCalendar } from '@ieum/desk'
import type { Rulebook } from '@ieum/rules'
import { type Database, inTransaction } from '@ieum/storage'
import { sessionName } from '@ieum/wording'
import { sql } from 'kysely'
import { actForPost } from '../acting/act-as.ts'
import type { Acting, Person, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { type CouncilDesk, type CouncilRow, standingIn } from '../council/standing.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { tokenSha256 } from '../token-sha256.ts'
import { workingCalendar } from '../working-calendar.ts'
import type { FeedAbout } from './feeds.ts'

/** How long what is over stays in a calendar. */
const monthsKept = 3

export interface FeedNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
  readonly timeZone: string
}

export interface FeedRead {
  readonly is: 'found'
  readonly about: FeedAbout
  readonly language: Language
  readonly post: string
  readonly agency: string
  readonly sittings: readonly {
    readonly id: string
    readonly name: string
    readonly from: Date
    readonly to: Date
    readonly place: string | null
    readonly isCancelled: boolean
    readonly changed: number
  }[]
  readonly duties: readonly FeedDuty[]
  readonly windows: readonly {
    readonly id: string
    readonly programme: string
    readonly moment: 'opens' | 'closes'
    readonly on: Day
  }[]
}

export interface FeedDuty {
  readonly kind: 'action' | 'milestone' | 'referral'
  readonly id: string
  /** Of a referral its number: the firm is named at the desk alone. */
  readonly title: string
  readonly task: string | null
  readonly due: Day
  readonly isDone: boolean
  readonly changed: number
}

export interface FeedAsked {
  readonly token: string
  readonly on: Day
  readonly place: string
}

/** Ended addresses, unknown ones and those of who has left the post read the same. */
export async function readFeed(
  needs: FeedNeeds,
  { token, on, place }: FeedAsked,
): Promise<FeedRead | { readonly is: 'no such feed' }> {
  const { database } = needs
  const kept = await inTransaction(
    database,
    { on },
    tx =>
      tx
        .selectFrom('calendar_feed as f')
        .innerJoin('person as p', 'p.id', 'f.person_id')
        .select(['f.about', 'f.task_id', 'f.language', 'f.post_id', 'p.id', 'p.email', 'p.name', 'p.locale'])
        .where('f.token_sha256', '=', tokenSha256(token))
        .where('f.ended_at', 'is', null)
        .where('p.closed_at', 'is', null)
        .executeTakeFirst(),
    { as: 'worker' },
  )
  if (!kept) return { is: 'no such feed' }
  // Whoever made the address had signed in with a second factor.
  const person = {
    id: kept.id,
    email: kept.email,
    name: kept.name,
    locale: kept.locale as Person['locale'],
    secondFactor: true,
  }
  const taken = await actForPost({ database, person, on, place }, kept.post_id)
  if (taken.is !== 'acting') return { is: 'no such feed' }
  const { acting } = taken
  const { about, language, task_id: task } = kept
  const read = await duesOf(needs, acting, { about, task, language })
  return read
    ? { is: 'found', about, language, post: kept.post_id, agency: acting.capacity.agency, ...read }
    : { is: 'no such feed' }
}

type Dues = Pick<FeedRead, 'sittings' | 'duties' | 'windows'>

interface DuesAsked {
  readonly about: FeedAbout
  readonly task: string | null
  readonly language: Language
}

function duesOf(
  needs: FeedNeeds,
  acting: Acting<PostCapacity>,
  { about, task, language }: DuesAsked,
): Promise<Dues | null> {
  const { agency, post } = acting.capacity
  const since = addMonths(acting.on, -monthsKept)
  return atDesk(needs, acting, async desk => {
    const { tx } = desk
    const councils = await seatedCouncils(desk)
    const asked: Asked = { tx, councils, about, task, post, agency, since, spoken: spokenIn(language) }
    if (about === 'task' && !(await isOfOneOf(asked))) return null
    return {
      sittings: await sittingsOf(asked, { language, timeZone: needs.timeZone }),
      duties: [
        ...(await actionsDue(asked, workingCalendar(needs.catalogue))),
        ...(about === 'task'
          ? await milestonesDue(asked)
          : may(acting.capacity.role, 'list referrals', 'consent-active')
            ? await referralsToAnswer(tx, { agency, post: about === 'mine' ? post : null })
            : []),
      ],
      windows: about === 'agency' ? windowsOf(needs.catalogue.rulebook, agency, since) : [],
    }
  })
}

interface Asked extends Pick<DuesAsked, 'about' | 'task'> {
  readonly tx: CouncilDesk['tx']
  readonly councils: readonly CouncilRow[]
  readonly post: string
  readonly agency: string
  readonly since: Day
  readonly spoken: (ko: string, en: string | null) => string
}

const spokenIn =
  (language: Language) =>
  (ko: string, en: string | null): string =>
    language === 'en' ? (en ?? ko) : ko

/** In which the agency of who acts has a part. */
async function seatedCouncils(desk: CouncilDesk): Promise<CouncilRow[]> {
  const councils = await desk.tx.selectFrom('council').selectAll().execute()
  const seated: CouncilRow[] = []
  for (const council of councils) {
    const standing = await standingIn(desk, council.id)
    if (standing && desk.may('read council', standing.relations, council.id)) seated.push(council)
  }
  return seated
}

/** The task is one of a council in which the agency has a part. */
async function isOfOneOf({ tx, councils, task }: Asked): Promise<boolean> {
  const row = await tx.selectFrom('collaboration_task').select('council_id').where('id', '=', task).executeTakeFirst()
  return councils.some(({ id }) => id === row?.council_id)
}

const idsOf = (councils: readonly CouncilRow[]) => councils.map(({ id }) => id)

async function sittingsOf(
  { tx, councils, about, task, since, spoken }: Asked,
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): Promise<FeedRead['sittings']> {
  if (councils.length === 0) return []
  const nameOf = new Map(councils.map(({ id, name_ko, name_en }) => [id, { ko: name_ko, en: name_en ?? name_ko }]))
  const sessions = await tx
    .selectFrom('council_session as s')
    .select(['s.id', 's.council_id', 's.number', 's.place_ko', 's.place_en', 's.state', 's.changed'])
    .select([
      sql<Date>`(s.held_on + s.begins::time) at time zone ${timeZone}`.as('began'),
      // An hour where nothing is on the agenda yet.
      sql<number>`coalesce((select sum(i.minutes) from agenda_item i where i.session_id = s.id), 60)::int`.as(
        'minutes',
      ),
    ])
    .where('s.council_id', 'in', idsOf(councils))
    .where('s.held_on', '>=', since)
    .$if(about === 'task', query =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('agenda_item as i')
            .select('i.id')
            .whereRef('i.session_id', '=', 's.id')
            .where('i.task_id', '=', task),
        ),
      ),
    )
    .orderBy('s.held_on')
    .execute()
  return sessions.map(({ id, council_id, number, place_ko, place_en, state, changed, began, minutes }) => ({
    id,
    name: sessionName(nameOf.get(council_id)!, number)[language],
    from: began,
    to: new Date(began.getTime() + minutes * 60_000),
    place: place_ko === null ? null : spoken(place_ko, place_en),
    isCancelled: state === 'cancelled',
    changed,
  }))
}

async function actionsDue(
  { tx, councils, about, task, post, agency, since, spoken }: Asked,
  calendar: WorkCalendar,
): Promise<FeedDuty[]> {
  if (councils.length === 0) return []
  const actions = await tx
    .selectFrom('council_action')
    .selectAll()
    .where('council_id', 'in', idsOf(councils))
    .where('due', '>=', since)
    .where('state', '<>', 'dropped')
    .$if(about === 'mine', query => query.where('owner_post', '=', post))
    .$if(about === 'agency', query => query.where('owner_agency', '=', agency))
    .$if(about === 'task', query => query.where('task_id', '=', task))
    .orderBy('due')
    .execute()
  return actions.map(({ id, title_ko, title_en, task_id, due, state, changed }) => ({
    kind: 'action',
    id,
    title: spoken(title_ko, title_en),
    task: task_id,
    // A calendar programme calls it late on the day after, as the desk does.
    due: lastDayOf(due, calendar),
    isDone: state === 'closed',
    changed,
  }))
}

async function milestonesDue({ tx, task, since, spoken }: Asked): Promise<FeedDuty[]> {
  const milestones = await tx
    .selectFrom('task_milestone')
    .selectAll()
    .where('task_id', '=', task)
    .where('due', '>=', since)
    .orderBy('due')
    .execute()
  return milestones.map(({ id, title_ko, title_en, task_id, due, reached_on, changed }) => ({
    kind: 'milestone',
    id,
    title: spoken(title_ko, title_en),
    task: task_id,
    due,
    isDone: reached_on !== null,
    changed,
  }))
}

/** For roles that list referrals alone. */
async function referralsToAnswer(
  tx: CouncilDesk['tx'],
  { agency, post }: { readonly agency: string; readonly post: string | null },
): Promise<FeedDuty[]> {
  const rows = await tx
    .selectFrom('referral')
    .select(['id', 'number', 'due', 'changed'])
    .where('to_agency', '=', agency)
    .where('state', 'in', [...awaitsAnswer])
    .where('due', 'is not', null)
    .$if(post !== null, query => query.where('receiver_post', '=', post))
    .orderBy('due')
    .limit(500)
    .execute()
  return rows.map(({ id, number, due, changed }) => ({
    kind: 'referral',
    id,
    title: number,
    task: null,
    due: due!,
    isDone: false,
    changed,
  }))
}

/** Of the agency's own programmes, and a ministry's those of its agencies too. */
function windowsOf({ programmes, agencies }: Rulebook, agency: string, since: Day): FeedRead['windows'] {
  const own = new Set(agencies.filter(({ id, ministry }) => id === agency || ministry === agency).map(({ id }) => id))
  return programmes
    .filter(programme => own.has(programme.agency))
    .flatMap(({ id, editions }) =>
      editions.flatMap(edition =>
        edition.windows.flatMap(window => {
          const days = windowDays(window, edition)
          return (['opens', 'closes'] as const).flatMap(moment => {
            const on = days[moment]
            return on && on >= since
              ? [{ id: `${id}.${edition.edition}.${on}.${moment}`, programme: id, moment, on }]
              : []
          })
        }),
      ),
    )
}
