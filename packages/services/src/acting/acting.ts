/** Who acts, in which capacity, from where and on which day: what every use case of the desk is given first. */
import type { Day } from '@ieum/catalogue/records'
import type { ActingRole } from '@ieum/desk'
import type { Role } from '@ieum/storage'

export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: 'ko' | 'en'
  /** This sign-in passed a second factor, or was vouched for by the agency's own provider. */
  readonly secondFactor: boolean
}

/** A post of an agency, held by the person; `programmes` empty: it looks after all of the agency's. */
export interface PostCapacity {
  readonly is: 'post'
  readonly post: string
  readonly agency: string
  readonly role: Role
  readonly programmes: readonly string[]
}

export interface FirmCapacity {
  readonly is: 'firm'
  readonly firm: string
  readonly role: 'firm-member' | 'adviser'
}

export interface Acting<C extends PostCapacity | FirmCapacity = PostCapacity | FirmCapacity> {
  readonly person: Person
  readonly capacity: C
  readonly on: Day
  /** 접속지: the network address that the request came from. */
  readonly place: string
  /** A request that may come again: the second time its outcome is told once more, and nothing is done. */
  readonly once?: Once
}

export interface Once {
  readonly key: string
  /** SHA-256 of all that was asked: another request under the same key is refused. */
  readonly request: string
}

export const roleOf = ({ capacity }: Acting): ActingRole => capacity.role

/** In whose chain a trace of this is kept. */
export const laneOf = ({ capacity }: Acting): string => (capacity.is === 'post' ? capacity.agency : 'firms')

export const looksAfter = ({ programmes }: PostCapacity, programme: string): boolean =>
  programmes.length === 0 || programmes.includes(programme)
