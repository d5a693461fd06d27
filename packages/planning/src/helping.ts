/** Which awards can make an edition possible for this firm, and which editions nothing can. */

import type { RuledEdition } from '@ieum/rules'
import { blurred, down, type Move, up } from './concern.ts'
import type { Award } from './gains.ts'
import { remembered, rememberedPairs } from './memo.ts'
import type { Ties } from './ties.ts'

export interface Helping {
  /** Whether the award may turn one of its criteria to met or waived, or one of its exclusions to not met. */
  readonly helps: (edition: RuledEdition, award: Award) => boolean
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
    helps: rememberedPairs(
      (edition: RuledEdition, award: Award) =>
        ties.waives(edition, award) ||
        edition.criteria.some(
          ({ sentence }) => sentence !== undefined && (ties.help(sentence, award) & up) !== 0 && !isSurelyMet(sentence),
        ) ||
        edition.exclusions.some(
          ({ sentence }) =>
            sentence !== undefined && (ties.help(sentence, award) & down) !== 0 && !isSurelyNotMet(sentence),
        ),
    ),
    isHopeless: edition =>
      edition.criteria.some(({ id, sentence }) => {
        if (sentence === undefined || ties.mayBeWaived(edition, id)) return false
        const truth = ties.fromTheStart(sentence)
        return (truth === false || truth === null) && !canMove(sentence, up | blurred)
      }) || edition.exclusions.some(({ sentence }) => sentence !== undefined && isSurelyMet(sentence)),
  }
}
