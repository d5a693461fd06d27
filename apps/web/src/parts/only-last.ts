/** Of all that was begun, however long each takes, only the last still counts. */
export interface OnlyLast {
  /** Undefined where something else was begun meanwhile. */
  readonly of: <T>(begun: Promise<T>) => Promise<T | undefined>
  /** Nothing that was begun counts any more. */
  readonly none: () => void
}

export function onlyLast(): OnlyLast {
  let last: unknown
  return {
    async of(begun) {
      last = begun
      const came = await begun
      return last === begun ? came : undefined
    },
    none() {
      last = undefined
    },
  }
}
