/**
 * What can be boarded for one question, found backwards from the waypoints.
 *
 * Nothing is lost by leaving every other programme out. In a lean itinerary each leg is needed: without it a waypoint is not reached,
 * or another leg has a criterion no longer met or an exclusion now met. The first means that it reaches a waypoint (so it has the
 * stage or is the programme) or brings what the sentence of a `fact:` waypoint asks for. The second means that something it brings
 * can turn a criterion of a later leg to met or an exclusion to not met, or that a link from it waives a criterion there; and the
 * last leg can only be needed in the first way. Counting back from the last leg, every leg is therefore in the set below.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayNumber } from '@ieum/catalogue/days'
import type { Link } from '@ieum/catalogue/records'
import type { Rulebook, RuledEdition, RuledProgramme } from '@ieum/rules'
import { still, up } from './concern.ts'
import { type Award, awardOf } from './gains.ts'
import { type Demand, type Helping, helpingOf, isForGood } from './helping.ts'
import { remembered, rememberedPairs, rememberedTable } from './memo.ts'
import { type Opening, openingsLeft, standingOpening } from './openings.ts'
import type { PlanRequest } from './plan.ts'
import { sentencesOf, type Ties } from './ties.ts'
import { isAt, type Waypoint } from './waypoint.ts'

/** An edition that can be boarded. */
export interface Line {
  readonly number: number
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
  /** By opening day. */
  readonly openings: readonly Opening[]
  readonly selected: Award
  readonly completed: Award
  /** What it brings may make a leg possible, or reach a `fact:` waypoint. */
  readonly helps: boolean
  /** What it asks that reads the day, or a figure that is dated: criteria and exclusions. */
  readonly turning: readonly number[]
  /** The days on which links that waive its criteria come into force or end. */
  readonly dated: readonly DayNumber[]
  /** Whether its criteria, exclusions or what it gives can turn with time. */
  readonly turnsWithTime: boolean
}

export interface Timetable {
  /** What can be boarded. */
  readonly lines: readonly Line[]
  /** Those of the legs that stand, in their order: told of like all others, and never boarded again. */
  readonly held: readonly Line[]
  readonly concerns: (line: Line, award: Award) => boolean
  readonly concernsSentence: (sentence: number, award: Award) => boolean
  /** Whether any line, or a waypoint, can tell the award. */
  readonly matters: (award: Award) => boolean
  /** What of a line an award may meet. */
  readonly demands: (line: Line, award: Award) => readonly Demand[]
  /** Whether what meets a demand once meets it ever after. */
  readonly isForGood: (demand: Demand) => boolean
  /** Whether what a line brings may make a leg of another possible. */
  readonly helpsTo: (from: Line, to: RuledProgramme) => boolean
  /** Whether a line may be boarded before it is known that its waypoint is current: only where a fact can be reached on the day of applying. */
  readonly maySkip: (line: Line) => boolean
  /** Whether any sentence reads the day of a participation. */
  readonly readsDays: boolean
  /** Whether any sentence reads what was granted with a participation. */
  readonly readsGranted: boolean
  /** Whether any `follow-on` link leads on from a programme. */
  readonly isFollowed: (programme: string) => boolean
  /** The days on which `follow-on` links to a programme come into force. */
  readonly followOnDays: (programme: string) => readonly DayNumber[]
  /** Whether one names the other in its `excludes`. */
  readonly conflict: (a: Line, b: Line) => boolean
}

export function timetableOf(
  rulebook: Rulebook,
  ties: Ties,
  via: readonly Waypoint[],
  on: DayNumber,
  end: DayNumber,
  { standing = [], barred = [] }: Pick<PlanRequest, 'standing' | 'barred'> = {},
): Timetable {
  let awards = 0
  const servedOf = (programme: RuledProgramme, openings: readonly Opening[]): Served => {
    const editions = [...new Set(openings.map(({ edition }) => edition))]
    const awardsOf = editions.flatMap(edition => [
      awardOf(awards++, programme.id, edition, 'selected'),
      awardOf(awards++, programme.id, edition, 'completed'),
    ])
    return { programme, openings, editions, awards: awardsOf }
  }
  /** A programme without the editions that this firm can never use. */
  const hopeful = ({ programme, openings }: Served): readonly Served[] => {
    const left = openings.filter(({ edition }) => !helping.isHopeless(edition))
    return left.length === 0 ? [] : [servedOf(programme, left)]
  }

  const all = rulebook.programmes
    .map(programme => ({ programme, openings: openingsLeft(programme, on, end, barred) }))
    .filter(({ openings }) => openings.length > 0)
    .map(({ programme, openings }) => servedOf(programme, openings))
  const helping = helpingOf(
    ties,
    all.flatMap(({ awards }) => awards),
  )
  const served = all.flatMap(hopeful)
  const byProgramme = new Map(served.map(each => [each.programme, each]))
  const sentences = via.flatMap(waypoint => (waypoint.is === 'fact' ? [waypoint.sentence] : []))

  const helpsTo = rememberedPairs((from: RuledProgramme, to: RuledProgramme) =>
    byProgramme
      .get(from)!
      .awards.some(award => byProgramme.get(to)!.editions.some(edition => helping.helps(edition, award).length > 0)),
  )
  const supplies = ({ awards }: Served) =>
    awards.some(award => sentences.some(sentence => (ties.move(sentence, award) & up) !== 0))
  const hasAnyPlace = ({ programme }: Served) => via.some(waypoint => isAt(programme, waypoint))

  // A set in JavaScript goes on with what is added while it is walked through.
  const boarded = new Set(served.filter(each => hasAnyPlace(each) || supplies(each)))
  for (const target of boarded)
    for (const each of served) if (helpsTo(each.programme, target.programme)) boarded.add(each)

  const isHelper = (each: Served) =>
    supplies(each) ||
    [...boarded].some(
      ({ programme }) => (programme !== each.programme || programme.repeatable) && helpsTo(each.programme, programme),
    )
  const lines = [...boarded].flatMap(each => {
    const helps = isHelper(each)
    return each.editions.map((edition, index) => ({
      programme: each.programme,
      edition,
      openings: each.openings.filter(opening => opening.edition === edition).sort((a, b) => a.opens - b.opens),
      selected: each.awards[index * 2]!,
      completed: each.awards[index * 2 + 1]!,
      helps,
      turning: ties.turning(edition),
      dated: ties.waiverDays(edition),
      turnsWithTime: ties.editionTurnsWithTime(edition),
    }))
  })
  const held = standing.map(leg => {
    const programme = rulebook.programmes.find(({ id }) => id === leg.programme)!
    const edition = programme.editions.find(({ edition }) => edition === leg.edition)!
    const { awards } = servedOf(programme, [standingOpening(programme, edition, leg)])
    const own = { programme, edition, openings: [], selected: awards[0]!, completed: awards[1]! }
    return { ...own, helps: false, turning: [], dated: [], turnsWithTime: false }
  })
  return timetableFrom(
    lines.map((line, number) => ({ number, ...line })),
    held.map((line, at) => ({ number: lines.length + at, ...line })),
    ties,
    sentences,
    helpsTo,
    helping,
    rulebook.links,
  )
}

const mayBeDecidedAtOnce = ({ decision }: RuledEdition): boolean => decision?.by !== undefined || decision?.days === 0

interface Served {
  readonly programme: RuledProgramme
  readonly openings: readonly Opening[]
  readonly editions: readonly RuledEdition[]
  /** Two an edition: selected, completed. */
  readonly awards: readonly Award[]
}

function timetableFrom(
  lines: readonly Line[],
  held: readonly Line[],
  ties: Ties,
  sentences: readonly number[],
  helpsTo: (from: RuledProgramme, to: RuledProgramme) => boolean,
  helping: Helping,
  links: readonly Link[],
): Timetable {
  const all = [...lines, ...held]
  const awards = all.flatMap(({ selected, completed }) => [selected, completed])
  const byNumber: Award[] = []
  for (const award of awards) byNumber[award.number] = award
  const concernTable = rememberedTable(all.length, byNumber.length, (line, award) =>
    ties.concerns(all[line]!.edition, byNumber[award]!),
  )
  const concerns = (line: Line, award: Award) => concernTable(line.number, award.number)
  const concernsSentence = (sentence: number, award: Award) => ties.move(sentence, award) !== still
  const isFactAtOnce = lines.some(
    ({ edition, selected, completed }) =>
      mayBeDecidedAtOnce(edition) &&
      sentences.some(sentence => concernsSentence(sentence, selected) || concernsSentence(sentence, completed)),
  )
  const asked = [...sentences, ...lines.flatMap(({ edition }) => sentencesOf(edition))]
  const names = ({ edition }: Line, { programme }: Line) => edition.excludes?.includes(programme.id) ?? false
  const conflictTable = rememberedTable(all.length, all.length, (a, b) =>
    [names(all[a]!, all[b]!), names(all[b]!, all[a]!)].includes(true),
  )
  return {
    lines,
    held,
    concerns,
    concernsSentence,
    matters: remembered(
      (award: Award) =>
        lines.some(line => concerns(line, award)) || sentences.some(sentence => concernsSentence(sentence, award)),
    ),
    demands: (line, award) => helping.helps(line.edition, award),
    isForGood: remembered((demand: Demand) => isForGood(demand, ties, awards)),
    helpsTo: (from, to) => helpsTo(from.programme, to),
    maySkip: () => isFactAtOnce,
    readsDays: asked.some(ties.readsDays),
    readsGranted: asked.some(ties.readsGranted),
    isFollowed: remembered((programme: string) =>
      links.some(({ kind, from }) => kind === 'follow-on' && from.programme === programme),
    ),
    followOnDays: remembered((programme: string) =>
      links.flatMap(({ kind, to, valid }) =>
        kind === 'follow-on' && to === programme && valid?.from !== undefined ? [dayNumber(valid.from)] : [],
      ),
    ),
    conflict: (a, b) => conflictTable(a.number, b.number),
  }
}
