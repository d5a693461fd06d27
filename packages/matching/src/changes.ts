/** What would have to be otherwise for a programme that shuts a firm out. */
import { addYears } from '@ieum/catalogue/days'
import type { Fact, FactName, Value } from '@ieum/catalogue/records'
import { type Evaluator, type Flip, type Situation, SmallestChanges, type Want } from '@ieum/rules'
import type { Line } from './lines.ts'
import type { Change } from './result.ts'

/** Beyond this, waiting is no advice. */
const yearsWorthWaiting = 10

/** The changes found for one firm on one day: what is found out for one programme serves the next. */
export class Changes {
  readonly #smallest: SmallestChanges
  readonly #facts: ReadonlyMap<FactName, Fact>

  constructor(evaluator: Evaluator, situation: Situation, facts: ReadonlyMap<FactName, Fact>) {
    this.#smallest = new SmallestChanges(evaluator, situation, { until: addYears(situation.on, yearsWorthWaiting) })
    this.#facts = facts
  }

  /** The smallest sets of changes after which none of the lines shuts the firm out. Lines that are not known stay so. */
  thatOpen(lines: readonly Line[]): Change[][] {
    const wants = lines.flatMap(({ sentence, isExclusion }): Want[] =>
      sentence === undefined ? [] : [{ sentence, wanted: !isExclusion, orUnknown: true }],
    )
    return this.#smallest.thatGive(wants).map(set => set.map(flip => this.#change(flip)))
  }

  #change({ fact, from, to }: Flip): Change {
    if (fact === 'on') return { fact, from: from!, to, how: 'with-time', on: to as string }
    return changeOf({ fact, from, to }, this.#facts)
  }
}

/** A fact set otherwise, with who can make it so as the catalogue has it; participations are an agency's to give. */
export function changeOf(
  { fact, from, to }: { readonly fact: FactName; readonly from: Value | undefined; readonly to: Value },
  facts: ReadonlyMap<FactName, Fact>,
): Change {
  const how = facts.get(fact)?.changes
  return {
    fact,
    ...(from !== undefined && { from }),
    to,
    how: how === undefined || how === 'never' ? 'by-agency' : how,
  }
}
