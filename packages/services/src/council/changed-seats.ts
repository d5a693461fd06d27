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

export interface SeatChanges {
  /** Only their place changes, if anything. */
  readonly kept: readonly { readonly id: string; readonly position: number }[]
  /** Began on the same day: nobody has sat for them yet under other words. */
  readonly reworded: readonly (SeatWords & { readonly id: string })[]
  readonly ended: readonly SeatStands[]
  /** A seat with other words is another seat: minutes of before name the one that was. */
  readonly begun: readonly SeatWords[]
}

export function changedSeats(stands: readonly SeatStands[], asked: readonly SeatToKeep[], on: Day): SeatChanges {
  const pairs = asked.map((seat, position) => {
    const before = stands.find(({ id }) => id === seat.id)
    return { before, after: wordsOf(seat, position, before) }
  })
  const isSame = ({ before, after }: (typeof pairs)[number]) => before !== undefined && sayTheSame(before, after)
  const others = pairs.filter(pair => !isSame(pair))
  const ofToday = ({ before }: (typeof pairs)[number]) => before?.since === on
  const isKept = new Set(pairs.flatMap(pair => (isSame(pair) || ofToday(pair) ? [pair.before!.id] : [])))
  return {
    kept: pairs.filter(isSame).map(({ before, after: { position } }) => ({ id: before!.id, position })),
    reworded: others.filter(ofToday).map(({ before, after }) => ({ ...after, id: before!.id })),
    ended: stands.filter(({ id }) => !isKept.has(id)),
    begun: others.filter(pair => !ofToday(pair)).map(({ after }) => after),
  }
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

const sayTheSame = (before: SeatStands, after: SeatWords): boolean =>
  before.agency === after.agency &&
  before.side === after.side &&
  before.title_ko === after.title_ko &&
  before.title_en === after.title_en &&
  before.kind === after.kind
