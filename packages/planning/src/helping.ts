/** Which awards can make an edition possible for this firm, and which editions nothing can. */

import type { RuledEdition } from '@ieum/rules'
import { blurred, down, type Move, up } from './concern.ts'
import type { Award } from './gains.ts'
import { remembered, rememberedPairs } from './memo.ts'
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
  /** The criteria that the award may turn to met, or waive, and the exclusions that it may turn to not met. */
  readonly helps: (edition: RuledEdition, award: Award) => readonly Demand[]
  /** A criterion is unmet or an exclusion met, on every day, whatever is gained. */
  readonly isHopeless: (edition: RuledEdition) => boolean
}

/** `awards`: all that there are. */
export function helpingOf(ties: Ties, awards: readonly Award[]): Helping {
  const canMove = rememberedPairs((sentence: number, move: Move) =>
    awards.some(award => (ties.move(sentence, award) & move) !== 0),
  )
  /** What stands from the start and neither time nor anything gained can change needs no help. */
  const isSurelyMet = remembered((sentence: number) => ties.fromTheStart(sentence) === true && !canMove(sentence, down))
  const isSurelyNotMet = remembered((sentence: number) => {
    const truth = ties.fromTheStart(sentence)
    return truth !== 'turns' && truth !== true && !canMove(sentence, up)
  })
  return {
    helps: rememberedPairs((edition: RuledEdition, award: Award): readonly Demand[] => [
      ...edition.criteria.flatMap(({ id, sentence }) => {
        if (sentence !== undefined && isSurelyMet(sentence)) return []
        const isWaived = ties.waives(edition, award, id)
        const mayMeet = sentence !== undefined && ties.canHold(sentence) && (ties.help(sentence, award) & up) !== 0
        return isWaived || mayMeet ? [{ sentence, isExclusion: false, isWaived }] : []
      }),
      ...edition.exclusions.flatMap(({ id, sentence }) => {
        if (sentence === undefined || isSurelyNotMet(sentence)) return []
        const isWaived = ties.waives(edition, award, id)
        const mayAvert = (ties.help(sentence, award) & down) !== 0
        return isWaived || mayAvert ? [{ sentence, isExclusion: true, isWaived }] : []
      }),
    ]),
    isHopeless: edition =>
      edition.criteria.some(({ id, sentence }) => {
        if (sentence === undefined || ties.mayBeWaived(edition, id)) return false
        const truth = ties.fromTheStart(sentence)
        return (truth === false || truth === null) && !canMove(sentence, up | blurred)
      }) ||
      edition.exclusions.some(
        ({ id, sentence }) => sentence !== undefined && !ties.mayBeWaived(edition, id) && isSurelyMet(sentence),
      ),
  }
}

/** Whether what meets a demand once meets it ever after, whatever the day and whatever else of the awards is gained. */
export function isForGood({ sentence, isExclusion, isWaived }: Demand, ties: Ties, awards: readonly Award[]): boolean {
  if (sentence === undefined || isWaived || ties.turnsWithTime(sentence)) return false
  const wrongWay = (isExclusion ? up : down) | blurred
  return awards.every(award => (ties.move(sentence, award) & wrongWay) === 0)
}
