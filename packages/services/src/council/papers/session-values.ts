/** What agenda, minutes and press notice of a session say, for who will read them. */
import type { Day, ValuesOfPaper } from '@ieum/catalogue/records'
import {
  minutesOf as clockMinutes,
  type Finding,
  isOpenToChange,
  missingFromMinutes,
  plannedTimes,
  timeOf,
} from '@ieum/council'
import type { WorkCalendar } from '@ieum/desk'
import { sessionName } from '@ieum/wording'
import { minutesOfSession, votesOf } from '../minutes-of.ts'
import type { DecisionRow, ItemRow } from '../standing.ts'
import { actionValues } from './action-values.ts'
import type { Audience } from './audience.ts'
import type { SessionGathered } from './gather-session.ts'
import type { Saying } from './saying.ts'

export interface SessionSeen {
  readonly gathered: SessionGathered
  readonly saying: Saying
  readonly audience: Audience
  /** What is open on this day is open. */
  readonly on: Day
  /** The day on which the paper is made. */
  readonly made: Day
  readonly timeZone: string
  /** By which what is late is told. */
  readonly calendar: WorkCalendar
}

export function agendaValues(seen: SessionSeen): ValuesOfPaper<'agenda'> {
  return { ...sessionValues(seen), ...itemLists(seen), seats: seatValues(seen), agencies: agencyValues(seen) }
}

export function minutesValues(seen: SessionSeen): ValuesOfPaper<'minutes'> {
  const { gathered, saying, made } = seen
  const minutes = minutesOfSession(gathered, gathered.records, seen.timeZone)
  const seats = seatValues(seen)
  const present = seats.filter(({ is }) => is === 'present')
  const ofSession = gathered.actions.filter(action => action.sessionId === gathered.session.id && isOpen(seen, action))
  const titleOf = new Map(gathered.records.items.map(item => [item.id, saying.either(item.title_ko, item.title_en)]))
  return {
    ...sessionValues(seen),
    ...itemLists(seen),
    began: minutes.from,
    ended: minutes.to,
    attendance: saying.words.seatsTaken(present.length, gathered.seats.length),
    present: present.map((seat, index) => ({ ...seat, no: index + 1 })),
    presentAgencies: [...Map.groupBy(present, ({ agency }) => agency)].map(([agency, of]) => ({
      agency,
      posts: of.map(({ post, deputy }) => (deputy === null ? post : saying.words.deputy(post, deputy))).join(', '),
    })),
    absent: seats.filter(({ is }) => is === 'absent').map((seat, index) => ({ ...seat, no: index + 1 })),
    actions: ofSession.map((action, index) =>
      actionValues({ ...action, task: codeOf(seen, action.task_id) }, index + 1, saying, {
        posts: gathered.posts,
        on: made,
        calendar: seen.calendar,
        audience: seen.audience,
      }),
    ),
    missing:
      seen.audience === 'everyone' || gathered.session.state === 'minuted'
        ? []
        : missingFromMinutes(minutes).map(({ item, of }) => ({
            what: saying.words.stillMissing(item, of === undefined ? undefined : (titleOf.get(of) ?? of)),
          })),
  }
}

/** In groups by who proposed: those alone first, those together last. */
export function pressValues(seen: SessionSeen): ValuesOfPaper<'press'> {
  const { gathered, saying } = seen
  const shown = new Set(shownItems(seen).flatMap(({ item, isClosed }) => (isClosed ? [] : [item.task_id])))
  const tasks = gathered.tasks.filter(task => shown.has(task.id) && isOpen(seen, task))
  const groups = [...Map.groupBy(tasks, ({ proposed_by }) => proposed_by.join(' ')).values()].sort(
    ([one], [other]) => one!.proposed_by.length - other!.proposed_by.length,
  )
  const agencies = agencyValues(seen)
  return {
    ...sessionValues(seen),
    ...itemLists(seen),
    agencies,
    agencyNames: agencies.map(({ agency }) => agency).join(saying.language === 'ko' ? '·' : ', '),
    taskCount: tasks.length === 0 ? '' : tasks.length,
    ...tenseOf(seen),
    groups: groups.map((group, index) => ({
      no: index + 1,
      proposers: saying.agencies(group[0]!.proposed_by),
      count: group.length,
      tasks: group.map(task => ({
        code: task.code,
        title: saying.either(task.title_ko, task.title_en),
        needs: saying.either(task.needs_ko, task.needs_en),
      })),
    })),
    decisions: shownItems(seen)
      .filter(({ isClosed }) => !isClosed)
      .flatMap(({ item }) => decisionValues(seen, item)),
  }
}

/** Of a session that was opened, that it was held, and before its day that it will be. Of one whose day passed without its being opened, neither. */
function tenseOf({ gathered: { session }, made }: SessionSeen): { readonly held: string; readonly toCome: string } {
  if (!isOpenToChange(session.state)) return { held: 'held', toCome: '' }
  return { held: '', toCome: session.held_on >= made ? 'to come' : '' }
}

/** That there is a session may be open long before what it is about. */
function disclosureOf({ audience, gathered: { session, records }, saying: { words, day } }: SessionSeen): string {
  if (session.open_from === null) return words.notYetSaid
  const undecided = records.items.filter(({ open_from, closed_ground }) => open_from === null && closed_ground === null)
  const itself = words.openFrom(day(session.open_from))
  // To everyone an item that is not open is not there, so neither is their number.
  return audience === 'everyone' || undecided.length === 0
    ? itself
    : `${itself}, ${words.itemsNotYetSaid(undecided.length)}`
}

export function sessionValues(seen: SessionSeen) {
  const { gathered, saying, audience, on, made } = seen
  const { council, session, records } = gathered
  const { words, either, day, agency } = saying
  const names = { ko: council.name_ko, en: council.name_en ?? council.name_ko }
  const times = plannedTimes(clockMinutes(session.begins), records.items)
  const isAllOpen = [council, session, ...records.items].every(({ open_from }) => open_from !== null && open_from <= on)
  const holdsClosed = records.items.some(({ closed_ground }) => closed_ground !== null)
  const forCouncil = isAllOpen ? words.grade.open : holdsClosed ? words.grade.partly : words.grade.internal
  return {
    council: names[saying.language],
    secretariat: agency(council.secretariat),
    session: sessionName(names, session.number)[saying.language],
    number: session.number,
    day: day(session.held_on),
    from: session.begins,
    to: timeOf(times.at(-1)?.to ?? clockMinutes(session.begins)),
    place: either(session.place_ko, session.place_en),
    host: session.host === null ? '' : agency(session.host),
    opens: day(session.open_from),
    disclosure: disclosureOf(seen),
    made: day(made),
    grade: audience === 'everyone' ? words.grade.open : forCouncil,
    everyone: audience === 'everyone' ? words.grade.open : '',
  }
}

/** Whether who reads the paper may see it. */
export const isOpen = ({ audience, on }: SessionSeen, { open_from }: { readonly open_from: string | null }): boolean =>
  audience === 'council' || (open_from !== null && open_from <= on)

interface ShownItem {
  readonly item: ItemRow
  readonly no: number
  readonly at: number
  /** The law keeps it closed to who reads the paper: its number and the ground are all that is said. */
  readonly isClosed: boolean
}

/** What is not open and has no ground is not there, and leaves no gap in the numbers. */
function shownItems(seen: SessionSeen): readonly ShownItem[] {
  return seen.gathered.records.items
    .map((item, at) => ({ item, at, isOpen: isOpen(seen, item) }))
    .filter(({ item, isOpen }) => isOpen || item.closed_ground !== null)
    .map(({ item, at, isOpen }, index) => ({ item, at, no: index + 1, isClosed: !isOpen }))
}

function itemLists(seen: SessionSeen): Pick<ValuesOfPaper<'agenda'>, 'items' | 'debated'> {
  const { gathered } = seen
  const times = plannedTimes(clockMinutes(gathered.session.begins), gathered.records.items)
  const shown = shownItems(seen)
  const values = shown.map(one => itemValues(seen, one, times[one.at]!))
  return {
    items: values,
    debated: values.filter((_, index) => !['opening', 'closing'].includes(shown[index]!.item.kind)),
  }
}

type ItemValues = ValuesOfPaper<'agenda'>['items'][number]

const silent = {
  ...{ kind: '', minutes: '', from: '', to: '', task: '', proposers: '', disclosure: '', ground: '' },
  ...{ proposal: '', finding: '', gist: '', undecided: '', decisions: [], answers: [] },
} satisfies Partial<ItemValues>

function itemValues(
  seen: SessionSeen,
  { item, no, isClosed }: ShownItem,
  { from, to }: { readonly from: number; readonly to: number },
): ItemValues {
  const { gathered, saying } = seen
  const { words, either, day, agency } = saying
  if (isClosed) return { ...silent, no, title: words.closed(item.closed_ground!), ground: item.closed_ground }
  const task = gathered.tasks.find(({ id }) => id === item.task_id)
  const isTaskOpen = task !== undefined && isOpen(seen, task)
  const opening = item.open_from === null ? [] : [words.openFrom(day(item.open_from))]
  const closing = item.closed_ground === null ? [] : [words.closed(item.closed_ground)]
  const said = [...closing, ...opening].join(', ')
  return {
    ...silent,
    no,
    title: either(item.title_ko, item.title_en),
    kind: words.itemKind(item.kind),
    minutes: item.minutes,
    from: timeOf(from),
    to: timeOf(to),
    task: isTaskOpen ? task.code : '',
    proposers: saying.agencies(item.proposed_by),
    disclosure: said === '' ? words.notYetSaid : said,
    proposal: item.proposal,
    finding: seen.audience === 'everyone' ? '' : findingSaid(item.finding, saying),
    gist: item.gist,
    undecided: item.undecided ? 'undecided' : '',
    decisions: decisionValues(seen, item),
    answers: isTaskOpen
      ? lastAnswers(seen, task.id).map(({ agency: of, position, reason }) => ({
          agency: agency(of),
          position: words.position(position),
          reason,
        }))
      : [],
  }
}

/** The last of an agency counts. */
function lastAnswers({ gathered }: SessionSeen, task: string) {
  const ofTask = gathered.answers.filter(({ task_id }) => task_id === task)
  return [...new Map(ofTask.map(answer => [answer.agency, answer])).values()]
}

function decisionValues(seen: SessionSeen, item: ItemRow): ItemValues['decisions'] {
  const { gathered, saying } = seen
  return gathered.records.decisions
    .filter(decision => decision.item_id === item.id && isOpen(seen, decision))
    .map(decision => decisionSaid(decision, saying))
}

const decisionSaid = (decision: DecisionRow, { either, words, day }: Saying): ItemValues['decisions'][number] => ({
  number: decision.number,
  text: either(decision.text_ko, decision.text_en),
  votes: words.votes(votesOf(decision)),
  superseded: decision.superseded_by === null ? '' : words.superseded,
  day: day(decision.decided_on),
})

/** It was held against the catalogue before it was kept (check-finding.ts). */
const findingSaid = (kept: unknown, saying: Saying): string => {
  const finding = kept as Finding | null
  return finding?.is === 'step' ? saying.finding(finding) : ''
}

function seatValues({ gathered, saying, audience }: SessionSeen) {
  const { attendance, allSeats, session } = gathered
  if (audience === 'everyone' && session.state !== 'minuted') return []
  return allSeats
    .filter(({ id }) => attendance.has(id))
    .map((seat, index) => {
      const { state, deputy } = attendance.get(seat.id)!
      const told = audience === 'everyone' ? null : deputy
      const title = saying.either(seat.title_ko, seat.title_en)
      return {
        is: state,
        no: index + 1,
        agency: seat.agency === null ? title : saying.agency(seat.agency),
        post: seat.agency === null ? '' : title,
        state: saying.words.attendance(state),
        deputy: told,
      }
    })
}

function agencyValues({
  gathered,
  saying,
}: SessionSeen): readonly { readonly agency: string; readonly posts: string }[] {
  const seats = gathered.seats.map(seat => ({ ...seat, title: saying.either(seat.title_ko, seat.title_en) }))
  return [...Map.groupBy(seats, ({ agency, title }) => agency ?? title)].map(([agency, of]) => ({
    agency: saying.agency(agency),
    posts: of[0]!.agency === null ? '' : of.map(({ title }) => title).join(', '),
  }))
}

export const codeOf = (seen: SessionSeen, task: string | null): string => {
  const row = seen.gathered.tasks.find(({ id }) => id === task)
  return row && isOpen(seen, row) ? row.code : ''
}
