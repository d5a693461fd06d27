import type { Day } from '@ieum/catalogue/records'
import { sayOpening } from '@ieum/council'
import type { FieldFault } from '../field-fault.ts'

/** What is wrong with the day from which something is to be open; nothing where none was said. */
export function openingFaults(stands: Day | null, said: Day | null | undefined, on: Day): FieldFault[] {
  if (said === undefined) return []
  switch (sayOpening(stands, said, on).is) {
    case 'may be said':
      return []
    case 'open already':
      return [{ field: '/openFrom', wrong: 'it is open to everyone already' }]
    case 'passed':
      return [{ field: '/openFrom', wrong: 'a day that has passed' }]
  }
}
