import type { Day } from '@ieum/catalogue/records'

/** What is said of a link of a task on a day: an agreement that begins later is in force only then. */
export function joinedBy(validFrom: Day | null, on: Day) {
  if (validFrom === null) return 'councilOpen.linkAnnounced'
  return validFrom > on ? 'councilOpen.linkToBegin' : 'councilOpen.linkFrom'
}
