import type { scanWaitingPapers } from '@ieum/services'

type Round = Pick<Awaited<ReturnType<typeof scanWaitingPapers>>, 'waiting'>

/** Whoever keeps the server is told that papers wait, and why, for as long as they do: once a round. */
export const tellWaiting =
  (report: (error: Error) => void) =>
  ({ waiting }: Round): void => {
    if (waiting.length === 0) return
    const each = waiting.map(({ paper, why }) => `paper ${paper}: ${why}`)
    report(new Error(`papers wait to be scanned:\n${each.join('\n')}`))
  }
