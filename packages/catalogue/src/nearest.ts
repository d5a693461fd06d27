/** The name that was most likely meant. */

/** The nearest of the names within a third of the length in edits; undefined when none is near. */
export function nearest(misspelt: string, names: Iterable<string>): string | undefined {
  const folded = fold(misspelt)
  if (folded.length > longestName) return undefined
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(folded.length / 3)) + 1
  for (const name of names) {
    if (Math.abs(name.length - folded.length) >= fewest) continue
    const edits = editsBetween(folded, fold(name), fewest)
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
  const near = nearest(misspelt, all) ?? shortFor(misspelt, all)
  if (near !== undefined) return `did you mean ${near}?`
  if (all.length === 0 || all.length > fewNames) return undefined
  return all.length === 1 ? all[0] : `one of ${all.join(', ')}`
}

/** The one name that begins with the same letter and holds the others in their order: 경북 for 경상북도. */
function shortFor(short: string, names: readonly string[]): string | undefined {
  if (short.length < 2) return undefined
  const found = names.filter(name => name[0] === short[0] && holdsInOrder(name, short))
  return found.length === 1 ? found[0] : undefined
}

function holdsInOrder(name: string, letters: string): boolean {
  let next = 0
  for (const letter of name) if (letter === letters[next]) next++
  return next === letters.length
}

const longestName = 60
const fewNames = 30

/** Case, hyphen and underscore are what is mixed up most; they count for nothing. */
const fold = (name: string) => name.toLowerCase().replaceAll('-', '_')

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; `tooMany` when it is no less. */
function editsBetween(from: string, to: string, tooMany: number): number {
  // Three rows of the table, used in turn: hundreds of names are compared for one that is misspelt.
  let before = new Uint8Array(to.length + 1)
  let above = new Uint8Array(to.length + 1).map((_, column) => column)
  let current = new Uint8Array(to.length + 1)
  for (let row = 1; row <= from.length; row++) {
    current[0] = row
    let least = row
    for (let column = 1; column <= to.length; column++) {
      const letter = from.charCodeAt(row - 1)
      const other = to.charCodeAt(column - 1)
      let edits = Math.min(
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + (letter === other ? 0 : 1),
      )
      const isSwap = row > 1 && column > 1 && letter === to.charCodeAt(column - 2) && from.charCodeAt(row - 2) === other
      if (isSwap) edits = Math.min(edits, before[column - 2]! + 1)
      current[column] = edits
      if (edits < least) least = edits
    }
    if (least >= tooMany) return tooMany
    ;[before, above, current] = [above, current, before]
  }
  return above[to.length]!
}
