import type { Room } from './shapes.ts'

export interface QuorumHere {
  /** Seats that vote and are taken. */
  readonly present: number
  readonly needed: number
  /** Of whom somebody must be there and nobody is: agencies, sides, and organisations that are none. */
  readonly absent: readonly string[]
}

/** As it is marked here, which the server may not have been told yet. Of a side it alone knows who sits for it. */
export function quorumHere({ quorum, seats, attendance }: Pick<Room, 'quorum' | 'seats' | 'attendance'>): QuorumHere {
  const marked = new Set(attendance.flatMap(({ seat, state }) => (state === 'present' ? [seat] : [])))
  const there = seats.filter(({ id, kind }) => kind !== 'observer' && marked.has(id))
  const isThere = (one: string) => there.some(({ agency, title }) => (agency ?? title.ko) === one)
  return {
    present: there.length,
    needed: quorum.needed,
    absent: quorum.is === 'short' ? quorum.absent.filter(one => !isThere(one)) : [],
  }
}
