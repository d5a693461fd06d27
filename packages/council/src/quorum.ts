/** Rules of a council on who must be there and whose turn it is. */

export interface QuorumRule {
  /** Share of the voting seats that must be taken, 0 to 1. */
  readonly seats: number
  /** Every agency with a voting seat must have one of its own there. */
  readonly everyAgency: boolean
}

export interface Seat {
  readonly id: string
  readonly agency: string
  /** Observers hear and speak, and are not counted. */
  readonly votes: boolean
}

export type Quorum =
  | { readonly is: 'met'; readonly present: number; readonly needed: number }
  | {
      readonly is: 'short'
      readonly present: number
      readonly needed: number
      /** Agencies of which nobody is there, where each must be. */
      readonly absent: readonly string[]
    }

export function quorumOf(rule: QuorumRule, seats: readonly Seat[], present: ReadonlySet<string>): Quorum {
  const voting = seats.filter(({ votes }) => votes)
  const there = voting.filter(({ id }) => present.has(id))
  // Of 19 seats a half is 10: half a seat cannot be taken.
  const needed = Math.max(1, Math.ceil(rule.seats * voting.length))
  const agencies = [...new Set(voting.map(({ agency }) => agency))]
  const absent = rule.everyAgency ? agencies.filter(agency => there.every(seat => seat.agency !== agency)) : []
  const counts = { present: there.length, needed }
  return there.length >= needed && absent.length === 0 ? { is: 'met', ...counts } : { is: 'short', ...counts, absent }
}

/** Who holds the session of that number: always the first, or each in turn. Sessions count from 1. */
export function hostOf(rotation: 'fixed' | 'in-turn', agencies: readonly string[], session: number): string | null {
  return agencies[rotation === 'fixed' ? 0 : (session - 1) % Math.max(1, agencies.length)] ?? null
}
