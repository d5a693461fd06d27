/**
 * What can be boarded for one question, found backwards from the waypoints.
 *
 * Nothing is lost by leaving every other programme out. In a lean itinerary each leg is needed: without it a waypoint is not reached,
 * or another leg has a criterion no longer met or an exclusion now met. The first means that it reaches a waypoint (so it has the
 * stage or is the programme) or brings what the sentence of a `fact:` waypoint asks for. The second means that something it brings
 * can turn a criterion of a later leg to met or an exclusion to not met, or that a link from it waives a criterion there; and the
 * last leg can only be needed in the first way. Counting back from the last leg, every leg is therefore in the set below. What can never
 * be true is never turned to met, and what is shut on every day whatever is gained is never boarded: both are left out as well.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayNumber } from '@ieum/catalogue/days'
import type { FactName, Link } from '@ieum/catalogue/records'
import type { Rule, Rulebook, RuledEdition, RuledProgramme } from '@ieum/rules'
import { blurred, down, type Move, still, up } from './concern.ts'
import type { Award } from './gains.ts'
import { type Demand, type Helping, helpingOf, isForGood } from './helping.ts'
import { remembered, rememberedPairs, rememberedTable } from './memo.ts'
import type { Network } from './network.ts'
import { type Opening, withoutBarred } from './openings.ts'
import type { PlanRequest } from './plan.ts'
import { amountsOf, sentencesOf, type Ties, type Told } from './ties.ts'
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
  /** What decides whether it can be used and what it gives, as far as that reads the day or a figure that is dated. */
  readonly turning: readonly number[]
  /** The days on which links that waive its criteria come into force or end. */
  readonly dated: readonly DayNumber[]
  /** Whether any of that reads the day of a participation, or what was granted with it. */
  readonly readsDays: boolean
  readonly readsGranted: boolean
}

export interface Timetable {
  /** What can be boarded. */
  readonly lines: readonly Line[]
  /** Those of the legs that stand, in their order: told of like all others, and never boarded again. */
  readonly held: readonly Line[]
  readonly concerns: (line: Line, award: Award) => boolean
  readonly concernsSentence: (sentence: number, award: Award) => boolean
  /** What of an award any line, or a waypoint, can tell. */
  readonly told: (award: Award) => Told
  /** Whether that is anything. */
  readonly matters: (award: Award) => boolean
  /** The lines of which an award may meet something, with what that is. */
  readonly demandsFor: (award: Award) => readonly { readonly line: Line; readonly demands: readonly Demand[] }[]
  /** Whether what meets a demand once meets it ever after. */
  readonly isForGood: (demand: Demand) => boolean
  /**
   * Whether all that a demand can tell of an award is there without it, and stays, where some others are held: facts that whoever sets
   * them sets to the same value.
   */
  readonly isBroughtAnyway: (demand: Demand, award: Award, held: readonly Award[]) => boolean
  /** Whether what a programme brings may make a leg of another possible. */
  readonly helpsTo: (from: RuledProgramme, to: RuledProgramme) => boolean
  /** Whether a line can tell anything of what can be gained. */
  readonly isConcerned: (line: Line) => boolean
  /** Whether anything gained may open a line on a day on which it is shut. */
  readonly mayBeOpened: (line: Line) => boolean
  /** Whether nothing gained can turn or waive a rule of a line. */
  readonly isFixed: (line: Line, rule: Rule) => boolean
  /** Whether anything gained may change what a line gives. */
  readonly mayGiveOtherwise: (line: Line) => boolean
  /** Whether lines may be boarded before it is known that their waypoint is current: only where a fact can be reached on the day of applying. */
  readonly mayBoardBeforeKnown: boolean
  /** Whether any sentence reads the day of a participation, or what was granted with it. */
  readonly readsDays: boolean
  readonly readsGranted: boolean
  /** The programmes to which `follow-on` links lead on from one, whenever they are in force. */
  readonly followedBy: (programme: string) => readonly string[]
  /** The days on which `follow-on` links to a programme come into force. */
  readonly followOnDays: (programme: string) => readonly DayNumber[]
  /** Whether one names the other in its `excludes`. */
  readonly conflict: (a: Line, b: Line) => boolean
}

/** Undefined when time was up before it was made. */
export function timetableOf(
  rulebook: Rulebook,
  network: Network,
  ties: Ties,
  via: readonly Waypoint[],
  on: DayNumber,
  end: DayNumber,
  { standing = [], barred = [], timeIsUp = () => false }: Pick<PlanRequest, 'standing' | 'barred' | 'timeIsUp'> = {},
): Timetable | undefined {
  const openings = remembered((programme: RuledProgramme) =>
    withoutBarred(network.openings(programme, on, end), barred),
  )
  const isOpened = remembered((edition: RuledEdition) =>
    openings(network.programmeOf(edition)).some(opening => opening.edition === edition),
  )
  const stood = standing.map(leg => {
    const programme = rulebook.programmes.find(({ id }) => id === leg.programme)!
    return { programme, edition: programme.editions.find(({ edition }) => edition === leg.edition)! }
  })
  /** A leg that stands opens others though its own windows are over. */
  const isHad = (edition: RuledEdition) => isOpened(edition) || stood.some(each => each.edition === edition)
  const helping = helpingOf(ties, award => isHad(network.editionOf(award)))
  /** The editions of a programme that this firm may be able to use. */
  const editions = remembered((programme: RuledProgramme): readonly RuledEdition[] =>
    programme.editions.filter(edition => isOpened(edition) && !helping.isHopeless(edition)),
  )
  const isUsable = (award: Award) => {
    const edition = network.editionOf(award)
    return editions(network.programmeOf(edition)).includes(edition)
  }
  const programmeOf = (award: Award) => network.programmeOf(network.editionOf(award))

  const sentences = via.flatMap(waypoint => (waypoint.is === 'fact' ? [waypoint.sentence] : []))
  const suppliers = new Set(
    sentences
      .flatMap(ties.movers)
      .filter(({ award, move }) => (move & up) !== 0 && isUsable(award))
      .map(({ award }) => programmeOf(award)),
  )
  const boarded = new Set<RuledProgramme>()
  for (const programme of rulebook.programmes) {
    if (!via.some(waypoint => isAt(programme, waypoint))) continue
    if (timeIsUp()) return undefined
    if (editions(programme).length > 0) boarded.add(programme)
  }
  for (const supplier of suppliers) boarded.add(supplier)
  /** Whom each programme helps. */
  const helped = new Map<RuledProgramme, Set<RuledProgramme>>()
  // A set in JavaScript goes on with what is added while it is walked through.
  for (const target of boarded)
    for (const edition of editions(target)) {
      if (timeIsUp()) return undefined
      for (const award of helping.helpersOf(edition).keys()) {
        if (!isUsable(award)) continue
        const helper = programmeOf(award)
        boarded.add(helper)
        const targets = helped.get(helper) ?? new Set()
        helped.set(helper, targets.add(target))
      }
    }

  const isHelper = (programme: RuledProgramme) =>
    suppliers.has(programme) ||
    [...(helped.get(programme) ?? [])].some(target => target !== programme || programme.repeatable)
  const lineOf = (programme: RuledProgramme, edition: RuledEdition, number: number): Line => {
    const [selected, completed] = network.awardsOf(edition)
    const own = openings(programme).filter(opening => opening.edition === edition)
    return {
      number,
      programme,
      edition,
      openings: [...own].sort((a, b) => a.opens - b.opens),
      selected,
      completed,
      helps: isHelper(programme),
      turning: ties.turning(edition),
      dated: ties.waiverDays(edition),
      readsDays: sentencesOf(edition).some(ties.readsDays),
      readsGranted: sentencesOf(edition).some(ties.readsGranted),
    }
  }
  const lines = rulebook.programmes
    .filter(programme => boarded.has(programme))
    .flatMap(programme => editions(programme).map(edition => ({ programme, edition })))
    .map(({ programme, edition }, number) => lineOf(programme, edition, number))
  const held = stood.map(
    ({ programme, edition }, at): Line => ({
      ...lineOf(programme, edition, lines.length + at),
      openings: [],
      helps: false,
    }),
  )
  for (const edition of new Set([...lines, ...held].map(line => line.edition)))
    for (const sentence of sentencesOf(edition)) {
      if (timeIsUp()) return undefined
      ties.movers(sentence)
    }
  return timetableFrom(
    lines,
    held,
    ties,
    sentences,
    (from, to) => helped.get(from)?.has(to) ?? false,
    helping,
    rulebook.links,
  )
}

const mayBeDecidedAtOnce = ({ decision }: RuledEdition): boolean => decision?.by !== undefined || decision?.days === 0

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
  const boarded = new Set(all.flatMap(({ selected, completed }) => [selected, completed]))
  const asking = Map.groupBy(
    all.flatMap(line => sentencesOf(line.edition).map(sentence => ({ line, sentence }))),
    ({ sentence }) => sentence,
  )
  /** Of each award, the sentences that it may move. */
  const moved = new Map<Award, Set<number>>([...boarded].map(award => [award, new Set()]))
  /** How each sentence may move by all that there is to gain. */
  const moves = new Map<number, Move>()
  for (const sentence of new Set([...sentences, ...asking.keys()]))
    for (const { award, move } of ties.movers(sentence)) {
      moved.get(award)?.add(sentence)
      if (boarded.has(award)) moves.set(sentence, (moves.get(sentence) ?? still) | move)
    }
  const mayMove = ({ sentence }: { readonly sentence?: number }, ways: Move) =>
    sentence !== undefined && ((moves.get(sentence) ?? still) & ways) !== 0
  const concernsSentence = (sentence: number, award: Award) => moved.get(award)?.has(sentence) ?? false
  /** Of each award, the lines that can tell it. */
  const concerned = new Map(
    [...moved].map(([award, own]) => [
      award,
      new Set([...own].flatMap(sentence => (asking.get(sentence) ?? []).map(({ line }) => line))),
    ]),
  )
  const linked = new Set<Award>()
  for (const line of all)
    for (const award of ties.waivedBy(line.edition)) {
      concerned.get(award)?.add(line)
      linked.add(award)
    }
  const concerns = (line: Line, award: Award) => concerned.get(award)?.has(line) ?? false
  const told = remembered((award: Award): Told => {
    const { record, effects } = ties.told([...(moved.get(award) ?? [])], award)
    return { record: record || linked.has(award), effects }
  })
  const toldOf = rememberedPairs((sentence: number, award: Award) => ties.told([sentence], award))
  const isSetToOne = remembered((fact: FactName) => {
    const set = [...boarded].flatMap(({ effects }) => effects.filter(effect => effect.fact === fact))
    return !ties.isList(fact) && new Set(set.map(({ value }) => JSON.stringify(value))).size === 1
  })
  const isFactAtOnce = lines.some(
    ({ edition, selected, completed }) =>
      mayBeDecidedAtOnce(edition) &&
      sentences.some(sentence => concernsSentence(sentence, selected) || concernsSentence(sentence, completed)),
  )
  const demands = new Map<Award, { readonly line: Line; readonly demands: readonly Demand[] }[]>()
  for (const line of lines)
    for (const [award, own] of helping.helpersOf(line.edition)) {
      const known = demands.get(award) ?? []
      demands.set(award, known)
      known.push({ line, demands: own })
    }
  const names = ({ edition }: Line, { programme }: Line) => edition.excludes?.includes(programme.id) ?? false
  const conflictTable = rememberedTable(all.length, all.length, (a, b) =>
    [names(all[a]!, all[b]!), names(all[b]!, all[a]!)].includes(true),
  )
  return {
    lines,
    held,
    concerns,
    concernsSentence,
    told,
    matters: award => told(award).record || told(award).effects.length > 0,
    demandsFor: award => demands.get(award) ?? [],
    isForGood: remembered((demand: Demand) => isForGood(demand, ties, award => boarded.has(award))),
    isBroughtAnyway({ sentence, isWaived }, award, held) {
      if (sentence === undefined || isWaived) return false
      const { record, effects } = toldOf(sentence, award)
      return (
        !record &&
        effects.length > 0 &&
        effects.every(
          ({ fact }) => isSetToOne(fact) && held.some(other => other.effects.some(each => each.fact === fact)),
        )
      )
    },
    helpsTo,
    isConcerned: remembered((line: Line) => [...concerned.values()].some(lines => lines.has(line))),
    mayBeOpened: remembered(
      ({ edition }: Line) =>
        edition.criteria.some(rule => mayMove(rule, up | blurred)) ||
        edition.exclusions.some(rule => mayMove(rule, down | blurred)) ||
        ties.waivedBy(edition).some(award => boarded.has(award)),
    ),
    isFixed: ({ edition }, rule) => !mayMove(rule, up | down | blurred) && !ties.mayBeWaived(edition, rule.id),
    mayGiveOtherwise: ({ edition }) =>
      amountsOf(edition).some(amount => mayMove(amount, up | down | blurred)) ||
      (edition.caps ?? []).some(({ rule }) => ties.mayBeWaived(edition, rule)),
    mayBoardBeforeKnown: isFactAtOnce,
    readsDays: [...sentences, ...asking.keys()].some(ties.readsDays),
    readsGranted: [...sentences, ...asking.keys()].some(ties.readsGranted),
    followedBy: remembered((programme: string) =>
      links.flatMap(({ kind, from, to }) => (kind === 'follow-on' && from.programme === programme ? [to] : [])),
    ),
    followOnDays: remembered((programme: string) =>
      links.flatMap(({ kind, to, valid }) =>
        kind === 'follow-on' && to === programme && valid?.from !== undefined ? [dayNumber(valid.from)] : [],
      ),
    ),
    conflict: (a, b) => conflictTable(a.number, b.number),
  }
}
