/** Which lines may be among the legs that are left, by the waypoints that they have and by whom they help. */
import { rememberedPairs, rememberedTable } from './memo.ts'
import type { Line, Timetable } from './timetable.ts'
import { isAt, type Waypoint } from './waypoint.ts'

export interface Followers {
  /** Whether a line has a waypoint. */
  isThere(line: Line, index: number): boolean
  /** Whether it has one of those that are left. */
  hasPlace(line: Line, index: number): boolean
  /**
   * Whether a leg that reaches nothing itself may still be needed while a waypoint is current and so many legs are left behind it: by a
   * leg that has a later place, or by another such leg that is needed in turn.
   */
  canBeNeeded(line: Line, index: number, legsLeft: number): boolean
  /** Whether a line may be among the legs that are left: it has a later place, or is needed by one behind it and leaves legs for the places. */
  mayFollow(line: Line, index: number, legsLeft: number): boolean
  /** The same without reaching a waypoint. */
  mayFollowWithout(line: Line, index: number, legsLeft: number): boolean
  /**
   * Whether what reaches the waypoint behind one may be applied for as soon as a leg on a line, which reaches that one, is decided: by a
   * `follow-on` link, or since there is none behind it.
   */
  goesOnAtOnce(line: Line, index: number): boolean
}

export function followersOf(
  { lines, helpsTo, followedBy }: Timetable,
  via: readonly Waypoint[],
  maxLegs: number,
): Followers {
  const isPlain = via.every(({ is }) => is === 'place')
  const places = lines.map(({ programme }) => via.map(waypoint => isAt(programme, waypoint)))
  const needed = rememberedTable(lines.length, (via.length + 1) * maxLegs, (number, ahead): boolean => {
    if (!isPlain) return true
    const [index, legsLeft] = [Math.floor(ahead / maxLegs), ahead % maxLegs]
    if (legsLeft < Math.max(via.length - index, 1)) return false
    const { programme } = lines[number]!
    return lines.some(other => helpsTo(programme, other.programme) && mayFollow(other, index, legsLeft))
  })
  const hasPlace: Followers['hasPlace'] = ({ number }, index) => places[number]!.includes(true, index)
  const canBeNeeded: Followers['canBeNeeded'] = ({ number }, index, legsLeft) =>
    needed(number, index * maxLegs + legsLeft)
  const mayFollow: Followers['mayFollow'] = (line, index, legsLeft) =>
    hasPlace(line, index) || mayFollowWithout(line, index, legsLeft)
  const mayFollowWithout: Followers['mayFollowWithout'] = (line, index, legsLeft) =>
    line.helps && legsLeft > via.length - index && canBeNeeded(line, index, legsLeft - 1)
  const isThere: Followers['isThere'] = ({ number }, index) => places[number]![index] ?? false
  const isJoined = rememberedPairs((programme: string, index: number) => {
    const joined = followedBy(programme)
    return joined.length > 0 && lines.some(line => isThere(line, index) && joined.includes(line.programme.id))
  })
  const goesOnAtOnce: Followers['goesOnAtOnce'] = ({ programme }, index) =>
    index + 1 >= via.length || isJoined(programme.id, index + 1)
  return { isThere, hasPlace, canBeNeeded, mayFollow, mayFollowWithout, goesOnAtOnce }
}
