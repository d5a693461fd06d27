/** The tasks or agenda items that a paper lists, with who proposes each. */
import {
  andOthers,
  cellWithCount,
  columns,
  lengthsIn,
  numberedTask,
  onlyCount,
  otherHeads,
  sentenceEnd,
  timesIn,
} from '@ieum/wording/papers'
import { markOf, unmarked } from './marks.ts'
import type { PaperLine } from './paper-lines.ts'
import { bare, countIn, labelledIn, type Part, type PartLine } from './parts.ts'
import type { ProposerReader, Proposers } from './proposers.ts'

export interface TaskRead {
  readonly line: PaperLine
  readonly title: string
  proposers?: Proposers | undefined
  /** Taken from the row beside it. */
  isGuessed?: boolean
  readonly isCutShort?: boolean
}

export interface TasksRead {
  readonly tasks: readonly TaskRead[]
  /** How many the paper says there are, where it says so. */
  readonly count: { readonly is: number; readonly line: PaperLine } | null
}

const besides = new Set(['earlier', 'later', 'contact', 'schedule', 'attendance'])

export function tasksIn(parts: readonly Part[], proposers: ProposerReader): TasksRead {
  const tasks: TaskRead[] = []
  let count: TasksRead['count'] = null
  for (const part of parts) {
    if (part.kind === 'tasks') {
      const own = part.heading && proposers.groupIn(part.heading.rest)
      tasks.push(...tasksOfPart(part, proposers, own ?? undefined))
      if (part.count !== null && !own && part.heading) count = { is: part.count, line: part.heading.line }
    } else if (!besides.has(part.kind)) tasks.push(...numberedIn(part, proposers))
  }
  return { tasks: onceEach(tasks), count }
}

/** Lines of a cell, or `①` after `①` in a line. */
const oneOfList = /\n|,?\s{0,3}(?=[①-⑳❶-❿])/

/** One that the paper has in short for an agenda that it does not list. */
export function tasksOfLabel(parts: readonly Part[], proposers: ProposerReader): TaskRead[] {
  return parts
    .filter(({ kind }) => !besides.has(kind))
    .flatMap(part =>
      part.lines.flatMap(each =>
        labelledIn(each)
          .filter(
            ({ kinds, value }) =>
              kinds.includes('agenda') && value !== '' && (countIn(value) === null || andOthers.test(value)),
          )
          .flatMap(({ value }) =>
            value.split(oneOfList).flatMap(text => taskOf(markOf(text).rest, each.line, proposers) ?? []),
          ),
      ),
    )
}

function tasksOfPart(part: Part, proposers: ProposerReader, own: Proposers | undefined): TaskRead[] {
  const tasks: TaskRead[] = []
  let group = own
  let level: number | undefined
  for (let at = 0; at < part.lines.length; at += 1) {
    const each = part.lines[at]!
    const { line, rank, rest } = each
    if (line.table !== undefined) {
      const rows: PartLine[] = []
      while (part.lines[at]?.line.table === line.table) rows.push(part.lines[at++]!)
      at -= 1
      tasks.push(...tasksOfTable(rows, proposers, group))
      continue
    }
    const headed = proposers.groupIn(rest)
    if (headed) {
      group = headed
      level = undefined
      continue
    }
    const told = proposerTold(each, proposers)
    if (told) {
      const last = tasks.at(-1)
      if (last && !last.proposers) last.proposers = told
      else if (!last) group = told
      continue
    }
    const isNumbered = numberedTask.test(rest)
    if (rank === unmarked && !isNumbered) {
      if (level !== undefined && level !== unmarked) continue
      if (sentenceEnd.test(rest) || rest.length > 100) continue
    }
    const depth = isNumbered ? 0 : rank
    level ??= depth
    if (depth > level) continue
    level = depth
    const task = taskOf(rest, line, proposers)
    if (task) tasks.push({ ...task, proposers: task.proposers ?? group })
  }
  return tasks
}

/** `안건 1: …` outside of any list. */
function numberedIn(part: Part, proposers: ProposerReader): TaskRead[] {
  const tasks: TaskRead[] = []
  for (const each of part.lines) {
    const told = tasks.length > 0 ? proposerTold(each, proposers) : undefined
    const last = tasks.at(-1)
    if (told && last && !last.proposers) last.proposers = told
    else if (!each.line.cells && numberedTask.test(each.rest))
      tasks.push(...[taskOf(each.rest, each.line, proposers)].filter(one => one !== undefined))
  }
  if (part.heading && numberedTask.test(part.heading.rest)) {
    const task = taskOf(part.heading.rest, part.heading.line, proposers)
    const told = part.lines.map(each => proposerTold(each, proposers)).find(one => one !== undefined)
    if (task) tasks.unshift({ ...task, proposers: task.proposers ?? told })
  }
  return tasks
}

/** A line of its own that says who proposes what stands above it. */
function proposerTold(each: PartLine, proposers: ProposerReader): Proposers | undefined {
  const told = labelledIn(each).find(({ kinds }) => kinds.includes('proposer') || kinds.includes('inCharge'))
  if (!told) return undefined
  const read = proposers.in(told.value)
  return read && { ...read, inCharge: !told.kinds.includes('proposer') }
}

const inFront = /^[([【〔<「]\s{0,2}([^()[\]【】〔〕<>「」]{1,40})[)\]】〕>」]\s{0,3}/
const atEnd = /\s{0,4}[([【〔<]\s{0,2}([^()[\]【】〔〕<>]{1,80})[)\]】〕>]\s{0,3}$/
const behindDash = /\s{1,4}[-–—/|:]\s{1,4}([^-–—/|]{2,40})$/
const beforeColon = /^([^:：]{2,30})[:：]\s{0,4}(?=\S)/

/** Undefined where no title is left. */
function taskOf(text: string, line: PaperLine, proposers: ProposerReader): TaskRead | undefined {
  let title = text.replaceAll('\n', ' ').replace(numberedTask, '')
  let found: Proposers | undefined
  for (const pattern of [inFront, beforeColon, atEnd, behindDash, atEnd]) {
    const match = pattern.exec(title)
    const read = match ? proposers.in(match[1]!) : undefined
    if (match && read && match[0].length < title.length) {
      found ??= read
      title = (match.index === 0 ? title.slice(match[0].length) : title.slice(0, match.index)).trim()
    } else if (match && pattern === atEnd && isOnlyLength(match[1]!)) title = title.slice(0, match.index).trim()
  }
  // Marks behind a frame, and a frame around the whole.
  title = markOf(title)
    .rest.replace(/^[「『"'“‘]([^「」『』"'“”‘’]{2,200})[」』"'”’]$/, '$1')
    .replace(/[.;,:]$/, '')
    .trim()
  if (title.length < 2 || !/[\p{L}]{2}/u.test(title)) return undefined
  return { line, title, ...(found && { proposers: found }), ...(andOthers.test(title) && { isCutShort: true }) }
}

const isOnlyLength = (text: string): boolean =>
  [...lengthsIn(text), ...timesIn(text)].some(({ at, end }) => (text.slice(0, at) + text.slice(end)).trim() === '') ||
  onlyCount.test(text.trim())

interface Row {
  readonly line: PaperLine
  readonly titles: TaskRead[]
  readonly label: Proposers | undefined
  readonly count: number | null
}

function tasksOfTable(rows: readonly PartLine[], proposers: ProposerReader, group: Proposers | undefined): TaskRead[] {
  const head = rows.findIndex(
    ({ line }) => line.cells!.filter(cell => isHead(cell)).length >= (rows.length > 1 ? 2 : 3),
  )
  const body = rows.slice(head + 1)
  const headCells = head === -1 ? [] : rows[head]!.line.cells!
  // A schedule that stands among the tasks.
  if (body.length > 0 && body.every(({ line }) => timesIn(line.text).length > 0)) return []
  const titleAt = titleColumn(headCells, body, proposers)
  const people = headCells.flatMap((cell, index) => (isOneOf(cell, columns.people) ? [index] : []))
  const proposerHead = headCells.findIndex((cell, index) => index !== titleAt && isOneOf(cell, columns.proposer))
  const chargeHead = headCells.findIndex(cell => isOneOf(cell, columns.inCharge))

  const depth = Math.min(unmarked, ...body.map(({ line }) => markOf(line.cells![titleAt] ?? '').rank))
  const isDetail = (cell: string) => markOf(cell).rank > depth && markOf(cell).rank !== unmarked

  const read: Row[] = []
  let headed = group
  for (const { line } of body) {
    const cells = line.cells!
    const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [index]))
    const only = filled.length === 1 ? proposers.groupIn(cells[filled[0]!]!) : undefined
    if (only && filled[0] !== titleAt && !isSpanning(read)) headed = only
    else if (only && filled[0] === titleAt) {
      headed = only
      continue
    }
    const others = filled.filter(index => index !== titleAt && !people.includes(index))
    const at = [proposerHead, chargeHead, ...others].filter(index => index >= 0 && others.includes(index))
    const labelAt = at.find(index => proposers.in(cells[index]!) !== undefined)
    const label = labelAt === undefined ? undefined : proposers.in(cells[labelAt]!)
    const count = others
      .map(index => (cellWithCount.test(cells[index]!) || label ? countIn(cells[index]!) : null))
      .find(one => one !== null)
    read.push({
      line,
      titles: isDetail(cells[titleAt] ?? '') ? [] : titlesIn(cells[titleAt] ?? '', line, proposers),
      label: label && { ...label, inCharge: label.inCharge || (labelAt === chargeHead && labelAt !== proposerHead) },
      count: count ?? null,
    })
  }
  return labelledRows(read, headed)
}

const isSpanning = (rows: readonly Row[]): boolean => rows.length > 0

const isOneOf = (cell: string, words: readonly string[]): boolean => words.includes(bare(cell).replaceAll(/[*※]/g, ''))

const isHead = (cell: string): boolean =>
  [columns.time, columns.title, columns.task, columns.proposer, columns.inCharge, columns.people].some(words =>
    isOneOf(cell, words),
  ) || otherHeads.test(bare(cell))

function titleColumn(head: readonly string[], body: readonly PartLine[], proposers: ProposerReader): number {
  for (const word of columns.task) {
    const at = head.findIndex(cell => isOneOf(cell, [word]))
    if (at !== -1) return at
  }
  // The column with most to read that names no proposer.
  const width = Math.max(0, ...body.map(({ line }) => line.cells!.length))
  const lengths = Array.from({ length: width }, (_, index) =>
    body.reduce((sum, { line }) => {
      const cell = line.cells![index] ?? ''
      return sum + (proposers.in(cell) ? 0 : cell.length)
    }, 0),
  )
  return lengths.indexOf(Math.max(...lengths))
}

/** Lines of a cell that were put behind one another. */
const markWithin = /\s(?=[ㅇ○●◦□■▪]\s)/

/** A cell may list several, each behind a mark of its own. */
function titlesIn(cell: string, line: PaperLine, proposers: ProposerReader): TaskRead[] {
  const lines = cell.split('\n').filter(one => one.trim() !== '')
  const isList = lines.length > 1 && markOf(lines[0]!).rank !== unmarked
  const rank = isList ? markOf(lines[0]!).rank : unmarked
  const texts = isList ? joined(lines, rank) : [lines.join(' ')]
  return texts.flatMap(text => text.split(markWithin)).flatMap(text => taskOf(markOf(text).rest, line, proposers) ?? [])
}

/** Lines without a mark go on with the one above; deeper ones are details. */
function joined(lines: readonly string[], rank: number): string[] {
  const texts: string[] = []
  let isDetail = false
  for (const line of lines) {
    const own = markOf(line).rank
    if (own === rank) {
      texts.push(line)
      isDetail = false
    } else if (own === unmarked && !isDetail && texts.length > 0) texts.push(`${texts.pop()} ${line}`)
    else isDetail = true
  }
  return texts
}

/** A label that spans rows stands in the first of them, or in the middle where a program has written the table out as text. */
function labelledRows(rows: readonly Row[], group: Proposers | undefined): TaskRead[] {
  const hasCounts = rows.some(({ count, titles }) => count !== null && count > titles.length)
  if (hasCounts) {
    const tasks: TaskRead[] = []
    for (let at = 0; at < rows.length; ) {
      const count = rows[at]!.count
      let end = at + 1
      while (
        end < rows.length &&
        rows[end]!.count === null &&
        (count === null || titlesOf(rows.slice(at, end)) < count)
      )
        end += 1
      const span = rows.slice(at, end)
      const label = span.find(row => row.label)?.label ?? group
      for (const row of span)
        for (const title of row.titles) tasks.push({ ...title, proposers: title.proposers ?? label })
      at = end
    }
    return tasks
  }
  const first = rows.findIndex(({ label }) => label)
  const isCentred = first > 0 && rows.slice(0, first).some(({ titles }) => titles.length > 0)
  let label = isCentred ? rows[first]!.label : group
  return rows.flatMap(row => {
    const isOwn = row.label !== undefined
    label = row.label ?? label
    return row.titles.map(title => ({
      ...title,
      proposers: title.proposers ?? label,
      ...(isCentred && !isOwn && !title.proposers && { isGuessed: true }),
    }))
  })
}

const titlesOf = (rows: readonly Row[]): number => rows.reduce((sum, { titles }) => sum + titles.length, 0)

/** The same title in an overview and in its list is one task; who proposes it is kept from where it is said. */
function onceEach(tasks: readonly TaskRead[]): TaskRead[] {
  const byTitle = new Map<string, TaskRead>()
  for (const task of tasks) {
    const key = bare(task.title).toLowerCase()
    const there = byTitle.get(key)
    if (!there) byTitle.set(key, task)
    else if (!there.proposers) there.proposers = task.proposers
  }
  return [...byTitle.values()]
}
