import { yearOf } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { yearOfEdition } from '@ieum/catalogue/windows'

const yearsUntilOld = 2

/** The year of a notice so old that a new one will hardly say the same; undefined for one that is not. */
export function oldYear(edition: Parameters<typeof yearOfEdition>[0], on: Day): number | undefined {
  const year = yearOfEdition(edition)
  return year !== undefined && year < yearOf(on) - yearsUntilOld ? year : undefined
}
