/** The worker that plans: made when first needed, kept with its rulebook; ended when what it is at is no longer of interest. */
import type { Rulebook } from '@ieum/rules'
import { onceARulebook } from '../../rulebook/once-a-rulebook.ts'
import type { Answer, Errand, FromPlanner, ToPlanner } from './plan-messages.ts'

export interface PlanningDesk {
  /** Answers until the last one; the function given back says that no more is wanted. */
  ask(errand: Errand, answered: (answer: Answer) => void): () => void
}

export const planningDesk = onceARulebook(openDesk)

interface Open {
  readonly errand: Errand
  readonly answered: (answer: Answer) => void
  /** By the worker that is there now. */
  isSent: boolean
}

function openDesk(rulebook: Rulebook): PlanningDesk {
  let worker: Worker | undefined
  let last = 0
  const open = new Map<number, Open>()

  const send = (to: Worker, message: ToPlanner): void => to.postMessage(message)

  function ready(): Worker {
    if (worker) return worker
    worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module', name: 'planning' })
    worker.addEventListener('message', ({ data: { number, answer } }: MessageEvent<FromPlanner>) => {
      const asked = open.get(number)
      if (answer.is !== 'planned' || answer.isLast) open.delete(number)
      asked?.answered(answer)
    })
    worker.addEventListener('error', ({ message }) => {
      worker = undefined
      const all = [...open.values()]
      open.clear()
      for (const { answered } of all) answered({ is: 'failed', why: message })
    })
    send(worker, { is: 'rulebook', rulebook })
    return worker
  }

  function sendOpen(): void {
    for (const [number, asked] of open)
      if (!asked.isSent) {
        asked.isSent = true
        send(ready(), { is: 'errand', number, errand: asked.errand })
      }
  }

  return {
    ask(errand, answered) {
      const number = ++last
      open.set(number, { errand, answered, isSent: false })
      // What a page takes back and asks anew in one go is sent once.
      queueMicrotask(sendOpen)
      return () => {
        const taken = open.get(number)
        open.delete(number)
        if (!taken?.isSent) return
        // A search hears nothing while it runs. What else is open is asked again of the next worker.
        worker?.terminate()
        worker = undefined
        for (const asked of open.values()) asked.isSent = false
        queueMicrotask(sendOpen)
      }
    },
  }
}
