import type { Day } from '@ieum/catalogue/records'

interface OpensFrom {
  readonly open_from: Day | null
}

/** The walls have asked this already; it is asked once more of each row, in case one of them is ever opened too far. */
export const isOpenRow = <R extends OpensFrom>(row: R, on: Day): row is R & { readonly open_from: Day } =>
  row.open_from !== null && row.open_from <= on

export const openRows = <R extends OpensFrom>(rows: readonly R[], on: Day) =>
  rows.flatMap(row => (isOpenRow(row, on) ? [row] : []))

export const latest = (...days: readonly (Day | null | undefined)[]): Day | null =>
  days.reduce<Day | null>((last, day) => (day && (last === null || day > last) ? day : last), null)
