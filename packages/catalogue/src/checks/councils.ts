import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { Catalogue, CollaborationTask, Council, CouncilSeat } from '../records.ts'
import type { Names } from './names.ts'

/** Agencies must be there; what names a programme's chain or a pathway may have been cut out. */
export function* wrongInCouncils(
  { councils = [], pathways, programmes, links }: Catalogue,
  names: Names,
): Generator<Finding> {
  const known: Known = {
    agencies: names.agencies,
    councils: new Set(councils.map(({ id }) => id)),
    pathways: new Set(pathways.map(({ id }) => id)),
    chains: new Set(programmes.flatMap(({ chains = [] }) => chains)),
  }
  const councilOf = new Map<string, string>()
  for (const council of councils) {
    yield* wrongInCouncil(council, known)
    for (const [index, task] of council.tasks.entries()) {
      const pointer = ['councils', council.id, 'tasks', index]
      const other = councilOf.get(task.id)
      if (other !== undefined)
        yield { pointer: [...pointer, 'id'], wrong: `${task.id} is a task of ${other} too`, right: 'each id once' }
      councilOf.set(task.id, council.id)
      yield* wrongInTask(task, pointer, council, known)
    }
  }
  if (councils.length > 0)
    for (const { id, agreed } of links)
      if (agreed?.in !== undefined && !councilOf.has(agreed.in))
        yield {
          pointer: ['links', id, 'agreed', 'in'],
          wrong: `no council has a task ${agreed.in}`,
          right: didYouMean(agreed.in, councilOf.keys()),
          isWarning: true,
        }
}

interface Known {
  readonly agencies: ReadonlyMap<string, unknown>
  readonly councils: ReadonlySet<string>
  readonly pathways: ReadonlySet<string>
  readonly chains: ReadonlySet<string>
}

type Place = (string | number)[]

function* wrongInCouncil(council: Council, known: Known): Generator<Finding> {
  const { id, pathways = [], sessions = [] } = council
  const pointer = ['councils', id]
  yield* wrongInSeats(council, [...pointer, 'seats'], known)
  yield* missing(pathways, [...pointer, 'pathways'], 'pathway', known.pathways)
  for (const [index, { on, from, to, host, schedule = [] }] of sessions.entries()) {
    const here = [...pointer, 'sessions', index]
    const before = sessions[index - 1]
    if (before && before.on >= on)
      yield { pointer: [...here, 'on'], wrong: `${on} behind ${before.on}`, right: 'oldest first' }
    if (host !== undefined && !known.agencies.has(host)) yield noAgency(host, [...here, 'host'], known)
    if (from === undefined || to === undefined) continue
    const length = minutesOf(to) - minutesOf(from)
    const planned = schedule.reduce((sum, { minutes }) => sum + minutes, 0)
    if (length <= 0) yield { pointer: [...here, 'to'], wrong: `from ${from} to ${to}`, right: 'from < to' }
    else if (planned > length)
      yield {
        pointer: [...here, 'schedule'],
        wrong: `${planned} minutes in a session of ${length}`,
        right: `at most ${length}`,
      }
  }
}

function* wrongInSeats({ kind, seats }: Council, pointer: Place, known: Known): Generator<Finding> {
  yield* wrongInPosts(seats, pointer, known)
  for (const [index, { side }] of seats.entries())
    if ((side !== undefined) !== (kind === 'consultative'))
      yield {
        pointer: [...pointer, index],
        wrong:
          side === undefined ? 'a seat of a consultative body without a side' : `a side in a council of kind ${kind}`,
        right: side === undefined ? 'side: large, small or public' : 'no side',
      }
  if (kind === 'consultative')
    for (const side of ['large', 'small'] as const)
      if (seats.every(seat => seat.side !== side))
        yield { pointer, wrong: `nobody of the ${side} side`, right: 'seats of both sides' }
}

function* wrongInTask(task: CollaborationTask, pointer: Place, { seats }: Council, known: Known): Generator<Finding> {
  const seated = new Set(seats.flatMap(({ agency }) => agency ?? []))
  for (const [index, agency] of task.proposed_by.entries())
    if (!seated.has(agency))
      yield {
        pointer: [...pointer, 'proposed_by', index],
        wrong: `${agency} has no seat`,
        right: didYouMean(agency, seated),
      }
  yield* wrongInPosts(task.posts ?? [], [...pointer, 'posts'], known)
  yield* missing(task.pathways ?? [], [...pointer, 'pathways'], 'pathway', known.pathways)
  yield* missing(task.councils ?? [], [...pointer, 'councils'], 'council', known.councils)
  yield* missing(task.chains ?? [], [...pointer, 'chains'], 'programme of the chain', known.chains)
}

function* wrongInPosts(posts: readonly CouncilSeat[], pointer: Place, known: Known): Generator<Finding> {
  for (const [index, { agency }] of posts.entries())
    if (agency !== undefined && !known.agencies.has(agency))
      yield noAgency(agency, [...pointer, index, 'agency'], known)
}

const noAgency = (agency: string, pointer: Place, { agencies }: Known): Finding => ({
  pointer,
  wrong: `no agency ${agency}`,
  right: didYouMean(agency, agencies.keys()),
})

function* missing(
  ids: readonly string[],
  pointer: Place,
  what: string,
  there: ReadonlySet<string>,
): Generator<Finding> {
  for (const [index, id] of ids.entries())
    if (!there.has(id))
      yield { pointer: [...pointer, index], wrong: `no ${what} ${id}`, right: didYouMean(id, there), isWarning: true }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return 60 * hours + minutes
}
