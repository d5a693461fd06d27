/** The same ids with one of them a place further up or down; nothing where there is no such place. */
export function moved(ids: readonly string[], id: string, by: 1 | -1): readonly string[] | undefined {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return undefined
  const rest = ids.filter(one => one !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}
