/** What is known of a firm as a file that rules can be asked about, cut down to what may be passed on. */
import type { Firm, Value } from '@ieum/catalogue/records'
import type { Desk } from '../acting/at-desk.ts'
import type { Told } from '../dossier/dossier.ts'
import { asParticipations, toldOnce } from '../dossier/firm-of.ts'
import { type ParticipationRow, toldOf } from '../dossier/rows.ts'
import { standingFacts, standingParticipations } from '../dossier/standing.ts'

export interface PassedFact {
  readonly value: Value
  readonly source: 'entered' | 'registry' | 'decision'
  readonly sourceName: string
  readonly asOf: string
}

/** What others are told of a participation; amounts are for the rules alone. */
export type PassedParticipation = Pick<Told, 'programme' | 'edition' | 'outcome' | 'role' | 'on'>

export interface Passed {
  readonly firm: Firm
  readonly facts: Readonly<Record<string, PassedFact>>
  readonly participations: readonly PassedParticipation[]
}

export interface ToPass {
  /** All that who acts may see, when left out. */
  readonly facts?: readonly string[]
  readonly participations: boolean
}

/** Of each fact the value that counts, and of participations what the firm received. */
export async function factsPassed(
  { tx }: Pick<Desk, 'tx'>,
  firm: string,
  { facts, participations }: ToPass,
): Promise<Passed> {
  const standing = Map.groupBy(await standingFacts({ tx }, firm, facts), ({ name }) => name)
  const counting = [...standing.values()].map(([counts]) => counts!)
  const took = participations ? received(await standingParticipations({ tx }, firm)) : []
  return {
    firm: {
      id: firm,
      facts: {
        ...Object.fromEntries(counting.map(({ name, value }) => [name, value as Value])),
        ...(participations && { participations: asParticipations(took) }),
      },
    },
    participations: took.map(({ programme, edition, outcome, role, on }) => ({
      programme,
      edition,
      outcome,
      role,
      on,
    })),
    facts: Object.fromEntries(
      counting.map(({ name, value, source, source_name, as_of }) => [
        name,
        { value: value as Value, source, sourceName: source_name, asOf: as_of },
      ]),
    ),
  }
}

/** What of them a firm can be judged by elsewhere. */
export const received = (rows: readonly ParticipationRow[]): readonly Told[] =>
  toldOnce(rows.filter(isReceived).map(toldOf))

const isReceived = ({ outcome }: ParticipationRow): boolean => outcome === 'selected' || outcome === 'completed'
