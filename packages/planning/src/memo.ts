/** Functions that remember their answers for as long as they live themselves: one plan. */
export function remembered<A, R>(answer: (a: A) => R): (a: A) => R {
  const known = new Map<A, R>()
  return a => {
    if (known.has(a)) return known.get(a) as R
    const found = answer(a)
    known.set(a, found)
    return found
  }
}

export function rememberedPairs<A, B, R>(answer: (a: A, b: B) => R): (a: A, b: B) => R {
  const rows = remembered((a: A) => remembered((b: B) => answer(a, b)))
  return (a, b) => rows(a)(b)
}
