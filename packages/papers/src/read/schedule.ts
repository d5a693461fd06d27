/** The order of a sitting: what happens from when to when. */
import {
  clockOf,
  columns,
  type LengthWritten,
  lengthsIn,
  minutesOf,
  onlyFigures,
  spokenBy,
  type TimesWritten,
  timesIn,
  wordSetApart,
} from '@ieum/wording/papers'
import { markOf, unmarked } from './marks.ts'
import type { PaperLine } from './paper-lines.ts'
import { bare, labelledIn, type Part, type PartLine } from './parts.ts'

interface Step {
  readonly line: PaperLine
  readonly title: string
  readonly from?: string
  readonly to?: string
  readonly minutes?: number
  readonly isVague?: boolean
}

export interface StepRead {
  readonly line: PaperLine
  readonly title: string
  readonly from: string | null
  readonly to: string | null
  readonly doubt?: 'length differs' | 'gap' | 'no end' | 'morning or afternoon'
}

const besides = new Set(['earlier', 'later', 'contact'])

export function scheduleIn(parts: readonly Part[], begins: string | undefined, ends: string | undefined): StepRead[] {
  const sound = parts.filter(({ kind }) => !besides.has(kind))
  const named = sound.filter(({ kind }) => kind === 'schedule').map(part => stepsOfPart(part))
  const steps =
    longest(named) ??
    longest(sound.map(part => tablesOf(part).flatMap(rows => stepsOfTable(rows)))) ??
    longest(sound.map(linesWithTimes)) ??
    []
  return timed(steps, begins, ends)
}

/** A paper may have one in short and one in full. */
function longest(all: readonly (readonly Step[])[]): readonly Step[] | undefined {
  const sorted = all.filter(steps => steps.length >= 2).sort((a, b) => b.length - a.length)
  return sorted[0] ?? all.find(steps => steps.length > 0)
}

function tablesOf(part: Part): PartLine[][] {
  const tables = Map.groupBy(
    part.lines.filter(({ line }) => line.table !== undefined),
    ({ line }) => line.table,
  )
  return [...tables.values()].filter(rows => hasTimeColumn(rows))
}

const isOneOf = (cell: string, words: readonly string[]): boolean => words.includes(bare(cell).replaceAll(/[*※]/g, ''))

const headOf = (rows: readonly PartLine[]): number =>
  rows.findIndex(({ line }) => {
    const heads = line.cells!.filter(cell => isOneOf(cell, columns.time) || isOneOf(cell, columns.title))
    return heads.length >= 2 && timesIn(line.text).length === 0
  })

function hasTimeColumn(rows: readonly PartLine[]): boolean {
  const head = headOf(rows)
  return (
    head !== -1 &&
    rows[head]!.line.cells!.some(cell => isOneOf(cell, columns.time)) &&
    rows.slice(head + 1).some(({ line }) => timesIn(line.text).length > 0 || lengthsIn(line.text).length > 0)
  )
}

function stepsOfPart(part: Part): Step[] {
  const rows = Map.groupBy(
    part.lines.filter(({ line }) => line.table !== undefined),
    ({ line }) => line.table,
  )
  const inTables = [...rows.values()].flatMap(stepsOfTable)
  if (inTables.length > 0) return inTables
  const timedLines = part.lines.filter(
    ({ line, rest }) => !line.cells && (timesIn(rest).length > 0 || lengthsIn(rest).length > 0),
  )
  const level = timedLines[0]?.rank
  return timedLines.filter(({ rank }) => rank === level).flatMap(each => stepOf(each) ?? [])
}

/** Several lines in a row that begin with a time, without a heading; a label in front of it makes it something else. */
function linesWithTimes({ lines }: Part): Step[] {
  const steps = lines.flatMap(each => {
    const at = timesIn(each.rest)[0]?.at
    return !each.line.cells && at !== undefined && at <= 2 && labelledIn(each).length === 0 ? (stepOf(each) ?? []) : []
  })
  return steps.length >= 2 ? steps : []
}

function stepOf({ rest, line }: PartLine): Step | undefined {
  const [time] = timesIn(rest)
  const [length] = lengthsIn(rest)
  const left = cutOut(rest, [time, length]).replaceAll(wordSetApart, '$1$2')
  const [title = ''] = left
    .replace(/^[\s)\]:：|,·\-–~]{1,12}/, '')
    .split(/\s{2,}|\s?\|\s?/)
    .filter(piece => piece.trim() !== '')
  return stepFrom(line, title, time, length)
}

function stepsOfTable(rows: readonly PartLine[]): Step[] {
  const head = headOf(rows)
  const cells = head === -1 ? [] : rows[head]!.line.cells!
  const titleAt = columns.title.map(word => cells.findIndex(cell => isOneOf(cell, [word]))).find(at => at !== -1)
  const timeAts = cells.flatMap((cell, index) => (isOneOf(cell, columns.time) && index !== titleAt ? [index] : []))
  return rows.slice(head + 1).flatMap(({ line }) => {
    const own = line.cells!
    const timeAt = (timeAts.length > 0 ? timeAts : own.map((_, index) => index)).find(
      index => timesIn(own[index] ?? '').length > 0,
    )
    const time = timeAt === undefined ? undefined : timesIn(own[timeAt]!)[0]
    const lengthAt = own.findIndex(
      (cell, index) =>
        (lengthsIn(cell).length > 0 || (timeAts.includes(index) && /^\d{1,3}$/.test(cell.trim()))) &&
        (titleAt !== index || timeAts.length === 0),
    )
    const lengthCell = lengthAt === -1 ? '' : own[lengthAt]!
    const length: LengthWritten | undefined =
      lengthsIn(lengthCell)[0] ??
      (/^\d{1,3}$/.test(lengthCell.trim()) && lengthAt !== -1
        ? { at: 0, end: lengthCell.length, minutes: Number(lengthCell) }
        : undefined)
    if (!time && !length) return []
    const titleCell = titleAt === undefined ? own.find((cell, index) => isTitle(cell, index, timeAt)) : own[titleAt]
    const within = titleCell ?? ''
    return stepFrom(line, firstOf(cutOut(within, [timesIn(within)[0], lengthsIn(within)[0]])), time, length) ?? []
  })
}

/** Of a cell with marks, what stands behind the first; what is set deeper are details. */
function firstOf(cell: string): string {
  const lines = cell.split('\n').filter(line => line.trim() !== '')
  const [first = ''] = lines
  const isList = lines.slice(1).some(line => markOf(line).rank !== unmarked)
  return isList ? first : lines.join(' ')
}

function isTitle(cell: string, index: number, timeAt: number | undefined): boolean {
  if (index === timeAt || cell === '' || onlyFigures.test(cell)) return false
  return cutOut(cell, [timesIn(cell)[0], lengthsIn(cell)[0]]).trim() !== ''
}

function cutOut(text: string, pieces: readonly ({ readonly at: number; readonly end: number } | undefined)[]): string {
  const sorted = pieces.filter(piece => piece !== undefined).sort((a, b) => b.at - a.at)
  const left = sorted.reduce((rest, { at, end }) => `${rest.slice(0, at)}  ${rest.slice(end)}`, text)
  return left.replaceAll(/\(\s{0,6}[,/·]?\s{0,6}\)/g, ' ')
}

function stepFrom(
  line: PaperLine,
  written: string,
  time: TimesWritten | undefined,
  length: LengthWritten | undefined,
): Step | undefined {
  const title = markOf(written.replaceAll(wordSetApart, '$1$2').trim())
    .rest.replace(spokenBy, '')
    .replace(/[\s:：,·-]{1,10}$/, '')
    .trim()
  if (!/\p{L}{2}/u.test(title) || (!time && !length)) return undefined
  return {
    line,
    title,
    ...(time && { from: time.from, ...(time.to && { to: time.to }), ...(time.isVague && { isVague: true }) }),
    ...(length && { minutes: length.minutes }),
  }
}

/** What is not said follows from the neighbours: a beginning from the end before, an end from the length or the next beginning. */
function timed(steps: readonly Step[], begins: string | undefined, ends: string | undefined): StepRead[] {
  const read: StepRead[] = []
  for (const [index, step] of steps.entries()) {
    const before = read.at(-1)
    const from = step.from ?? before?.to ?? (index === 0 ? begins : undefined) ?? null
    const byLength =
      from !== null && step.minutes !== undefined && minutesOf(from) + step.minutes < 24 * 60
        ? clockOf(minutesOf(from) + step.minutes)
        : undefined
    const to = step.to ?? byLength ?? steps[index + 1]?.from ?? (index === steps.length - 1 ? ends : undefined) ?? null
    const isOther = step.to !== undefined && byLength !== undefined && step.to !== byLength
    const isApart = before?.to != null && from !== null && before.to !== from
    const doubt = step.isVague
      ? 'morning or afternoon'
      : isOther
        ? 'length differs'
        : isApart
          ? 'gap'
          : to === null
            ? 'no end'
            : undefined
    read.push({ line: step.line, title: step.title, from, to, ...(doubt && { doubt }) })
  }
  return read
}
