/** Functions that remember their answers for as long as they live themselves: most of them one plan. */
export function remembered<A, R>(answer: (a: A) => R): (a: A) => R {
  const known = new Map<A, R>()
  return a => {
    if (known.has(a)) return known.get(a) as R
    const found = answer(a)
    known.set(a, found)
    return found
  }
}

/** For sets of many bits: a map hashes no more of them than the first few. */
export function rememberedSets<R>(answer: (set: bigint) => R): (set: bigint) => R {
  const known = new Map<string, R>()
  return set => {
    const key = set.toString(32)
    const found = known.get(key) ?? answer(set)
    known.set(key, found)
    return found
  }
}

export function rememberedPairs<A, B, R>(answer: (a: A, b: B) => R): (a: A, b: B) => R {
  const rows = remembered((a: A) => remembered((b: B) => answer(a, b)))
  return (a, b) => rows(a)(b)
}

/** Yes or no for two numbers, each pair asked once: for what is asked millions of times. */
export function rememberedTable(rows: number, columns: number, answer: (row: number, column: number) => boolean) {
  const known = new Uint8Array(rows * columns)
  return (row: number, column: number): boolean => {
    const place = row * columns + column
    if (known[place] === 0) known[place] = answer(row, column) ? 2 : 1
    return known[place] === 2
  }
}
