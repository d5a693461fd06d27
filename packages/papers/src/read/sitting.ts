/** When and where the session is: by its label, else from the text around; a day of something else is left alone. */
import type { Day } from '@ieum/catalogue/records'
import {
  beforePlace,
  at as behindIt,
  behindPlace,
  bodies,
  clockOf,
  type DayWritten,
  daysIn,
  isHeld,
  isOnWeekday,
  lengthsIn,
  minutesOf,
  otherDays,
  otherSittings,
  type TimesWritten,
  timesIn,
  written,
  yearAlone,
} from '@ieum/wording/papers'
import type { Unsure } from './draft.ts'
import type { PaperLine } from './paper-lines.ts'
import { type LabelKind, labelledIn, type Part } from './parts.ts'

export interface Said<Value> {
  readonly value: Value
  readonly line: PaperLine
}

export interface Sitting {
  readonly date: Said<Day> | null
  readonly from: Said<string> | null
  readonly to: Said<string> | null
  readonly place: Said<string> | null
  readonly unsure: readonly Unsure[]
}

interface Candidate {
  readonly day: DayWritten | undefined
  readonly times: TimesWritten | undefined
  readonly minutes: number | undefined
  readonly line: PaperLine
  readonly score: number
}

/** Days besides the first that are told of. */
const mostOthers = 20

const besides = new Set(['earlier', 'later', 'contact'])

export function sittingIn(parts: readonly Part[]): Sitting {
  const unsure: Unsure[] = []
  const all = parts.flatMap(part =>
    part.lines.map(each => ({ part, each })).concat(part.heading ? [{ part, each: part.heading }] : []),
  )
  const labelledLines = all.flatMap(({ part, each }) => labelledIn(each).map(label => ({ part, each, ...label })))
  const candidates: Candidate[] = []
  for (const { part, each, kinds, value } of labelledLines) {
    if (!kinds.includes('when') && !kinds.includes('time')) continue
    if (besides.has(part.kind) || isOfAnother(each.line.text)) continue
    const text = value === '' ? behind(part, each.line) : value
    const isWhen = kinds.includes('when')
    candidates.push({
      day: isWhen ? daysIn(text, { plain: true })[0] : undefined,
      times: timesIn(text)[0],
      minutes: lengthsIn(text)[0]?.minutes,
      line: each.line,
      score: isWhen ? 3 : 2,
    })
  }
  if (!candidates.some(({ day }) => day))
    candidates.push(...inTheText(all.map(({ part, each }) => ({ part, line: each.line }))))
  const paper = all.map(({ each }) => each.line.text)
  candidates.sort((a, b) => b.score - a.score)
  const dated = candidates.filter(({ day }) => day)
  const [first] = dated
  const settled = first?.day ? settledDay(first.day, paper) : undefined
  const date = settled?.day && first ? { value: settled.day, line: first.line } : null
  if (!first) unsure.push({ field: 'session.date', line: null, may: [], why: 'not found' })
  else {
    if (settled?.doubt)
      unsure.push({ field: 'session.date', line: first.line.number, may: settled.may, why: settled.doubt })
    if (first.score < 2)
      unsure.push({
        field: 'session.date',
        line: first.line.number,
        may: settled?.day ? [settled.day] : [],
        why: 'in the text only',
      })
    for (const other of dated.slice(1, mostOthers)) {
      const day = settledDay(other.day!, paper).day
      if (day && date && day !== date.value && other.score === first.score)
        unsure.push({ field: 'session.date', line: other.line.number, may: [date.value, day], why: 'another day' })
    }
  }

  const clocked = [first, ...candidates.filter(({ score }) => score >= 2)].find(one => one?.times)
  const times = clocked?.times
  const from = times && clocked ? { value: times.from, line: clocked.line } : null
  const end =
    times?.to ??
    (times && clocked?.minutes && minutesOf(times.from) + clocked.minutes < 24 * 60
      ? clockOf(minutesOf(times.from) + clocked.minutes)
      : undefined)
  const to = end !== undefined && clocked ? { value: end, line: clocked.line } : null
  if (times?.isVague && clocked)
    unsure.push({
      field: 'session.from',
      line: clocked.line.number,
      may: [times.from, clockOf(minutesOf(times.from) + 720)],
      why: 'morning or afternoon',
    })

  const place = placeIn(
    labelledLines.filter(({ part, each }) => !besides.has(part.kind) && !isOfAnother(each.line.text)),
  )
  if (!place) {
    const may = placesInText(all.filter(({ part }) => !besides.has(part.kind)).map(({ each }) => each.line))
    unsure.push(
      may
        ? { field: 'session.place', line: may.line.number, may: [may.value], why: 'in the text only' }
        : { field: 'session.place', line: null, may: [], why: 'not found' },
    )
  }
  return { date, from, to, place, unsure }
}

const isOfAnother = (text: string): boolean =>
  otherDays.some(word => text.includes(word)) || otherSittings.some(word => text.includes(word))

/** What a label at the end of its line is about stands on the next. */
function behind(part: Part, line: PaperLine): string {
  const at = part.lines.findIndex(each => each.line === line)
  return part.lines[at + 1]?.rest ?? ''
}

/** Best where the day of the week stands, the name of such a body, or that it is held. */
function inTheText(lines: readonly { readonly part: Part; readonly line: PaperLine }[]): Candidate[] {
  return lines.flatMap(({ part, line }) => {
    if (besides.has(part.kind) || isOfAnother(line.text)) return []
    const [day] = daysIn(line.text)
    if (!day) return []
    const isOfBody = bodies.some(word => line.text.includes(word)) || isHeld.test(line.text)
    return isOfBody
      ? [
          {
            day,
            times: timesIn(line.text)[0],
            minutes: lengthsIn(line.text)[0]?.minutes,
            line,
            score: day.weekday ? 1.5 : 1,
          },
        ]
      : []
  })
}

interface Settled {
  readonly day?: Day
  readonly doubt?: 'no year' | 'weekday differs'
  readonly may: readonly string[]
}

/** A year or month that is missing is taken from the other days of the paper, as far as the day of the week agrees. */
function settledDay({ year, month, date, weekday }: DayWritten, paper: readonly string[]): Settled {
  if (year !== undefined && month !== undefined) {
    const day = written(year, month, date)
    return isOnWeekday(day, weekday)
      ? { day, may: [day] }
      : { day, doubt: 'weekday differs', may: [day, ...sameWeekday(year, month, date, weekday)] }
  }
  const others = paper.flatMap(text => daysIn(text)).filter(one => one.year !== undefined)
  const years = [
    ...new Set([
      ...others.map(one => one.year!),
      ...paper.flatMap(text => [...text.matchAll(yearAlone)].map(match => Number(match[1]))),
    ]),
  ]
  const months =
    month === undefined
      ? [...new Set(others.map(one => `${one.year}-${one.month}`))].map(text => text.split('-').map(Number))
      : years.map(one => [one, month])
  const days = months.map(([y, m]) => written(y!, m!, date)).filter(day => daysIn(day).length === 1)
  const fitting = days.filter(day => isOnWeekday(day, weekday))
  if (fitting.length > 0) return { day: fitting[0]!, may: fitting, ...(fitting.length > 1 && { doubt: 'no year' }) }
  if (days.length > 0) return { day: days[0]!, doubt: 'weekday differs', may: days }
  return { doubt: 'no year', may: [] }
}

/** Of the same month and date, the years around in which it is that day of the week. */
function sameWeekday(year: number, month: number, date: number, weekday: number | undefined): string[] {
  return [year + 1, year - 1]
    .map(one => written(one, month, date))
    .filter(day => daysIn(day).length === 1 && isOnWeekday(day, weekday))
}

function placeIn(
  lines: readonly {
    readonly part: Part
    readonly each: { readonly line: PaperLine }
    readonly kinds: readonly LabelKind[]
    readonly value: string
  }[],
): Said<string> | null {
  for (const { part, each, kinds, value } of lines) {
    if (!kinds.includes('place')) continue
    const text = value === '' ? behind(part, each.line) : value
    const place = kinds.includes('when') || kinds.includes('time') ? afterTimes(text) : text
    const tidy = tidied(place)
    if (tidy !== '') return { value: tidy, line: each.line }
  }
  return null
}

/** Where the place stands after day and time, or in front of them. */
function afterTimes(text: string): string {
  const pieces = [...daysIn(text, { plain: true }), ...timesIn(text), ...lengthsIn(text)]
  if (pieces.length === 0) return text
  const end = Math.max(...pieces.map(one => one.end))
  const behind = tidied(text.slice(end))
  return behind === '' ? text.slice(0, Math.min(...pieces.map(one => one.at))) : behind
}

const tidied = (text: string): string =>
  text
    .replaceAll('\n', ' ')
    .replace(/^[\s,·/:：;)\]'\-–~]{1,12}/, '')
    .replace(beforePlace, '')
    .replace(/[\s,·/:：;.([]{1,12}$/, '')
    .replace(behindPlace, '')
    .trim()

function placesInText(lines: readonly PaperLine[]): Said<string> | undefined {
  for (const line of lines) {
    if (!bodies.some(word => line.text.includes(word)) || isOfAnother(line.text)) continue
    // `28일(화) 정부세종청사 6동에서 …`: the words in front of it.
    const end = line.text.indexOf(behindIt)
    const found =
      end === -1
        ? undefined
        : line.text
            .slice(Math.max(0, end - 30), end)
            .split(/[\s)]/)
            .slice(-2)
            .join(' ')
            .trim()
    if (found) return { value: tidied(found), line }
  }
  return undefined
}
