import { availableParallelism } from 'node:os'
import type { RunningCatalogue } from '@ieum/services'
import Tinypool from 'tinypool'
import { type FirmWork, TooBusy, workHere } from './firm-work.ts'
import type { PlanInThread } from './plan-thread.ts'

/** Plans that wait for a thread: each takes up to its limit of seconds, and nobody waits longer than a few of those. */
const mostWaiting = 20
const idleTimeout = 60_000
/** A thread that needs more is ended, and the server goes on. */
const memory = { maxOldGenerationSizeMb: 1_024 }

/**
 * Plans in threads of their own, started when one is asked for, so that no other request waits for them. A match stays where
 * requests are taken: it is over in milliseconds, and handing it to a thread was measured to take longer than it saves.
 */
export function workInThreads({ base, catalogue, agreed }: RunningCatalogue): FirmWork {
  const pool = new Tinypool({
    filename: new URL('./plan-thread.ts', import.meta.url).href,
    workerData: base.rulebook,
    minThreads: 0,
    maxThreads: availableParallelism(),
    maxQueue: mostWaiting,
    idleTimeout,
    resourceLimits: memory,
  })
  return {
    match: workHere(catalogue).match,
    plan: async request => {
      if (pool.queueSize >= mostWaiting) throw new TooBusy(`${mostWaiting} plans are waiting`)
      return pool.run({ request, agreed: agreed() } satisfies PlanInThread, { name: 'plan' })
    },
    close: () => pool.destroy(),
  }
}
