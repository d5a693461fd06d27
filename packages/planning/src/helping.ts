/** Which awards can make an edition possible for this firm, and which editions nothing can. */
import type { Rule, RuledEdition } from '@ieum/rules'
import { blurred, down, type Move, up } from './concern.ts'
import type { Award } from './gains.ts'
import { remembered } from './memo.ts'
import type { Ties } from './ties.ts'

/** One thing that an edition asks: a criterion, or an exclusion. */
export interface Demand {
  /** Left out when an official must judge it. */
  readonly sentence: number | undefined
  readonly isExclusion: boolean
  /** A link from the award's programme waives it. */
  readonly isWaived: boolean
}

export interface Helping {
  /** The awards that may turn a criterion of an edition to met or an exclusion to not met, or waive one, with what they may so meet. */
  readonly helpersOf: (edition: RuledEdition) => ReadonlyMap<Award, readonly Demand[]>
  /** A criterion is unmet or an exclusion met, on every day, whatever is gained. */
  readonly isHopeless: (edition: RuledEdition) => boolean
}

/** `isOffered`: whether an award can be had at all. */
export function helpingOf(ties: Ties, isOffered: (award: Award) => boolean): Helping {
  const canMove = (sentence: number, wanted: Move) =>
    ties.movers(sentence).some(({ award, move }) => (move & wanted) !== 0 && isOffered(award))
  /** What stands from the start and neither time nor anything gained can change needs no help. */
  const isSurelyMet = remembered((sentence: number) => ties.fromTheStart(sentence) === true && !canMove(sentence, down))
  const isSurelyNotMet = remembered((sentence: number) => {
    const truth = ties.fromTheStart(sentence)
    return truth !== 'turns' && truth !== true && !canMove(sentence, up)
  })

  /** The awards that may meet a criterion, or keep an exclusion from being met: neither where its sentence can never be true. */
  function helpersOfRule({ sentence }: Rule, isExclusion: boolean): readonly Award[] {
    if (sentence === undefined || !ties.canHold(sentence)) return []
    const wanted = isExclusion ? down : up
    return ties
      .movers(sentence)
      .filter(({ award, move }) => (move & wanted) !== 0 && (ties.help(sentence, award) & wanted) !== 0)
      .map(({ award }) => award)
  }

  return {
    helpersOf: remembered((edition: RuledEdition) => {
      const found = new Map<Award, Demand[]>()
      const look = (rule: Rule, isExclusion: boolean) => {
        const { id, sentence } = rule
        if (sentence !== undefined && (isExclusion ? isSurelyNotMet(sentence) : isSurelyMet(sentence))) return
        const waiving = ties.waivedBy(edition).filter(award => ties.waives(edition, award, id))
        for (const award of new Set([...waiving, ...helpersOfRule(rule, isExclusion)])) {
          const demands = found.get(award) ?? []
          found.set(award, demands)
          demands.push({ sentence, isExclusion, isWaived: ties.waives(edition, award, id) })
        }
      }
      for (const rule of edition.criteria) look(rule, false)
      // What an official judges about an exclusion stays open, waived or not.
      for (const rule of edition.exclusions) if (rule.sentence !== undefined) look(rule, true)
      return found
    }),
    isHopeless: remembered(
      (edition: RuledEdition) =>
        edition.criteria.some(({ id, sentence }) => {
          if (sentence === undefined || ties.mayBeWaived(edition, id)) return false
          const truth = ties.fromTheStart(sentence)
          return (truth === false || truth === null) && !canMove(sentence, up | blurred)
        }) ||
        edition.exclusions.some(
          ({ id, sentence }) => sentence !== undefined && !ties.mayBeWaived(edition, id) && isSurelyMet(sentence),
        ),
    ),
  }
}

/** Whether what meets a demand once meets it ever after, whatever the day and whatever else of the awards is gained. */
export function isForGood(
  { sentence, isExclusion, isWaived }: Demand,
  ties: Ties,
  isBoarded: (award: Award) => boolean,
): boolean {
  if (sentence === undefined || isWaived || ties.turnsWithTime(sentence)) return false
  const wrongWay = (isExclusion ? up : down) | blurred
  return ties.movers(sentence).every(({ award, move }) => (move & wrongWay) === 0 || !isBoarded(award))
}
