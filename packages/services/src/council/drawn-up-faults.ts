/** What is wrong with a council as it was drawn up, by the place of each field. */
import type { Day } from '@ieum/catalogue/records'
import type { FieldFault } from '../field-fault.ts'
import type { CouncilToDrawUp, SeatToDrawUp } from './council-to-draw-up.ts'

export interface KnownAround {
  /** Agencies that may have a seat. */
  readonly agencies: ReadonlySet<string>
  /** Codes of municipalities that a consultative body may be of. */
  readonly municipalities: ReadonlySet<string>
  /** The agency that becomes its secretariat. */
  readonly own: string
  readonly on: Day
}

export const seatsOfCouncil = { least: 2, most: 60 } as const

export function drawnUpFaults(asked: CouncilToDrawUp, known: KnownAround): FieldFault[] {
  const { kind, foundedOn, municipality, quorum } = asked
  const fields: FieldFault[] = []
  if (foundedOn !== undefined && foundedOn > known.on)
    fields.push({ field: '/foundedOn', wrong: 'a day that is still to come' })
  if (!(quorum.seats > 0 && quorum.seats <= 1))
    fields.push({ field: '/quorum/seats', wrong: 'a share of the seats, above 0 and at most 1' })
  if (municipality !== undefined && kind !== 'consultative')
    fields.push({ field: '/municipality', wrong: 'only a consultative body is of a municipality' })
  else if (municipality !== undefined && !known.municipalities.has(municipality))
    fields.push({ field: '/municipality', wrong: `no municipality ${municipality}` })
  return [...fields, ...faultsOfSeats(asked, known)]
}

function faultsOfSeats({ kind, seats }: CouncilToDrawUp, { agencies, own }: KnownAround): FieldFault[] {
  const fields = seats.flatMap((seat, index) => faultsOfSeat(seat, { kind, index, agencies }))
  const wrong = (why: string) => fields.push({ field: '/seats', wrong: why })
  const [, ...chairs] = seats.flatMap((seat, index) => (seat.kind === 'chair' ? [index] : []))
  for (const index of chairs) fields.push({ field: `/seats/${index}/kind`, wrong: 'a second chair' })
  if (seats.length < seatsOfCouncil.least || seats.length > seatsOfCouncil.most)
    wrong(`${seatsOfCouncil.least} to ${seatsOfCouncil.most} seats`)
  if (!seats.some(({ agency }) => agency === own)) wrong(`no seat of ${own}, which is to be its secretariat`)
  if (new Set(seats.map(partyOf)).size < 2) wrong('at least two agencies or sides')
  // Nobody would ever be counted towards its quorum.
  if (seats.every(seat => seat.kind === 'observer')) wrong('a seat that votes')
  return fields
}

interface SeatAround extends Pick<KnownAround, 'agencies'> {
  readonly kind: CouncilToDrawUp['kind']
  readonly index: number
}

/** As in the catalogue: each seat of a consultative body speaks for a side, and no other seat does. */
function faultsOfSeat({ agency, side }: SeatToDrawUp, { kind, index, agencies }: SeatAround): FieldFault[] {
  const fields: FieldFault[] = []
  if (agency !== undefined && !agencies.has(agency))
    fields.push({ field: `/seats/${index}/agency`, wrong: `no agency ${agency}` })
  if (kind === 'consultative') {
    if (side === undefined) fields.push({ field: `/seats/${index}/side`, wrong: 'large, small or public' })
    return fields
  }
  if (agency === undefined) fields.push({ field: `/seats/${index}/agency`, wrong: 'an agency is needed' })
  if (side !== undefined) fields.push({ field: `/seats/${index}/side`, wrong: 'only a consultative body has sides' })
  return fields
}

const partyOf = ({ agency, side }: SeatToDrawUp): string => (agency === undefined ? `side ${side}` : `agency ${agency}`)
