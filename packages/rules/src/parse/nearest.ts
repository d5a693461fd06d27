/** The name that the writer most likely meant, if one is near enough: at most a third of its letters differ. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  if (written.length > 64) return undefined
  const most = Math.max(1, Math.floor(written.length / 3))
  let best: string | undefined
  let least = most + 1
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= least) continue
    const distance = differences(written.toLowerCase(), name.toLowerCase(), least)
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best
}

/** Letters to put in, take out, change or swap with the next one (optimal string alignment), or `most` if no fewer. */
function differences(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      next.push(cost)
    }
    if (Math.min(...next) >= most) return most
    before = row
    row = next
  }
  return row[b.length]!
}
