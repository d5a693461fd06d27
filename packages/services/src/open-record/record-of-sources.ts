/** A council that nobody has set up here: what the catalogue's sources report of it, and nothing more. */
import type { Council, CouncilSeat, Day, ReportedSession, Words } from '@ieum/catalogue/records'
import { latest } from './open-days.ts'
import type { OpenItem, OpenRecord, OpenSeat, OpenSession, OpenTask } from './open-record.ts'

export function recordOfSources(council: Council): OpenRecord {
  const { id, kind, name, source, seats, sessions = [], tasks } = council
  const reported = sessions.map(sessionOf)
  const known = tasks.map(task => taskOf(task, latest(source.dated, sessions[0]?.on)))
  const opened = latest(sessions[0]?.on ?? source.dated)
  return {
    id,
    kind,
    name,
    from: 'sources',
    madeUp: false,
    source,
    secretariat: null,
    foundedOn: null,
    dissolvedOn: null,
    opened,
    updated: latest(source.dated, ...reported.map(({ updated }) => updated), ...known.map(({ updated }) => updated)),
    seats: seats.map(seatOf),
    sessions: reported,
    tasks: known,
    decisions: [],
    actions: [],
  }
}

const seatOf = ({ agency, post, side }: CouncilSeat, index: number): OpenSeat => ({
  id: `seat-${index + 1}`,
  agency: agency ?? null,
  title: post,
  kind: 'member',
  side: side ?? null,
  since: null,
})

function sessionOf({ on, from, to, place, host, schedule = [], source }: ReportedSession, index: number): OpenSession {
  return {
    number: index + 1,
    on,
    begins: from ?? null,
    ends: to ?? null,
    place: place ?? null,
    host: host ?? null,
    state: null,
    reported: true,
    source,
    opened: on,
    minutesFrom: null,
    items: schedule.map((line, at) => itemOf(line, at, `${index + 1}-${at + 1}`)),
    present: null,
    updated: latest(on, source.dated) ?? on,
  }
}

const itemOf = (
  { title, minutes, by }: { readonly title: Words; readonly minutes: number; readonly by?: Words },
  at: number,
  id: string,
): OpenItem => ({
  is: 'open',
  id,
  number: at + 1,
  kind: 'other',
  title,
  minutes,
  by: by ?? null,
  task: null,
  proposedBy: [],
  proposal: null,
  gist: null,
  undecided: false,
  decisions: [],
})

function taskOf(task: Council['tasks'][number], opened: Day | null): OpenTask {
  const later = task.later ?? []
  return {
    code: task.id,
    title: task.title,
    needs: task.needs ?? null,
    proposedBy: task.proposed_by,
    state: null,
    reported: true,
    opened,
    updated: latest(opened, ...later.map(({ source }) => source.dated)),
    programmes: [],
    chains: task.chains ?? [],
    pathways: task.pathways ?? [],
    posts: (task.posts ?? []).map(({ agency, post, inferred }) => ({
      agency,
      title: post,
      inferred: inferred ?? false,
    })),
    answers: [],
    milestones: [],
    aims: [],
    later,
  }
}
