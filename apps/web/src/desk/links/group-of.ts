import type { Day } from '@ieum/catalogue/records'
import type { Agreement } from '../client/shapes.ts'
import { isUnderWay } from './under-way.ts'

/** In the order in which a list shows them. */
export const groups = ['inForce', 'toBegin', 'waiting', 'before'] as const

/** Where an agreement stands in a list on a day: what is signed and is still to begin is neither in force nor past. */
export function groupOf(
  { state, inForce, supersededBy, validFrom }: Pick<Agreement, 'state' | 'inForce' | 'supersededBy' | 'validFrom'>,
  on: Day,
): (typeof groups)[number] {
  if (inForce) return 'inForce'
  if (isUnderWay(state)) return 'waiting'
  return state === 'agreed' && supersededBy === null && validFrom > on ? 'toBegin' : 'before'
}
