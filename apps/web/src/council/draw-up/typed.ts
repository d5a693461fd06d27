/** A council as it is typed. Pure: what is sent, and what is still wrong, is data. */
import { isDay } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { Council, CouncilKind } from '../client/shapes.ts'

export const kinds = ['policy', 'consultative', 'zone'] as const satisfies readonly CouncilKind[]
export const sides = ['large', 'small', 'public'] as const
export const seatKinds = ['chair', 'member', 'observer'] as const
export const rotations = ['in-turn', 'fixed'] as const
/** As fractions that come out whole: 67 of 100 would ask three seats for two thirds of three. More than a half is a half and a little. */
export const shares = { '1/2': 1 / 2, majority: 1 / 2 + 1e-6, '2/3': 2 / 3, '3/4': 3 / 4, '1': 1 } as const
export const mostSeats = 60

export type Share = keyof typeof shares

export interface SeatTyped {
  /** Of a seat that is there already. */
  readonly id?: string
  /** Stays when others are taken out. */
  readonly key: number
  readonly agency: string
  readonly side: '' | (typeof sides)[number]
  readonly title: string
  readonly titleEn: string
  readonly kind: (typeof seatKinds)[number]
}

export interface CouncilTyped {
  readonly name: string
  readonly nameEn: string
  readonly kind: CouncilKind
  readonly foundedOn: string
  readonly municipality: string
  /** One of `shares`, or another as a number. */
  readonly share: string
  readonly everyAgency: boolean
  readonly rotation: (typeof rotations)[number]
  readonly seats: readonly SeatTyped[]
}

const noSeat = { side: '', title: '', titleEn: '', kind: 'member' } as const

/** A seat of the own agency, and one of another. */
export const startOf = (own: string, on: Day): CouncilTyped => ({
  name: '',
  nameEn: '',
  kind: 'policy',
  foundedOn: on,
  municipality: '',
  share: '1/2',
  everyAgency: true,
  rotation: 'in-turn',
  seats: [
    { ...noSeat, key: 0, agency: own },
    { ...noSeat, key: 1, agency: '' },
  ],
})

/** Of the agency of the last one: seats of an agency stand together. */
export function withSeat(seats: readonly SeatTyped[]): readonly SeatTyped[] {
  const key = Math.max(-1, ...seats.map(seat => seat.key)) + 1
  const last = seats.at(-1)
  return [...seats, { ...noSeat, key, agency: last?.agency ?? '', side: last?.side ?? '' }]
}

const shareOf = (seats: number): string =>
  (Object.keys(shares) as Share[]).find(share => Math.abs(shares[share] - seats) < 1e-9) ?? String(seats)

const numberOf = (share: string): number => shares[share as Share] ?? Number(share)

/** What can be chosen, the least first; an unusual one that stands is among them. */
export const sharesFor = (stands: string): readonly string[] =>
  [...new Set([...Object.keys(shares), stands])].sort((a, b) => numberOf(a) - numberOf(b))

/** A council as it stands. */
export const typedOf = ({ name, kind, foundedOn, municipality, quorum, rotation, seats }: Council): CouncilTyped => ({
  name: name.ko,
  nameEn: name.en ?? '',
  kind,
  foundedOn,
  municipality: municipality ?? '',
  share: shareOf(quorum.seats),
  everyAgency: quorum.everyAgency,
  rotation,
  seats: seats.map(({ id, agency, side, title, kind: as }, key) => ({
    id,
    key,
    agency: agency ?? '',
    side: side ?? '',
    title: title.ko,
    titleEn: title.en ?? '',
    kind: as,
  })),
})

/** What a change sends: of what kind it is, and since when, stays. */
export function changeOf(typed: CouncilTyped, { changed }: Pick<Council, 'changed'>) {
  const { kind: _kind, foundedOn: _foundedOn, municipality: _municipality, ...sent } = sentOf(typed)
  return { changed, ...sent }
}

/** As the server takes it; what only a consultative body has is left out of the others. */
export function sentOf({ kind, share, everyAgency, rotation, municipality, seats, ...typed }: CouncilTyped) {
  const isBody = kind === 'consultative'
  return {
    name: typed.name.trim(),
    ...(typed.nameEn.trim() && { nameEn: typed.nameEn.trim() }),
    kind,
    foundedOn: typed.foundedOn,
    quorum: { seats: numberOf(share), everyAgency },
    rotation,
    ...(isBody && municipality && { municipality }),
    seats: seats.map(({ id, agency, side, title, titleEn, kind: as }) => ({
      ...(id && { id }),
      ...(agency && { agency }),
      ...(isBody && side && { side }),
      title: title.trim(),
      ...(titleEn.trim() && { titleEn: titleEn.trim() }),
      kind: as,
    })),
  }
}

export type Wrong =
  | 'name'
  | 'nameTaken'
  | 'day'
  | 'later'
  | 'agency'
  | 'side'
  | 'title'
  | 'chair'
  | 'own'
  | 'parties'
  | 'votes'
  | 'owes'
  | 'other'

export interface WrongAt {
  /** The place in what is sent, as the server names it too. */
  readonly field: string
  readonly wrong: Wrong
}

/** What can be seen before it is sent. */
export function wrongIn(
  { name, kind, foundedOn, seats }: CouncilTyped,
  { own, on }: { readonly own: string; readonly on: Day },
): WrongAt[] {
  const found: WrongAt[] = []
  const wrong = (field: string, why: Wrong) => found.push({ field, wrong: why })
  if (name.trim() === '') wrong('/name', 'name')
  if (!isDay(foundedOn)) wrong('/foundedOn', 'day')
  else if (foundedOn > on) wrong('/foundedOn', 'later')
  const [, ...chairs] = seats.filter(seat => seat.kind === 'chair')
  for (const [index, seat] of seats.entries()) {
    const at = `/seats/${index}`
    if (kind !== 'consultative' && seat.agency === '') wrong(`${at}/agency`, 'agency')
    if (kind === 'consultative' && seat.side === '') wrong(`${at}/side`, 'side')
    if (seat.title.trim() === '') wrong(`${at}/title`, 'title')
    if (chairs.includes(seat)) wrong(`${at}/kind`, 'chair')
  }
  if (!seats.some(({ agency }) => agency === own)) wrong('/seats', 'own')
  // An agency that is still to be chosen is asked for in its own place.
  const parties = new Set(
    seats.map(({ agency, side }) => (agency || kind !== 'consultative' ? agency : `side ${side}`)),
  )
  if (parties.size < 2) wrong('/seats', 'parties')
  if (seats.every(seat => seat.kind === 'observer')) wrong('/seats', 'votes')
  return found
}

/** What the server found, by its places: of a name and of the seats only what cannot be seen here. */
export const wrongOf = (fields: readonly { readonly field: string }[]): WrongAt[] =>
  fields.map(({ field }) => ({ field, wrong: field === '/name' ? 'nameTaken' : field === '/seats' ? 'owes' : 'other' }))

/** The id of a field on the page. */
export const idOf = (field: string): string => `council${field.replaceAll('/', '-')}`

/** Which seat a field belongs to, counted from 1. */
export function seatNumberOf(field: string): number | undefined {
  const index = /^\/seats\/(\d+)/.exec(field)?.[1]
  return index === undefined ? undefined : Number(index) + 1
}
