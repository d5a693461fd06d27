/** The programmes that a common rule is for. */
import type { Applies, Parameter } from './records.ts'

/** Every programme that it names, on whatever day. */
export function programmesOf(
  { programmes, listed_in }: Applies,
  parameters: readonly Parameter[],
): ReadonlySet<string> {
  const listed = parameters.find(({ id }) => id === listed_in)?.editions.flatMap(({ value }) => value ?? []) ?? []
  return new Set([...(programmes ?? []), ...listed.map(String)])
}

/** Whether a programme stands in the list at all times; false where the list changes by date. */
export function isAlwaysNamed(
  programme: string,
  { programmes, listed_in }: Applies,
  parameters: readonly Parameter[],
): boolean {
  if (programmes?.includes(programme)) return true
  const editions = parameters.find(({ id }) => id === listed_in)?.editions ?? []
  const isDated = editions.length > 1 || editions.some(({ from, until }) => from !== undefined || until !== undefined)
  return !isDated && editions.some(({ value }) => Array.isArray(value) && value.includes(programme))
}
