/** The worker that plans: made when first needed, kept with its rulebook; ended when its question is no longer of interest. */
import type { PlanRequest } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import type { FromPlanner, ToPlanner } from './plan-messages.ts'

export type Ask = Omit<PlanRequest, 'timeIsUp'>

export interface PlanningDesk {
  /** Answers until the last one; the function given back stops it. */
  ask(ask: Ask, answered: (answer: FromPlanner) => void): () => void
}

const desks = new WeakMap<Rulebook, PlanningDesk>()

export function planningDesk(rulebook: Rulebook): PlanningDesk {
  const known = desks.get(rulebook)
  if (known) return known
  const desk = openDesk(rulebook)
  desks.set(rulebook, desk)
  return desk
}

function openDesk(rulebook: Rulebook): PlanningDesk {
  let worker: Worker | undefined
  let last = 0

  const send = (to: Worker, message: ToPlanner): void => to.postMessage(message)
  const ready = (): Worker => {
    if (worker) return worker
    worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module', name: 'planning' })
    send(worker, { is: 'rulebook', rulebook })
    return worker
  }

  return {
    ask(request, answered) {
      const asked = ready()
      const number = ++last
      let isOpen = true
      const close = () => {
        isOpen = false
        asked.removeEventListener('message', listen)
        asked.removeEventListener('error', fail)
      }
      const listen = ({ data }: MessageEvent<FromPlanner>) => {
        if (data.number !== number) return
        if (data.is === 'failed' || data.isLast) close()
        answered(data)
      }
      const fail = (event: ErrorEvent) => {
        close()
        worker = undefined
        answered({ is: 'failed', number, why: event.message })
      }
      asked.addEventListener('message', listen)
      asked.addEventListener('error', fail)
      send(asked, { is: 'ask', number, request })
      return () => {
        if (!isOpen) return
        close()
        // A search hears nothing while it runs.
        asked.terminate()
        if (worker === asked) worker = undefined
      }
    },
  }
}
