/** One round of work that the clock brings, over things that have nothing to do with each other: one that fails keeps none from its turn. */
export interface Round {
  /** Whether it was done. */
  take(what: string, work: () => Promise<unknown>): Promise<boolean>
  /** In the end: throws what failed on the way as one error, which names each, for whoever keeps the server. */
  end(): void
}

/** A lost connection fails them all: some are enough to be told by. */
const mostNamed = 20

export function beginRound(): Round {
  const failed: Error[] = []
  return {
    async take(what, work) {
      try {
        await work()
        return true
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        failed.push(new Error(`${what}: ${why}`, { cause: error }))
        return false
      }
    },
    end() {
      if (failed.length === 0) return
      const named = failed.slice(0, mostNamed).map(({ message }) => message)
      const more = failed.length > mostNamed ? [`and ${failed.length - mostNamed} more`] : []
      throw new AggregateError(failed, [...named, ...more].join('\n'))
    },
  }
}
