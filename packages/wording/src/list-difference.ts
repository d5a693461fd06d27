import type { Value } from '@ieum/catalogue/records'

/** What a list fact would gain and lose; undefined when it is no list. */
export function listDifference(
  from: Value | undefined,
  to: Value,
): { readonly added: readonly Value[]; readonly removed: readonly Value[] } | undefined {
  if (!Array.isArray(to)) return undefined
  const without = (list: readonly Value[], others: readonly Value[]): readonly Value[] => {
    const there = new Set(others.map(each => JSON.stringify(each)))
    return list.filter(each => !there.has(JSON.stringify(each)))
  }
  const before: readonly Value[] = Array.isArray(from) ? from : []
  return { added: without(to, before), removed: without(before, to) }
}
