/** What is done again and again while the server runs. One round of a chore at a time; one that fails is reported and tried again. */
export interface Chore {
  readonly everySeconds: number
  readonly run: () => Promise<unknown>
}

export interface Chores {
  /** Resolves when the rounds under way are done. */
  stop(): Promise<void>
}

export function startChores(chores: readonly Chore[], report: (error: Error) => void): Chores {
  const under = new Map<Chore, Promise<unknown>>()
  const round = (chore: Chore) => {
    if (under.has(chore)) return
    const going = chore
      .run()
      .catch((error: Error) => report(error))
      .finally(() => under.delete(chore))
    under.set(chore, going)
  }
  const timers = chores.map(chore => setInterval(round, chore.everySeconds * 1_000, chore))
  for (const timer of timers) timer.unref()
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(under.values())
    },
  }
}
