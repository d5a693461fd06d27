/** What has the right shape and still cannot be written down. */
interface Unkept {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Far deeper than any fact of a catalogue, and far from where the stack ends. */
const deepest = 50

/** Texts that PostgreSQL cannot hold, with the sign NUL or with half of a pair, and what is nested too deep to be walked. */
export function notToBeKept(value: unknown, path: readonly PropertyKey[] = []): readonly Unkept[] {
  if (path.length > deepest) return [{ path: path.slice(0, 4), message: `nested at most ${deepest} deep` }]
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed()
      ? [{ path, message: 'a text without the sign NUL and without halves of signs' }]
      : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, of]) => [
    ...notToBeKept(name, [...path, name]),
    ...notToBeKept(of, [...path, name]),
  ])
}
