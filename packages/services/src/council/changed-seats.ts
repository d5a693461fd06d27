/** Seats of a council as they stand against those that are asked for. Pure. */
import type { Day } from '@ieum/catalogue/records'
import type { SeatToDrawUp } from './council-to-draw-up.ts'
import type { SeatRow } from './standing.ts'

/** A seat that stays is named by its id. */
export interface SeatToKeep extends SeatToDrawUp {
  readonly id?: string | undefined
}

type SeatStands = Pick<
  SeatRow,
  'id' | 'agency' | 'side' | 'title_ko' | 'title_en' | 'kind' | 'position' | 'post_id' | 'since'
>

export interface SeatWords {
  readonly agency: string | null
  readonly side: SeatRow['side']
  readonly title_ko: string
  readonly title_en: string | null
  readonly kind: SeatRow['kind']
  readonly position: number
  /** Who held the seat holds it on, as long as it is of the same agency. */
  readonly post_id: string | null
}

export interface SeatBegun extends SeatWords {
  /** The seat of the same agency and side whose words it has anew; what was said for that one stands. */
  readonly instead: string | null
}

export interface SeatChanges {
  /** Only their place changes, if anything. */
  readonly kept: readonly { readonly id: string; readonly position: number }[]
  /** Slips of the same day: nobody has sat for them yet under other words. */
  readonly reworded: readonly (SeatWords & { readonly id: string })[]
  readonly ended: readonly SeatStands[]
  /** A seat with other words is another seat: minutes of before name the one that was. */
  readonly begun: readonly SeatBegun[]
}

export interface SeatsAsked {
  readonly seats: readonly SeatToKeep[]
  readonly on: Day
  /** Seats that something is kept of: a sitting that was held, or a position. */
  readonly used: ReadonlySet<string>
}

export function changedSeats(stands: readonly SeatStands[], { seats, on, used }: SeatsAsked): SeatChanges {
  const pairs = seats.map((seat, position) => {
    const before = stands.find(({ id }) => id === seat.id)
    const after = wordsOf(seat, position, before)
    return { before, after, how: howOf(before, after, before?.since === on && !used.has(before.id)) }
  })
  const of = (how: How) => pairs.filter(pair => pair.how === how)
  const stays = new Set([...of('same'), ...of('slip')].map(({ before }) => before!.id))
  return {
    kept: of('same').map(({ before, after: { position } }) => ({ id: before!.id, position })),
    reworded: of('slip').map(({ before, after }) => ({ ...after, id: before!.id })),
    ended: stands.filter(({ id }) => !stays.has(id)),
    begun: of('other').map(({ before, after }) => ({
      ...after,
      instead: before && isOfTheSame(before, after) ? before.id : null,
    })),
  }
}

type How = 'same' | 'slip' | 'other'

function howOf(before: SeatStands | undefined, after: SeatWords, isNew: boolean): How {
  if (before && saysTheSame(before, after)) return 'same'
  return before && isNew && isOfTheSame(before, after) ? 'slip' : 'other'
}

function wordsOf(seat: SeatToKeep, position: number, before: SeatStands | undefined): SeatWords {
  const agency = seat.agency ?? null
  return {
    agency,
    side: seat.side ?? null,
    title_ko: seat.title,
    title_en: seat.titleEn ?? null,
    kind: seat.kind,
    position,
    post_id: before && before.agency === agency ? before.post_id : null,
  }
}

const isOfTheSame = (before: SeatStands, after: SeatWords): boolean =>
  before.agency === after.agency && before.side === after.side

const saysTheSame = (before: SeatStands, after: SeatWords): boolean =>
  isOfTheSame(before, after) &&
  before.title_ko === after.title_ko &&
  before.title_en === after.title_en &&
  before.kind === after.kind
