/** The name that was most likely meant. */

/** The nearest of the names within a third of the length in edits; undefined when none is near. */
export function nearest(misspelt: string, names: Iterable<string>): string | undefined {
  const folded = fold(misspelt)
  if (folded.length > longestName) return undefined
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(folded.length / 3)) + 1
  for (const name of names) {
    if (Math.abs(name.length - folded.length) >= fewest) continue
    const edits = editsBetween(folded, fold(name))
    if (edits < fewest) {
      best = name
      fewest = edits
    }
  }
  return best
}

/** "did you mean `size`?", or the names there are when none is near and they are few. */
export function didYouMean(misspelt: string, names: Iterable<string>): string | undefined {
  const all = [...names]
  const near = nearest(misspelt, all)
  if (near !== undefined) return `did you mean ${near}?`
  if (all.length === 0 || all.length > fewNames) return undefined
  return all.length === 1 ? all[0] : `one of ${all.join(', ')}`
}

const longestName = 60
const fewNames = 30

/** Case, hyphen and underscore are what is mixed up most; they count for nothing. */
const fold = (name: string) => name.toLowerCase().replaceAll('-', '_')

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function editsBetween(from: string, to: string): number {
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + same,
        isSwap ? (before[column - 2] ?? Number.POSITIVE_INFINITY) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = above
    above = current
  }
  return above[to.length]!
}
