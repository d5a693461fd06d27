/** From the lines of an agenda or a notice to the draft of a session. Pure; what it cannot settle it says. */
import type { Agency } from '@ieum/catalogue/records'
import { agencyReaderOf, columns, peopleIn, sayGaps, withoutGaps, withoutPeople } from '@ieum/wording/papers'
import type { CouncilDraft, Drafted, Origin, Unsure } from './draft.ts'
import type { PaperLine } from './paper-lines.ts'
import { bare, partsOf } from './parts.ts'
import { type Proposers, proposerReaderOf } from './proposers.ts'
import { scheduleIn } from './schedule.ts'
import { type Said, sittingIn } from './sitting.ts'
import { takingPartIn } from './taking-part.ts'
import { type TaskRead, tasksIn, tasksOfLabel } from './tasks.ts'

const mostTasks = 200
const mostDoubts = 300
const longestSource = 300

export function readCouncilPaper(paperLines: readonly PaperLine[], agencies: readonly Agency[]): CouncilDraft {
  const lines = withoutPersons(paperLines)
  const paper = lines.map(({ text }) => text).join('\n')
  const origin = (line: PaperLine): Origin => ({
    line: line.number,
    source: sayGaps(line.text).slice(0, longestSource),
  })
  const drafted = <Value>({ value, line }: Said<Value>): Drafted<Value> => ({ value, ...origin(line) })

  // The day decides which of an agency's names stood: it is read before them.
  const undated = proposerReaderOf(agencyReaderOf(agencies, paper))
  const sitting = sittingIn(partsOf(lines, undated))
  const reader = agencyReaderOf(agencies, paper, sitting.date?.value)
  const proposers = proposerReaderOf(reader)
  const parts = partsOf(lines, proposers)
  const unsure: Unsure[] = [...sitting.unsure]

  const steps = scheduleIn(parts, sitting.from?.value, sitting.to?.value)
  const listed = tasksIn(parts, proposers)
  const tasks = (listed.tasks.length > 0 ? listed.tasks : tasksOfLabel(parts, proposers)).slice(0, mostTasks)
  const taking = takingPartIn(parts, reader)
  const proposing = tasks.flatMap(({ proposers, line }) => (proposers?.ids ?? []).map(id => ({ id, line, as: id })))
  const taken = taking.isGuessed && proposing.length > 0 ? [] : taking.agencies
  const both = [...taken, ...proposing]
  const all = both.filter(({ id }, index) => both.findIndex(one => one.id === id) === index)
  const everyone = all.map(({ id }) => id)
  const together = taking.body.length > 1 ? taking.body : everyone

  const [first, last] = [steps[0], steps.at(-1)]
  const from = sitting.from ?? (first?.from ? { value: first.from, line: first.line } : null)
  const to = sitting.to ?? (last?.to ? { value: last.to, line: last.line } : null)
  if (!from) unsure.push({ field: 'session.from', line: null, may: [], why: 'not found' })
  else if (first?.from && first.from !== from.value)
    unsure.push({ field: 'session.from', line: first.line.number, may: [from.value, first.from], why: 'times differ' })
  if (!to) unsure.push({ field: 'session.to', line: from?.line.number ?? null, may: [], why: 'no end' })
  else if (last?.to && last.to !== to.value)
    unsure.push({ field: 'session.to', line: last.line.number, may: [to.value, last.to], why: 'times differ' })

  if (taking.isGuessed && all.length > 0)
    unsure.push({ field: 'agencies', line: all[0]!.line.number, may: everyone, why: 'in the text only' })
  if (all.length === 0) unsure.push({ field: 'agencies', line: null, may: [], why: 'not found' })
  for (const { id, line } of taking.beside)
    if (!everyone.includes(id) && isMinistry(agencies, id))
      unsure.push({ field: 'agencies', line: line.number, may: [id], why: 'named beside' })
  for (const { name, line } of taking.strangers)
    unsure.push({ field: 'agencies', line: line.number, may: [name], why: 'no such agency' })
  if (steps.length === 0) unsure.push({ field: 'schedule', line: null, may: [], why: 'not found' })
  for (const [index, step] of steps.entries())
    if (step.doubt)
      unsure.push({
        field: `schedule.${index}.${step.doubt === 'gap' || step.doubt === 'morning or afternoon' ? 'from' : 'to'}`,
        line: step.line.number,
        may: [step.from, step.to].filter(one => one !== null),
        why: step.doubt,
      })
  if (tasks.length === 0) unsure.push({ field: 'tasks', line: null, may: [], why: 'not found' })
  if (listed.count && listed.count.is !== tasks.length)
    unsure.push({
      field: 'tasks',
      line: listed.count.line.number,
      may: [String(listed.count.is)],
      why: 'count differs',
    })
  for (const [index, task] of tasks.entries()) unsure.push(...doubtsOf(task, `tasks.${index}`, together))

  return {
    session: {
      date: sitting.date && drafted(sitting.date),
      from: from && drafted(from),
      to: to && drafted(to),
      place: sitting.place && placeOf(drafted(sitting.place)),
    },
    agencies: all.map(({ id, line }) => ({ value: id, ...origin(line) })),
    schedule: steps.map(({ from, to, title, line }) => ({
      from,
      to,
      title: withoutGaps(title),
      ...origin(line),
    })),
    tasks: tasks.map(task => ({
      title: withoutGaps(task.title),
      proposedBy: idsOf(task.proposers, together),
      ...origin(task.line),
    })),
    posts: taking.posts.map(({ agency, title, line }) => ({
      agency,
      title: withoutGaps(title),
      ...origin(line),
    })),
    unsure: unsure.slice(0, mostDoubts).map(one => ({ ...one, may: one.may.map(text => withoutGaps(text)) })),
  }
}

const placeOf = (place: Drafted<string>): Drafted<string> => ({
  ...place,
  value: withoutGaps(place.value),
})

const isMinistry = (agencies: readonly Agency[], id: string): boolean =>
  agencies.some(one => one.id === id && one.kind === 'ministry')

function idsOf(proposers: Proposers | undefined, all: readonly string[]): readonly string[] {
  if (!proposers) return []
  return proposers.together ? all : proposers.ids
}

function doubtsOf(task: TaskRead, field: string, all: readonly string[]): Unsure[] {
  const line = task.line.number
  const doubts: Unsure[] = []
  const { proposers } = task
  if (!proposers) doubts.push({ field: `${field}.proposedBy`, line, may: all, why: 'no proposer' })
  else {
    for (const name of proposers.strangers)
      doubts.push({ field: `${field}.proposedBy`, line, may: [withoutGaps(name)], why: 'no such agency' })
    if (proposers.together && all.length > 2)
      doubts.push({ field: `${field}.proposedBy`, line, may: all, why: 'by which of them' })
    if (proposers.inCharge) doubts.push({ field: `${field}.proposedBy`, line, may: proposers.ids, why: 'in charge' })
    if (task.isGuessed) doubts.push({ field: `${field}.proposedBy`, line, may: proposers.ids, why: 'group unclear' })
  }
  if (task.isCutShort) doubts.push({ field: `${field}.title`, line, may: [], why: 'cut short' })
  return doubts
}

/** First of all, so that nothing that is read further on has anybody in it. */
function withoutPersons(lines: readonly PaperLine[]): PaperLine[] {
  const people = peopleIn(
    lines.map(({ text }) => text),
    cellsUnderNames(lines),
  )
  return lines.map(line => ({
    ...line,
    text: withoutPeople(line.text, people),
    ...(line.cells && { cells: line.cells.map(cell => withoutPeople(cell, people)) }),
  }))
}

/** Everything under a head such as 성명 is a name, whatever it looks like. */
function cellsUnderNames(lines: readonly PaperLine[]): string[] {
  const cells: string[] = []
  let table: number | undefined
  let at: number[] = []
  for (const line of lines) {
    if (line.table === undefined || !line.cells) continue
    if (line.table !== table) at = []
    table = line.table
    const heads = line.cells.flatMap((cell, index) =>
      (columns.people as readonly string[]).includes(bare(cell)) ? [index] : [],
    )
    if (heads.length > 0) at = heads
    else cells.push(...at.map(index => line.cells![index] ?? ''))
  }
  return cells
}

/** The shape that other programs rely on. */
export function plainDraft({ session, agencies, schedule, tasks, unsure }: CouncilDraft) {
  return {
    session: {
      date: session.date?.value ?? null,
      from: session.from?.value ?? null,
      to: session.to?.value ?? null,
      place: session.place?.value ?? null,
    },
    agencies: agencies.map(({ value }) => value),
    schedule: schedule.map(({ from, to, title }) => ({ from, to, title })),
    tasks: tasks.map(({ title, proposedBy }) => ({ title, proposedBy })),
    unsure,
  }
}

export type PlainDraft = ReturnType<typeof plainDraft>
