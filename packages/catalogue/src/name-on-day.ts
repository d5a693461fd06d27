import type { Agency, Day, Words } from './records.ts'

/** What an agency was called on a day: ministries are renamed, notices of their time are not. */
export function nameOnDay({ name, names = [] }: Pick<Agency, 'name' | 'names'>, on: Day): Words {
  const then = names.find(({ from, until }) => (!from || from <= on) && (!until || on <= until))
  return then?.name ?? name
}
