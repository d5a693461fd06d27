/** Times of day and lengths as Korean papers write them: `10:30~12:00`, `오전 10시 30분`, `14시부터 15시까지`, `(10')`, `70분`. */

export interface TimesWritten {
  readonly at: number
  readonly end: number
  /** `10:30`. */
  readonly from: string
  readonly to?: string
  /** An hour before seven, said without morning or afternoon. */
  readonly isVague?: boolean
}

const half = '(오전|오후|낮|밤|저녁|새벽|[AaPp][Mm])?\\s{0,2}'
const clock = `${half}(\\d{1,2})(?:\\s?[:：]\\s?([0-5]\\d)|\\s?시(?!간)(?:\\s{0,2}(\\d{1,2})\\s?분|\\s{0,2}(반))?)`
const between = '\\s{0,2}(?:[~∼～〜\\-–—−]|부터|에서)\\s{0,2}'
const range = new RegExp(`(?<![\\d:.])(?:${clock}${between}${clock}|${clock})`, 'g')
/** `14~16시`. */
const hours = new RegExp(`(?<![\\d:.])${half}(\\d{1,2})${between}${clock}`, 'g')

export function timesIn(text: string): TimesWritten[] {
  const found: TimesWritten[] = []
  for (const match of text.matchAll(hours)) {
    const [all, part, hour, laterPart, laterHour, colon, minutes, halfPast] = match
    if (colon !== undefined) continue
    const to = minuteOf(laterPart ?? part, laterHour!, minutes, halfPast)
    const from = minuteOf(part ?? laterPart, hour!)
    if (from !== undefined && to !== undefined && from < to)
      found.push({ at: match.index, end: match.index + all.length, from: clockOf(from), to: clockOf(to) })
  }
  for (const match of text.matchAll(range)) {
    const at = match.index
    const end = at + match[0].length
    if (found.some(one => at < one.end && end > one.at)) continue
    const [part, hour, colon, minutes, halfPast] = match[2] === undefined ? match.slice(11, 16) : match.slice(1, 6)
    const from = minuteOf(part, hour!, colon ?? minutes, halfPast)
    if (from === undefined) continue
    const later = match[2] === undefined ? undefined : laterOf(from, part, match.slice(6, 11))
    found.push({
      at,
      end,
      from: clockOf(from),
      ...(later !== undefined && { to: clockOf(later) }),
      ...(part === undefined && from < 7 * 60 && { isVague: true }),
    })
  }
  return found.sort((a, b) => a.at - b.at)
}

/** `오후 2시~4시` goes on in the afternoon, `오전 11시~1시` into it. */
function laterOf(
  from: number,
  part: string | undefined,
  [own, hour, colon, minutes, halfPast]: (string | undefined)[],
) {
  const to = minuteOf(own, hour!, colon ?? minutes, halfPast)
  if (to === undefined || own !== undefined || to > from || part === undefined) return to
  const isLater = to + 12 * 60
  return isLater > from && isLater < 24 * 60 ? isLater : to
}

const afternoon = /^(?:오후|밤|저녁|pm)$/i
const morning = /^(?:오전|새벽|am)$/i

function minuteOf(part: string | undefined, hour: string, minutes?: string, halfPast?: string): number | undefined {
  const said = Number(hour)
  const of = Number(minutes ?? (halfPast ? 30 : 0))
  const is =
    part && afternoon.test(part) && said < 12 ? said + 12 : part && morning.test(part) && said === 12 ? 0 : said
  const early = part === '낮' && said < 6 ? said + 12 : is
  return early > 23 || of > 59 ? undefined : early * 60 + of
}

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

export interface LengthWritten {
  readonly at: number
  readonly end: number
  readonly minutes: number
}

const length =
  /\(?\s{0,2}(?:약\s?)?(?<![\d:.])(?:(\d{1,2})\s?시간(?:\s{0,2}(\d{1,2})\s?분)?|(\d{1,3})\s?(?:['’′‘]|분(?![가-힣])))\s{0,2}\)?/g

/** What lasts how long; minutes of a time of day (`10시 30분`) are none. */
export function lengthsIn(text: string): LengthWritten[] {
  const times = timesIn(text)
  return [...text.matchAll(length)]
    .map(match => ({
      at: match.index,
      end: match.index + match[0].length,
      minutes: match[3] === undefined ? Number(match[1]) * 60 + Number(match[2] ?? 0) : Number(match[3]),
    }))
    .filter(
      ({ at, end, minutes }) =>
        isWhole(text.slice(at, end)) &&
        minutes > 0 &&
        minutes <= 600 &&
        times.every(time => end <= time.at || at >= time.end),
    )
}

/** Not a piece of a note in brackets: `(의제별 30분)` is no length of the whole. */
const isWhole = (written: string): boolean => written.trimStart().startsWith('(') === written.trimEnd().endsWith(')')
